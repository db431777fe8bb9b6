// The figures of a table by row and by column, for those who compare how they are printed.

import type { Figure } from "../paper/figure.js";
import type { Cell, Table } from "../paper/tables.js";
import { isYear, type Line, readGrid } from "./grid.js";

/** A cell with a figure in a row under the headings, and the lines that it stands in. */
export interface FormatCell {
  readonly cell: Cell;
  readonly figure: Figure;
  readonly row: FormatLine;
  readonly column: FormatLine;
}

/** A row or column: its label and its figures. */
export interface FormatLine {
  readonly label: string;
  readonly direction: "row" | "column";
  /** Whether its label says that it is a total. */
  readonly isTotal: boolean;
  readonly cells: readonly FormatCell[];
}

/** The lines of a table, and its figures in reading order. */
export interface FormatGrid {
  readonly rows: readonly FormatLine[];
  readonly columns: readonly FormatLine[];
  readonly cells: readonly FormatCell[];
}

type OpenLine = FormatLine & { readonly cells: FormatCell[] };

/** The figures of a table without years, those that lead a row, and second rows of headings. */
export function formatGrid(table: Table): FormatGrid {
  const grid = readGrid(table);
  const columns = grid.columns.map((line) => openLine(line, "column"));
  const rows: OpenLine[] = [];
  const cells: FormatCell[] = [];
  for (const line of grid.rows) {
    const row = openLine(line, "row");
    rows.push(row);
    if (line.role === "break") continue;
    for (const [at, cell] of line.cells.entries()) {
      const column = columns[at];
      if (at === 0 || !column || cell?.value.kind !== "figure" || isYear(cell)) continue;
      const placed = { cell, figure: cell.value.figure, row, column };
      for (const list of [row.cells, column.cells, cells]) list.push(placed);
    }
  }
  return { rows, columns, cells };
}

function openLine({ label, role }: Line, direction: "row" | "column"): OpenLine {
  return {
    label,
    direction,
    isTotal: role === "total" || role === "subtotal" || role === "totalOf",
    cells: [],
  };
}

/** How many of a line's figures there are of each kind; computed once for a line and a way of telling kinds. */
export function tally<Kind>(
  cells: readonly FormatCell[],
  kindOf: (cell: FormatCell) => Kind | undefined,
): ReadonlyMap<Kind, number> {
  const counts = new Map<Kind, number>();
  for (const cell of cells) {
    const kind = kindOf(cell);
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** The kind that a clear majority of a line has: three at least, and three in four. */
export function majorityOf<Kind>(counts: ReadonlyMap<Kind, number>): Kind | undefined {
  let all = 0;
  let [best, most]: [Kind | undefined, number] = [undefined, 0];
  for (const [kind, count] of counts) {
    all += count;
    if (count > most) [best, most] = [kind, count];
  }
  return most >= 3 && 4 * most >= 3 * all ? best : undefined;
}
