import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkPaper,
  defaultSettings,
  type Paper,
  paperText,
  parsePaper,
  type Report,
  rangeOf,
  updatePaper,
} from "../src/index.js";
import { generatePaper } from "./support/generate-paper.js";
import { blockLeaves, wholeLeaves } from "./support/leaves.js";
import { randomEdits } from "./support/random-edits.js";

/** 100,000 edits in the long run (`npm run test:long`), a few thousand otherwise. */
const editsPerPaper = 50;
const papers = process.env.LONG === "1" ? 2000 : 40;
/** Milliseconds; a guard against a hang, not a measure. */
const patience = process.env.LONG === "1" ? 7_200_000 : 300_000;
const seed = 20201117;

const fixtures = fileURLToPath(new URL("../../test-fixtures", import.meta.url));
const texts = readdirSync(fixtures, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .sort()
  .map((name) => readFileSync(join(fixtures, name), "utf8").slice(0, 2500));

function startText(n: number): string {
  return n % 2 === 0 ? generatePaper({ seed: n, paragraphs: 5 }).text : (texts[n % texts.length] ?? "");
}

function blocksOf(paper: Paper): string {
  return JSON.stringify(
    paper.chunks.flatMap((chunk) => chunk.blocks.map(({ kind, text, facts }) => [kind, text, facts])),
  );
}

function findingsOf(report: Report): string {
  return JSON.stringify(
    report.findings.map((it) => [
      it.rule,
      it.severity,
      it.message,
      rangeOf(report.paper, it.at),
      it.related.map((other) => [other.message, rangeOf(report.paper, other.at)]),
      it.fixes,
    ]),
    (key, value: unknown) => (key === "block" ? undefined : value),
  );
}

describe("random edits", () => {
  test(`over ${papers} papers of ${editsPerPaper} edits: an updated paper is the paper of the updated text`, {
    timeout: patience,
  }, () => {
    for (let n = 0; n < papers; n++) {
      let text = startText(n);
      let paper = parsePaper(text);
      let report = checkPaper(paper, defaultSettings);
      for (const edit of randomEdits(n, text, editsPerPaper)) {
        text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
        paper = updatePaper(paper, [edit]);
        report = checkPaper(paper, defaultSettings, report);
        const full = parsePaper(text);
        const where = `paper ${n}, edit ${JSON.stringify(edit)}`;
        expect(paperText(paper), where).toBe(text);
        expect(paper.lineCount, where).toBe(full.lineCount);
        expect(blocksOf(paper), where).toBe(blocksOf(full));
        expect(findingsOf(report), where).toBe(findingsOf(checkPaper(full, defaultSettings)));
      }
    }
  });

  test("edits given together are edits given one by one", () => {
    for (let n = 0; n < 10; n++) {
      const text = startText(n);
      const edits = randomEdits(n, text, 20);
      const together = updatePaper(parsePaper(text), edits);
      const inTurn = edits.reduce((paper, edit) => updatePaper(paper, [edit]), parsePaper(text));
      expect(blocksOf(together)).toBe(blocksOf(inTurn));
    }
  });

  test("blocks one by one parse as the whole does, after edits too", { timeout: patience }, () => {
    for (let n = 0; n < papers; n++) {
      let text = startText(n);
      for (const [i, edit] of randomEdits(n + 1000, text, 25).entries()) {
        text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
        if (i % 5 > 0) continue;
        if (differsByParser(text)) break;
        expect(blockLeaves(text), JSON.stringify(text)).toEqual(wholeLeaves(text));
      }
    }
  });
});

/**
 * Texts that the whole-file parser itself reads otherwise than CommonMark says: it drops a byte order mark and
 * shifts all offsets; front matter that is never closed makes it read every later container as words; a number other
 * than 1 behind indented code is read as words, as if the code were a paragraph; and so is, at the start of a quotation or
 * item right behind a paragraph, such a number or an item with nothing in it, as if it interrupted that paragraph itself.
 */
function differsByParser(text: string): boolean {
  const blocks = parsePaper(text).chunks.flatMap((chunk) => chunk.blocks);
  return (
    text.startsWith("\ufeff") ||
    (text.startsWith("---") && blocks[0]?.kind !== "frontMatter") ||
    blocks.some((block, i) => block.kind === "item" && endsInCode.test(blocks[i - 1]?.text ?? "")) ||
    blocks.some((block, i) => oddItemInside.test(block.text) && blocks[i - 1]?.kind === "paragraph")
  );
}

/** A last line that is indented as code is. */
const endsInCode = /(?:^|[\r\n]) *(?: {4}|\t)[^\r\n]*\s*$/;
const oddItemInside =
  /^ {0,3}(?:(?:>|[-+*][ \t]|0*1[.)][ \t])[ \t]*)+(?:(?:[-+*]|\d{1,9}[.)])[ \t]*(?:[\r\n]|$)|(?!0*1[.)])\d{1,9}[.)])/;

describe("any text", () => {
  const markdownish = fc.array(
    fc.oneof(
      fc.constantFrom(
        "1. ",
        "2. ",
        "12) ",
        "- ",
        "**3.** ",
        "> ",
        "# ",
        "## ",
        "```\n",
        "---\n",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "|",
        "| --- |\n",
      ),
      fc.constantFrom(
        "We said:",
        "We did:",
        "Table A",
        "paragraph 3",
        "paras 5–7",
        "PCC (Police)",
        "(OPCC)",
        "Total",
        "£1,234.50",
        "Tuesday 31 June 2020",
      ),
      fc.constantFrom(
        "[a]: /x\n",
        "[a]",
        "[^1]",
        "[^1]: note\n",
        "<!--",
        "-->",
        "<div>\n",
        "&amp;",
        "\\",
        "*",
        "_",
        "“",
        "”",
        "\r\n",
        "\u0000",
      ),
      fc.string({ maxLength: 12 }),
      fc.string({ unit: "binary", maxLength: 6 }),
    ),
    { maxLength: 60 },
  );

  test("throws nothing, and places every finding inside itself", { timeout: patience }, () => {
    fc.assert(
      fc.property(markdownish, (pieces) => {
        const text = pieces.join("");
        const report = checkPaper(parsePaper(text), defaultSettings);
        for (const finding of report.findings) expect(rangeOf(report.paper, finding.at)).toBeDefined();
        expect(paperText(report.paper)).toBe(text);
      }),
      { seed, numRuns: papers * 20 },
    );
  });
});
