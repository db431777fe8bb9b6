import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  applyEdits,
  blockAt,
  outlineOf,
  type Paper,
  parsePaper,
  positionAt,
  type Renumbering,
  type RenumberScope,
  renumber,
  spanOf,
  type TextEdit,
} from "../src/index.js";
import { readFixture } from "./support/fixture.js";
import { type GeneratedReference, generatePaper } from "./support/generate-paper.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

function numbersOf(paper: Paper): number[] {
  return outlineOf(paper).outline.paragraphs.map((it) => it.mark.ordinal);
}

function renumbered(text: string, { edits }: Renumbering): string {
  return applyEdits(text, edits) ?? "overlapping edits";
}

/** The words of a text, without its numbers and the room that they take. */
function wordsOf(text: string): string {
  return text.replace(/\d+/g, "#").replace(/^ +/gm, "");
}

describe("fixtures", () => {
  const folder = join(root, "test-fixtures/renumber");

  test.for(readdirSync(folder))("%s", async (name) => {
    const path = join(folder, name);
    const { source, sections } = readFixture(readFileSync(path, "utf8"));
    const answers = sections.map((section) => `//- ${section}\n${answer(source, section)}`);
    await expect(source + answers.join("")).toMatchFileSnapshot(path);
  });

  test.for(readdirSync(folder))("%s: done again, nothing changes", (name) => {
    const { source } = readFixture(readFileSync(join(folder, name), "utf8"));
    const once = renumbered(source, renumber(parsePaper(source), "all"));
    expect(renumber(parsePaper(once), "all")).toEqual({ edits: [], left: [] });
  });

  /** The paper as `renumber`, `renumber this` or `renumber onwards` (from its first break) makes it, and what is left. */
  function answer(source: string, section: string): string {
    const scope = (section.split(" ")[1] ?? "all") as RenumberScope;
    const paper = parsePaper(source);
    const first = outlineOf(paper).outline.paragraphs.find((it) => it.break !== undefined);
    const block = first && blockAt(paper, first.block);
    const from = block && spanOf(paper, { block, span: first.mark.digits })?.start;
    const result = renumber(paper, scope, from);
    const left = result.left.map(({ at, message }) => {
      const line = 1 + positionAt(paper, spanOf(paper, at)?.start ?? 0).line;
      return `left in line ${line}: ${at.block.text.slice(at.span.start, at.span.end)}. ${message}\n`;
    });
    return renumbered(source, result) + left.join("");
  }
});

describe("papers whose numbers are shuffled", () => {
  const seeds = Array.from({ length: 200 }, (_, i) => i + 1);

  test(`${seeds.length} papers: numbers run 1 to n, every reference keeps its target, no word changes`, () => {
    for (const seed of seeds) {
      const generated = generatePaper({ seed, paragraphs: 20 + ((seed * 7) % 60), permuted: true });
      const { text, numbers, references, lookalikes, labelReferences } = generated;
      const paper = parsePaper(text);
      expect(numbersOf(paper), `paper ${seed}`).toEqual(numbers);
      const { edits, left } = renumber(paper, "all");
      const result = renumbered(text, { edits, left });
      expect(left, `paper ${seed}`).toEqual([]);
      expect(wordsOf(result), `paper ${seed}`).toBe(wordsOf(text));
      for (const it of references) {
        expect(targetsOf(followed(it, edits, result)), `paper ${seed}: ${it.text}`).toEqual(it.targets);
      }
      for (const it of [...lookalikes, ...labelReferences])
        expect(followed(it, edits, result), `paper ${seed}`).toBe(it.text);
      const again = parsePaper(result);
      expect(numbersOf(again), `paper ${seed}`).toEqual(numbers.map((_, i) => i + 1));
      expect(renumber(again, "all"), `paper ${seed}`).toEqual({ edits: [], left: [] });
    }
  }, 600_000);

  /** What a reference says in the renumbered text. */
  function followed({ start, text }: GeneratedReference, edits: readonly TextEdit[], result: string): string {
    const moved = (offset: number): number =>
      edits.reduce(
        (sum, it) => (it.end <= offset ? sum + it.text.length - (it.end - it.start) : sum),
        offset,
      );
    return result.slice(moved(start), moved(start + text.length));
  }

  function targetsOf(text: string): number[] {
    const [from = 0, to = 0] = [...text.matchAll(/\d+/g)].map(Number);
    if (/\d(?:–| to )\d/.test(text)) return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    return [...text.matchAll(/\d+/g)].map(Number);
  }
});

const corpus = join(root, "../shared/corpus/papers");
const published = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith(".md")) : [];

describe.skipIf(published.length === 0)("the published papers", () => {
  test.for(published)("%s: numbers run 1 to n, no word changes, and done again nothing does", (name) => {
    const text = readFileSync(join(corpus, name), "utf8");
    const result = renumbered(text, renumber(parsePaper(text), "all"));
    const again = parsePaper(result);
    expect(numbersOf(again)).toEqual(numbersOf(again).map((_, i) => i + 1));
    expect(wordsOf(result)).toBe(wordsOf(text));
    expect(renumber(again, "all")).toEqual({ edits: [], left: [] });
  });
});
