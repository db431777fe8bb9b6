// Figures with more or fewer decimals than those of their measure.

import { type FormatCell, type FormatGrid, type FormatLine, majorityOf, tally } from "./format-cells.js";
import type { FormatBreak } from "./formats.js";

/** Figures with other decimals than the table's percentages, or than the figures of their row or column. */
export function* decimalBreaks(grid: FormatGrid): Generator<FormatBreak> {
  const told = new Set<FormatCell>();
  const report = function* (found: FormatBreak | undefined): Generator<FormatBreak> {
    const odd = found?.odd.filter((it) => !told.has(it)) ?? [];
    for (const it of odd) told.add(it);
    if (found && odd.length > 0) yield { ...found, odd };
  };
  yield* report(penceBreak(grid.cells));
  const ofTable = grid.cells.filter(isPercentage);
  yield* report(decimalBreak(ofTable, "table"));
  for (const line of [...grid.columns, ...grid.rows])
    for (const isMeasure of [isPercentage, isPlain])
      yield* report(decimalBreak(line.cells.filter(isMeasure), line.direction));
}

function isPercentage({ figure }: FormatCell): boolean {
  return figure.unit === "%";
}

function isPlain({ figure }: FormatCell): boolean {
  return figure.unit === "" && figure.scale === 0;
}

function decimalsOf(cell: FormatCell): number | undefined {
  return isRound(cell) ? undefined : cell.figure.decimals;
}

/** Nought and a hundred are complete without decimals. */
function isRound({ figure }: FormatCell): boolean {
  return figure.value.eq(0) || figure.value.abs().eq(100);
}

function decimalBreak(cells: readonly FormatCell[], among: FormatBreak["among"]): FormatBreak | undefined {
  if (cells.length < 4) return undefined;
  const usual = majorityOf(tally(cells, decimalsOf));
  if (usual === undefined) return undefined;
  const odd = cells.filter((it) => !isRound(it) && it.figure.decimals !== usual && isOdd(it, usual));
  if (odd.length === 0) return undefined;
  const others = cells.filter((it) => decimalsOf(it) === usual);
  return { kind: "decimals", odd, others, among, sure: false };
}

/** Whether neither its row nor its column, nor the size of the figure, is the reason for its decimals. */
function isOdd(it: FormatCell, usual: number): boolean {
  const { figure, row, column } = it;
  if (isUniform(row, it) || isUniform(column, it)) return false;
  // Whole numbers and numbers with decimals are other measures, unless something beside them says otherwise.
  if (
    figure.unit === "" &&
    (usual === 0 || (figure.decimals === 0 && (figure.grouped || row.cells.length < 2)))
  )
    return false;
  const rounded = figure.value.abs().round(usual);
  return figure.decimals < usual || (!rounded.lt(1) && !(figure.unit === "%" && rounded.gte(99)));
}

/** Whether the other figures of its kind in a line all have its decimals. */
function isUniform({ cells }: FormatLine, it: FormatCell): boolean {
  let same = 0;
  for (const other of cells) {
    if (other === it || other.figure.unit !== it.figure.unit || isRound(other)) continue;
    if (other.figure.decimals !== it.figure.decimals) return false;
    same++;
  }
  return same > 0;
}

/** Amounts of money with one digit of pence, as in £12.5, among amounts with two. */
function penceBreak(cells: readonly FormatCell[]): FormatBreak | undefined {
  const exact = cells.filter(({ figure }) => figure.unit === "£" && figure.scale === 0);
  const odd = exact.filter((it) => it.figure.decimals === 1);
  const others = exact.filter((it) => it.figure.decimals === 2);
  if (odd.length === 0 || others.length < 3 || others.length < 3 * odd.length) return undefined;
  return { kind: "pence", odd, others, among: "table", sure: true };
}
