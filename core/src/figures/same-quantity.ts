// Whether two figures that are printed differently are said of the same thing. Every doubt says that they are not.

import type { Block } from "../paper/block.js";
import { quantitiesOf } from "../paper/quantities.js";
import type { Table } from "../paper/tables.js";
import { memo } from "../text/memo.js";
import type { Mention } from "./mentions.js";
import { type CellPlace, columnLabel, readSaid, rowLabel, sentenceOf, type TextPlace } from "./said.js";

/** A mention and the block that it stands in. */
export interface PlacedMention {
  readonly block: Block;
  readonly mention: Mention;
}

/**
 * Whether the second is the first with a digit typed amiss or two changed places, and both are said of the same thing in
 * the same words, for the same period.
 */
export function isConflict(one: PlacedMention, other: PlacedMention): boolean {
  const [a, b] = [one.mention, other.mention];
  if (!isSlip(a.digits, b.digits) || !sameUnit(a, b) || isRounding(a, b)) return false;
  if (a.where.kind === "cell") {
    return b.where.kind === "cell" ? sameCells(a.where, b.where) : sayEach(b, b.where, a, a.where);
  }
  return b.where.kind === "cell" ? sayEach(a, a.where, b, b.where) : sameSentences(a, a.where, b, b.where);
}

/** Whether two runs of digits differ in one digit, or by two neighbours that changed places. */
export function isSlip(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let first = -1;
  let second = -1;
  for (let i = 0; i < a.length; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    if (second >= 0) return false;
    if (first < 0) first = i;
    else second = i;
  }
  if (first < 0) return false;
  if (second < 0) return true;
  const crossed = a.charAt(first) === b.charAt(second) && a.charAt(second) === b.charAt(first);
  return second === first + 1 && crossed;
}

function sameUnit({ figure: a }: Mention, { figure: b }: Mention): boolean {
  return a.unit === b.unit || a.unit === "" || b.unit === "";
}

/** Whether one is the other to the nearest whole number. */
function isRounding({ figure: a }: Mention, { figure: b }: Mention): boolean {
  return a.decimals !== b.decimals && a.value.minus(b.value).abs().lte(1);
}

/** A sentence that says of a cell's row and column, and of no other period, another figure than the cell. */
function sayEach(text: Mention, at: TextPlace, cell: Mention, place: CellPlace): boolean {
  const [row, column] = [readSaid(rowLabel(place)), readSaid(columnLabel(place))];
  const sentence = sentenceOf(at);
  const said = readSaid(sentence);
  const own = [...row.words, ...column.words];
  // A single word says too little; what the table's first heading says of all its rows must be said as well.
  const heading = own.length > 1 ? [] : [...readSaid(place.table.rows[0]?.[0]?.words ?? "").words];
  if (row.words.size === 0 || own.length + heading.length < 2) return false;
  if (![...own, ...heading].every((it) => said.words.has(it))) return false;
  const periods = new Set([...row.periods, ...column.periods]);
  if (!isSameSet(periods, said.periods) || said.periods.size > 1) return false;
  return !states(at, cell) && !hasValue(place.table, text) && !change.test(sentence);
}

/** The word for what a quantity counts, as words are compared; empty where there is none. */
export function countedWord({ quantity: { noun } }: TextPlace): string {
  return [...readSaid(noun).words].at(-1) ?? "";
}

/** Two sentences of the same words, names and periods that count the same. */
function sameSentences(a: Mention, one: TextPlace, b: Mention, other: TextPlace): boolean {
  if (countedWord(one) === "" || countedWord(one) !== countedWord(other)) return false;
  const [left, right] = [sentenceOf(one), sentenceOf(other)];
  if (change.test(left) || change.test(right)) return false;
  const [said, again] = [readSaid(left), readSaid(right)];
  if (!isSameSet(said.periods, again.periods) || !isSameSet(said.names, again.names)) return false;
  const shared = [...said.words].filter((it) => again.words.has(it)).length;
  const least = Math.min(said.words.size, again.words.size);
  return least >= 4 && shared >= 0.8 * least && !states(one, b) && !states(other, a);
}

/** Words that set figures against each other, so that they are not meant to be the same. */
const change =
  /\b(?:from|compared|than|up|down|ris(?:e|es|en|ing)|rose|fell|fall(?:s|en)?|increas\w*|decreas\w*|reduc\w*|previous\w*|target\w*|forecast\w*|estimat\w*|project\w*|budget\w*|revised|further|additional|another|of which|of whom|excluding|including)\b/i;

/** Two tables that show the same figures at the same labels, save a few. */
function sameCells(a: CellPlace, b: CellPlace): boolean {
  if (a.table === b.table) return false;
  if (cellKey(a) !== cellKey(b)) return false;
  const [one, other] = [valuesOf(a.table), valuesOf(b.table)];
  let same = 0;
  let different = 0;
  for (const [key, value] of one) {
    const again = other.get(key);
    if (again === undefined || value === "" || again === "") continue;
    if (value === again) same++;
    else different++;
  }
  return same >= 4 && different * 6 <= same;
}

/** The values of a table's larger figures by their labels; of labels that stand twice, nothing. */
const valuesOf = memo((table: Table): ReadonlyMap<string, string> => {
  const values = new Map<string, string>();
  for (const [row, cells] of table.rows.entries()) {
    for (const [column, { value }] of cells.entries()) {
      if (row === 0 || column === 0 || value.kind !== "figure" || value.figure.value.abs().lt(10)) continue;
      const key = cellKey({ kind: "cell", table, row, column });
      values.set(key, values.has(key) ? "" : value.figure.value.toFixed());
    }
  }
  return values;
});

/** The labels of a cell, as they are compared. */
export function cellKey(place: CellPlace): string {
  return `${rowLabel(place)} | ${columnLabel(place)}`.toLowerCase().replace(/\s+/g, " ");
}

/** Whether the passage gives the other figure, too. */
function states({ passage }: TextPlace, { figure }: Mention): boolean {
  return quantitiesOf(passage).some((it) => it.figure.value.eq(figure.value));
}

/** Whether a table has the figure, in whatever cell. */
function hasValue(table: Table, { digits }: Mention): boolean {
  return table.rows.some((cells) =>
    cells.some(({ value }) => value.kind === "figure" && value.figure.value.toFixed(0, 0) === digits),
  );
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((it) => b.has(it));
}
