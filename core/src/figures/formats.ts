// Figures that are printed otherwise than those beside them: a percentage with a decimal more, a count without a comma.

import type { Table } from "../paper/tables.js";
import { type FormatCell, formatGrid } from "./format-cells.js";
import { commaBreaks } from "./format-commas.js";
import { decimalBreaks } from "./format-decimals.js";
import { signBreaks } from "./format-signs.js";

/** How some figures of a table differ in print from others of their measure. */
export interface FormatBreak {
  /**
   * What they lack, or have too much: a `%` or `£`, a `%` where the heading has it, thousands commas, decimals, or the
   * second digit of the pence.
   */
  readonly kind: "no-percent" | "no-pound" | "percent-twice" | "no-comma" | "comma" | "decimals" | "pence";
  /** Those that differ, in the order of the table. */
  readonly odd: readonly FormatCell[];
  /** Those that they differ from. */
  readonly others: readonly FormatCell[];
  /** What the others are: the rest of a row, of a column, or of the table. */
  readonly among: "row" | "column" | "table";
  /** Whether the odd ones can be printed like the others without a doubt about what they are. */
  readonly sure: boolean;
}

/** A table with more figures than this is none that a person wrote. */
const mostCells = 40_000;

/** The breaks of format in a table, each on the minority. Lines that are uniform in themselves explain a difference. */
export function formatBreaks(table: Table): FormatBreak[] {
  const grid = formatGrid(table);
  if (grid.cells.length < 4 || grid.cells.length > mostCells) return [];
  return [...signBreaks(grid), ...decimalBreaks(grid), ...commaBreaks(grid)];
}
