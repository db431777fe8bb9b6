// Totals that are not of all that stands above them: a base figure that leads the table, a group that was summed without
// being called a subtotal, a region's total above that of the nation.

import Big from "big.js";
import { isClose } from "./details.js";
import type { Part } from "./readings.js";
import { agrees, type Printing } from "./sums.js";

/** A total that differs from the sum of its parts, and what stands between these and it. */
export interface Unproved {
  readonly total: Big;
  readonly sum: Big;
  readonly parts: readonly Part[];
  readonly printing: Printing;
  /** The figures of the lines after the last part and before the total. */
  readonly between: readonly Big[];
}

/** Figures from here on add up by chance only once in many tables. */
const long = new Big(1000);
const short = new Big(100);
/** The sum of more figures than these is not taken for a group's where it is only near it. */
const mostRounded = 6;

/** Whether the figures show that a total, which no other place proves, is of other lines than its supposed parts. */
export function isOfOthers(unproved: Unproved): boolean {
  return followsBase(unproved) || hasGroup(unproved) || isSummedBefore(unproved);
}

/** `Surveys sent 12,000`, `online 268`, `post 90`, `Total returned 358`: the rows after the first are what is summed. */
function followsBase({ total, parts }: Unproved): boolean {
  let base = new Big(0);
  for (let from = 1; from + 2 <= parts.length; from++) {
    base = base.plus(parts[from - 1]?.figure.value ?? 0);
    if (base.lt(total) || (from > 1 && total.abs().lt(short))) continue;
    if (areTwo(parts.slice(from)) && sumOf(parts.slice(from)).eq(total)) return true;
  }
  return false;
}

/** `Ladywood 1,204`, `Nechells 988`, `Both wards 2,192`: one part is the sum of those before or after it. */
function hasGroup({ total, sum, parts, printing }: Unproved): boolean {
  const isNear = isClose(total, sum);
  return [parts, [...parts].reverse()].some((order) =>
    order.some((whole, at) => {
      const { value } = whole.figure;
      const run = runOf(order.slice(0, at).reverse(), whole, printing);
      if (run === 0) return false;
      return value.abs().gte(long) || (!isNear && (value.abs().gte(short) || run === at));
    }),
  );
}

/**
 * How many of the first figures add up to another, nothing not counted; 0 where none do, or one alone. Of few figures
 * the sum may be rounded.
 */
function runOf(parts: readonly Part[], whole: Part, printing: Printing): number {
  const { value } = whole.figure;
  let sum = new Big(0);
  let near = 0;
  for (const [at, part] of parts.entries()) {
    sum = sum.plus(part.figure.value);
    if (value.eq(0) || !isClose(sum, value)) continue;
    const run = parts.slice(0, at + 1);
    if (!areTwo(run)) continue;
    if (sum.eq(value)) return at + 1;
    if (near > 0 || run.length > mostRounded) continue;
    const figures = run.map((it) => it.figure);
    if (agrees(figures, whole.figure, printing)) near = at + 1;
  }
  return near;
}

/** `Regional total 2,192`, `National total 40,004`: what the parts add up to is printed before the total. */
function isSummedBefore({ sum, parts, between }: Unproved): boolean {
  return (sum.abs().gte(short) || parts.length > 2) && between.some((it) => it.eq(sum));
}

function areTwo(parts: readonly Part[]): boolean {
  return parts.filter((it) => !it.figure.value.eq(0)).length >= 2;
}

function sumOf(parts: readonly Part[]): Big {
  return parts.reduce((sum, it) => sum.plus(it.figure.value), new Big(0));
}
