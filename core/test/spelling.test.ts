/** Which words spell a short form, what is one, and where a text explains it. */

import { describe, expect, test } from "vitest";
import { findAcronyms } from "../src/paper/acronyms.js";
import { acronymOf } from "../src/paper/short-forms.js";
import { spell } from "../src/paper/spelling.js";

describe("the expansion at the end of the words", () => {
  test.each([
    ["VRU", "the work of the Violence Reduction Unit", "Violence Reduction Unit"],
    [
      "OPCC",
      "staff of the Office of the Police and Crime Commissioner",
      "Office of the Police and Crime Commissioner",
    ],
    ["PCC", "the Police and Crime Commissioner", "Police and Crime Commissioner"],
    ["PCCs", "the three Police and Crime Commissioners", "Police and Crime Commissioners"],
    ["DA", "victims of domestic abuse", "domestic abuse"],
    ["KSI", "people killed or seriously injured", "killed or seriously injured"],
    [
      "MAPPA",
      "by Multi-Agency Public Protection Arrangements",
      "Multi-Agency Public Protection Arrangements",
    ],
    ["MTFS", "our Medium-term Financial Strategy", "Medium-term Financial Strategy"],
    [
      "DASH",
      "the domestic abuse, stalking and honour-based violence",
      "domestic abuse, stalking and honour-based violence",
    ],
    ["GRT", "with Gypsy, Roma and Traveller", "Gypsy, Roma and Traveller"],
    ["ViSOR", "the Violent and Sex Offender Register", "Violent and Sex Offender Register"],
    ["MoJ", "the Ministry of Justice", "Ministry of Justice"],
    ["HCAA", "two Heroin & Crack Action Areas", "Heroin & Crack Action Areas"],
    ["H&S", "of health and safety", "health and safety"],
    ["NEET", "people not in education, employment or training", "not in education, employment or training"],
    ["CIFAS", "the Credit Industry Fraud Avoidance System", "Credit Industry Fraud Avoidance System"],
    [
      "HMICFRS",
      "Her Majesty's Inspectorate of Constabulary and Fire & Rescue Services",
      "Her Majesty's Inspectorate of Constabulary and Fire & Rescue Services",
    ],
    [
      "WE:ARE",
      "the Women's Empowerment and Recovery Educators",
      "Women's Empowerment and Recovery Educators",
    ],
    ["COMPSTAT", "by computer statistics", "computer statistics"],
  ])("%s", (short, text, expansion) => {
    const found = spell(short, text, "end");
    expect(found && text.slice(found.start)).toBe(expansion);
  });

  test.each([
    ["CARA", "the Police Innovation Fund"],
    ["DA", "the course CARA"],
    ["WM", "the vice chair"],
    ["TRC", "the percentage of those who reoffend"],
    ["VRU", "the Violence Unit"],
    ["H&S", "hate and stalking offences are housing"],
    ["EDI", "the Department for Education"],
    ["VRU", ""],
  ])("none: %s after %s", (short, text) => {
    expect(spell(short, text, "end")).toBeUndefined();
  });
});

describe("a short form", () => {
  test.each([
    ["OPCC", "OPCC"],
    ["PCCs", "PCC"],
    ["ViSOR", "VISOR"],
    ["MoJ", "MOJ"],
    ["SARAv3", "SARA"],
    ["WMP2020", "WMP"],
    ["MAPPA1", "MAPPA"],
    ["A&E", "A&E"],
    ["WE:ARE", "WE:ARE"],
  ])("%s has the key %s", (word, key) => {
    expect(acronymOf(word)?.key).toBe(key);
  });

  test.each([
    "McKinsey",
    "TechUK",
    "OnPoint",
    "A",
    "IV",
    "XIX",
    "MPH",
    "TOTAL",
    "WV10",
    "MG11",
    "CV1",
    "FY2021",
    "Board",
  ])("%s is none", (word) => {
    expect(acronymOf(word)).toBeUndefined();
  });
});

/** `use OPCC` and `VRU: Violence Reduction Unit`, in the order found. */
function say(text: string): string[] {
  const { uses, definitions } = findAcronyms(text);
  return [
    ...definitions.map((it) => `${it.key}: ${it.expansion}`),
    ...uses.map((it) => `${it.shouted ? "shouted" : "use"} ${it.key}`),
  ];
}

test.each([
  ["The Violence Reduction Unit (VRU) met.", ["VRU: Violence Reduction Unit"]],
  ["The VRU (Violence Reduction Unit) met.", ["VRU: Violence Reduction Unit"]],
  ["The Violence Reduction Unit (the “VRU”) met.", ["VRU: Violence Reduction Unit"]],
  ["A Victim Awareness Course (VAC – for first offences) ran.", ["VAC: Victim Awareness Course"]],
  ["Adverse childhood experiences (ACES) and ACEs", ["ACE: Adverse childhood experiences", "use ACE"]],
  ["ODOC (One Day One Conversation)", ["ODOC: One Day One Conversation"]],
  ["VRU – Violence Reduction Unit", ["VRU: Violence Reduction Unit"]],
  [
    "Key: DA = domestic abuse, CSE = child sexual exploitation",
    ["DA: domestic abuse", "CSE: child sexual exploitation"],
  ],
  ["CALM stands for children and linked mentors.", ["CALM: children and linked mentors"]],
  ["the Local Criminal Justice Board, or LCJB, met", ["LCJB: Local Criminal Justice Board"]],
  ["VIOLENCE REDUCTION UNIT (VRU)", ["VRU: VIOLENCE REDUCTION UNIT", "shouted UNIT"]],
  ["CARA (DA) and a chair (WM DPCC)", ["use CARA", "use DA", "use WM", "use DPCC"]],
  ["work on DA/SV, non-CJS and 30MPH", ["use DA", "use SV", "use CJS"]],
  ["PLEASE NOTE the VRU", ["use VRU"]],
  ["UPDATE ON THE VRU", ["shouted UPDATE", "shouted VRU"]],
  ["see www.NPCC.example/ABC, a@WMP.example, #ABC and B4 6NQ", []],
  ["BURGLARY", ["shouted BURGLARY"]],
  ["MARAC", ["shouted MARAC"]],
  ["WMP", ["use WMP"]],
  ["The board is asked to RECEIVE it; DEFERRED", []],
  ["Cllr AB Jones, forms in AB-12 and file FOI-AB", ["use FOI"]],
])("%s", (text, expected) => {
  expect(say(text)).toEqual(expected);
});
