// One calculation of a table: a figure, those it is worked out from, and whether its print can come of theirs.

import Big from "big.js";
import { type Figure, printLike } from "../../paper/figure.js";
import type { Cell } from "../../paper/tables.js";
import { couldPrint, exactly, type Range, shortenings, unprint } from "../range.js";
import { eitherSign, type FormulaName, formulas } from "./formulas.js";
import type { Spot } from "./sheet.js";

/** A figure and what it should be. */
export interface Check {
  readonly formula: FormulaName;
  /** What a ratio is multiplied by: 100 of a percentage, 1000 of a rate per 1,000. */
  readonly per: number;
  readonly result: Spot;
  readonly inputs: readonly Spot[];
  readonly holds: boolean;
}

/** A figure that stands in for the one in a cell, to ask what would be if. */
export interface Instead {
  readonly cell: Cell;
  readonly figure: Figure;
}

/** The check of a result, judged. */
export function judge(formula: FormulaName, per: number, result: Spot, inputs: readonly Spot[]): Check {
  const check = { formula, per, result, inputs };
  return { ...check, holds: fits(check) };
}

/** Whether unrounded inputs that print as these do could give the result, with a figure put in for another or not. */
export function fits(check: Omit<Check, "holds">, instead?: Instead): boolean {
  const result = swapped(check.result, instead);
  const inputs = check.inputs.map((it) => swapped(it, instead));
  const formula = formulas[check.formula];
  const areExact = inputs.every((it) => it.isExact);
  const isExact = formula.isLinear && result.isExact && areExact;
  return shortenings.slice(0, areExact ? 1 : 2).some((how) => {
    const ranges = inputs.map(
      (it): Range => (it.isExact ? exactly(it.figure.value) : unprint(it.figure, how, it.least)),
    );
    const range = formula.range(ranges, check.per);
    if (!range) return false;
    const values = formula.isUnsigned ? eitherSign(range) : [range];
    return values.some((it) =>
      isExact ? it.low.eq(result.figure.value) : couldPrint(it, result.figure, result.least),
    );
  });
}

/** What the result should be, by the inputs as printed; a pooled percentage by the whole numbers behind its parts. */
export function computedOf(check: Check): Big | undefined {
  const values = check.inputs.map((it) => it.figure.value);
  const formula = formulas[check.formula];
  const point =
    (check.formula === "pooled" ? throughCounts(check) : undefined) ?? formula.point(values, check.per);
  const { value } = check.result.figure;
  return point && formula.isUnsigned && value.times(point).lt(0) ? point.neg() : point;
}

/** `computedOf`, printed as the result is. */
export function computedText(check: Check): string | undefined {
  const computed = computedOf(check);
  return computed && printLike(computed, check.result.figure);
}

/** Whether the computed figure is less sure than its print, because its inputs are. */
export function isAbout(check: Check): boolean {
  return check.inputs.some((it) => !it.isExact);
}

/** What the input in a cell must be for the result as printed. */
export function solvedFor(check: Check, cell: Cell): Big | undefined {
  const at = check.inputs.findIndex((it) => it.cell === cell);
  if (at < 0) return check.result.cell === cell ? computedOf(check) : undefined;
  const values = check.inputs.map((it) => it.figure.value);
  const formula = formulas[check.formula];
  return formula.inverse(values, at, check.result.figure.value, check.per);
}

/** The cells that a check is about. */
export function cellsOf({ result, inputs }: Check): Cell[] {
  return [result.cell, ...inputs.map((it) => it.cell)];
}

function swapped(spot: Spot, instead: Instead | undefined): Spot {
  return spot.cell === instead?.cell ? { ...spot, figure: instead.figure } : spot;
}

/** Percentages of whole numbers, pooled: 7 of 48 and 11 of 23 are 18 of 71. `undefined` where they are not such. */
function throughCounts({ inputs }: Check): Big | undefined {
  let [count, size] = [new Big(0), new Big(0)];
  for (let i = 0; i + 1 < inputs.length; i += 2) {
    const [part, weight] = [inputs[i], inputs[i + 1]];
    if (!part || !weight?.isExact || part.figure.unit !== "%") return undefined;
    const near = part.figure.value.times(weight.figure.value).div(100).round();
    const share = weight.figure.value.eq(0) ? undefined : near.times(100).div(weight.figure.value);
    // 1.80% of 164 stands for 3, which is 1.83%: a zero at the end was printed for its looks.
    const loose = /\.\d*0\D*$/.test(part.figure.text) ? part.least.times(10) : part.least;
    if (!share || !couldPrint(exactly(share), part.figure, loose)) return undefined;
    count = count.plus(near);
    size = size.plus(weight.figure.value);
  }
  return size.eq(0) ? undefined : count.times(100).div(size);
}
