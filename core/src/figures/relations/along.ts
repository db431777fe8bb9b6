// Relations of a lane to one other along its lines: change since the line before, running totals, shares of a total,
// and a total's figure that stands in every line.

import { judge } from "./check.js";
import { tryBinary } from "./pairs.js";
import { believe, type Relation } from "./relation.js";
import type { Lane, Sheet, Spot } from "./sheet.js";
import { fixed, looksKept, moved, type Operand, trialAt, type Work } from "./trial.js";
import { saysChange, saysRunning, saysShare, shareWord } from "./words.js";

/** A running total over more lines than these is only checked from line to line. */
const longestRunning = 60;

/** The relations of every lane to one other within `reach` of it. */
export function* alongRelations(sheet: Sheet, reach: number, work: Work): Generator<Relation> {
  const order = sheet.crossings.flatMap(({ role }, i) => (role === "part" ? [i] : []));
  const earlier = new Map(sheet.lanes.map((lane) => [lane, moved(lane, order, -1)]));
  const later = new Map(sheet.lanes.map((lane) => [lane, moved(lane, order, 1)]));
  for (const [place, result] of sheet.lanes.entries()) {
    if (!result.canResult) continue;
    yield* repeated(sheet, result);
    const near = sheet.lanes
      .slice(Math.max(0, place - reach), place + reach + 1)
      .filter((it) => it !== result);
    for (const lane of near) {
      const [before, after, own] = [earlier.get(lane), later.get(lane), earlier.get(result)];
      if (!before || !after || !own) continue;
      yield* sinceLast(sheet, result, lane, [before, after], near.length, work);
      yield* shares(sheet, result, lane, near.length, work);
      if (result.kind !== lane.kind || !saysRunning(result.label)) continue;
      const step = tryBinary(sheet, "sum", "worded", result, [own, lane], [lane], near.length, work);
      if (step) yield step;
      const all = sumSoFar(sheet, result, lane, order, near.length);
      if (all) yield all;
    }
  }
}

/** A running total as the sum of all lines so far, which one slip in the total does not spoil for the others. */
function sumSoFar(
  sheet: Sheet,
  result: Lane,
  lane: Lane,
  order: readonly number[],
  tried: number,
): Relation | undefined {
  const inputsAt = (line: number): readonly Spot[] | undefined => {
    const lines = order.slice(0, order.indexOf(line) + 1);
    if (lines.length > longestRunning) return undefined;
    const spots = lines.flatMap((it) => lane.spots[it] ?? []);
    return spots.length === lines.length && spots.length >= 2 ? spots : undefined;
  };
  return believe({
    ...{ formula: "sum", per: 1, sheet, result, from: [lane], level: "worded", tried, inputsAt },
    trialAt: (line) => ({
      value: result.values[line] ?? 0,
      width: (result.steps[line] ?? 1) + (lane.slacks[line] ?? 0) * 2 * order.length,
      isTelling: true,
    }),
  });
}

/** Change since the line before, or, where the latest stands first, since the line after. */
function* sinceLast(
  sheet: Sheet,
  result: Lane,
  lane: Lane,
  others: readonly Operand[],
  tried: number,
  work: Work,
): Generator<Relation> {
  const level = saysChange(result.label) ? "worded" : "numbers";
  for (const other of others) {
    if (result.kind === "percent" || level === "worded") {
      const relation = tryBinary(sheet, "change", level, result, [lane, other], [lane], 4 * tried, work);
      if (relation) yield relation;
    }
    if (result.kind !== lane.kind) continue;
    const relation = tryBinary(sheet, "difference", level, result, [lane, other], [lane], 4 * tried, work);
    if (relation) yield relation;
  }
}

/** Shares of a total that stands first or last in its lane, or that the lane adds up to. */
function* shares(sheet: Sheet, result: Lane, lane: Lane, near: number, work: Work): Generator<Relation> {
  if (result.kind !== "percent" || lane.kind !== "amount") return;
  const held = lane.spots.filter((it) => it !== undefined);
  const level = saysShare(result.label) || shareWord(result.label, lane.label) ? "worded" : "numbers";
  const tried = 5 * near;
  const found: Relation[] = [];
  for (const total of new Set([held.at(-1), held[0]])) {
    if (!total || held.length < 3) continue;
    const whole = fixed(total, lane.spots.length);
    const relation = tryBinary(sheet, "ratio", level, result, [lane, whole], [lane], tried, work);
    if (relation) found.push(relation);
  }
  const isWhole = lane.spots.every((it, i) => it !== undefined || sheet.crossings[i]?.role === "break");
  for (const parts of isWhole ? [held, held.slice(0, -1), held.slice(1)] : []) {
    if (parts.length < 2) continue;
    const relation = ofSum({ sheet, result, lane, parts, level, tried, work });
    if (relation) found.push(relation);
  }
  found.sort((a, b) => failures(a) - failures(b));
  if (found[0]) yield found[0];
}

interface OfSum {
  readonly sheet: Sheet;
  readonly result: Lane;
  readonly lane: Lane;
  readonly parts: readonly Spot[];
  readonly level: Relation["level"];
  readonly tried: number;
  readonly work: Work;
}

function ofSum({ sheet, result, lane, parts, level, tried, work }: OfSum): Relation | undefined {
  const sum = parts.reduce((all, it) => all + it.figure.value.toNumber(), 0);
  const values = new Float64Array(lane.values.length).fill(sum);
  const slacks = new Float64Array(lane.values.length).fill(0);
  const whole: Operand = { values, slacks, spots: lane.spots };
  if (!looksKept("ratio", 100, result, lane, whole, work)) return undefined;
  return believe({
    ...{ formula: "shareOfSum", per: 100, sheet, result, from: [lane], level, tried },
    inputsAt: (line) => {
      const one = lane.spots[line];
      return one && [one, ...parts];
    },
    trialAt: (line) => trialAt("ratio", 100, result, lane, whole, line),
  });
}

function failures({ checks }: Relation): number {
  return checks.filter((it) => !it.holds).length;
}

/** A figure of three digits or more in every line that is the last or first line's of another lane of its kind. */
function* repeated(sheet: Sheet, result: Lane): Generator<Relation> {
  const held = result.spots.filter((it) => it !== undefined);
  const value = mostCommon(held);
  if (!value || held.length < 5 || value.text.replace(/\D/g, "").length < 3) return;
  const sources = sheet.lanes
    .filter((it) => it !== result && it.kind === result.kind && Math.abs(it.at - result.at) <= 3)
    .flatMap((it) =>
      [it.spots.findLast(isHeld), it.spots.find(isHeld)].flatMap((spot) => (spot ? [{ it, spot }] : [])),
    );
  const source = sources.find(({ spot }) => spot.figure.value.eq(value.value));
  if (!source) return;
  const checks = held.map((spot) => judge("same", 1, spot, [source.spot]));
  const bits = Math.log2(
    value.value
      .abs()
      .div(held[0]?.least ?? 1)
      .toNumber(),
  );
  const relation: Relation = {
    ...{ formula: "same", sheet, result, from: [source.it], level: "named", bits, checks },
  };
  // One that differs is a slip; two are a column of figures that happen to be much the same.
  if (failures(relation) <= 1) yield relation;
}

function isHeld(spot: Spot | undefined): spot is Spot {
  return spot !== undefined;
}

function mostCommon(spots: readonly Spot[]): Spot["figure"] | undefined {
  const counts = new Map<string, number>();
  for (const { figure } of spots) {
    const key = figure.value.toString();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [key] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return spots.find((it) => it.figure.value.toString() === key)?.figure;
}
