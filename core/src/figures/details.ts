// Rows that are details of the row before them, which their figures alone show: `Staff 50`, `officers 30`, `others 20`.

import Big from "big.js";
import type { Figure } from "../paper/figure.js";
import type { Line } from "./grid.js";

/** Whether figures, printed as they are at a position of the lines, can add up to another. */
export type Adds = (parts: readonly Figure[], whole: Figure, position: number) => boolean;

/** A row has no more details than these. */
const mostDetails = 12;

/**
 * Leaves out lines whose figures the one before them is the sum of. With `adds`, the sum may be off by what the figures
 * were rounded by, where none is exact.
 */
export function withoutDetails<T extends { readonly line: Line }>(
  terms: readonly T[],
  position: number,
  adds?: Adds,
): T[] {
  const figures = terms.map(({ line }) => {
    const value = line.cells[position]?.value;
    return value?.kind === "figure" ? value.figure : undefined;
  });
  const kept: T[] = [];
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i];
    if (!term) continue;
    kept.push(term);
    i = lastDetail(figures, i, adds && ((parts, whole) => adds(parts, whole, position)));
  }
  return kept;
}

/** Where the details of a figure end: at the figure itself where it has none. */
function lastDetail(
  figures: readonly (Figure | undefined)[],
  at: number,
  adds: ((parts: readonly Figure[], whole: Figure) => boolean) | undefined,
): number {
  const whole = figures[at];
  if (!whole || whole.value.eq(0)) return at;
  let sum = new Big(0);
  let near = at;
  for (let j = at + 1; j < figures.length && j <= at + mostDetails; j++) {
    sum = sum.plus(figures[j]?.value ?? 0);
    if (j === at + 1) continue;
    if (sum.eq(whole.value)) return j;
    if (near > at || !adds || !isClose(sum, whole.value)) continue;
    const parts = figures.slice(at + 1, j + 1).flatMap((it) => it ?? []);
    if (parts.length >= 2 && adds(parts, whole)) near = j;
  }
  return near;
}

/** Whether rounding alone may be between a sum and a figure. */
export function isClose(sum: Big, value: Big): boolean {
  return sum.minus(value).abs().times(10).lte(value.abs());
}
