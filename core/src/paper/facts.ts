// What one block says, with positions in the block. The tree it was read from is not kept.

import type { Blockquote, Heading as HeadingNode, Nodes, Paragraph as ParagraphNode, TableCell } from "mdast";
import { toString as plainText } from "mdast-util-to-string";
import { type InlineText, inlineText } from "../markdown/inline.js";
import { normalizeLabel } from "../markdown/labels.js";
import type { Tree } from "../markdown/parse.js";
import type { Span } from "../text/span.js";
import {
  type AcronymDefinition,
  type AcronymGloss,
  type AcronymUse,
  findAcronyms,
  footnoteGlosses,
  glossaryEntry,
} from "./acronyms.js";
import { withoutEndComments } from "./comments.js";
import { findDates, type WrittenDate } from "./dates.js";
import { type Directive, readDirectives } from "./directives.js";
import { findLabel, type Label } from "./labels.js";
import { type Image, type Link, readMarked } from "./links.js";
import { type Mark, readMarks } from "./marks.js";
import { type PairHalf, readPairHalf } from "./pairs.js";
import type { Passage } from "./passages.js";
import { findPlaceholders, isRating, type Placeholder, placeholderOf } from "./placeholders.js";
import { findReferences, type Reference } from "./references.js";
import { readSectionNumbers, type SectionNumber } from "./section-numbers.js";
import { type Cell, readTable, type Table } from "./tables.js";

/** A comment in a heading, or a tag, is none of its words. */
const wordsAlone = { includeHtml: false };

/** A heading: `## Background`. */
export interface Heading {
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  readonly text: string;
  /** The whole heading, marks included. */
  readonly span: Span;
}

/** An acronym's use, and the table of the block whose cell it stands in (from 0). */
export interface PlacedUse extends AcronymUse {
  readonly table?: number;
}

/** The facts of one block. All spans are offsets in the block's text. */
export interface Facts {
  readonly headings: readonly Heading[];
  readonly marks: readonly Mark[];
  /** Numbers by section, such as `3.2`, at the starts of lines. */
  readonly sectionNumbers: readonly SectionNumber[];
  readonly pair: PairHalf | undefined;
  readonly tables: readonly Table[];
  /** Its paragraphs and list items in order; neither headings nor table cells. */
  readonly passages: readonly Passage[];
  readonly labels: readonly Label[];
  readonly references: readonly Reference[];
  readonly uses: readonly PlacedUse[];
  readonly definitions: readonly AcronymDefinition[];
  readonly glosses: readonly AcronymGloss[];
  readonly dates: readonly WrittenDate[];
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  /** What was to be replaced or taken out before the paper is published. */
  readonly placeholders: readonly Placeholder[];
  /** Labels that the block defines for links and footnotes, normalised; footnotes with their `^`. */
  readonly linkLabels: readonly string[];
  /** Comments that say which findings are meant. */
  readonly directives: readonly Directive[];
  /** Whether it ends in a colon, and so introduces what follows. */
  readonly introduces: boolean;
  /** Whether it has words beside headings. */
  readonly hasContent: boolean;
}

/** The facts of a block with nothing in it. */
export const noFacts: Facts = nothing();

type Gathered = {
  -readonly [Key in keyof Facts]: Facts[Key] extends readonly (infer Item)[] ? Item[] : Facts[Key];
};

/** The facts of a block's tree; `source` is the block's text. */
export function readFacts(tree: Tree, source: string): Facts {
  const facts: Gathered = {
    ...nothing(),
    marks: readMarks(tree, source),
    sectionNumbers: readSectionNumbers(tree, source),
    directives: [...readDirectives(tree, source)],
    introduces: /:[*_"”’\s]*$/.test(withoutEndComments(source).slice(-40)),
  };
  for (const node of tree.root.children) gather(node, facts, tree, source, { depth: 0, begins: false });
  facts.pair = readPairHalf(tree, source, facts.marks[0]);
  return facts;
}

function nothing(): Gathered {
  return {
    headings: [],
    marks: [],
    sectionNumbers: [],
    pair: undefined,
    tables: [],
    passages: [],
    labels: [],
    references: [],
    uses: [],
    definitions: [],
    glosses: [],
    dates: [],
    links: [],
    images: [],
    placeholders: [],
    linkLabels: [],
    directives: [],
    introduces: false,
    hasContent: false,
  };
}

/** How many lists a node stands in, and whether it begins an item of the innermost. */
interface Nesting {
  readonly depth: number;
  readonly begins: boolean;
}

function gather(node: Nodes, facts: Gathered, tree: Tree, source: string, nesting: Nesting): void {
  switch (node.type) {
    case "heading":
      facts.headings.push({ depth: node.depth, text: plainText(node, wordsAlone), span: tree.spanOf(node) });
      gatherWords(node, facts, tree, source);
      return;
    case "paragraph": {
      facts.hasContent = true;
      const { text, pieces } = gatherWords(node, facts, tree, source);
      facts.passages.push({ text, pieces, ...nesting });
      return;
    }
    case "table":
      facts.hasContent = true;
      gatherTable(readTable(node, source, tree), facts);
      for (const row of node.children)
        for (const cell of row.children) gatherWords(cell, facts, tree, source);
      return;
    case "definition":
      facts.linkLabels.push(normalizeLabel(node.identifier));
      gatherMarked(node, facts, tree, source);
      return;
    case "html":
      gatherMarked(node, facts, tree, source);
      return;
    case "blockquote":
      gatherQuote(node, facts, tree, source, nesting);
      return;
    case "footnoteDefinition":
      facts.linkLabels.push(normalizeLabel(`^${node.identifier}`));
      gatherFootnote(node.children[0], facts, tree, source);
      break;
    case "code":
      facts.hasContent = true;
      return;
  }
  if (!("children" in node)) return;
  const isItem = node.type === "listItem";
  for (const [at, child] of node.children.entries()) {
    const begins = isItem ? at === 0 : nesting.begins && at === 0;
    gather(child, facts, tree, source, { depth: nesting.depth + (isItem ? 1 : 0), begins });
  }
}

function gatherWords(
  node: ParagraphNode | HeadingNode | TableCell,
  facts: Gathered,
  tree: Tree,
  source: string,
): InlineText {
  const inline = inlineText(node, source, tree);
  const place = (span: Span): Span => inline.spanOf(span.start, span.end);
  const inCell = node.type === "tableCell";
  const acronyms = findAcronyms(inline.text);
  const table = inCell ? { table: facts.tables.length - 1 } : {};
  for (const use of acronyms.uses) facts.uses.push({ ...use, ...table, span: place(use.span) });
  for (const it of acronyms.definitions) {
    facts.definitions.push({ ...it, span: place(it.span), whole: place(it.whole) });
  }
  for (const { key, name, span } of acronyms.glosses) facts.glosses.push({ key, name, span: place(span) });
  for (const date of findDates(inline.text)) {
    const { weekdaySpan } = date;
    facts.dates.push({ ...date, span: place(date.span), weekdaySpan: weekdaySpan && place(weekdaySpan) });
  }
  const label = gatherLabel(node, inline, facts);
  for (const it of findReferences(inline.text)) {
    if (label && it.span.start < label.span.end) continue;
    const names = it.names.map((name) => ({ ...name, span: place(name.span) }));
    facts.references.push({ ...it, names, span: place(it.span) });
  }
  gatherPlaceholders(inline, inCell, facts);
  gatherMarked(node, facts, tree, source);
  return inline;
}

/** Adds what the opening words of a footnote may show. */
function gatherFootnote(first: Nodes | undefined, facts: Gathered, tree: Tree, source: string): void {
  if (first?.type !== "paragraph") return;
  const inline = inlineText(first, source, tree);
  for (const it of footnoteGlosses(inline.text))
    facts.glosses.push({ ...it, span: inline.spanOf(it.span.start, it.span.end) });
}

function gatherPlaceholders(inline: InlineText, inCell: boolean, facts: Gathered): void {
  for (const it of findPlaceholders(inline.text, inCell)) {
    if (inCell && isRating(it, facts.tables.at(-1))) continue;
    const inner = it.inner && inline.spanOf(it.inner.start, it.inner.end);
    facts.placeholders.push({
      ...it,
      span: inline.spanOf(it.span.start, it.span.end),
      ...(inner && { inner }),
    });
  }
}

/** A quotation may hold other people's marks for what they left out; an instruction in a box is still one. */
function gatherQuote(node: Blockquote, facts: Gathered, tree: Tree, source: string, nesting: Nesting): void {
  const before = facts.placeholders.length;
  for (const child of node.children) gather(child, facts, tree, source, { ...nesting, begins: false });
  const own = facts.placeholders.splice(before);
  facts.placeholders.push(...own.filter((it) => it.kind !== "awaited" && it.kind !== "unknown"));
}

function gatherLabel(node: Nodes, inline: InlineText, facts: Gathered): Label | undefined {
  const place = node.type === "tableCell" ? "cell" : node.type === "heading" ? "heading" : "paragraph";
  // Only the first heading cell can caption a table; the others name columns.
  const table = facts.tables.at(-1);
  if (place === "cell" && inline.spanOf(0, 1).start !== table?.rows[0]?.[0]?.span.start) return undefined;
  const strong = inline.strong.some((span) => span.start === 0 && span.end >= inline.text.trimEnd().length);
  const label = findLabel(inline.text, place, strong);
  if (!label || (place === "cell" && label.kind !== "table")) return undefined;
  facts.labels.push({ ...label, span: inline.spanOf(label.span.start, label.span.end) });
  return label;
}

function gatherMarked(node: Nodes, facts: Gathered, tree: Tree, source: string): void {
  const { links, images, passages } = readMarked(node, source, tree);
  facts.links.push(...links);
  facts.images.push(...images);
  for (const passage of passages) facts.placeholders.push(placeholderOf(passage, source));
}

/** Adds a table, and the definitions of its rows where it is a glossary of short forms and meanings. */
function gatherTable(table: Table, facts: Gathered): void {
  facts.tables.push(table);
  for (const [first, second] of table.rows) {
    if (!first || !second) continue;
    const whole = { start: first.span.start, end: second.span.end };
    const entry = (short: Cell, meaning: Cell): AcronymDefinition[] => {
      const form = /^\(?(?<form>[A-Za-z][A-Za-z0-9&:]{1,11})\)?$/.exec(short.words)?.groups?.form;
      if (form === undefined) return [];
      const start = short.span.start + short.words.indexOf(form);
      return [...glossaryEntry(form, meaning.words, { start, end: start + form.length }, whole)];
    };
    const entries = entry(first, second);
    facts.definitions.push(...(entries.length > 0 ? entries : entry(second, first)));
  }
}
