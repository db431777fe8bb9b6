// What is said around a figure: the labels of a cell, the sentence of a quantity, and the words and periods of both.

import type { Passage } from "../paper/passages.js";
import type { Quantity } from "../paper/quantities.js";
import type { Table } from "../paper/tables.js";
import { readGrid } from "./grid.js";

/** A cell of a table: its row and column, from 0, headings included. */
export interface CellPlace {
  readonly kind: "cell";
  readonly table: Table;
  readonly row: number;
  readonly column: number;
}

/** A quantity of a paragraph or list item. */
export interface TextPlace {
  readonly kind: "text";
  readonly passage: Passage;
  readonly quantity: Quantity;
}

/** The label of a cell's row, with its category. */
export function rowLabel({ table, row }: CellPlace): string {
  const line = readGrid(table).rows[row - 1];
  return line ? `${line.label} ${line.category}` : "";
}

/** The headings of a cell's column. */
export function columnLabel({ table, column }: CellPlace): string {
  return readGrid(table).columns[column]?.label ?? "";
}

/** The sentence of a quantity. */
export function sentenceOf({ passage: { text }, quantity: { span } }: TextPlace): string {
  const ends = [...text.slice(0, span.start).matchAll(/[.!?]["”’)]*\s/g)];
  const last = ends.at(-1);
  const from = last ? last.index + last[0].length : 0;
  const to = text.slice(span.end).search(/[.!?]["”’)]*(?:\s|$)/);
  return text.slice(from, to < 0 ? text.length : span.end + to);
}

/** Words that every table and sentence has, and that tell nothing apart. */
const common =
  /^(?:the|and|for|with|from|that|this|these|those|was|were|are|has|have|had|been|which|its|their|all|our|per|number|numbers|count|figure|figures|amount|value|year|years|month|a)$/;
const period =
  /\b(?:(?:19|20)\d\d ?[-–/] ?(?:(?:19|20)\d\d|\d\d)\b|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: (?:19|20)\d\d)?\b|q[1-4]\b|(?:19|20)\d\d\b|(?:this|last|previous|current|prior) (?:year|month|quarter|week)|to date)/gi;

/** What words say: the periods they name, and the words that count. */
export interface Said {
  readonly periods: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** Words with a capital: what a place or a body is called. */
  readonly names: ReadonlySet<string>;
}

/** What words say. */
export function readSaid(text: string): Said {
  const periods = [...text.matchAll(period)].map((it) => periodKey(it[0]));
  const rest = text.replace(period, " ");
  const words = (rest.toLowerCase().match(/[a-z]{3,}/g) ?? []).filter((it) => !common.test(it)).map(stem);
  const names = [...rest.matchAll(/(?<=[^.!?\s"“] )[A-Z][\w’'-]*/g)].map((it) => it[0]);
  return { periods: new Set(periods), words: new Set(words), names: new Set(names) };
}

/** `2018-2019`, `2018–19` and `2018/19` as one. */
function periodKey(words: string): string {
  return words.toLowerCase().replace(/^(\d{4}) ?[-–/] ?(?:\d\d)?(\d\d)$/, "$1/$2");
}

/** A word without the ending of its plural. */
export function stem(word: string): string {
  return word.replace(/(?:es|s)$/, "");
}
