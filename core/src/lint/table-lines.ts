// The lines that a table is written in, and the edits that make them as wide as its heading row.

import type { Block } from "../paper/block.js";
import type { Place } from "../paper/places.js";
import type { Table } from "../paper/tables.js";
import { lineEnd, nextLine } from "../text/lines.js";
import type { Span } from "../text/span.js";
import type { PlacedEdit } from "./rule.js";

/** Where the lines of a table stand in its block, without line endings and the blanks before them. */
export interface TableLines {
  /** One for each row, in the order of the table's rows. */
  readonly rows: readonly Span[];
  /** The line of dashes under the heading row. */
  readonly dashes: Span;
}

/** The lines of a table, or `undefined` where its rows and lines do not answer to one another. */
export function linesOf({ text }: Block, { span, rows }: Table): TableLines | undefined {
  const lines: Span[] = [];
  for (let at = span.start; at < span.end; at = nextLine(text, at)) lines.push(trimmedLine(text, at));
  const [heading, dashes, ...body] = lines;
  if (!heading || !dashes || lines.length !== rows.length + 1) return undefined;
  return { rows: [heading, ...body], dashes };
}

/** The line that starts at an offset, without the blanks at its end. */
export function trimmedLine(text: string, start: number): Span {
  const line = text.slice(start, lineEnd(text, start));
  return { start, end: start + line.trimEnd().length };
}

/** The edit that gives a line so many cells more, each with these words. */
export function addCells(block: Block, line: Span, count: number, words = ""): PlacedEdit<Place> {
  const opening = isClosed(block.text, line) ? "" : " |";
  const cell = words === "" ? " |" : ` ${words} |`;
  return { at: { block, span: { start: line.end, end: line.end } }, text: opening + cell.repeat(count) };
}

/** The edits that make a whole table as wide as its widest row. */
export function widen(block: Block, table: Table, { rows, dashes }: TableLines): PlacedEdit<Place>[] {
  const edits = table.rows.flatMap((cells, i): PlacedEdit<Place>[] => {
    const line = rows[i];
    return line && cells.length < table.columns ? [addCells(block, line, table.columns - cells.length)] : [];
  });
  const width = table.rows[0]?.length ?? table.columns;
  return [...edits, addCells(block, dashes, table.columns - width, "---")];
}

/** Whether a line has a sign that parts cells. */
export function hasBar(text: string, { start, end }: Span): boolean {
  for (let at = text.indexOf("|", start); at >= 0 && at < end; at = text.indexOf("|", at + 1))
    if (!isEscaped(text, at)) return true;
  return false;
}

/** How many cells a line of a table has. */
export function cellsIn(text: string, { start, end }: Span): number {
  let bars = 0;
  for (let at = text.indexOf("|", start); at >= 0 && at < end; at = text.indexOf("|", at + 1))
    if (!isEscaped(text, at)) bars++;
  const opened = /^[ \t]*\|/.test(text.slice(start, end)) ? 1 : 0;
  return bars + 1 - opened - (isClosed(text, { start, end }) && bars > opened ? 1 : 0);
}

function isClosed(text: string, { end }: Span): boolean {
  return text.charAt(end - 1) === "|" && !isEscaped(text, end - 1);
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charAt(at - 1 - slashes) === "\\") slashes++;
  return slashes % 2 === 1;
}
