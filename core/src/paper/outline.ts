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

function buildOutline(blocks: readonly Block[]): Outline {
  const headings: Indexed<PlacedHeading>[] = [];
  const halves: Indexed<{ half: PairHalf }>[] = [];
  const labels: Indexed<{ label: Label }>[] = [];
  const titles: Indexed<{ title: LineTitle }>[] = [];
  const marks: MarkPlace[] = [];
  const sectionNumbers: PlacedSectionNumber[] = [];
  const appendices = new AppendixCount();
  const tables: Indexed<PlacedTable>[] = [];
  const prose: Indexed<{ firstWord: number }>[] = [];
  let unnumbered = 0;
  let before: Block | undefined;
  blocks.forEach((block, index) => {
    const { facts } = block;
    if (isComment(block)) return;
    facts.marks.forEach((mark, i) => {
      const introduced = i === 0 && before !== undefined && introducesList(before);
      const tight =
        i > 0 || (before !== undefined && before.facts.marks.length > 0 && endsTight(before.text));
      marks.push({
        block: index,
        mark,
        section: headings.length,
        appendix: appendices.current,
        introduced,
        tight,
      });
    });
    for (const heading of facts.headings) {
      appendices.pass(heading.depth, heading.text);
      headings.push({ block: index, heading, marked: isMarked(heading, block) });
    }
    const title = lineTitle(block);
    if (title) titles.push({ block: index, title });
    for (const it of facts.sectionNumbers) sectionNumbers.push({ ...it, block: index });
    if (facts.pair) halves.push({ block: index, half: facts.pair });
    for (const label of facts.labels) {
      labels.push({ block: index, label });
      if (label.kind === "appendix" && block.kind === "paragraph") appendices.pass(2, "appendix");
    }
    for (const table of facts.tables) tables.push({ block: index, ...placeTable(table) });
    if (block.kind === "paragraph" && facts.hasContent && facts.marks.length + facts.labels.length === 0)
      unnumbered++;
    const firstWord = proseStart(block);
    if (firstWord > 0) prose.push({ block: index, firstWord });
    before = block;
  });
  const content = blocks.map(({ facts }) => facts.hasContent);
  return {
    headings,
    paragraphs: numberParagraphs(marks, unnumbered),
    sectionNumbers,
    halves,
    labels,
    titles,
    prose,
    content,
    tables,
  };
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

  pass(depth: number, text: string): void {
    if (appendix.test(text.trim())) {
      this.current = ++this.#count;
      this.#depth = depth;
    } else if (depth <= this.#depth) this.current = 0;
  }
}
