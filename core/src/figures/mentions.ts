// Large figures wherever they are printed, with the words that say what they count: two that are all but the same, and
// said of the same thing, may be one that was typed amiss.

import type { Block } from "../paper/block.js";
import type { Figure } from "../paper/figure.js";
import type { Passage } from "../paper/passages.js";
import { spanIn } from "../paper/passages.js";
import { quantitiesOf } from "../paper/quantities.js";
import type { Cell, Table } from "../paper/tables.js";
import { memo } from "../text/memo.js";
import type { Span } from "../text/span.js";
import { isYear } from "./grid.js";
import { type CellPlace, readSaid, rowLabel, sentenceOf, type TextPlace } from "./said.js";

/** A figure of four digits or more, and where it is printed. */
export interface Mention {
  /** Its place in the block. */
  readonly span: Span;
  readonly figure: Figure;
  /** The digits of its whole part. */
  readonly digits: string;
  readonly where: CellPlace | TextPlace;
}

/** The mentions of a block in its order. Round figures and those of a scale (`£1.2m`) are left out: they stand for many. */
export const mentionsIn = memo((block: Block): readonly Mention[] => {
  const { tables, passages } = block.facts;
  return [...tables.flatMap(cellMentions), ...passages.flatMap(textMentions)].sort(
    (a, b) => a.span.start - b.span.start,
  );
});

/**
 * By what a mention is found. A cell is found by the longest word of its row's label; a quantity by each word of its
 * sentence, because any may be that one. Only figures of as many digits are compared.
 */
export function mentionKeys({ digits, where }: Mention): string[] {
  const words = where.kind === "cell" ? rowWord(where) : sentenceWords(where);
  return words.map((word) => `${digits.length} ${word}`);
}

const rowWords = memo((_: Table): Map<number, readonly string[]> => new Map());

/** The longest word of a row's label; none where it has no words. */
function rowWord(place: CellPlace): readonly string[] {
  const known = rowWords(place.table);
  const word = known.get(place.row) ?? longest(readSaid(rowLabel(place)).words);
  known.set(place.row, word);
  return word;
}

function longest(words: ReadonlySet<string>): string[] {
  return [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, 1);
}

const mostWords = 40;

function sentenceWords(where: TextPlace): string[] {
  return [...readSaid(sentenceOf(where)).words].slice(0, mostWords);
}

const leastDigits = 4;

function cellMentions(table: Table): Mention[] {
  return table.rows.flatMap((cells, row) =>
    row === 0 ? [] : cells.flatMap((cell, column) => cellMention(table, cell, row, column)),
  );
}

function cellMention(table: Table, cell: Cell, row: number, column: number): Mention[] {
  if (cell.value.kind !== "figure" || column === 0 || isYear(cell)) return [];
  const { figure } = cell.value;
  const digits = digitsOf(figure);
  const where = { kind: "cell", table, row, column } as const;
  return digits === undefined ? [] : [{ span: cell.span, figure, digits, where }];
}

/** Four digits and more that are not simply a year. Most texts have none, and need not be read for figures. */
const mayMention = /\d,\d{3}|\d{5}|(?<!\d)(?!19|20)\d{4}|[£$€] ?\d{4}|\d{4}\.\d/;

function textMentions(passage: Passage): Mention[] {
  if (!mayMention.test(passage.text)) return [];
  return quantitiesOf(passage).flatMap((quantity): Mention[] => {
    const { kind, figure, hedge, span } = quantity;
    const digits = kind === "number" && hedge === "exactly" ? digitsOf(figure) : undefined;
    if (digits === undefined) return [];
    const where = { kind: "text", passage, quantity } as const;
    return [{ span: spanIn(passage, span.start, span.end), figure, digits, where }];
  });
}

function digitsOf({ value, unit, scale }: Figure): string | undefined {
  if (scale !== 0 || value.lt(1000) || !/^[£$€]?$/.test(unit)) return undefined;
  const digits = value.toFixed(0, 0);
  return digits.length < leastDigits || /00$/.test(digits) ? undefined : digits;
}
