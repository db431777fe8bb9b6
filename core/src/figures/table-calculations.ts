// What the tables of a block calculate: the one place that rules, hover and the list of figures ask.

import type { Block } from "../paper/block.js";
import type { Neighbours } from "../paper/neighbours.js";
import type { Cell, Table } from "../paper/tables.js";
import type { Calculation, PlacedFigure } from "./calculation.js";
import { readGrid } from "./grid.js";
import { notesAround } from "./notes.js";
import { relationCalculations } from "./relations/calculations.js";
import { computedTotal, type TotalCheck, tableTotals } from "./totals.js";

interface Known extends Neighbours {
  readonly calculations: readonly Calculation[];
}

/** A block's calculations, kept with it as long as it stands beside the same blocks. */
const known = new WeakMap<Block, Known>();

/** More parts than these are counted in a calculation's words and not listed. */
const mostListed = 12;

/**
 * What the tables of a block calculate: totals and relations among rows and columns, those that hold and those that do
 * not, table by table. A block without tables has none. Remembered by the block and those beside it.
 */
export function tableCalculations(block: Block, { before, after }: Neighbours): readonly Calculation[] {
  const old = known.get(block);
  if (old && old.before === before && old.after === after) return old.calculations;
  const calculations = calculate(block, { before, after });
  known.set(block, { before, after, calculations });
  return calculations;
}

function calculate(block: Block, beside: Neighbours): readonly Calculation[] {
  const { tables } = block.facts;
  if (tables.length === 0) return [];
  const notes = notesAround(block, beside);
  return tables.flatMap((table) => {
    const totals = tableTotals(table, notes);
    return [...totalsOf(block, table, totals), ...relationCalculations(block, table, notes, totals)];
  });
}

function totalsOf(block: Block, table: Table, checks: readonly TotalCheck[]): Calculation[] {
  if (checks.length === 0) return [];
  const labels = labelsOf(table);
  const placed = (cell: Cell): PlacedFigure[] =>
    cell.value.kind === "figure"
      ? [{ at: { block, span: cell.span }, figure: cell.value.figure, label: labels.get(cell) ?? "" }]
      : [];
  return checks.flatMap((check): Calculation[] => {
    const { cell, parts, across, holds } = check;
    const [result] = placed(cell);
    if (!result) return [];
    const computed = computedTotal(check);
    const listed = parts.map((it) =>
      /^[-–−]/.test(it.figure.text) ? `(${it.figure.text})` : it.figure.text,
    );
    const terms = parts.length > mostListed ? "" : `: ${listed.join(" + ")}`;
    return [
      {
        ...{ rule: "table-total", result, holds, computed },
        inputs: parts.flatMap((part) => placed(part.cell)),
        arithmetic: `the ${parts.length} ${across} add up to ${computed}${terms}`,
      },
    ];
  });
}

/** Of each cell the labels of its row and column: "Total OOCD, 2017/18". */
function labelsOf(table: Table): Map<Cell, string> {
  const { rows, columns } = readGrid(table);
  const labels = new Map<Cell, string>();
  for (const { label, cells } of rows) {
    for (const [column, cell] of cells.entries()) {
      const names = [label, columns[column]?.label ?? ""].filter((it) => it !== "");
      if (cell) labels.set(cell, names.join(", "));
    }
  }
  return labels;
}
