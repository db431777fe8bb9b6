// "Keep as it is": the comment silences its finding and nothing else, and the paper says what it said.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  applyEdits,
  checkPaper,
  defaultSettings,
  type Finding,
  keepEdits,
  paperText,
  parsePaper,
  type Report,
  rules,
} from "../src/index.js";
import { check, readFixture } from "./support/fixture.js";
import { generatePaper } from "./support/generate-paper.js";
import { wholeLeaves } from "./support/leaves.js";
import { applyInTurn, randomEdits } from "./support/random-edits.js";

const folder = fileURLToPath(new URL("../../test-fixtures/rules", import.meta.url));
const cases = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .sort();

function source(name: string): string {
  return readFixture(readFileSync(join(folder, name), "utf8")).source;
}

/** The text with the finding kept, or `undefined`. */
function kept(report: Report, finding: Finding, reason: string): string | undefined {
  const edits = keepEdits(report.paper, finding, reason);
  return edits && applyEdits(paperText(report.paper), edits);
}

/** What a reader sees: every leaf of the tree but comments, with the containers around it. */
function seen(text: string): unknown[] {
  return wholeLeaves(text)
    .filter(([type]) => type !== "html")
    .map(([type, path, , , value]) => [type, path, value]);
}

const say = (it: Finding): string => `${it.rule} ${it.severity} ${it.message}`;

/** Keeps each finding of a text in turn, and gives how many could not be kept. */
function keepEach(text: string, most = Number.POSITIVE_INFINITY): { kept: number; refused: string[] } {
  const report = check(text);
  const refused: string[] = [];
  let count = 0;
  const before = [...report.findings, ...report.silenced.map((it) => it.finding)].map(say).sort();
  for (const finding of report.findings.slice(0, most)) {
    const after = kept(report, finding, "As agreed -- by the board.");
    if (after === undefined) {
      refused.push(say(finding));
      continue;
    }
    count++;
    const next = check(after);
    const silenced = next.silenced.map((it) => it.finding);
    const where = `${say(finding)}\n${after}`;
    expect([...next.findings, ...silenced].map(say).sort(), where).toEqual(before);
    const fresh = difference(
      silenced.map(say),
      report.silenced.map((it) => say(it.finding)),
    );
    expect(fresh, where).toContain(say(finding));
    expect(new Set(fresh.map((it) => it.split(" ")[0])), where).toEqual(new Set([finding.rule]));
    expect(seen(after), where).toEqual(seen(text));
  }
  return { kept: count, refused };
}

/** The first list without one of each of the second. */
function difference(all: readonly string[], those: readonly string[]): string[] {
  const left = [...all];
  for (const it of those) left.splice(left.indexOf(it), 1);
  return left;
}

describe("every finding of", () => {
  test.for(cases)("%s is kept alone, and the paper says the same", (name) => {
    keepEach(source(name));
  });

  test("generated papers with random edits is kept alone, or not at all", { timeout: 300_000 }, () => {
    const sum = { kept: 0, refused: 0 };
    for (let n = 0; n < 25; n++) {
      const { text } = generatePaper({ seed: n, paragraphs: 8 });
      const edited = applyInTurn(text, randomEdits(n + 500, text, 12));
      const { kept: count, refused } = keepEach(edited, 6);
      sum.kept += count;
      sum.refused += refused.length;
    }
    expect(sum.kept).toBeGreaterThan(20);
    expect(sum.refused).toBeLessThan(sum.kept / 4);
  });

  test("the fixtures with CRLF can nearly always be kept", { timeout: 300_000 }, () => {
    const all = cases.map((name) => keepEach(source(name).replaceAll("\n", "\r\n"), 5));
    const refused = all.flatMap((it) => it.refused);
    const sum = all.reduce((count, it) => count + it.kept, 0);
    expect(refused.length, refused.join("\n")).toBeLessThan(sum / 50);
  });
});

describe("a rule's own example", () => {
  const examples = rules.flatMap((rule) =>
    rule.examples.map((example, i): [string, string, string] => [`${rule.id} ${i}`, rule.id, example.bad]),
  );

  test.for(examples)("%s: a suppression with a reason silences exactly it", ([, id, bad]) => {
    const overrides = { [id]: { severity: "warning" } } as const;
    const settings = { ...defaultSettings, overrides };
    const report = checkPaper(parsePaper(bad), settings);
    const finding = report.findings.find((it) => it.rule === id);
    const text = finding && kept(report, finding, "The board knows.");
    expect(text).toMatch(new RegExp(`<!-- board-paper-[a-z-]+ (?:.* )?${id} -- .*The board knows\\. -->`));
    const next = checkPaper(parsePaper(text ?? ""), settings);
    expect(next.silenced.map((it) => it.finding.rule)).toEqual([id]);
    expect(next.findings.map(say)).toEqual(report.findings.filter((it) => it !== finding).map(say));
  });

  test.for(rules.map((it) => it.id))("%s: one that is not needed is reported", (id) => {
    const text = `<!-- board-paper-disable-next-line ${id} -- Once it was. -->\n\nAll is well here.\n`;
    const overrides = { [id]: { severity: "warning" }, "suppression-unused": { severity: "info" } } as const;
    const settings = { ...defaultSettings, overrides };
    const found = checkPaper(parsePaper(text), settings).findings.filter(
      (it) => it.rule === "suppression-unused",
    );
    expect(found.map((it) => it.message)).toEqual([
      expect.stringContaining(`${id} finds nothing in the lines below`),
    ]);
  });
});
