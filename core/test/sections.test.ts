import { describe, expect, test } from "vitest";
import {
  applyEdits,
  checkPaper,
  defaultSettings,
  fixEdits,
  parsePaper,
  type Report,
  type SectionRule,
} from "../src/index.js";

const sections: readonly SectionRule[] = [
  { titles: ["Summary", "Executive summary"], need: "required", first: true },
  { titles: ["Recommendations"], need: "required", guidance: "[Insert what is to be decided.]" },
  { titles: ["Options"], need: "optional" },
  { titles: ["Financial implications"], need: "required", guidance: "[Insert what it costs.]" },
  { titles: ["Legal implications"], need: "required" },
];
const council = {
  name: "council",
  title: "Council",
  fields: [],
  sections,
  known: [],
  glossary: {},
  rules: {},
};
const rules = defaultSettings.rules.filter((it) => it.id === "section-missing");
const settings = { ...defaultSettings, rules, templates: [council], template: "council" };

/** A paper with these headings, a numbered paragraph under each. */
function paperOf(...headings: readonly string[]): string {
  return headings.map((it, i) => `${it}\n\n${i + 1}. Words.\n`).join("\n");
}

function check(text: string): Report {
  return checkPaper(parsePaper(text), settings);
}

function messages(text: string): string[] {
  return check(text).findings.map((it) => it.message);
}

function fixed(text: string): string | undefined {
  const { paper, findings } = check(text);
  const [finding] = findings;
  const [fix] = finding?.fixes ?? [];
  const edits = finding && fix && fixEdits(paper, finding, fix);
  return edits && applyEdits(text, edits);
}

describe("silent", () => {
  test.each([
    [
      "all in order",
      ["Summary", "Recommendations", "Options", "Financial implications", "Legal implications"],
    ],
    [
      "others between",
      [
        "Executive Summary",
        "Context",
        "Recommendations",
        "Views",
        "Financial implications",
        "Legal implications",
        "End",
      ],
    ],
    ["two in one", ["1. Summary and recommendations", "2. Legal and financial implications"]],
    [
      "with more words",
      ["Summary: the year", "Recommendation", "Financial, legal and other implications (all)"],
    ],
  ])("%s", (_, titles) => {
    expect(messages(paperOf(...titles.map((it) => `## ${it}`)))).toEqual([]);
  });

  test("parts of a section", () => {
    const parts = [
      "## Summary",
      "## Recommendations",
      "## Implications",
      "### Legal implications",
      "### Financial implications",
    ];
    expect(messages(paperOf(...parts))).toEqual([]);
  });
});

describe("found", () => {
  test.each([
    [
      "one that is missing",
      ["Summary", "Recommendations", "Legal implications"],
      ['The paper has no section "Financial implications", which the template asks for.'],
    ],
    [
      "the first, where another is",
      ["Recommendations", "Financial implications", "Legal implications"],
      [
        'The first section should be "Summary" or "Executive summary"; the paper begins with "Recommendations".',
      ],
    ],
    [
      "one that stands too late",
      ["Summary", "Options", "Financial implications", "Recommendations", "Legal implications"],
      ['"Recommendations" stands after "Financial implications"; in the template it stands before it.'],
    ],
    [
      "one that only shares a word",
      ["Summary", "Recommendations", "Financial position", "Legal implications"],
      ['The paper has no section "Financial implications", which the template asks for.'],
    ],
    [
      "one that is only in an appendix",
      ["Summary", "Recommendations", "Financial implications", "Appendix 1", "Legal implications"],
      ['The paper has no section "Legal implications", which the template asks for.'],
    ],
  ])("%s", (_, titles, expected) => {
    expect(messages(paperOf(...titles.map((it) => `## ${it}`)))).toEqual(expected);
  });

  test("what a paper without titles lacks, but for the first section", () => {
    expect(messages("1. Words.\n")).toHaveLength(3);
  });
});

describe("inserted", () => {
  test("before the section that the template has behind it", () => {
    const text = paperOf("# Title", "## Summary", "## Recommendations", "## Views", "## Legal implications");
    expect(fixed(text)).toBe(
      text.replace("## Legal", "## Financial implications\n\n[Insert what it costs.]\n\n## Legal"),
    );
  });

  test("at the end, before the appendices", () => {
    const text = paperOf("## Summary", "## Recommendations", "## Financial implications", "## Appendix A");
    expect(fixed(text)).toBe(text.replace("## Appendix", "## Legal implications\n\n## Appendix"));
  });

  test.each([
    ["1. Words.", "1. Words.\n\n"],
    ["1. Words.\n", "1. Words.\n\n"],
    ["1. Words.\n\n", "1. Words.\n\n"],
    ["1. Words.\r\n\r\n", "1. Words.\r\n\r\n"],
  ])("at the end of a paper that ends in %j", (end, ended) => {
    const start = "**Summary**\n\n**Recommendations**\n\n**Financial implications**\n\n";
    expect(fixed(start + end)).toBe(`${start}${ended}**Legal implications**\n\n`);
  });
});
