// What the rules of order look at: headings, paragraph numbers, pairs and labels, over the whole paper.
// It is made again only when the digest of what it is made of changes; blocks are named by their index,
// so that an edit of other words leaves it the very same value.

import { memo } from "../text/memo.js";
import type { Block } from "./block.js";
import type { Chunk } from "./chunk.js";
import type { Heading } from "./facts.js";
import type { Label } from "./labels.js";
import { type MarkPlace, type NumberedParagraph, numberParagraphs } from "./numbering.js";
import type { PairHalf } from "./pairs.js";
import type { Paper } from "./paper.js";
import type { LabelKind } from "./references.js";

/** A fact and the index of its block. */
export type Indexed<Fact> = Fact & { readonly block: number };

/** The order of a paper. */
export interface Outline {
  readonly headings: readonly Indexed<{ readonly heading: Heading }>[];
  readonly paragraphs: readonly NumberedParagraph[];
  readonly halves: readonly Indexed<{ readonly half: PairHalf }>[];
  readonly labels: readonly Indexed<{ readonly label: Label }>[];
  /** For each block, whether it has words beside headings. */
  readonly content: readonly boolean[];
  readonly tables: number;
}

const appendix = /^(?:appendix|annex)\b/i;

/** The outline, and the digest by which the next version can tell whether it still holds. */
export interface DigestedOutline {
  readonly outline: Outline;
  readonly digest: readonly string[];
}

/** The outline of a paper; `previous` is that of an earlier version, given back where it still holds. */
export function outlineOf(paper: Paper, previous?: DigestedOutline): DigestedOutline {
  const digest = paper.chunks.map(chunkDigest);
  if (previous && sameText(previous.digest, digest)) return previous;
  return { outline: buildOutline(paper.chunks.flatMap((chunk) => chunk.blocks)), digest };
}

/** The names of a kind that references can point to, in the paper's order. */
export function namesOf(outline: Outline, kind: LabelKind): ReadonlySet<string> {
  return namesByKind(outline)[kind];
}

const namesByKind = memo((outline: Outline): Readonly<Record<LabelKind, ReadonlySet<string>>> => {
  const labelled = (kind: LabelKind): Set<string> =>
    new Set(outline.labels.filter(({ label }) => label.kind === kind).map(({ label }) => label.name));
  const paragraph = new Set(outline.paragraphs.map((it) => String(it.mark.ordinal)));
  return { paragraph, table: labelled("table"), figure: labelled("figure"), appendix: labelled("appendix") };
});

function sameText(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === b.length && a.every((it, i) => it === b[i])) return true;
  // Chunks may have been cut anew around the same blocks.
  const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, it) => sum + it.length, 0);
  return lengthOf(a) === lengthOf(b) && a.join("") === b.join("");
}

const blockDigest = memo(({ facts, text }: Block): string => {
  const { headings, marks, pair, labels, introduces, hasContent, tables } = facts;
  const plain = headings.length + marks.length + labels.length + tables.length === 0 && !pair;
  const ends = `${introduces ? ":" : ""}${hasContent ? "." : ""}${endsTight(text) ? "" : "_"}`;
  return plain ? `${ends};` : `${JSON.stringify([headings, marks, pair, labels, tables.length])}${ends};`;
});

const chunkDigest = memo((chunk: Chunk): string => chunk.blocks.map(blockDigest).join(""));

function endsTight(text: string): boolean {
  return !/\n[ \t]*\r?\n[ \t]*$/.test(text.slice(-64));
}

function buildOutline(blocks: readonly Block[]): Outline {
  const headings: Indexed<{ heading: Heading }>[] = [];
  const halves: Indexed<{ half: PairHalf }>[] = [];
  const labels: Indexed<{ label: Label }>[] = [];
  const marks: MarkPlace[] = [];
  let opensAppendix = false;
  let tables = 0;
  blocks.forEach(({ facts }, block) => {
    const before = blocks[block - 1];
    facts.marks.forEach((mark, i) => {
      const introduced = i === 0 && (before?.facts.introduces ?? false);
      const tight =
        i > 0 || (before !== undefined && before.facts.marks.length > 0 && endsTight(before.text));
      marks.push({ block, mark, section: headings.length, opensAppendix, introduced, tight });
      opensAppendix = false;
    });
    for (const heading of facts.headings) {
      opensAppendix = appendix.test(heading.text.trim());
      headings.push({ block, heading });
    }
    if (facts.pair) halves.push({ block, half: facts.pair });
    for (const label of facts.labels) labels.push({ block, label });
    tables += facts.tables.length;
  });
  const content = blocks.map(({ facts }) => facts.hasContent);
  return { headings, paragraphs: numberParagraphs(marks), halves, labels, content, tables };
}
