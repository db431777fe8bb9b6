// The values that a printed figure stands for, and arithmetic over them.

import Big from "big.js";
import { type Figure, stepOf } from "../paper/figure.js";

/** A quotient is widened by this much to both sides, so that no value is lost where the division does not end. */
const quotientSlack = new Big("1e-18");

/** A stretch of values, both ends included. */
export interface Range {
  readonly low: Big;
  readonly high: Big;
}

/** How the figures of one calculation lost their last digits: all were rounded, or all were cut off. */
export type Shortening = "rounded" | "cut";

/** Both ways, the usual one first. */
export const shortenings: readonly Shortening[] = ["rounded", "cut"];

/**
 * The values that print as the figure does. A whole count, and an amount with pence, is exact; anything else stands
 * for one `step`, which is that of its last digit where none is given.
 */
export function unprint(figure: Figure, how: Shortening, step?: Big): Range {
  const { value } = figure;
  const width = step ?? (isExact(figure) ? new Big(0) : stepOf(figure));
  if (how === "rounded") return { low: value.minus(width.div(2)), high: value.plus(width.div(2)) };
  return value.lt(0) ? { low: value.minus(width), high: value } : { low: value, high: value.plus(width) };
}

/** Whether a figure stands for itself alone: a whole count, or an amount of money with its pence. */
export function isExact({ unit, scale, decimals }: Figure): boolean {
  if (scale > 0 || unit === "%" || unit === "points") return false;
  return /^[£$€]$/.test(unit) ? decimals === 2 : decimals === 0;
}

/** Whether two ranges have a value in common. */
export function overlap(a: Range, b: Range): boolean {
  return a.low.lte(b.high) && b.low.lte(a.high);
}

/** The one value. */
export function exactly(value: Big): Range {
  return { low: value, high: value };
}

/** Whether some value of the range prints as the figure does with a step, that of its last digit or a wider one. */
export function couldPrint(range: Range, figure: Figure, step: Big = stepOf(figure)): boolean {
  if (overlap(range, unprint(figure, "rounded", step))) return true;
  // A value that is cut off prints as less than the next step, which it does not reach.
  const cut = unprint(figure, "cut", step);
  return figure.value.lt(0)
    ? range.low.lte(cut.high) && range.high.gt(cut.low)
    : range.low.lt(cut.high) && range.high.gte(cut.low);
}

/** What `a + b` can be. */
export function add(a: Range, b: Range): Range {
  return { low: a.low.plus(b.low), high: a.high.plus(b.high) };
}

/** What `a · b` can be. */
export function multiply(a: Range, b: Range): Range {
  const ends = [a.low.times(b.low), a.low.times(b.high), a.high.times(b.low), a.high.times(b.high)];
  return {
    low: ends.reduce((one, other) => (other.lt(one) ? other : one)),
    high: ends.reduce((one, other) => (other.gt(one) ? other : one)),
  };
}

/** What `a / b` can be, of any signs, rounded outward; `undefined` where `b` can be nothing. */
export function quotient(a: Range, b: Range): Range | undefined {
  if (b.low.lte(0) && b.high.gte(0)) return undefined;
  if (b.low.lt(0)) return quotient(negate(a), negate(b));
  // The divisor is positive, so that an end of the dividend goes with the end of it that takes it farther out.
  const low = a.low.div(a.low.lt(0) ? b.low : b.high);
  const high = a.low.eq(a.high) && b.low.eq(b.high) ? low : a.high.div(a.high.lt(0) ? b.high : b.low);
  return { low: low.minus(quotientSlack), high: high.plus(quotientSlack) };
}

/** What `a - b` can be. */
export function subtract(a: Range, b: Range): Range {
  return { low: a.low.minus(b.high), high: a.high.minus(b.low) };
}

/** What `part / whole` can be, as a share of 1; `undefined` where the whole can be nothing or either is negative. */
export function divide(part: Range, whole: Range): Range | undefined {
  if (whole.low.lte(0) || part.high.lt(0)) return undefined;
  const least = part.low.lt(0) ? new Big(0) : part.low;
  return { low: least.div(whole.high), high: part.high.div(whole.low) };
}

/** The range times a factor that is not negative. */
export function scaleBy({ low, high }: Range, factor: Big | number): Range {
  return { low: low.times(factor), high: high.times(factor) };
}

/** The range with its sign turned. */
export function negate({ low, high }: Range): Range {
  return { low: high.neg(), high: low.neg() };
}
