// What the rules of order look at: headings, paragraph numbers, pairs and labels, over the whole paper.
// It is made again only when the digest of what it is made of changes; blocks are named by their index,
// so that an edit of other words leaves it the very same value.

import { memo } from "../text/memo.js";
import type { Span } from "../text/span.js";
import type { Block } from "./block.js";
import type { Chunk } from "./chunk.js";
import { isComment, withoutEndComments } from "./comments.js";
import type { Heading } from "./facts.js";
import type { Label } from "./labels.js";
import type { MarkPlace } from "./mark-groups.js";
import { type NumberedParagraph, numberParagraphs } from "./numbering.js";
import type { PairHalf } from "./pairs.js";
import type { Paper } from "./paper.js";
import { proseStart } from "./prose.js";
import type { LabelKind } from "./references.js";
import { isNumberedBySection, type PlacedSectionNumber } from "./section-sequence.js";
import type { Table } from "./tables.js";
import { type LineTitle, lineTitle } from "./titles.js";

/** A fact and the index of its block. */
export type Indexed<Fact> = Fact & { readonly block: number };

/** A heading, and whether it is written with number signs and not underlined. */
export interface PlacedHeading {
  readonly heading: Heading;
  readonly marked: boolean;
}

/** The order of a paper. */
export interface Outline {
  readonly headings: readonly Indexed<PlacedHeading>[];
  readonly paragraphs: readonly NumberedParagraph[];
  /** Numbers by section, in a paper that has them: 1.1, 1.2, 2.1. */
  readonly sectionNumbers: readonly PlacedSectionNumber[];
  readonly halves: readonly Indexed<{ readonly half: PairHalf }>[];
  readonly labels: readonly Indexed<{ readonly label: Label }>[];
  /** Lines of their own that may be titles, though they are no headings. */
  readonly titles: readonly Indexed<{ readonly title: LineTitle }>[];
  /** Paragraphs at the margin that have no number, and where their first word ends. */
  readonly prose: readonly Indexed<{ readonly firstWord: number }>[];
  /** For each block, whether it has words beside headings. */
  readonly content: readonly boolean[];
  readonly tables: readonly Indexed<PlacedTable>[];
}

/** Where a table stands, and how large it is. */
export interface PlacedTable {
  /** Where the words of its heading row stand, and, where that has none, its first sign. */
  readonly span: Span;
  readonly columns: number;
  /** Whether it has two rows or more under its headings. */
  readonly hasRows: boolean;
}

const appendix = /^(?:appendix|appendices|annexe?s?)\b/i;

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
  const subparagraph = isNumberedBySection(outline.sectionNumbers)
    ? new Set(outline.sectionNumbers.map((it) => it.name))
    : new Set<string>();
  return {
    paragraph,
    subparagraph,
    table: labelled("table"),
    figure: labelled("figure"),
    appendix: labelled("appendix"),
  };
});

function sameText(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === b.length && a.every((it, i) => it === b[i])) return true;
  // Chunks may have been cut anew around the same blocks.
  const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, it) => sum + it.length, 0);
  return lengthOf(a) === lengthOf(b) && a.join("") === b.join("");
}

const blockDigest = memo((block: Block): string => {
  const { headings, marks, sectionNumbers, pair, labels, hasContent, tables } = block.facts;
  const plain =
    headings.length + marks.length + sectionNumbers.length + labels.length + tables.length === 0 && !pair;
  const content = isProse(block) ? "," : hasContent ? "." : "";
  const comment = isComment(block) ? "!" : "";
  const title = lineTitle(block);
  const prose = proseStart(block);
  const end = endsTight(block.text) ? "" : "_";
  const ends = `${prose > 0 ? prose : ""}${title ? JSON.stringify(title) : ""}${introducesList(block) ? ":" : ""}${content}${end}${comment};`;
  if (plain) return ends;
  const marked = headings.map((it) => isMarked(it, block));
  const facts = [block.kind, headings, marked, marks, sectionNumbers, pair, labels, tables.map(placeTable)];
  return JSON.stringify(facts) + ends;
});

const chunkDigest = memo((chunk: Chunk): string => chunk.blocks.map(blockDigest).join(""));

function endsTight(text: string): boolean {
  return !/\n[ \t]*\r?\n[ \t]*$/.test(withoutEndComments(text).slice(-64));
}

/** Whether a heading is written with number signs, and not underlined. */
function isMarked({ span }: Heading, { text }: Block): boolean {
  return text.charAt(span.start) === "#";
}

/** Whether a block is a paragraph without a number, and no caption. */
function isProse({ kind, facts }: Block): boolean {
  const { marks, tables, labels, hasContent } = facts;
  return kind === "paragraph" && hasContent && marks.length + tables.length + labels.length === 0;
}

/** Whether a block leads up to a list: by a colon, by words that ask for one, or as the heading of one. */
const introducesList = memo(({ facts, text }: Block): boolean => {
  const heading = facts.hasContent ? undefined : facts.headings.at(-1);
  if (heading) return listHeading.test(heading.text);
  return facts.introduces || asksForList.test(withoutEndComments(text).trimEnd().slice(-80));
});

const listHeading = /^\W*(?:\d+[.)]?\s+)?(?:recommendations?|decisions?|resolutions?|contents|agenda)\b/i;
const asksForList =
  /\b(?:asked|invited|recommended|requested|resolves|resolved|agrees|agreed) (?:to|that)[*_ .…-]*$/i;

/** What is taken from one block after another; the rest of the outline needs all of them. */
type Gathered = {
  -readonly [Key in Exclude<keyof Outline, "paragraphs" | "content">]: Outline[Key][number][];
};

function buildOutline(blocks: readonly Block[]): Outline {
  const gathered: Gathered = {
    headings: [],
    sectionNumbers: [],
    halves: [],
    labels: [],
    titles: [],
    prose: [],
    tables: [],
  };
  const marks: MarkPlace[] = [];
  const appendices = new AppendixCount();
  let unnumbered = 0;
  let before: Block | undefined;
  blocks.forEach((block, index) => {
    if (isComment(block)) return;
    const place = { block: index, section: gathered.headings.length, appendix: appendices.current };
    block.facts.marks.forEach((mark, i) => {
      marks.push({ ...place, mark, ...besideMark(before, i) });
    });
    gather(block, index, gathered);
    appendices.pass(block);
    if (isUnnumbered(block)) unnumbered++;
    before = block;
  });
  const content = blocks.map(({ facts }) => facts.hasContent);
  return { ...gathered, paragraphs: numberParagraphs(marks, unnumbered), content };
}

/** How the mark of that index in its block follows on from the block before. */
function besideMark(before: Block | undefined, i: number): Pick<MarkPlace, "introduced" | "tight"> {
  if (i > 0) return { introduced: false, tight: true };
  if (!before) return { introduced: false, tight: false };
  return {
    introduced: introducesList(before),
    tight: before.facts.marks.length > 0 && endsTight(before.text),
  };
}

function gather(
  block: Block,
  index: number,
  { headings, sectionNumbers, halves, labels, titles, prose, tables }: Gathered,
): void {
  const { facts } = block;
  const title = lineTitle(block);
  const firstWord = proseStart(block);
  for (const heading of facts.headings)
    headings.push({ block: index, heading, marked: isMarked(heading, block) });
  for (const it of facts.sectionNumbers) sectionNumbers.push({ ...it, block: index });
  if (facts.pair) halves.push({ block: index, half: facts.pair });
  for (const label of facts.labels) labels.push({ block: index, label });
  if (title) titles.push({ block: index, title });
  if (firstWord > 0) prose.push({ block: index, firstWord });
  for (const table of facts.tables) tables.push({ block: index, ...placeTable(table) });
}

/** Whether a block is a paragraph with neither a number nor a label. */
function isUnnumbered({ kind, facts }: Block): boolean {
  return kind === "paragraph" && facts.hasContent && facts.marks.length + facts.labels.length === 0;
}

function placeTable({ span, rows: [heading = [], ...body], columns }: Table): PlacedTable {
  const end = Math.max(heading.at(-1)?.span.end ?? 0, span.start + 1);
  return { span: { start: span.start, end }, columns, hasRows: body.length > 1 };
}

/** Counts appendices. One ends at a heading as high as its own that opens none. */
class AppendixCount {
  current = 0;
  #count = 0;
  #depth = 0;

  pass({ kind, facts }: Block): void {
    for (const { depth, text } of facts.headings) this.#passTitle(depth, text);
    if (kind !== "paragraph") return;
    for (const label of facts.labels) if (label.kind === "appendix") this.#passTitle(2, "appendix");
  }

  #passTitle(depth: number, text: string): void {
    if (appendix.test(text.trim())) {
      this.current = ++this.#count;
      this.#depth = depth;
    } else if (depth <= this.#depth) this.current = 0;
  }
}

/** The index of the block in which the first appendix begins; infinite where there is none. */
export const appendixAt = memo(({ headings, labels }: Outline): number => {
  const heading = headings.find((it) => /^\W*(?:appendix|appendices|annexe?s?)\b/i.test(it.heading.text));
  const label = labels.find((it) => it.label.kind === "appendix" && it.label.place !== "cell");
  return Math.min(heading?.block ?? Number.POSITIVE_INFINITY, label?.block ?? Number.POSITIVE_INFINITY);
});
