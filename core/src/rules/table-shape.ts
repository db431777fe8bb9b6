import { isYear } from "../figures/grid.js";
import { defineRule, type Fix, type Problem } from "../lint/rule.js";
import {
  addCells,
  cellsIn,
  hasBar,
  linesOf,
  type TableLines,
  trimmedLine,
  widen,
} from "../lint/table-lines.js";
import type { Block } from "../paper/block.js";
import type { Cell, Table } from "../paper/tables.js";
import { nextLine } from "../text/lines.js";
import { shorten } from "../text/shorten.js";
import type { Span } from "../text/span.js";

export default defineRule({
  id: "table-shape",
  summary: "Every row of a table has as many cells as its heading row, and there are rows.",
  why: "In a row that is too short figures stand under the wrong heading, and what a row has too much is not shown at all. Neither is seen while writing.",
  severity: "warning",
  scope: "block",
  options: {},
  fix: "Fills short rows with empty cells, or adds a column for what would not be shown.",
  examples: [
    {
      bad: "| Area | 2019 | 2020 |\n| --- | --: | --: |\n| North | 12 |\n| South | 9 | 8 |\n",
      good: "| Area | 2019 | 2020 |\n| --- | --: | --: |\n| North | 12 | |\n| South | 9 | 8 |\n",
    },
    {
      bad: "| Area | 2019 |\n| --- | --: |\n| North | 12 | 14 |\n| South | 9 |\n",
      good: "|  | 2019 | 2020 |\n| --- | --: | --: |\n| **Towns** |\n| North | 12 | 14 |\n| South | 9 | 8 |\n",
    },
  ],

  *check(block) {
    for (const table of block.facts.tables) {
      const lines = linesOf(block, table);
      yield* checkWidths(block, table, lines);
      yield* checkEmpty(block, table);
      yield* checkHeadings(block, table);
    }
    if (block.kind === "paragraph" && block.facts.tables.length === 0) yield* checkBroken(block);
  },
});

/** A row that is not as wide as the heading row. */
interface OddRow {
  readonly index: number;
  readonly cells: readonly Cell[];
}

function* checkWidths(block: Block, table: Table, lines: TableLines | undefined): Generator<Problem> {
  const [heading = [], ...body] = table.rows;
  const width = heading.length;
  const swallowed = lines ? swallowedFrom(block, table, lines) : table.rows.length;
  const odd: OddRow[] = body
    .map((cells, i) => ({ index: i + 1, cells }))
    .filter((it) => it.index < swallowed);
  const short = odd.filter(({ cells }) => cells.length < width && !isGroup(cells, width, block));
  const long = odd.filter(({ cells }) => cells.length > width);
  const losing = long.filter(({ cells }) => lostCells(cells, width, block).length > 0);
  if (short.length > 0) yield sayShort(block, short, width, lines);
  if (losing.length > 0) yield sayLosing(block, losing, width, { table, lines });
  else if (long.length > 0) yield sayLong(block, long, width);
  if (lines && swallowed < table.rows.length) yield saySwallowed(block, table, lines, swallowed);
}

/** The index of the first row that is a line of text under the table, with no sign that parts cells. */
function swallowedFrom({ text }: Block, table: Table, { rows }: TableLines): number {
  let from = table.rows.length;
  while (from > 1) {
    const line = rows[from - 1];
    if (!line || hasBar(text, line)) break;
    from--;
  }
  return rows[0] && hasBar(text, rows[0]) ? from : table.rows.length;
}

/** Whether a row is the title of those below it, which stands alone: `| **West** |`. */
function isGroup([only, ...others]: readonly Cell[], width: number, { text }: Block): boolean {
  if (!only || others.length > 0 || only.value.kind === "figure") return false;
  const isStrong = /[*_]/.test(text.charAt(only.span.start - 1)) && /[*_]/.test(text.charAt(only.span.end));
  return width > 2 || isStrong;
}

function lostCells(cells: readonly Cell[], width: number, block: Block): Cell[] {
  return cells.slice(width).filter((cell) => !isBlank(cell, block));
}

/** Whether a cell has nothing in it, not even a picture or a tag. */
function isBlank({ words, span }: Cell, { text }: Block): boolean {
  return words === "" && /^[|\s]*$/.test(text.slice(span.start, span.end));
}

/** Where the words of a row stand, from its first cell to its last. */
function spanOf({ cells }: OddRow): Span {
  return { start: cells[0]?.span.start ?? 0, end: cells.at(-1)?.span.end ?? 0 };
}

const mostRelated = 10;

function placed(block: Block, rows: readonly OddRow[]): Pick<Problem, "at" | "related"> {
  const [first, ...others] = rows.map((row) => ({ block, span: spanOf(row) }));
  const related = others.slice(0, mostRelated).map((at) => ({ at, message: "Another one." }));
  return { at: first ?? { block, span: { start: 0, end: 0 } }, related };
}

function cellCount(count: number): string {
  return `${count} ${count === 1 ? "cell" : "cells"}`;
}

function sayShort(
  block: Block,
  rows: readonly OddRow[],
  width: number,
  lines: TableLines | undefined,
): Problem {
  const [first] = rows;
  const which =
    rows.length === 1
      ? `This row has ${cellCount(first?.cells.length ?? 0)}, but the heading row has ${width}.`
      : `${rows.length} rows have fewer cells than the heading row, which has ${width}.`;
  const edits = rows.flatMap(({ index, cells }) => {
    const line = lines?.rows[index];
    return line ? [addCells(block, line, width - cells.length)] : [];
  });
  const title = "Fill up with empty cells";
  const message = `${which} Check that everything stands under its heading.`;
  return { ...placed(block, rows), message, fixes: [{ kind: "edit", title, safe: true, edits }] };
}

function sayLosing(
  block: Block,
  rows: readonly OddRow[],
  width: number,
  { table, lines }: { readonly table: Table; readonly lines: TableLines | undefined },
): Problem {
  const lost = rows.flatMap(({ cells }) => lostCells(cells, width, block));
  const [first, ...others] = lost;
  const words = first?.words ? `"${shorten(first.words)}"` : "what is in it";
  const what = others.length === 0 ? words : `${words} and ${cellCount(others.length)} more`;
  const which =
    rows.length === 1
      ? `This row has ${cellCount(rows[0]?.cells.length ?? 0)}, but the heading row has ${width}`
      : `${rows.length} rows have more cells than the heading row, which has ${width}`;
  const message = `${which}: ${what} will be left out by most programs.`;
  const edits = lines ? widen(block, table, lines) : [];
  const fixes: Fix[] =
    edits.length > 0 ? [{ kind: "edit", title: "Widen the table to show it", safe: false, edits }] : [];
  return { ...placed(block, rows), message, fixes };
}

function sayLong(block: Block, rows: readonly OddRow[], width: number): Problem {
  const which =
    rows.length === 1
      ? `This row has more cells than the heading row, which has ${width}`
      : `${rows.length} rows have more cells than the heading row, which has ${width}`;
  const edits = rows.map(({ cells }) => {
    const span = { start: cells[width]?.span.start ?? 0, end: cells.at(-1)?.span.end ?? 0 };
    return { at: { block, span }, text: block.text.charAt(span.end - 1) === "|" ? "|" : "" };
  });
  return {
    ...placed(block, rows),
    severity: "info",
    message: `${which}. They are empty, and are not shown.`,
    fixes: [{ kind: "edit", title: "Remove the empty cells", safe: true, edits }],
  };
}

function saySwallowed(block: Block, table: Table, { rows }: TableLines, from: number): Problem {
  const cell = table.rows[from]?.[0];
  const start = rows[from]?.start ?? 0;
  const at = { block, span: { start, end: start } };
  return {
    at: { block, span: cell?.span ?? at.span },
    message: `The line right under the table becomes a row of it. Leave an empty line between them.`,
    fixes: [{ kind: "edit", title: "Insert an empty line", safe: true, edits: [{ at, text: "\n" }] }],
  };
}

function* checkEmpty(block: Block, { rows }: Table): Generator<Problem> {
  const [heading = [], ...body] = rows;
  const at = { block, span: { start: heading[0]?.span.start ?? 0, end: heading.at(-1)?.span.end ?? 0 } };
  const isEmptyRow = (cells: readonly Cell[]): boolean => cells.every((cell) => isBlank(cell, block));
  if (body.length > 0) {
    // What is to be signed is filled in by hand.
    if (!body.every(isEmptyRow) || heading.some((cell) => /\bsign/i.test(cell.words))) return;
    const message =
      body.length === 1
        ? "The only row of this table is empty."
        : `The ${body.length} rows of this table are empty.`;
    yield { at, message };
  } else if (isEmptyRow(heading)) yield { at, message: "This table is empty." };
  else if (heading.length > 1 && heading.every(isHeading)) {
    // Two cells alone may be a name and what it stands for.
    const severity = heading.length === 2 ? ({ severity: "info" } as const) : {};
    yield { at, message: "This table has a heading row and nothing under it.", ...severity };
  }
}

const longestHeading = 40;

function isHeading({ words, value }: Cell): boolean {
  const isText = value.kind !== "figure" || /^(?:19|20)\d\d$/.test(words);
  return isText && words.length <= longestHeading && !/[@:.;]\s*$|@/.test(words);
}

/** Headings that are missing over figures. A heading may stand over several columns, or in a second row. */
function* checkHeadings(block: Block, { rows }: Table): Generator<Problem> {
  const [heading = [], ...body] = rows;
  if (body.length < 2) return;
  const bare: number[] = [];
  let spanned = false;
  heading.forEach((cell, column) => {
    const figures = isOfFigures(body, column);
    if (!isBlank(cell, block)) spanned = figures;
    else if (column > 0 && figures && !spanned && body[0]?.[column]?.value.kind === "figure")
      bare.push(column);
  });
  const [first] = bare;
  const cell = first === undefined ? undefined : heading[first];
  if (!cell) return;
  const numbers = bare.map((it) => it + 1);
  const message =
    numbers.length === 1
      ? `Column ${numbers[0]} has figures, but no heading.`
      : `Columns ${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1) ?? ""} have figures, but no headings.`;
  yield { at: { block, span: cell.span }, severity: "info", message };
}

/** Whether a column has figures, not years, in most of its rows. */
function isOfFigures(body: readonly (readonly Cell[])[], column: number): boolean {
  let figures = 0;
  let words = 0;
  for (const row of body) {
    const cell = row[column];
    if (cell?.value.kind === "figure" && !isYear(cell)) figures++;
    else if (cell?.value.kind === "words" || cell?.value.kind === "figure") words++;
  }
  return figures >= 2 && figures > words;
}

const dashes = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/;

/** What looks like a table and is none, because its heading row and the dashes under it do not match. */
function* checkBroken(block: Block): Generator<Problem> {
  const { text } = block;
  if (!text.includes("|")) return;
  let above: Span | undefined;
  for (let at = 0; at < text.length; at = nextLine(text, at)) {
    const line = trimmedLine(text, at);
    if (above && hasBar(text, above) && dashes.test(text.slice(line.start, line.end))) {
      const [cells, under] = [cellsIn(text, above), cellsIn(text, line)];
      if (cells !== under) yield sayBroken(block, above, line, { cells, under });
      return;
    }
    above = line;
  }
}

function sayBroken(
  block: Block,
  heading: Span,
  line: Span,
  { cells, under }: { readonly cells: number; readonly under: number },
): Problem {
  const edit =
    cells < under ? addCells(block, heading, under - cells) : addCells(block, line, cells - under, "---");
  return {
    at: { block, span: heading },
    message: `This is not shown as a table: its heading row has ${cellCount(cells)}, and the dashes under it make ${under}.`,
    fixes: [{ kind: "edit", title: "Make them the same", safe: true, edits: [edit] }],
  };
}
