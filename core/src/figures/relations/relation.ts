// A relation between lanes of a table: the same calculation at every line, believed or not.

import { type Check, computedOf, judge } from "./check.js";
import { bitsOf, isBelieved, type Level, type Trial } from "./evidence.js";
import { isFootnoted } from "./footnotes.js";
import type { FormulaName } from "./formulas.js";
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
  const checks: Check[] = [];
  const trials: Trial[] = [];
  for (const [line, spot] of result.spots.entries()) {
    const inputs = spot && inputsAt(line);
    if (!spot || !inputs) continue;
    const check = judge(formula, per, spot, inputs);
    // Nothing is a share of nothing: whatever is printed there follows from no rule.
    if (!check.holds && computedOf(check) === undefined) continue;
    if (!check.holds && isExcused(check, sheet.crossings[line], result)) continue;
    checks.push(check);
    if (check.holds) trials.push(trialAt(line));
  }
  const holds = checks.filter((it) => it.holds).length;
  const bits = bitsOf(trials);
  if (!isBelieved(level, bits, { holds, fails: checks.length - holds, tried })) return undefined;
  return { formula, sheet, result, from, level, bits, checks };
}

/**
 * Whether nobody would hold a figure to the relation: a line of averages or targets, a figure with a footnote, or the
 * mean of a column of percentages beside its total.
 */
function isExcused(check: Check, crossing: Crossing | undefined, lane: Lane): boolean {
  if (crossing && isException(crossing.label)) return true;
  if ([check.result, ...check.inputs].some((it) => isFootnoted(it))) return true;
  return crossing !== undefined && crossing.role !== "part" && isMeanOf(check.result, lane);
}

function isMeanOf(total: Spot, lane: Lane): boolean {
  const parts = lane.spots.filter((it) => it !== undefined && it !== total).flatMap((it) => it ?? []);
  return parts.length >= 2 && judge("mean", 1, total, parts).holds;
}
