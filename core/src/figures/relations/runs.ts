// Relations of a lane to several beside it: averages of a run of lanes, and sums of percentages or rates, which
// table-total leaves alone.

import type { Level, Trial } from "./evidence.js";
import { sameUnit } from "./pairs.js";
import { believe, type Relation } from "./relation.js";
import type { Lane, Sheet, Spot } from "./sheet.js";
import type { Work } from "./trial.js";
import { saysAverage, saysWhole } from "./words.js";

/** An average of more lanes than these is not looked for, nor a sum of more percentages than the second. */
const longestMean = 60;
const longestSum = 6;

/** Means of runs of lanes under a heading that says so, and sums of percentages and rates. */
export function* runRelations(sheet: Sheet, work: Work): Generator<Relation> {
  for (const [place, result] of sheet.lanes.entries()) {
    if (!result.canResult) continue;
    if (saysAverage(result.label)) yield* means(sheet, result, place, work);
    if (result.kind !== "amount" || !saysWhole(result.label)) yield* sums(sheet, result, place, work);
  }
}

function* means(sheet: Sheet, result: Lane, place: number, work: Work): Generator<Relation> {
  const before = sheet.lanes.slice(Math.max(0, place - longestMean), place);
  const after = sheet.lanes.slice(place + 1, place + 1 + longestMean);
  const parts = (lanes: readonly Lane[]): Lane[] =>
    lanes.filter((it) => it.role === "part" && !saysAverage(it.label));
  const runs = [parts(before), parts(after)];
  for (const length of [2, 3, 4, 5]) runs.push(before.slice(-length));
  for (const [at, run] of distinct(runs).entries()) {
    // The average of all that stands before it is what the heading says; of some of it, one guess among others.
    const relation = tryRun(sheet, "mean", at === 0 ? "named" : "worded", result, run, work);
    if (relation) yield relation;
  }
}

function* sums(sheet: Sheet, result: Lane, place: number, work: Work): Generator<Relation> {
  if (result.kind === "amount") return;
  for (let length = 2; length <= longestSum; length++) {
    const runs = [
      sheet.lanes.slice(Math.max(0, place - length), place),
      sheet.lanes.slice(place + 1, place + 1 + length),
    ];
    for (const run of runs) {
      if (run.length < length || run.some((it) => it.kind !== result.kind || !sameUnit(it, result))) continue;
      const level = saysWhole(result.label) ? "worded" : "numbers";
      const relation = tryRun(sheet, "sum", level, result, run, work);
      if (relation) yield relation;
    }
  }
}

function tryRun(
  sheet: Sheet,
  formula: "mean" | "sum",
  level: Level,
  result: Lane,
  run: readonly Lane[],
  work: Work,
): Relation | undefined {
  if (run.length < 2) return undefined;
  work.combinations++;
  work.lines += run.length * result.values.length;
  return believe({
    ...{ formula, per: 1, sheet, result, from: run, level, tried: sheet.lanes.length * 4 },
    inputsAt: (line) => {
      const spots = run.map((it) => it.spots[line]).filter((it): it is Spot => it !== undefined);
      return spots.length === run.length ? spots : undefined;
    },
    trialAt: (line) => trialOf(formula, result, run, line),
  });
}

function trialOf(formula: "mean" | "sum", result: Lane, run: readonly Lane[], line: number): Trial {
  const step = result.steps[line] ?? 1;
  const slacks = run.reduce((sum, it) => sum + (it.slacks[line] ?? 0), 0);
  const carried = formula === "mean" ? slacks / run.length : slacks;
  const values = run.map((it) => it.values[line] ?? 0);
  const isTelling = values.filter((it) => it !== 0).length >= 2 && new Set(values).size > 1;
  return { value: result.values[line] ?? 0, width: 1.5 * step + 2 * carried, isTelling };
}

function distinct(runs: readonly (readonly Lane[])[]): (readonly Lane[])[] {
  const keys = new Set<string>();
  return runs.filter((run) => {
    const key = run.map((it) => it.at).join(" ");
    return !keys.has(key) && keys.add(key);
  });
}
