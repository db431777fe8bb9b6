// The calculations that one figure of a table may be of others: with ranges, with the values as printed, and backwards.

import Big from "big.js";
import { add, exactly, multiply, negate, quotient, type Range, subtract } from "../range.js";

/** What a formula is called. Its inputs stand in the order that its comment gives. */
export type FormulaName =
  | "sum"
  | "difference"
  | "change"
  | "ratio"
  | "part"
  | "shareOfSum"
  | "mean"
  | "pooled"
  | "same";

/** A calculation of one figure from others. */
export interface Formula {
  readonly name: FormulaName;
  /** Whether the sign of the result is left open: a column "Reduction" prints 12 for −12. */
  readonly isUnsigned: boolean;
  /** Whether exact figures give an exact one. */
  readonly isLinear: boolean;
  /** The values that the result may have; `undefined` where there is none, as nothing can be divided by 0. */
  range(inputs: readonly Range[], per: number): Range | undefined;
  /** The result of the figures as printed. */
  point(inputs: readonly Big[], per: number): Big | undefined;
  /** What the input at an index must be for the result. */
  inverse(inputs: readonly Big[], at: number, result: Big, per: number): Big | undefined;
}

const hundred = new Big(100);

/** All formulas by name. */
export const formulas: Readonly<Record<FormulaName, Formula>> = {
  /** a + b + c … */
  sum: {
    ...{ name: "sum", isUnsigned: false, isLinear: true },
    range: (inputs) => inputs.reduce(add),
    point: total,
    inverse: (inputs, at, result) => result.minus(total(without(inputs, at))),
  },
  /** a − b */
  difference: {
    ...{ name: "difference", isUnsigned: true, isLinear: true },
    range: ([a, b]) => a && b && subtract(a, b),
    point: ([a, b]) => a && b && a.minus(b),
    inverse: ([a, b], at, result) => (at === 0 ? b?.plus(result) : a?.minus(result)),
  },
  /** 100 (a − b) / b */
  change: {
    ...{ name: "change", isUnsigned: true, isLinear: false },
    range: ([a, b]) => {
      const ratio = a && b && quotient(multiply(a, exactly(hundred)), b);
      return ratio && subtract(ratio, exactly(hundred));
    },
    point: ([a, b]) => a && b && divided(a.minus(b).times(hundred), b),
    inverse: ([a, b], at, result) => {
      const factor = result.div(hundred).plus(1);
      return at === 0 ? b?.times(factor) : a && divided(a, factor);
    },
  },
  /** per · a / b */
  ratio: {
    ...{ name: "ratio", isUnsigned: false, isLinear: false },
    range: ([a, b], per) => a && b && quotient(multiply(a, exactly(new Big(per))), b),
    point: ([a, b], per) => a && b && divided(a.times(per), b),
    inverse: ([a, b], at, result, per) =>
      at === 0 ? b?.times(result).div(per) : a && divided(a.times(per), result),
  },
  /** 100 a / (a + b) */
  part: {
    ...{ name: "part", isUnsigned: false, isLinear: false },
    range: ([a, b]) => {
      const other = a && b && quotient(b, a);
      return other && quotient(exactly(hundred), add(other, exactly(new Big(1))));
    },
    point: ([a, b]) => a && b && divided(a.times(hundred), a.plus(b)),
    inverse: ([a, b], at, result) => {
      const rest = hundred.minus(result);
      return at === 0 ? b && divided(b.times(result), rest) : a && divided(a.times(rest), result);
    },
  },
  /** 100 a / (b + c + …), where a is one of the parts, too */
  shareOfSum: {
    ...{ name: "shareOfSum", isUnsigned: false, isLinear: false },
    range: ([a, ...parts]) => a && quotient(multiply(a, exactly(hundred)), parts.reduce(add)),
    point: ([a, ...parts]) => a && divided(a.times(hundred), total(parts)),
    inverse: ([a, ...parts], at, result) => {
      const others = a && total(parts).minus(a);
      return at === 0 && others ? divided(others.times(result), hundred.minus(result)) : undefined;
    },
  },
  /** (a + b + …) / n */
  mean: {
    ...{ name: "mean", isUnsigned: false, isLinear: false },
    range: (inputs) => quotient(inputs.reduce(add), exactly(new Big(inputs.length))),
    point: (inputs) => divided(total(inputs), new Big(inputs.length)),
    inverse: (inputs, at, result) => result.times(inputs.length).minus(total(without(inputs, at))),
  },
  /** (a·v + b·w + …) / (v + w + …), the inputs being a, v, b, w, … */
  pooled: {
    ...{ name: "pooled", isUnsigned: false, isLinear: false },
    range: (inputs) => {
      const { parts, weights } = pairs(inputs);
      const products = parts.map((part, i) => multiply(part, weights[i] ?? exactly(new Big(0))));
      return quotient(products.reduce(add), weights.reduce(add));
    },
    point: (inputs) => {
      const { parts, weights } = pairs(inputs);
      return divided(total(parts.map((part, i) => part.times(weights[i] ?? 0))), total(weights));
    },
    inverse: () => undefined,
  },
  /** a */
  same: {
    ...{ name: "same", isUnsigned: false, isLinear: true },
    range: ([a]) => a,
    point: ([a]) => a,
    inverse: (_, __, result) => result,
  },
};

/** What a range of results is when signs are left open. */
export function eitherSign(range: Range): readonly Range[] {
  return [range, negate(range)];
}

function total(values: readonly Big[]): Big {
  return values.reduce((sum, it) => sum.plus(it), new Big(0));
}

function divided(a: Big, b: Big): Big | undefined {
  return b.eq(0) ? undefined : a.div(b);
}

function without<T>(items: readonly T[], at: number): T[] {
  return items.filter((_, i) => i !== at);
}

function pairs<T>(inputs: readonly T[]): { parts: T[]; weights: T[] } {
  return { parts: inputs.filter((_, i) => i % 2 === 0), weights: inputs.filter((_, i) => i % 2 === 1) };
}
