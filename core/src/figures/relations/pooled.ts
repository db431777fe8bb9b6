// Percentages of a group and of its parts: what all referrals do is the mean of what completers and breaches do,
// weighted by how many there are of each, and lies between the two.

import { type Check, judge } from "./check.js";
import { isBelieved } from "./evidence.js";
import { isFootnoted } from "./footnotes.js";
import type { Relation } from "./relation.js";
import type { Crossing, Lane, Sheet, Spot } from "./sheet.js";
import type { Work } from "./trial.js";
import { isException, saysBase, saysChange, saysWhole } from "./words.js";

/** A group of more parts than these is looked for as a whole only. */
const longestRun = 6;

/** Of each lane that may be a group: its percentages and rates as weighted means of its parts'. */
export function* pooledRelations(sheet: Sheet, work: Work): Generator<Relation> {
  const weightLines = sheet.crossings.flatMap(({ label, kind, role }, line) =>
    role !== "break" && kind === "amount" && saysBase(label) ? [line] : [],
  );
  // Percentages that were weighted otherwise are no means by the printed sizes.
  if (/\b(?:weighted|adjusted|standardi[sz]ed)\b/i.test(sheet.notes.words)) return;
  if (weightLines.length === 0 || sheet.lanes.length > 400) return;
  for (const [place, result] of sheet.lanes.entries()) {
    for (const line of weightLines) {
      for (const parts of runsBeside(sheet.lanes, place)) {
        work.combinations++;
        work.lines += parts.length;
        const isWhole = isSum(result, parts, line);
        const relation = isWhole ? pool(sheet, result, parts, line) : sizeOff(sheet, result, parts, line);
        if (!relation) continue;
        yield relation;
        break;
      }
    }
  }
}

/** The runs of lanes that end or start beside a lane; all of them before or after it. */
function runsBeside(lanes: readonly Lane[], place: number): (readonly Lane[])[] {
  const before = lanes.slice(0, place);
  const after = lanes.slice(place + 1);
  const runs: (readonly Lane[])[] = [];
  for (let length = 2; length <= longestRun; length++) {
    if (length <= before.length) runs.push(before.slice(-length));
    if (length <= after.length) runs.push(after.slice(0, length));
  }
  for (const all of [before, after]) if (all.length > longestRun) runs.push(all);
  return runs;
}

/** Whether the lane's size is what the sizes of its parts add up to, at a glance and exactly. */
function isSum(result: Lane, parts: readonly Lane[], line: number): boolean {
  const total = result.values[line] ?? Number.NaN;
  const sum = parts.reduce((all, it) => all + (it.values[line] ?? Number.NaN), 0);
  return Math.abs(sum - total) < 0.5 && parts.every((it) => (it.values[line] ?? 0) > 0);
}

function pool(sheet: Sheet, result: Lane, parts: readonly Lane[], line: number): Relation | undefined {
  const { checks, bits } = shareChecks(sheet, result, parts, line);
  const size = Math.log2(Math.max(2, 4 * (result.values[line] ?? 0)));
  return checks.length === 0 ? undefined : believed(sheet, result, parts, checks, bits + size);
}

/**
 * A group whose percentages are all means of its parts', and whose size alone is not their sum. That it is the group of
 * these parts must be in its name, and its percentages must show it.
 */
function sizeOff(sheet: Sheet, result: Lane, parts: readonly Lane[], line: number): Relation | undefined {
  const size = result.spots[line];
  const sizes = parts.flatMap((it) => it.spots[line] ?? []);
  const isNamed = saysWhole(result.label) || result.role !== "part";
  if (!size || !isNamed || sizes.length !== parts.length || isFootnoted(size)) return undefined;
  if (![size, ...sizes].every((it) => it.isExact && it.figure.value.gt(0))) return undefined;
  const { checks, bits } = shareChecks(sheet, result, parts, line);
  if (checks.length < 2 || !checks.every((it) => it.holds)) return undefined;
  const sum = judge("sum", 1, size, sizes);
  const evidence = { holds: checks.length + 1, fails: 1, tried: sheet.lanes.length };
  if (sum.holds || !isBelieved("worded", bits, evidence)) return undefined;
  return { formula: "sum", sheet, result, from: parts, level: "worded", bits, checks: [sum] };
}

/** The percentages of a group against those of its parts, and how surely they are no chance. */
function shareChecks(
  sheet: Sheet,
  result: Lane,
  parts: readonly Lane[],
  line: number,
): { checks: readonly Check[]; bits: number } {
  const weights = parts.map((it) => it.spots[line]);
  const checks: Check[] = [];
  let bits = 0;
  for (const [at, crossing] of sheet.crossings.entries()) {
    const spot = result.spots[at];
    const shares = parts.map((it) => it.spots[at]);
    if (at === line || !spot || !isPooled(crossing)) continue;
    if (![spot, ...shares].every((it) => it !== undefined && it.kind !== "amount")) continue;
    const inputs = shares.flatMap((it, i) => [it, weights[i]]).filter((it): it is Spot => it !== undefined);
    if (inputs.length !== 2 * parts.length || inputs.some(isFootnoted) || isFootnoted(spot)) continue;
    if (isAddedUp(spot, shares)) continue;
    const check = judge("pooled", 1, spot, inputs);
    checks.push(check);
    if (check.holds) bits += bitsOfPooled(spot, shares);
  }
  return { checks, bits };
}

/** Whether a line's percentages can be of the sizes, and not of a part of them. */
function isPooled({ role, label }: Crossing): boolean {
  return (
    role !== "break" &&
    !isException(label) &&
    !saysChange(label) &&
    !/\bof (?:those|these|them|whom|which)\b/i.test(label)
  );
}

/** A group whose name says so is believed by its size alone, where a percentage lies outside those of its parts. */
function believed(
  sheet: Sheet,
  result: Lane,
  parts: readonly Lane[],
  checks: readonly Check[],
  bits: number,
): Relation | undefined {
  const holds = checks.filter((it) => it.holds).length;
  const fails = checks.length - holds;
  const level = saysWhole(result.label) || result.role !== "part" ? "named" : "worded";
  // Any lane may be the group; a named relation is not told how many were tried.
  const choices = level === "named" ? Math.log2(sheet.lanes.length) : 0;
  const kept = isBelieved(level, bits - choices, { holds: holds + 1, fails, tried: sheet.lanes.length });
  if (!kept || fails > holds + 1) return undefined;
  const sure = holds >= 1 ? checks : checks.filter((it) => it.holds || isOutside(it));
  return { formula: "pooled", sheet, result, from: parts, level, bits, checks: sure };
}

/** Whether the parts' percentages add up to the group's, as shares of one whole do. */
function isAddedUp(total: Spot, parts: readonly (Spot | undefined)[]): boolean {
  const spots = parts.filter((it): it is Spot => it !== undefined);
  const sum = spots.reduce((all, it) => all + it.figure.value.toNumber(), 0);
  const slack = (spots.length + 2) * total.least.toNumber();
  return Math.abs(sum - total.figure.value.toNumber()) <= slack || Math.abs(sum - 100) <= slack;
}

function isOutside({ result, inputs }: Check): boolean {
  const parts = inputs.filter((_, i) => i % 2 === 0).map((it) => it.figure.value);
  const { value } = result.figure;
  const isIn =
    parts.some((it) => it.lte(value.plus(result.least))) &&
    parts.some((it) => it.gte(value.minus(result.least)));
  return !isIn;
}

/** A pooled figure could be any between its parts'. */
function bitsOfPooled(spot: Spot, parts: readonly (Spot | undefined)[]): number {
  const values = parts.flatMap((it) => (it ? [it.figure.value.toNumber()] : []));
  const spread = Math.max(...values) - Math.min(...values);
  return Math.max(0, Math.log2(spread / (2.5 * spot.least.toNumber())));
}
