/** A new paper of a template: what was answered is in it, and what was not is marked. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkPaper,
  defaultSettings,
  frontMatterOf,
  newPaper,
  parsePaper,
  readConfig,
  type Settings,
  type Template,
} from "../src/index.js";

const house = readConfig(`
template: house
templates:
  house:
    extends: spcb
    fields:
      classification: { kind: choice, choices: [open, exempt], need: required }
      exemption: { need: required, when: { field: classification, is: [exempt] }, meaning: Why it is exempt. }
      wards: { kind: choices, choices: [North, "South, East", West], need: recommended }
      reviewed-by: { kind: people, need: recommended }
    sections:
      - { title: Commitments, guidance: "We said:\\n\\n   [Insert the commitment.]\\n\\nWe did:\\n\\n   [Insert the answer.]" }
      - { title: Legal implications, need: optional }
      - Next steps
  bare: { }
`).settings;

const complete = {
  board: "Strategic Policing and Crime Board",
  date: "17 November 2020",
  title: "Budget: the half year",
  "presented-by": "Chief Finance Officer; Treasurer, acting",
  authors: "A. Name",
  classification: "exempt",
  exemption: "#3",
  wards: "North, West",
  "reviewed-by": "Legal adviser\nAuditor",
  acronyms: "VRU: Violence Reduction Unit; NO: Not: once",
  reference: "12",
};

test("whose details are all given", () => {
  expect(newPaper(templateOf(house, "house"), complete)).toBe(`---
template: house
board: Strategic Policing and Crime Board
date: 17 November 2020
title: "Budget: the half year"
presented-by:
  - Chief Finance Officer
  - Treasurer, acting
authors:
  - A. Name
acronyms:
  VRU: Violence Reduction Unit
  "NO": "Not: once"
classification: exempt
exemption: "#3"
wards:
  - North
  - West
reviewed-by:
  - Legal adviser
  - Auditor
reference: "12"
---

## Purpose of paper

1. [Insert what the paper is for and what the Board is asked to do.]

## Commitments

2. We said:

   [Insert the commitment.]

3. We did:

   [Insert the answer.]

## Next steps

4. [Insert the text of "Next steps".]
`);
});

test("whose details are not given", () => {
  expect(
    newPaper(templateOf(house, "house"), { title: " ", classification: "open" }).split("\n\n")[0],
  ).toBe(`---
template: house
board: "[Insert the board that receives the paper]"  # such as: Strategic Policing and Crime Board
date: "[Insert the day of the meeting, with its weekday if you like]"  # such as: 17 November 2020
title: "[Insert the title of the paper]"  # such as: Title of the paper
presented-by: ["[Insert who presents the paper to the board]"]  # such as: Name, role
authors: ["[Insert who wrote the paper and can answer questions about it]"]  # such as: Name, role
classification: open
wards: ["[Insert the paper's wards]"]  # one of: North, South, East, West
reviewed-by: ["[Insert the paper's reviewed by]"]  # such as: Reviewed by
---`);
});

test("of a template that asks for nothing", () => {
  expect(newPaper(templateOf(house, "bare"), {})).toBe(
    '---\ntemplate: bare\n---\n\n## Background\n\n1. [Insert the text of "Background".]\n',
  );
});

test("a field that stands in for another", () => {
  const text = newPaper(templateOf(defaultSettings, "spcb"), { priorities: "Objective 3: safer roads" });
  expect(text).toContain('priorities:\n  - "Objective 3: safer roads"\n');
  expect(text).not.toContain("title:");
});

describe("its findings", () => {
  test.each([
    ["house", house, { ...complete }],
    ["house", house, { ...complete, classification: "open", exemption: "" }],
    ...defaultSettings.templates.map((it): [string, Settings, Record<string, string>] => [
      it.name,
      defaultSettings,
      Object.fromEntries(it.fields.map((field) => [field.name, field.choices?.[0] ?? field.example])),
    ]),
  ])(
    "of %s, all answered: its numbers run on and its details hold; only the marked places are left",
    (name, settings, answers) => {
      const { findings } = checkPaper(parsePaper(newPaper(templateOf(settings, name), answers)), settings);
      expect(findings.filter((it) => it.rule !== "placeholder-left").map((it) => it.message)).toEqual([]);
      expect(findings.length).toBeGreaterThan(0);
    },
  );

  test("not answered: each marked place is to be replaced, and nothing else is said", () => {
    const text = newPaper(templateOf(house, "house"), {});
    const { findings } = checkPaper(parsePaper(text), house);
    expect(new Set(findings.map((it) => it.rule))).toEqual(new Set(["placeholder-left"]));
    expect(findings).toHaveLength(text.match(/\[Insert /g)?.length ?? 0);
  });
});

test("whatever is answered is read back", () => {
  const answer = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "no",
      "12",
      "a: b",
      "- c",
      "# d",
      "---",
      "'",
      '"',
      "{e}",
      "f\ng",
      "*h",
      "!i",
      "\\",
      "1.50",
      "~",
      "A, B",
    ),
  );
  fc.assert(
    fc.property(answer, (title) => {
      const text = newPaper(templateOf(defaultSettings, "spcb"), { title, other: title });
      const details = frontMatterOf(parsePaper(text));
      expect(details?.problems).toEqual([]);
      for (const key of title.trim() === "" ? [] : ["title", "other"]) {
        const value = details?.fields.find((it) => it.key === key)?.value;
        expect(value).toMatchObject({ kind: "text", text: title.trim() });
      }
    }),
    { seed: 1, numRuns: process.env.LONG ? 20_000 : 500 },
  );
});

function templateOf(settings: Settings, name: string): Template {
  const template = settings.templates.find((it) => it.name === name);
  if (template === undefined) throw new Error(`There is no template ${name}.`);
  return template;
}
