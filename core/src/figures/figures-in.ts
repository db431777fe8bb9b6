// The figures that a block prints, whether anything is calculated from them or not.

import type { Block } from "../paper/block.js";
import { type Passage, spanIn } from "../paper/passages.js";
import { type Quantity, quantitiesOf } from "../paper/quantities.js";
import type { Cell, Table } from "../paper/tables.js";
import { memo } from "../text/memo.js";
import type { PlacedFigure } from "./calculation.js";
import { isYear, type Line, readGrid } from "./grid.js";

/** A figure of a paper, and whether it stands in a table or in a sentence. */
export interface ReadFigure extends PlacedFigure {
  readonly where: "table" | "text";
}

/**
 * The figures of a block in its order: of tables all but years and numbers of rows, of sentences amounts in digits and
 * shares. Number words ("two sections") are mostly no figures; what is calculated with one says so itself.
 */
export const figuresIn = memo((block: Block): readonly ReadFigure[] => {
  const { tables, passages } = block.facts;
  return [
    ...tables.flatMap((table) => tableFigures(block, table)),
    ...passages.flatMap((passage) => textFigures(block, passage)),
  ].sort((a, b) => a.at.span.start - b.at.span.start);
});

function textFigures(block: Block, passage: Passage): ReadFigure[] {
  return quantitiesOf(passage)
    .filter(({ kind }) => kind === "number" || kind === "share" || kind === "range")
    .map((it) => ({
      at: { block, span: spanIn(passage, it.span.start, it.span.end) },
      figure: it.figure,
      label: wordsAround(passage.text, it),
      where: "text",
    }));
}

const mostBefore = 48;
const mostAfter = 24;

/** The words of its sentence around a quantity: `the number of visits rose to 1,204 in the year`. */
function wordsAround(text: string, { span }: Quantity): string {
  const ahead = text.slice(Math.max(0, span.start - mostBefore), span.start);
  const own = ahead.slice(Math.max(ahead.search(/[.?!;:][)"”’]*\s+(?!.*[.?!;:][)"”’]*\s)/s), 0));
  const before =
    span.start > mostBefore && own === ahead
      ? own.replace(/^\S*\s/, "…")
      : own.replace(/^[.?!;:)"”’\s]+/, "");
  const behind = text.slice(span.end, span.end + mostAfter);
  const end = behind.search(/[.?!;:](?:\s|$)/);
  const after =
    end >= 0
      ? behind.slice(0, end)
      : span.end + mostAfter < text.length
        ? behind.replace(/\s?\S*$/, "…")
        : behind;
  return `${before}${text.slice(span.start, span.end)}${after}`.replace(/\s+/g, " ").trim();
}

function tableFigures(block: Block, table: Table): ReadFigure[] {
  const { rows, columns } = readGrid(table);
  const numbered = isNumbered(table);
  return table.rows.flatMap((cells, at) =>
    cells.flatMap((cell, column): ReadFigure[] => {
      if (cell.value.kind !== "figure" || isYear(cell) || (column === 0 && numbered)) return [];
      const label = labelOf(cell, at === 0 ? undefined : rows[at - 1], columns[column]);
      return [{ at: { block, span: cell.span }, figure: cell.value.figure, label, where: "table" }];
    }),
  );
}

function labelOf({ words }: Cell, row: Line | undefined, column: Line | undefined): string {
  const own = [row?.label, row?.category, column?.label];
  return own.filter((it) => it !== undefined && it !== "" && it !== words).join(", ");
}

/** Whether the first column numbers the rows: 1, 2, 3. */
function isNumbered({ rows: [, ...rows] }: Table): boolean {
  const firsts = rows.flatMap(([first]) =>
    first?.value.kind === "figure" ? [first.value.figure.value] : [],
  );
  return firsts.length >= 2 && firsts.every((it, i) => i === 0 || firsts[i - 1]?.plus(1).eq(it));
}
