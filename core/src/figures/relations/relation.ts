// A relation between lanes of a table: the same calculation at every line, believed or not.

import { printingOf } from "../sums.js";
import { type Check, computedOf, fits, judge } from "./check.js";
import { bitsOf, isBelieved, type Level, type Trial } from "./evidence.js";
import { isFootnoted } from "./footnotes.js";
import { type FormulaName, formulas } from "./formulas.js";
import { type LineCheck, withoutMore } from "./more.js";
import type { Crossing, Lane, Sheet, Spot } from "./sheet.js";
import { isException } from "./words.js";

/** A calculation that one lane is, line by line, of others. */
export interface Relation {
  readonly formula: FormulaName;
  readonly sheet: Sheet;
  /** The lane of its results. */
  readonly result: Lane;
  /** The lanes that it takes figures from. */
  readonly from: readonly Lane[];
  readonly level: Level;
  /** The evidence for it. */
  readonly bits: number;
  readonly checks: readonly Check[];
}

/** What a relation would be, before it is judged exactly. */
export interface Proposal {
  readonly formula: FormulaName;
  readonly per: number;
  readonly sheet: Sheet;
  readonly result: Lane;
  readonly from: readonly Lane[];
  readonly level: Level;
  /** The figures that the result at a line is worked out from; `undefined` where one is missing. */
  readonly inputsAt: (line: number) => readonly Spot[] | undefined;
  /** The evidence that a line is where the relation holds. */
  readonly trialAt: (line: number) => Trial;
  /** How many combinations could have been tried in its place. */
  readonly tried: number;
}

/** The relation, if it is kept at enough lines to be believed. */
export function believe(proposal: Proposal): Relation | undefined {
  const { formula, per, sheet, result, from, level, inputsAt, trialAt, tried } = proposal;
  const found: LineCheck[] = [];
  const trials: Trial[] = [];
  for (const [line, spot] of result.spots.entries()) {
    const inputs = spot && inputsAt(line);
    if (!spot || !inputs) continue;
    const check = judge(formula, per, spot, inputs);
    // Nothing is a share of nothing: whatever is printed there follows from no rule.
    if (!check.holds && computedOf(check) === undefined) continue;
    if (!check.holds && isExcused(check, sheet.crossings[line], result)) continue;
    if (!check.holds && isRounding(check, sheet)) continue;
    found.push({ check, line });
    if (check.holds) trials.push(trialAt(line));
  }
  const checks = found.map((it) => it.check);
  if (level === "told" && (!isOneSigned(checks) || checks.some(isNearly))) return undefined;
  const holds = checks.filter((it) => it.holds).length;
  const bits = bitsOf(trials, level);
  if (!isBelieved(level, bits, { holds, fails: checks.length - holds, tried })) return undefined;
  return { formula, sheet, result, from, level, bits, checks: withoutMore(found, proposal) };
}

/**
 * Whether nobody would hold a figure to the relation: a line of averages or targets, a figure with a footnote, or the
 * mean of a column of percentages beside its total.
 */
function isExcused(check: Check, crossing: Crossing | undefined, lane: Lane): boolean {
  if (crossing && isException(crossing.label)) return true;
  if ([check.result, ...check.inputs].some((it) => isFootnoted(it))) return true;
  if (isInOtherPercent(check)) return true;
  return crossing !== undefined && crossing.role !== "part" && isMeanOf(check.result, lane);
}

/** Whether a percentage changed by so many points where others changed by so many per cent, or the other way round. */
function isInOtherPercent({ formula, result, inputs }: Check): boolean {
  const [a, b] = inputs;
  if (formula !== "change" && formula !== "difference") return false;
  if (!a || !b || a.kind !== "percent" || b.kind !== "percent") return false;
  if (formula === "change") return judge("difference", 1, result, inputs).holds;
  return (
    result.kind === "percent" &&
    [
      [a, b],
      [b, a],
    ].some((it) => judge("change", 100, result, it).holds)
  );
}

/** Whether the signs of the results agree with what they are worked out to at all lines, or at none. */
function isOneSigned(checks: readonly Check[]): boolean {
  const signs = checks.flatMap((check) => {
    const { formula, inputs, per, result, holds } = check;
    const point = formulas[formula].point(
      inputs.map((it) => it.figure.value),
      per,
    );
    const product = point?.times(result.figure.value);
    return !holds || !product || product.eq(0) ? [] : [product.gt(0)];
  });
  return new Set(signs).size < 2;
}

/** Whether whole pounds, thousands or millions, which are rounded though they look whole, could give the result. */
function isRounding(check: Check, { notes }: Sheet): boolean {
  const spots = [check.result, ...check.inputs];
  const heading = spots.map((it) => it.label).join(" ");
  const { money, rounding } = printingOf(
    spots.map((it) => it.figure),
    heading,
    notes.words,
  );
  if (!money && rounding === "none") return false;
  return isNearly(check);
}

/** Whether a result that does not follow would do so if none of the figures were exact: a count of posts may be rounded. */
function isNearly(check: Check): boolean {
  const [result, ...inputs] = [check.result, ...check.inputs].map((it) => ({ ...it, isExact: false }));
  return !check.holds && result !== undefined && fits({ ...check, result, inputs });
}

function isMeanOf(total: Spot, lane: Lane): boolean {
  const parts = lane.spots.filter((it) => it !== undefined && it !== total).flatMap((it) => it ?? []);
  return parts.length >= 2 && judge("mean", 1, total, parts).holds;
}
