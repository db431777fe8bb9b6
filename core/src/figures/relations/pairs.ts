// Relations of two lanes to a third, or of a lane to itself a line earlier: differences, changes, ratios, shares.

import type { Level } from "./evidence.js";
import { believe, type Proposal, type Relation } from "./relation.js";
import type { Lane, Sheet, Spot } from "./sheet.js";
import { isTold } from "./told.js";
import { type Binary, looksKept, type Operand, perOfLanes, trialAt, type Work } from "./trial.js";
import { isBaseOf, perOf, saysBase, saysChange, saysShare, saysWhole, shareWord } from "./words.js";

/** Two operands and the lanes that they are of. */
interface Pair {
  readonly a: Lane;
  readonly b: Lane;
}

/** The relations of every lane to two others within `reach` of it. */
export function* pairRelations(sheet: Sheet, reach: number, work: Work): Generator<Relation> {
  for (const [place, result] of sheet.lanes.entries()) {
    if (!result.canResult) continue;
    const near = sheet.lanes
      .slice(Math.max(0, place - reach), place + reach + 1)
      .filter((it) => it !== result);
    const named = namedPairs(sheet.lanes, place);
    const isRatio = canBeRatio(result);
    for (const a of near) {
      for (const b of near) {
        if (a === b) continue;
        for (const formula of thinkable(result, a, b, isRatio)) {
          const level = levelOf(formula, result, { a, b }, named);
          const relation = tryLevels(sheet, formula, level, result, a, b, near.length ** 2, work);
          if (relation) yield relation;
        }
      }
    }
  }
}

/** What headings say all of may fail at one line; and at more, where there is evidence as for other names. */
function tryLevels(
  sheet: Sheet,
  formula: Binary,
  level: Level,
  result: Lane,
  a: Lane,
  b: Lane,
  tried: number,
  work: Work,
): Relation | undefined {
  const relation = tryBinary(sheet, formula, level, result, [a, b], [a, b], tried, work);
  if (relation || level !== "told") return relation;
  return tryBinary(sheet, formula, "named", result, [a, b], [a, b], tried, work);
}

/** Tries a formula over two operands: first at a glance, then exactly. */
export function tryBinary(
  sheet: Sheet,
  formula: Binary,
  level: Level,
  result: Lane,
  [a, b]: readonly [Operand, Operand],
  from: readonly Lane[],
  tried: number,
  work: Work,
): Relation | undefined {
  const per = formula === "ratio" ? perOfLanes(result, a, b) : 100;
  if (per === undefined || !fitsHeading(formula, per, result)) return undefined;
  if (!looksKept(formula, per, result, a, b, work)) return undefined;
  const proposal: Proposal = {
    ...{ formula, per, sheet, result, from, level, tried },
    inputsAt: (line): readonly Spot[] | undefined => {
      const [one, two] = [a.spots[line], b.spots[line]];
      return one && two && [one, two];
    },
    trialAt: (line) => trialAt(formula, per, result, a, b, line),
  };
  return believe(proposal);
}

/** The formulas that the kinds of figures leave open. Those without an order are tried in one. */
function thinkable(result: Lane, a: Lane, b: Lane, isRatio: boolean): Binary[] {
  const found: Binary[] = [];
  const alike = a.kind === b.kind && sameUnit(a, b);
  const inOrder = a.at < b.at;
  if (alike && inOrder && sameUnit(result, a) && sameUnit(result, b)) {
    if (result.kind === a.kind) found.push("difference", "sum");
    // The change between two percentages is often printed bare.
    else if (a.kind === "percent" && result.kind === "amount" && saysChange(result.label))
      found.push("difference");
  }
  if (alike && (result.kind === "percent" || saysChange(result.label))) found.push("change");
  if (isRatio) found.push("ratio");
  if (alike && a.kind === "amount" && result.kind === "percent") found.push("part");
  return found;
}

/** Whether figures are so many per something, by their heading, or because they have decimals. */
function canBeRatio({ kind, spots }: Lane): boolean {
  if (kind !== "amount") return true;
  const held = spots.filter((it) => it !== undefined);
  return 2 * held.filter((it) => it.figure.decimals > 0).length > held.length;
}

/** Whether a ratio's power of ten is the one that the heading tells: 100 of a percentage, 1000 of "per 1,000". */
function fitsHeading(formula: Binary, per: number, { kind, label }: Lane): boolean {
  if (formula !== "ratio") return true;
  if (kind === "percent") return per === 100;
  const told = perOf(label);
  return told === undefined || told === per;
}

export function sameUnit(a: Lane, b: Lane): boolean {
  return a.unit === b.unit || a.unit === "" || b.unit === "";
}

/** The two lanes before this one that a change or a share beside them would be of: of amounts, and of any kind. */
function namedPairs(lanes: readonly Lane[], place: number): { amounts?: Pair; any?: Pair } {
  const before = lanes.slice(0, place).filter((it) => !saysChange(it.label));
  const amounts = lastTwo(before.filter((it) => it.kind === "amount"));
  const any = lastTwo(before);
  return { ...(amounts && { amounts }), ...(any && any.a.kind === any.b.kind && { any }) };
}

function lastTwo(lanes: readonly Lane[]): Pair | undefined {
  const [a, b] = lanes.slice(-2);
  return a && b && { a, b };
}

function isPair(pair: Pair | undefined, { a, b }: Pair): boolean {
  return pair !== undefined && [pair.a, pair.b].includes(a) && [pair.a, pair.b].includes(b);
}

/** What the headings say for a relation. */
function levelOf(formula: Binary, result: Lane, pair: Pair, named: ReturnType<typeof namedPairs>): Level {
  const isNearest = isPair(named.amounts, pair);
  const { label, kind } = result;
  const { a, b } = pair;
  switch (formula) {
    case "difference":
    case "change":
      if (!saysChange(label)) return "numbers";
      if (isPair(named.any, pair) && (formula === "change") === (kind === "percent" && a.kind === "amount"))
        return isTold(formula, result, a, b) ? "told" : "named";
      return isNearest ? "named" : "worded";
    case "sum":
      return saysWhole(label) || result.role !== "part" ? "worded" : "numbers";
    case "part":
      return saysShare(label) || shareWord(label, a.label) ? "worded" : "numbers";
    case "ratio":
      if (kind === "amount") return "numbers";
      if (a.kind !== "amount" || b.kind !== "amount") return "numbers";
      if (isNearest || (shareWord(label, a.label) && shareWord(label, b.label)) || isBaseOf(b.label, label))
        return "named";
      return shareWord(label, a.label) || shareWord(label, b.label) || saysBase(b.label)
        ? "worded"
        : "numbers";
  }
}
