// Lanes that a sum or a difference leaves out because they hold nothing wherever it fits: contributions to one reserve of
// five, where the others were only drawn on.

import { type Check, fits } from "./check.js";
import type { Lane, Sheet, Spot } from "./sheet.js";

/** A check, and the line that it stands at. */
export interface LineCheck {
  readonly check: Check;
  readonly line: number;
}

/** The lanes of a relation. */
interface Lanes {
  readonly sheet: Sheet;
  readonly result: Lane;
  readonly from: readonly Lane[];
}

/** No more lanes than these are tried together. */
const mostTried = 3;

/** The checks that hold, and those that fail where no other lane has to do with it. */
export function withoutMore(checks: readonly LineCheck[], lanes: Lanes): Check[] {
  const held = checks.filter(({ check }) => check.holds).map(({ line }) => line);
  return checks.filter((it) => it.check.holds || !isOfMore(it, held, lanes)).map(({ check }) => check);
}

/**
 * Whether a line fails a sum or a difference because of lanes that are nought where it holds: they settle it, or they
 * stand among its own.
 */
function isOfMore({ check, line }: LineCheck, held: readonly number[], lanes: Lanes): boolean {
  if (check.formula !== "sum" && check.formula !== "difference") return false;
  const { sheet, result, from } = lanes;
  const own = [result, ...from];
  const more = sheet.lanes.filter(
    (it) =>
      !own.includes(it) &&
      isAlike(it, result) &&
      !isNought(it.spots[line]) &&
      held.every((other) => isNought(it.spots[other])),
  );
  const places = own.map((it) => it.at);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const spots = more.slice(0, mostTried).flatMap((it) => it.spots[line] ?? []);
  return more.some(({ at }) => first < at && at < last) || settles(check, spots);
}

/** Whether a result follows once some of the figures are added to its first input, or taken off it. */
function settles(check: Check, spots: readonly Spot[]): boolean {
  const [first, ...others] = check.inputs;
  if (!first) return false;
  const either = (sums: Spot[], spot: Spot): Spot[] =>
    sums.flatMap((it) => [it, moved(it, spot, 1), moved(it, spot, -1)]);
  return spots.reduce(either, [first]).some((it) => fits({ ...check, inputs: [it, ...others] }));
}

function moved(spot: Spot, by: Spot, sign: 1 | -1): Spot {
  const value = spot.figure.value.plus(by.figure.value.times(sign));
  const isExact = spot.isExact && by.isExact;
  return { ...spot, figure: { ...spot.figure, value }, least: spot.least.plus(by.least), isExact };
}

function isAlike(a: Lane, b: Lane): boolean {
  return a.kind === b.kind && (a.unit === b.unit || a.unit === "" || b.unit === "");
}

function isNought(spot: Spot | undefined): boolean {
  return spot === undefined || spot.figure.value.eq(0);
}
