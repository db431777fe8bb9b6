import { checkPaper, defaultSettings, parsePaper } from "@board-papers/core";
import { describe, expect, test } from "vitest";
import type { Output } from "../src/io.js";
import type { FindingRecord } from "../src/records.js";
import type { Totals } from "../src/reporters/reporter.js";
import { stylish } from "../src/reporters/stylish.js";

const findings: readonly FindingRecord[] = [
  finding(
    8,
    "error",
    "table-total",
    "The total is £629,063.98, but the 8 rows add up to £629,063.80: 18p different.",
  ),
  finding(16, "warning", "paragraph-marker", "Paragraph 2 is not numbered in the house form.", {
    fixable: true,
  }),
  finding(
    118,
    "info",
    "acronym-late",
    "NAB is explained only later: it is used once before that. Explain it here.",
    {
      related: [{ line: 148, message: "Explained here, where nobody looks for it any more." }],
    },
  ),
];

describe("a section", () => {
  test("has a line number, a word and a message a finding, and the rule at the right", () => {
    expect(printed(findings, 80)).toMatchInlineSnapshot(`
      "papers/a.paper.md

          line 8  must fix      The total is £629,063.98, but the 8 rows add up to
                                £629,063.80: 18p different.                table-total
         line 16  please check  Paragraph 2 is not numbered in the house form.
                                                    paragraph-marker (can be repaired)
        line 118  suggestion    NAB is explained only later: it is used once before
                                that. Explain it here.                    acronym-late
                                line 148: Explained here, where nobody looks for it
                                          any more.

      "
    `);
  });

  test("grows wider, but not wider than one reads with ease", () => {
    expect(printed(findings, 120)).toMatchInlineSnapshot(`
      "papers/a.paper.md

          line 8  must fix      The total is £629,063.98, but the 8 rows add up to £629,063.80: 18p different.     table-total
         line 16  please check  Paragraph 2 is not numbered in the house form.              paragraph-marker (can be repaired)
        line 118  suggestion    NAB is explained only later: it is used once before that. Explain it here.        acronym-late
                                line 148: Explained here, where nobody looks for it any more.

      "
    `);
    expect(printed(findings, 500)).toBe(printed(findings, 120));
  });

  test("puts messages under their lines on a narrow terminal", () => {
    expect(printed(findings, 40)).toMatchInlineSnapshot(`
      "papers/a.paper.md

        line 8  must fix
          The total is £629,063.98, but the 8
          rows add up to £629,063.80: 18p
          different.               table-total

        line 16  please check
          Paragraph 2 is not numbered in the
          house form.
            paragraph-marker (can be repaired)

        line 118  suggestion
          NAB is explained only later: it is
          used once before that. Explain it
          here.                   acronym-late
          line 148: Explained here, where
                    nobody looks for it any
                    more.

      "
    `);
  });

  test.each([25, 30, 40, 59, 60, 61, 80, 119])("keeps to %i columns", (columns) => {
    const lines = printed(findings, columns).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
  });

  test("says the same words in colour", () => {
    const esc = String.fromCharCode(27);
    const coloured = printed(findings, 80, true);
    expect(coloured).toContain(`${esc}[31m`);
    expect(coloured.replaceAll(new RegExp(`${esc}\\[\\d+m`, "g"), "")).toBe(printed(findings, 80));
  });
});

describe("the summary", () => {
  const problem = { file: "x.paper.md", sentence: "There is no such file or folder." };

  test.each<[string, Partial<Totals>, string]>([
    ["nothing", {}, "1 paper checked: nothing found."],
    [
      "everything",
      { papers: 3400, found: { error: 5, warning: 1200, info: 1 }, fixable: 4, problems: [problem, problem] },
      "3,400 papers checked: 5 to fix, 1,200 to check, 1 suggestion. 4 can be repaired by board-paper fix. 2 could not be checked.",
    ],
    ["one kind", { found: { error: 0, warning: 0, info: 20 } }, "1 paper checked: 20 suggestions."],
    ["no paper at all", { papers: 0 }, "There was no paper to check."],
    ["no paper that could be read", { papers: 0, problems: [problem] }, ""],
  ])("%s", (_name, totals, sentence) => {
    const texts: string[] = [];
    const all = { papers: 1, found: { error: 0, warning: 0, info: 0 }, fixable: 0, problems: [], ...totals };
    stylish(outputTo(texts, 500, false), { counting: [] }).end(all);
    expect(texts.join("").trimEnd().replaceAll("\n", " ")).toBe(sentence);
  });
});

function finding(
  line: number,
  severity: FindingRecord["severity"],
  rule: string,
  message: string,
  more: Partial<FindingRecord> = {},
): FindingRecord {
  const place = { line, column: 1, endLine: line, endColumn: 2 };
  return { file: "a.paper.md", rule, severity, message, ...place, fixable: false, related: [], ...more };
}

function printed(records: readonly FindingRecord[], columns: number, colour = false): string {
  const texts: string[] = [];
  const report = checkPaper(parsePaper(""), defaultSettings);
  const paper = { file: "papers/a.paper.md", report, findings: records };
  stylish(outputTo(texts, columns, colour), { counting: [] }).paper(paper);
  return texts.join("");
}

function outputTo(texts: string[], columns: number, colour: boolean): Output {
  return {
    write: (content) => void texts.push(String(content)),
    isTerminal: true,
    columns,
    colour,
    closed: false,
  };
}
