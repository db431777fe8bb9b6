// What an edit costs, counted: it must not depend on how long the paper is.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Block, parsePaper, positionAt } from "@board-papers/core";
import { describe, expect, test } from "vitest";
import { blockEntries } from "../../core/src/lint/keys.js";
import { generatePaper } from "../../core/test/support/generate-paper.js";
import type { Work } from "../src/protocol.js";
import { type ClientDocument, startServer } from "./harness.js";

/** Long enough to read the longest paper here for the first time on a busy machine. */
const patience = 240_000;
const edits = 24;

/** The start of a letter inside a word at, or behind, each of so many evenly spread places. */
function insideWords(text: string): number[] {
  return Array.from({ length: edits }, (_, i) => {
    let at = Math.floor(((i + 0.5) * text.length) / edits);
    while (!/^[a-z]{3}$/.test(text.slice(at - 1, at + 2))) at++;
    return at;
  });
}

/** The work of typing one letter in each of these places, the later ones first so that they stay where they are. */
async function typeLetters(document: ClientDocument, places: readonly number[]): Promise<Work[]> {
  const works: Work[] = [];
  for (const at of places.toReversed()) {
    document.edit({ start: at, end: at, text: "e" });
    await document.pull();
    const work = await document.work();
    if (!work) throw new Error("The document is no paper.");
    expect(work.version).toBe(document.version);
    expect(work.details).toBe(0);
    works.push(work);
  }
  return works;
}

/** The most keys that an edit in this place can touch: its block's, before and after, and the plural beside each acronym. */
function mostKeys(text: string, at: number): number {
  const paper = parsePaper(text);
  const { line } = positionAt(paper, at);
  const block = blockOfLine(paper, line);
  const keys = [...blockEntries(block).keys()];
  const acronyms = keys.filter((key) => key.startsWith("acronym ")).length;
  return 2 * (keys.length + 1) + acronyms;
}

function blockOfLine({ chunks, starts }: ReturnType<typeof parsePaper>, line: number): Block {
  for (const [i, chunk] of chunks.entries()) {
    const from = starts[i]?.line ?? 0;
    if (line >= from + chunk.lineCount) continue;
    const block = chunk.blocks.findLast((_, j) => from + (chunk.lines[j] ?? 0) <= line);
    if (block) return block;
  }
  throw new Error("The paper has no such line.");
}

function sum(works: readonly Work[], count: keyof Work): number {
  return works.reduce((total, work) => total + work[count], 0);
}

describe("one letter in a generated paper", () => {
  test("costs its own blocks and keys, in 2 MB as in 200 KB", { timeout: patience }, async () => {
    const server = await startServer();
    const costs = new Map<number, Work[]>();
    for (const bytes of [200_000, 2_000_000]) {
      const { text } = generatePaper({ seed: 7, bytes });
      const document = server.open(text);
      const first = await document.work();
      expect(first?.parsed).toBeGreaterThan(bytes / 1000);
      const places = insideWords(text);
      const works = await typeLetters(document, places);
      costs.set(bytes, works);
      document.close();
      for (const work of works) {
        expect(work.split).toBeLessThanOrEqual(2);
        expect(work.parsed).toBeLessThanOrEqual(2);
        expect(work.blocks).toBeLessThanOrEqual(3);
      }
      if (bytes < 1_000_000) {
        for (const [i, at] of places.toReversed().entries())
          expect(works[i]?.keys).toBeLessThanOrEqual(mostKeys(text, at));
      }
    }
    for (const count of ["split", "parsed", "blocks", "keys", "sequences", "converted"] as const) {
      const [small = [], large = []] = costs.values();
      expect(sum(large, count), count).toBeLessThanOrEqual(1.5 * Math.max(sum(small, count), edits));
    }
  });
});

const annualReport = fileURLToPath(
  new URL("../../../shared/corpus/papers/2021-09-26-annual-report.paper.md", import.meta.url),
);

test.skipIf(!existsSync(annualReport))(
  "one letter in the annual report costs its own blocks (needs the corpus of published papers)",
  { timeout: patience },
  async () => {
    const server = await startServer();
    const text = readFileSync(annualReport, "utf8");
    const document = server.open(text);
    const { length } = await document.diagnostics();
    for (const work of await typeLetters(document, insideWords(text))) {
      expect(work.split).toBeLessThanOrEqual(2);
      expect(work.parsed).toBeLessThanOrEqual(2);
      // Itself, those beside it, and the paragraph with the colon that introduces its list.
      expect(work.blocks).toBeLessThanOrEqual(4);
      expect(work.converted).toBeLessThanOrEqual(length);
    }
  },
);

test("what was found in other blocks is not converted again", async () => {
  const server = await startServer();
  const lines = Array.from(
    { length: 20 },
    (_, i) => `${i + 1}. Panel ${i + 1} met on Monday 17 November 2020.\n\n`,
  );
  const document = server.open(lines.join(""), { uri: "file:///dates.paper.md" });
  expect((await document.work())?.converted).toBeGreaterThanOrEqual(20);
  document.replace("met", "came together");
  expect((await document.work())?.converted).toBeLessThanOrEqual(2);
});
