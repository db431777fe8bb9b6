import { describe, expect, test } from "vitest";
import {
  type CheckWork,
  checkPaper,
  defaultSettings,
  type ParseWork,
  parsePaper,
  type Report,
  updatePaper,
} from "../src/index.js";
import { generatePaper } from "./support/generate-paper.js";

interface Work extends ParseWork, CheckWork {}

/** What 60 one-character edits inside words, spread over the paper, cost together. */
function workOf(bytes: number): Work {
  const { text } = generatePaper({ seed: 7, bytes });
  let paper = parsePaper(text);
  let report: Report = checkPaper(paper, defaultSettings);
  const sum = { split: 0, parsed: 0, blocks: 0, tables: 0, keys: 0, sequences: 0, details: 0 };
  // From the end, so that an edit does not move the places of the next ones.
  for (let i = edits; i >= 1; i--) {
    const from = insideProse(text, Math.floor((i * text.length) / (edits + 2)));
    paper = updatePaper(paper, [{ start: from, end: from, text: "x" }]);
    report = checkPaper(paper, defaultSettings, report);
    const work: Work = { ...paper.work, ...report.work };
    expect(work.split).toBeLessThanOrEqual(2);
    expect(work.parsed).toBeLessThanOrEqual(2);
    expect(work.blocks).toBeLessThanOrEqual(4);
    expect(work.tables).toBeLessThanOrEqual(1);
    for (const key of Object.keys(sum) as (keyof Work)[]) sum[key] += work[key];
  }
  return sum;
}

const edits = 60;

/** An offset inside the word "the" in a long line, which is no heading and no caption. */
function insideProse(text: string, from: number): number {
  for (let at = text.indexOf(" the ", from); ; at = text.indexOf(" the ", at + 1)) {
    const start = text.lastIndexOf("\n", at);
    const line = text.slice(start, text.indexOf("\n", at));
    if (line.length > 150 && !/^\s*[#|*]/.test(line)) return at + 3;
  }
}

describe("a one-character edit", () => {
  test("splits and parses at most two blocks; at 2 MB it costs at most 1.5 times what it costs at 200 KB", () => {
    const small = workOf(200_000);
    const large = workOf(2_000_000);
    for (const key of Object.keys(small) as (keyof Work)[]) {
      expect(large[key], key).toBeLessThanOrEqual(1.5 * Math.max(edits / 5, small[key]));
    }
  });

  test("judges only the keys of the edited block", () => {
    const { text } = generatePaper({ seed: 7, bytes: 200_000 });
    const before = parsePaper(text);
    const report = checkPaper(before, defaultSettings);
    const from = insideProse(text, text.length / 2);
    const after = updatePaper(before, [{ start: from, end: from, text: "x" }]);
    const oldBlocks = new Set(before.chunks.flatMap((chunk) => chunk.blocks));
    const edited = after.chunks.flatMap((chunk) => chunk.blocks).filter((block) => !oldBlocks.has(block));
    const { uses, definitions, references } = edited[0]?.facts ?? {
      uses: [],
      definitions: [],
      references: [],
    };
    const names = new Set([...uses, ...definitions].map((it) => it.key));
    const most = 2 * names.size + definitions.length + references.flatMap((it) => it.names).length;
    expect(edited).toHaveLength(1);
    expect(checkPaper(after, defaultSettings, report).work.keys).toBeLessThanOrEqual(most);
  });

  test("asks about the paper's details only where they change", () => {
    const text = "---\ntemplate: spcb\ntitle: Budget\n---\n\n1. The budget is in balance.\n";
    const edited = (from: Report, at: number): Report =>
      checkPaper(updatePaper(from.paper, [{ start: at, end: at, text: "s" }]), defaultSettings, from);
    const opened = checkPaper(parsePaper(text), defaultSettings);
    const typed = edited(opened, text.indexOf(" is in"));
    const renamed = edited(typed, text.indexOf("title") + 5);
    expect([opened, typed, renamed].map((it) => it.work.details)).toEqual([1, 0, 1]);
    const messages = renamed.findings
      .filter((it) => it.rule === "frontmatter-invalid")
      .map((it) => it.message);
    expect(messages).toContain('"titles" is not a field of paper details. Did you mean "title"?');
    expect(messages).toHaveLength(
      checkPaper(renamed.paper, defaultSettings).findings.filter((it) => it.rule === "frontmatter-invalid")
        .length,
    );
  });

  test("leaves the findings of other blocks the same objects", () => {
    const table = "| Body | Cost |\n| --- | ---: |\n| QXZ | 1 |\n| ZQX | 2 |\n";
    const text = `1. We met on Monday 17 November 2020.\n\n${table}\n3. See paragraph 9 of the WQZ report.\n\n4. More words.\n`;
    const opened = checkPaper(parsePaper(text), defaultSettings);
    const at = text.indexOf(" words");
    const typed = checkPaper(
      updatePaper(opened.paper, [{ start: at, end: at, text: "x" }]),
      defaultSettings,
      opened,
    );
    const messages = opened.findings.map((it) => it.message);
    expect(messages).toContainEqual(expect.stringMatching(/QXZ.*ZQX/));
    expect(messages.length).toBeGreaterThan(4);
    expect(typed.findings.map((it) => opened.findings.indexOf(it))).toEqual([...opened.findings.keys()]);
  });

  test("leaves all other blocks the same objects", () => {
    const { text } = generatePaper({ seed: 3, bytes: 200_000 });
    const before = parsePaper(text);
    const from = insideProse(text, text.length / 2);
    const after = updatePaper(before, [{ start: from, end: from, text: "x" }]);
    const kept = new Set(before.chunks.flatMap((chunk) => chunk.blocks));
    const fresh = after.chunks.flatMap((chunk) => chunk.blocks).filter((block) => !kept.has(block));
    expect(fresh).toHaveLength(1);
  });

  test("gives back what an opened comment swallowed, without parsing it again", () => {
    const { text } = generatePaper({ seed: 3, bytes: 200_000 });
    const at = text.indexOf("\n\n", text.length / 2) + 2;
    const opened = updatePaper(parsePaper(text), [{ start: at, end: at, text: "<!-- " }]);
    const typed = updatePaper(opened, [{ start: at + 5, end: at + 5, text: "note " }]);
    const closed = updatePaper(typed, [{ start: at + 10, end: at + 10, text: "-->\n\n" }]);
    expect(opened.blockCount).toBeLessThan(closed.blockCount - 100);
    expect(closed.work.split).toBeGreaterThan(100);
    expect(closed.work.parsed).toBeLessThanOrEqual(12);
  });
});
