import { describe, expect, test } from "vitest";
import {
  applyEdits,
  checkPaper,
  defaultSettings,
  type FieldRule,
  fixEdits,
  parsePaper,
  type Report,
} from "../src/index.js";

const base = { need: "optional", meaning: "What it means.", example: "something" } as const;
const fields: readonly FieldRule[] = [
  { ...base, name: "template", kind: "text" },
  {
    ...base,
    name: "publication",
    kind: "choice",
    choices: ["open", "exempt", "part exempt"],
    need: "required",
    example: "open",
  },
  {
    ...base,
    name: "exempt-paragraph",
    kind: "text",
    need: "required",
    when: { field: "publication", is: ["exempt", "part exempt"] },
    example: "Paragraph 3: business affairs",
  },
  {
    ...base,
    name: "adviser",
    kind: "text",
    need: "recommended",
    when: { field: "purposes", is: ["decision"] },
  },
  { ...base, name: "purposes", kind: "choices", choices: ["decision", "assurance", "information"] },
  { ...base, name: "considered-by", kind: "people" },
  { ...base, name: "summary", kind: "text", words: 5 },
  { ...base, name: "risks", kind: "texts", words: 4 },
  { ...base, name: "anything", kind: "choice", choices: [] },
];
const house = { name: "house", title: "House", fields, sections: [], known: [], glossary: {}, rules: {} };
const settings = { ...defaultSettings, templates: [house], template: "house" };

function check(details: string): Report {
  const paper = parsePaper(`---\ntemplate: house\n${details}\n---\n\n## Purpose\n\n1. Words.\n`);
  const rules = settings.rules.filter((it) => it.id === "frontmatter-invalid");
  return checkPaper(paper, { ...settings, rules });
}

/** What is found: severity and message, a line each. */
function say(details: string): string[] {
  return check(details).findings.map((it) => `${it.severity}: ${it.message}`);
}

/** The details after the first fix of the first finding. */
function fixed(details: string): string | undefined {
  const { paper, findings } = check(details);
  const fix = findings[0]?.fixes[0];
  const edits = findings[0] && fix && fixEdits(paper, findings[0], fix);
  const text =
    edits && applyEdits(`---\ntemplate: house\n${details}\n---\n\n## Purpose\n\n1. Words.\n`, edits);
  return text && /template: house\n([\s\S]*?)\n---\n/.exec(text)?.[1];
}

describe("silent", () => {
  test.each([
    ["a choice", "publication: open"],
    ["a choice in other case", "publication: Open"],
    ["a choice of two words in quotation marks", 'publication: "part exempt"\nexempt-paragraph: "3"'],
    ["several choices as a list", "publication: open\npurposes: [assurance, information]"],
    ["several choices in one text", "publication: open\npurposes: assurance, information"],
    ["one choice where several may be", "publication: open\npurposes: assurance"],
    ["what is needed only elsewhere", "publication: open"],
    ["a person as a text", "publication: open\nconsidered-by: Audit Committee"],
    ["people as texts", "publication: open\nconsidered-by:\n  - Audit Committee\n  - Executive team"],
    ["a person as a map", "publication: open\nconsidered-by: { role: Audit Committee, date: 2020-11-17 }"],
    [
      "people as maps, with more said of them",
      "publication: open\nconsidered-by:\n  - role: Audit Committee\n    date: 17 November 2020\n    outcome: agreed\n  - Executive team",
    ],
    ["as many words as may be", "publication: open\nsummary: Five words – and no more"],
    ["as many words as a list may have", "publication: open\nrisks: [loss of income, fines]"],
    ["a template without choices", "publication: open\nanything: goes"],
    ["an empty optional field", "publication: open\npurposes:\nconsidered-by: []"],
  ])("%s", (_, details) => {
    expect(say(details)).toEqual([]);
  });
});

describe("found", () => {
  test.each([
    [
      "another choice",
      "publication: secret",
      'error: "publication" says "secret"; it should be "open", "exempt" or "part exempt".',
    ],
    ["a near choice", "publication: opne", 'warning: "publication" says "opne". Did you mean "open"?'],
    [
      "a list where one is chosen",
      "publication: [open]",
      'error: "publication" should be one of "open", "exempt" or "part exempt".',
    ],
    [
      "one of several choices",
      "publication: open\npurposes: [assurance, dinner]",
      'error: "purposes" says "dinner"; it should be "decision", "assurance" or "information".',
    ],
    [
      "a map where choices are listed",
      "publication: open\npurposes: { assurance: yes }",
      'error: "purposes" should be one or more of "decision", "assurance" or "information".',
    ],
    [
      "what another field makes needed",
      "publication: part-exempt\nexempt-paragraph:",
      'warning: "publication" says "part-exempt". Did you mean "part exempt"?',
      'error: The field "exempt-paragraph" is empty. It is needed where "publication" is "part-exempt". What it means.',
    ],
    [
      "what one of several choices makes recommended",
      "publication: open\npurposes: assurance, decision",
      'info: The paper details have no "adviser". It is needed where "purposes" is "decision". What it means.',
    ],
    [
      "someone with no name",
      "publication: open\nconsidered-by: { date: 2020-11-17 }",
      'error: Someone in "considered-by" has neither a role nor a name.',
    ],
    [
      "a list of lists of people",
      "publication: open\nconsidered-by: [[Audit Committee]]",
      'error: Everyone in "considered-by" should be a text such as "Name, role", or have a role, a name and a date.',
    ],
    [
      "no date",
      "publication: open\nconsidered-by: { role: Audit Committee, date: soon }",
      'error: The date in "considered-by" should be one date, such as "17 November 2020" or "2020-11-17".',
    ],
    [
      "a misspelt part of a person",
      "publication: open\nconsidered-by: { rolle: Audit Committee }",
      'warning: "rolle" is not said of people in "considered-by". Did you mean "role"?',
    ],
    [
      "a person's list of names",
      "publication: open\nconsidered-by: { name: [A, B] }",
      'error: The name in "considered-by" should be one text.',
    ],
    [
      "too many words",
      "publication: open\nsummary: Six words are one too many",
      'warning: "summary" has 6 words; it should have at most 5.',
    ],

    [
      "too many words in a list",
      "publication: open\nrisks: [loss of income, fines, delay]",
      'warning: "risks" has 5 words; it should have at most 4.',
    ],
  ])("%s", (_, details, ...messages) => {
    expect(say(details)).toEqual(messages);
  });
});

describe("fixed", () => {
  test.each([
    ["publication: opne", "publication: open"],
    [
      'publication: "part  exmpt"\nexempt-paragraph: "3"',
      'publication: "part exempt"\nexempt-paragraph: "3"',
    ],
    [
      "publication: open\npurposes: assurance, infromation",
      "publication: open\npurposes: assurance, information",
    ],
    ["publication: open\npurposes: [asurance]", "publication: open\npurposes: [assurance]"],
    ["publication: open\nconsidered-by: { nmae: A }", "publication: open\nconsidered-by: { name: A }"],
    ["publication: exempt", 'publication: exempt\nexempt-paragraph: "Paragraph 3: business affairs"'],
    ["summary: A", "summary: A\npublication: open"],
  ])("%s", (before, after) => {
    expect(fixed(before)).toBe(after);
  });
});
