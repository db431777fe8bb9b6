// Parts that come off a total though nothing says so. Where they are nought elsewhere, they are taken for parts that are
// added; where they are not, the total is less by them: `Opening 40`, `Paid out 15`, `Closing 25`.

import type { Figure } from "../paper/figure.js";
import type { Line } from "./grid.js";
import { add, agrees } from "./sums.js";
import type { Footing } from "./trust.js";

/** More parts than these are not tried. */
const mostTurned = 6;

/** Whether a total that differs is what its parts make when those that are nought wherever it holds are taken away. */
export function isLessByOthers(
  footing: Footing,
  footings: readonly Footing[],
  lines: readonly Line[],
): boolean {
  const holding = footings.filter((it) => it.holds && it.weighty);
  if (holding.length === 0) return false;
  const { parts, total, printing, position } = footing;
  const isNew = parts.map(({ cell, figure }) => {
    const line = lines.find((it) => it.cells[position] === cell);
    return !figure.value.eq(0) && line !== undefined && holding.every((it) => isNought(line, it.position));
  });
  const places = isNew.flatMap((it, at) => (it ? [at] : []));
  if (places.length > mostTurned) return false;
  return [places, ...places.map((it) => [it])].some((turned) => {
    const figures = parts.map(({ figure }, at) => (turned.includes(at) ? negated(figure) : figure));
    return turned.length > 0 && !add(figures).eq(0) && agrees(figures, total, printing);
  });
}

function isNought({ cells }: Line, position: number): boolean {
  const value = cells[position]?.value;
  return value?.kind !== "figure" || value.figure.value.eq(0);
}

function negated(figure: Figure): Figure {
  return { ...figure, value: figure.value.neg() };
}
