// A claim of a paper's words as a calculation: what is claimed, what it rests on, what these figures give.

import type { Block } from "../../paper/block.js";
import type { Figure } from "../../paper/figure.js";
import { type Passage, spanIn } from "../../paper/passages.js";
import type { Place } from "../../paper/places.js";
import type { Quantity } from "../../paper/quantities.js";
import type { Calculation, PlacedFigure } from "../calculation.js";
import { changeRanges, fitsChange, isFarOff, type Measure, type Operand, printBeside } from "./arithmetic.js";
import type { Direction } from "./grammar.js";
import type { Mark } from "./sentence.js";

/** A claim, whether it holds or not. */
export interface Claim extends Calculation {
  readonly rule: "claim-change";
  /** What the paper says instead of what its figures give: `46%`, `over 20%`, `a reduction of 12%`. */
  readonly claimed: string;
  /** The text that would make the claim true, in the place of `result`; missing where there is no one figure. */
  readonly replacement?: string;
}

/** A figure to reckon with, where it is printed. */
export interface Source extends Operand {
  readonly at: Place;
  readonly label: string;
  /** As printed: `39.0%`, `none`. */
  readonly text: string;
}

/** A stated change to judge. */
export interface StatedChange {
  readonly claim: Quantity;
  readonly at: Place;
  readonly text: string;
  readonly direction: Direction;
  readonly word: string;
}

/** The figure of a passage's mark as a source. */
export function sourceOf(block: Block, passage: Passage, mark: Mark): Source | undefined {
  const { quantity } = mark;
  if (!quantity) return undefined;
  const { start, end } = quantity.span;
  return {
    figure: quantity.figure,
    hedge: quantity.hedge,
    at: { block, span: spanIn(passage, start, end) },
    label: quantity.noun,
    text: mark.text,
  };
}

/** What was printed, as a calculation names it. */
export function placed({ at, figure, label }: Source): PlacedFigure {
  return { at, figure, label };
}

/**
 * A stated change against two figures. A percentage of percentages may be meant in points; either will do. `undefined`
 * where it cannot be reckoned: a start from nothing, negative figures, other units.
 */
export function judgeChange(stated: StatedChange, from: Source, to: Source): Claim | undefined {
  const { claim } = stated;
  const measures = measuresBetween(stated, from, to);
  const [measure] = measures;
  if (measure === undefined) return undefined;
  const holds = measures.some((it) => isChangeBy(it, stated, from, to));
  const words =
    measure === "multiple"
      ? sayMultiple(stated, from, to, holds)
      : sayChange(stated, from, to, measure, measures.length > 1, holds);
  return {
    rule: "claim-change",
    result: { at: stated.at, figure: claim.figure, label: stated.word },
    inputs: [placed(from), placed(to)],
    holds,
    ...words,
  };
}

/** Whether two figures give a stated change: what `judgeChange` judges, without its words. */
export function givesChange(stated: StatedChange, from: Source, to: Source): boolean {
  return measuresBetween(stated, from, to).some((it) => isChangeBy(it, stated, from, to));
}

function isChangeBy(measure: Measure, stated: StatedChange, from: Source, to: Source): boolean {
  const { claim, direction } = stated;
  if (isFarOff(claim, measure, from, to)) return false;
  const changes = changeRanges(from, to, measure);
  return fitsChange(claim, direction, measure, changes) || isTimesMore(stated, measure, from, to);
}

/** How the change between two figures may be measured; in no way where it cannot be reckoned. */
function measuresBetween(stated: StatedChange, from: Source, to: Source): Measure[] {
  if (from.figure.value.lte(0) || to.figure.value.lt(0)) return [];
  return measuresOf(stated, from.figure, to.figure);
}

function measuresOf({ claim }: StatedChange, from: Figure, to: Figure): Measure[] {
  if (claim.kind === "multiple") return ["multiple"];
  if (claim.kind === "share") return ["relative"];
  const { unit } = claim.figure;
  const own = to.unit === "" ? from.unit : to.unit;
  if (unit === "points") return own === "%" || mayBePercent(from, to) ? ["absolute"] : [];
  if (unit === "%") return own === "%" ? ["relative", "absolute"] : ["relative"];
  return unit === own ? ["absolute"] : [];
}

/** Whether two figures without a unit can be percentages; counts change by no points. */
function mayBePercent(...figures: readonly Figure[]): boolean {
  return figures.every((it) => it.unit === "" && !it.grouped && it.value.lte(100));
}

/** "Three times higher" is said of three times as high, and of as much again three times. */
function isTimesMore({ claim, word }: StatedChange, measure: Measure, from: Source, to: Source): boolean {
  if (measure !== "multiple" || /doubled|halved|trebled|tripled|quadrupled/i.test(word)) return false;
  const more = { ...claim, figure: { ...claim.figure, value: claim.figure.value.plus(1) } };
  const changes = changeRanges(from, to, "multiple");
  return (
    fitsChange(more, "up", "multiple", changes) ||
    fitsChange(claim, "up", "multiple", changeRanges(to, from, "multiple"))
  );
}

function sayChange(
  { claim, direction, text }: StatedChange,
  from: Source,
  to: Source,
  measure: Measure,
  inEither: boolean,
  holds: boolean,
): Pick<Claim, "arithmetic" | "computed" | "claimed" | "replacement"> {
  const difference = to.figure.value.minus(from.figure.value);
  const relative = difference.div(from.figure.value).times(100);
  const isUp = difference.gt(0);
  const isTurned = (direction === "up" && !isUp) || (direction === "down" && isUp);
  const noun = isUp ? "an increase" : "a reduction";
  const like: Figure =
    claim.kind === "number"
      ? claim.figure
      : { ...claim.figure, value: relative.abs().plus(100), unit: "%", scale: 0, decimals: 0, text: "0%" };
  const amount = measure === "absolute" ? difference : relative;
  const computed = printBeside(
    amount,
    measure === "absolute" && claim.kind !== "number" ? to.figure : like,
    holds || isTurned,
  );
  const points = inEither
    ? ` (${printBeside(difference, { ...claim.figure, value: difference.plus(1e6), decimals: Math.max(from.figure.decimals, to.figure.decimals), text: "0 percentage points" }, true)})`
    : "";
  const what = difference.eq(0) ? "no change" : `${noun} of ${computed}${points}`;
  const arithmetic = `from ${said(from)} to ${said(to)} is ${what}`;
  const claimed = isTurned ? `${direction === "up" ? "an increase" : "a reduction"} of ${text}` : text;
  const canReplace = claim.kind === "number" && claim.hedge === "exactly" && !isTurned && !difference.eq(0);
  return { arithmetic, computed, claimed, ...(canReplace && { replacement: computed }) };
}

/** "3,486 is 2.2 times 1,558, not more than three times", "171 is 71% of 240, not half". */
function sayMultiple(
  { claim, text }: StatedChange,
  from: Source,
  to: Source,
  holds: boolean,
): Pick<Claim, "arithmetic" | "computed" | "claimed"> {
  const factor = to.figure.value.div(from.figure.value);
  const isPart = claim.figure.value.lt(1);
  const plain: Figure = {
    ...claim.figure,
    unit: "",
    scale: 0,
    decimals: factor.round(1).eq(1) ? 2 : 1,
    grouped: false,
    text: "0.0",
  };
  const computed = isPart
    ? printBeside(
        factor.times(100),
        { ...plain, value: claim.figure.value.times(100), unit: "%", decimals: 0, text: "0%" },
        holds,
      )
    : `${printBeside(factor, plain, holds)
        .replace(/(\.\d*?)0+$/, "$1")
        .replace(/\.$/, "")} times`;
  const print = multipleWords.find(([pattern]) => pattern.test(text));
  return {
    arithmetic: `${to.text} is ${computed} ${isPart ? "of " : ""}${said(from)}`,
    computed,
    claimed: print ? text.replace(print[0], print[1]) : text,
  };
}

const multipleWords: readonly (readonly [RegExp, string])[] = [
  [/\b(?:doubl\w+|two-?fold)/i, "twice"],
  [/\bhalv\w+/i, "half"],
  [/\b(?:tr[ei][bp]l\w+|three-?fold|thrice)/i, "three times"],
  [/\b(?:quadrupl\w+|four-?fold)/i, "four times"],
  [/\bfive-?fold/i, "five times"],
  [/\bten-?fold/i, "ten times"],
];

/** A figure as a sentence has it inside: `none`, not `None`. */
function said({ text }: Source): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
