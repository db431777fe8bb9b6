// Five published papers, where they are at hand beside the checkout; elsewhere these tests are skipped.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  checkPaper,
  defaultSettings,
  type Finding,
  isPaper,
  paperText,
  parsePaper,
  rangeOf,
  updatePaper,
} from "../src/index.js";
import { blockLeaves, wholeLeaves } from "./support/leaves.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const corpus = join(root, "../shared/corpus/papers");
const names = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith(".md")) : [];

function read(name: string): string {
  return readFileSync(join(corpus, name), "utf8");
}

const reports = names.map((name) => ({ name, report: checkPaper(parsePaper(read(name)), defaultSettings) }));

function found(rule: string): { name: string; line: number; finding: Finding }[] {
  return reports.flatMap(({ name, report }) =>
    report.findings
      .filter((finding) => finding.rule === rule)
      .map((finding) => ({ name, line: (rangeOf(report.paper, finding.at)?.start.line ?? -1) + 1, finding })),
  );
}

describe.skipIf(names.length === 0)("the published papers", () => {
  test("two totals do not add up, and no other table is called out", () => {
    const totals = found("table-total").map(({ name, finding }) => `${name.slice(0, 10)} ${finding.message}`);
    expect(totals).toEqual([
      "2019-07-23 The total is 7,764, but the 4 rows add up to 8,260: 496 different. Check which is right.",
      "2020-08-19 The total is £738,810.53, but the 16 rows add up to £738,810.82: 29p different. Check which is right.",
    ]);
  });

  test("one paragraph steps back and one is missing; themes and numbered table rows are no restarts", () => {
    const breaks = found("paragraph-sequence").map(({ name, finding }) => [
      name.slice(0, 4),
      finding.message.split(". ")[0],
    ]);
    expect(breaks).toEqual([
      ["2020", "Paragraph 27 is followed by 23; it should be 28"],
      ["2021", "Paragraph 212 is followed by 214; it should be 213."],
    ]);
  });

  test("one meeting is on another weekday than its date, and one is on a Sunday", () => {
    const dates = found("date-weekday").map(({ line, finding }) => [line, finding.severity, finding.message]);
    expect(dates).toEqual([
      [4, "error", "19 August 2020 is a Wednesday, not a Tuesday. Check the day and the date."],
      [4, "info", "The meeting is on a Sunday. Check the date."],
    ]);
  });

  test.for([
    "said-did-pair",
    "reference-unresolved",
    "heading-level",
    "paragraph-marker",
    "acronym-redefined",
  ])("%s finds nothing", (rule) => {
    expect(found(rule).map((it) => it.finding.message)).toEqual([]);
  });

  test.for(names)(
    "%s: blocks parse as the whole does, and an edit there and back changes nothing",
    (name) => {
      const text = read(name);
      expect(blockLeaves(text)).toEqual(wholeLeaves(text));
      const paper = parsePaper(text);
      const middle = Math.floor(text.length / 2);
      const back = updatePaper(paper, [
        { start: middle, end: middle, text: "\n\n" },
        { start: middle, end: middle + 2, text: "" },
      ]);
      expect(paperText(back)).toBe(text);
      const say = (it: typeof paper): string[] =>
        checkPaper(it, defaultSettings).findings.map((finding) => finding.message);
      expect(say(back)).toEqual(say(paper));
    },
  );
});

describe("Markdown that is no paper", () => {
  const readmes = readdirSync(join(root, "node_modules"))
    .map((name) => join(root, "node_modules", name, "README.md"))
    .filter((path) => existsSync(path));
  const own = [
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    ...readdirSync(join(root, "docs"))
      .filter((it) => it.endsWith(".md"))
      .map((it) => `docs/${it}`),
  ];

  test("the project's own pages and other packages' are none", () => {
    const pages = [...own.map((name) => join(root, name)), ...readmes];
    expect(pages.length).toBeGreaterThan(20);
    for (const page of pages) expect(isPaper(page, readFileSync(page, "utf8")), page).toBe(false);
  });
});
