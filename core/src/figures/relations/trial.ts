// A first look at a formula over two operands, with binary numbers and wide margins. What passes is judged exactly.

import type { Trial } from "./evidence.js";
import type { FormulaName } from "./formulas.js";
import type { Lane, Spot } from "./sheet.js";

/** Figures that a formula takes, one for each line that is crossed: a lane, a lane moved on by one, or one figure. */
export interface Operand {
  readonly values: Float64Array;
  readonly slacks: Float64Array;
  readonly spots: readonly (Spot | undefined)[];
}

/** The formulas of two operands. */
export type Binary = Extract<FormulaName, "sum" | "difference" | "change" | "ratio" | "part">;

/** What was counted on the way. */
export interface Work {
  /** Lines that were tried. */
  lines: number;
  /** Combinations of lanes that were tried. */
  combinations: number;
}

/** A relation that has failed more often than it held is given up after this many failures. */
const patience = 2;

/** The figures of a lane at the line before (`by` −1) or after (`by` 1) each. */
export function moved({ values, slacks, spots }: Operand, order: readonly number[], by: 1 | -1): Operand {
  const from = values.map(() => Number.NaN);
  const wide = values.map(() => Number.NaN);
  const held: (Spot | undefined)[] = spots.map(() => undefined);
  for (const [i, at] of order.entries()) {
    const other = order[i + by];
    if (other === undefined || Math.abs(other - at) !== 1) continue;
    from[at] = values[other] ?? Number.NaN;
    wide[at] = slacks[other] ?? Number.NaN;
    held[at] = spots[other];
  }
  return { values: from, slacks: wide, spots: held };
}

/** One figure beside every line. */
export function fixed(spot: Spot, length: number): Operand {
  return {
    values: new Float64Array(length).fill(spot.figure.value.toNumber()),
    slacks: new Float64Array(length).fill(spot.isExact ? 0 : spot.least.toNumber()),
    spots: new Array<Spot>(length).fill(spot),
  };
}

/** Whether a formula holds at most lines, at a first look. */
export function looksKept(
  formula: Binary,
  per: number,
  r: Lane,
  a: Operand,
  b: Operand,
  work: Work,
): boolean {
  let [holds, fails] = [0, 0];
  work.combinations++;
  for (let i = 0; i < r.values.length; i++) {
    const [result, one, two] = [at(r.values, i), at(a.values, i), at(b.values, i)];
    // NaN, where one of them is missing, makes the sum NaN.
    if (Number.isNaN(result + one + two)) continue;
    work.lines++;
    const expected = calculate(formula, per, one, two);
    if (!Number.isFinite(expected)) continue;
    if (isNear(formula, result, expected, widthAt(formula, per, r, a, b, i))) holds++;
    else if (++fails > patience && fails > holds) return false;
  }
  return holds > fails;
}

/** A line's evidence: how wide a stretch would have done, and whether both operands were needed for it. */
export function trialAt(formula: Binary, per: number, r: Lane, a: Operand, b: Operand, i: number): Trial {
  const [result, one, two] = [at(r.values, i), at(a.values, i), at(b.values, i)];
  const near = widthAt(formula, per, r, a, b, i);
  // A print stands for what is rounded to it and what is cut off to it: a step and a half. A count, for itself.
  const width = Math.max(at(r.steps, i), near > 0 ? 2 * near - at(r.steps, i) / 2 : 0);
  const isTelling =
    formula === "sum" || formula === "difference"
      ? !isNear(formula, result, one, near) && !isNear(formula, result, two, near)
      : one !== two && one !== 0;
  const isUnsigned = formula === "difference" || formula === "change";
  const sign = Math.sign(result * calculate(formula, per, one, two));
  return { value: result, width, isTelling, ...(isUnsigned && { sign }) };
}

/** The power of ten that a ratio is multiplied by, by the first lines where it may hold; `undefined` for none. */
export function perOfLanes(r: Lane, a: Operand, b: Operand): number | undefined {
  const seen: number[] = [];
  for (let i = 0; i < r.values.length && seen.length < 3; i++) {
    const ratio = (at(r.values, i) * at(b.values, i)) / at(a.values, i);
    if (ratio > 0 && ratio < Number.POSITIVE_INFINITY) seen.push(10 ** Math.round(Math.log10(ratio)));
  }
  const per = seen.find((it, i) => seen.indexOf(it) !== i) ?? seen[0];
  return per !== undefined && per >= 1 && per <= 1_000_000 ? per : undefined;
}

function calculate(formula: Binary, per: number, a: number, b: number): number {
  switch (formula) {
    case "sum":
      return a + b;
    case "difference":
      return a - b;
    case "change":
      return (100 * (a - b)) / b;
    case "ratio":
      return (per * a) / b;
    case "part":
      return (100 * a) / (a + b);
  }
}

function isNear(formula: Binary, result: number, expected: number, width: number): boolean {
  const isUnsigned = formula === "difference" || formula === "change";
  const off = isUnsigned ? Math.abs(Math.abs(result) - Math.abs(expected)) : Math.abs(result - expected);
  return off <= width * 1.001 + 1e-9;
}

/** How far the result may be from what is calculated: a step of its print, and what the operands' prints leave open. */
function widthAt(formula: Binary, per: number, r: Lane, a: Operand, b: Operand, i: number): number {
  const [one, two, da, db] = [at(a.values, i), at(b.values, i), at(a.slacks, i), at(b.slacks, i)];
  const step = at(r.slacks, i) === 0 && (formula === "sum" || formula === "difference") ? 0 : at(r.steps, i);
  const carried = carry(formula, per, one, two, da, db);
  return step + carried;
}

function carry(formula: Binary, per: number, a: number, b: number, da: number, db: number): number {
  if (da === 0 && db === 0) return 0;
  switch (formula) {
    case "sum":
    case "difference":
      return da + db;
    case "change":
      return Math.abs((100 * da) / b) + Math.abs((100 * a * db) / (b * b));
    case "ratio":
      return Math.abs((per * da) / b) + Math.abs((per * a * db) / (b * b));
    case "part":
      return (100 * (Math.abs(b * da) + Math.abs(a * db))) / ((a + b) * (a + b));
  }
}

function at(numbers: Float64Array, i: number): number {
  return numbers[i] ?? Number.NaN;
}
