// Relations of two lanes to a third, or of a lane to itself a line earlier: differences, changes, ratios, shares.

import type { Level } from "./evidence.js";
import { believe, type Proposal, type Relation } from "./relation.js";
import type { Lane, Sheet, Spot } from "./sheet.js";
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
    const named = nearestPair(sheet.lanes, place);
    const isRatio = canBeRatio(result);
    for (const a of near) {
      for (const b of near) {
        if (a === b) continue;
        for (const formula of thinkable(result, a, b, isRatio)) {
          const level = levelOf(formula, result, { a, b }, named);
          const relation = tryBinary(sheet, formula, level, result, [a, b], [a, b], near.length ** 2, work);
          if (relation) yield relation;
        }
      }
    }
  }
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
  if (alike && inOrder && result.kind === a.kind && sameUnit(result, a) && sameUnit(result, b))
    found.push("difference", "sum");
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

/** The two lanes before this one that a change or a share beside them would be of. */
function nearestPair(lanes: readonly Lane[], place: number): Pair | undefined {
  const before = lanes.slice(0, place).filter((it) => !saysChange(it.label) && it.kind === "amount");
  const [a, b] = before.slice(-2);
  return a && b && { a, b };
}

/** What the headings say for a relation. */
function levelOf(formula: Binary, result: Lane, { a, b }: Pair, named: Pair | undefined): Level {
  const isNearest = named !== undefined && [named.a, named.b].includes(a) && [named.a, named.b].includes(b);
  const { label, kind } = result;
  switch (formula) {
    case "difference":
    case "change":
      return saysChange(label) ? (isNearest ? "named" : "worded") : "numbers";
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
