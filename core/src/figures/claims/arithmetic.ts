// Whether a stated change or share can be what its figures give. A figure stands for every value that prints so;
// words such as "over" and "almost" bound it or widen it.

import Big from "big.js";
import { type Figure, printLike, stepOf } from "../../paper/figure.js";
import type { Hedge, Quantity } from "../../paper/quantities.js";
import { divide, overlap, type Range, type Shortening, scaleBy, shortenings, unprint } from "../range.js";
import type { Direction } from "./grammar.js";

/** How a change is measured: against what was (`relative`), as a `multiple` of it, or in its own unit (`absolute`). */
export type Measure = "relative" | "multiple" | "absolute";

/** A figure that a claim rests on, and the values that it stands for. */
export interface Operand {
  readonly figure: Figure;
  readonly hedge: Hedge;
  /** What it is as a share of whole numbers, where these are known: 6 of 18 for 33%. */
  readonly parts?: Readonly<Record<Shortening, readonly Big[]>>;
}

const far = new Big("1e30");
const hundred = new Big(100);

/** What an amount may be that is claimed in these words: a percentage in per cent, a share of 1, a factor, an amount. */
export function claimedRange({ figure, hedge, kind }: Quantity, how: Shortening): Range {
  const { value } = figure;
  const sign = value.abs();
  const inWords = kind === "share" || kind === "multiple";
  const loose = inWords ? sign.times(0.1) : new Big(0);
  const print = inWords
    ? { low: sign.minus(loose), high: sign.plus(kind === "multiple" ? loose.times(1.2) : loose) }
    : unprint({ ...figure, value: sign }, how, stepOf(figure));
  if (kind === "multiple" && sign.lt(1) && hedge !== "exactly" && hedge !== "about")
    return hedge === "almost"
      ? { low: sign.times(0.98), high: sign.times(1.2) }
      : hedge === "under"
        ? { low: sign.times(0.99), high: far }
        : { low: new Big(0), high: sign.times(1.01) };
  const width = Big(inWords ? 0.15 : 0.1).times(sign);
  switch (hedge) {
    case "exactly":
      return print;
    case "over":
      return { low: sign.times(0.99), high: far };
    case "under":
      return { low: far.neg(), high: sign.times(1.01) };
    case "almost":
      return { low: sign.minus(width), high: inWords ? sign.times(1.02) : print.high };
    case "just over":
      return { low: sign.times(0.99), high: sign.times(1.2) };
    case "about":
      return { low: least(sign.minus(width), print.low), high: most(sign.plus(width), print.high) };
  }
}

/** The values that a figure stands for in a calculation; one that says "about" stands for its neighbourhood. */
export function operandRange({ figure, hedge }: Operand, how: Shortening, loosely: boolean): Range {
  const print = unprint(figure, how);
  if (hedge === "exactly" && !loosely) return print;
  const granule = granuleOf(figure.value);
  // A printed decimal says how far a figure was rounded: £310.0m is not some £310m.
  if (hedge === "exactly")
    return granule.gte(1000) && figure.decimals === 0 ? unprint(figure, how, granule) : print;
  const width = most(granule, figure.value.abs().times(0.06));
  return { low: figure.value.minus(width), high: figure.value.plus(width) };
}

/** The changes that two figures allow, by how they are measured; growth is positive. `undefined` where there is none. */
export function changeRanges(from: Operand, to: Operand, measure: Measure): Range[] {
  const ranges: Range[] = [];
  for (const how of shortenings)
    for (const loosely of [false, true]) {
      const range = changeOf(operandRange(from, how, loosely), operandRange(to, how, loosely), measure);
      if (range) ranges.push(range);
    }
  for (const how of shortenings)
    for (const whole of from.parts?.[how] ?? [])
      for (const part of to.parts?.[how] ?? []) {
        const range = changeOf({ low: whole, high: whole }, { low: part, high: part }, measure);
        if (range) ranges.push(range);
      }
  return ranges;
}

/** How far a loosely printed figure may be from its value, at most, as a share of it: see `operandRange`. */
const loosest = 0.12;

/**
 * Whether two figures are so far from a claimed change that it need not be reckoned exactly: a first look with binary
 * numbers and wide margins. Never so of a multiple, which may be meant in several ways.
 */
export function isFarOff(claim: Quantity, measure: Measure, from: Operand, to: Operand): boolean {
  if (measure === "multiple") return false;
  const [a, b] = [roughly(from), roughly(to)];
  if (a.low <= 0) return false;
  const [low, high] =
    measure === "absolute" ? [b.low - a.high, b.high - a.low] : [b.low / a.high - 1, b.high / a.low - 1];
  const factor = measure === "relative" && claim.kind !== "share" ? 100 : 1;
  return shortenings.every((how) => {
    const claimed = claimedRange(claim, how);
    const [least, most] = [claimed.low.toNumber() / factor - 1e-6, claimed.high.toNumber() / factor + 1e-6];
    return (high < least || low > most) && (-low < least || -high > most);
  });
}

function roughly({ figure }: Operand): { readonly low: number; readonly high: number } {
  const value = figure.value.toNumber();
  const width = Math.abs(value) * loosest + 2 * 10 ** (figure.scale - figure.decimals);
  return { low: value - width, high: value + width };
}

function changeOf(from: Range, to: Range, measure: Measure): Range | undefined {
  if (measure === "absolute") return { low: to.low.minus(from.high), high: to.high.minus(from.low) };
  const ratio = divide(to, from);
  if (!ratio || measure === "multiple") return ratio;
  return { low: ratio.low.minus(1), high: ratio.high.minus(1) };
}

/** Whether a claimed amount of change, going this way, can be one of the changes. */
export function fitsChange(
  claim: Quantity,
  direction: Direction,
  measure: Measure,
  changes: readonly Range[],
): boolean {
  const inPercent = measure === "relative" && claim.kind !== "share";
  return shortenings.some((how) => {
    const claimed = claimedRange(claim, how);
    return changes.some((change) => {
      const scaled = inPercent ? scaleBy(change, hundred) : change;
      const turned = { low: scaled.high.neg(), high: scaled.low.neg() };
      if (measure === "multiple" || direction === "up") return overlap(claimed, scaled);
      if (direction === "down") return overlap(claimed, turned);
      return overlap(claimed, scaled) || overlap(claimed, turned);
    });
  });
}

/** Whether a part and its whole can make a claimed percentage or share. */
export function fitsShare(claim: Quantity, part: Operand, whole: Operand): boolean {
  const factor = claim.kind === "share" ? 1 : 100;
  return shortenings.some((how) =>
    [false, true].some((loosely) => {
      const share = divide(operandRange(part, how, loosely), operandRange(whole, how, loosely));
      return (
        share === undefined ||
        shortenings.some((result) => overlap(claimedRange(claim, result), scaleBy(share, factor)))
      );
    }),
  );
}

/** A value printed as a claim is; with more digits where it would print as the claim itself, which it does not bear out. */
export function printBeside(value: Big, claim: Figure, holds: boolean): string {
  const like = { ...claim, text: claim.text.replace(/^[-–−+]/, "") };
  if (holds) return printLike(value.abs(), like);
  for (let decimals = claim.decimals; decimals <= claim.decimals + 2; decimals++) {
    const printed = printLike(value.abs(), { ...like, decimals });
    if (!rounds(value.abs(), decimals, claim)) return printed;
  }
  return printLike(value.abs(), { ...like, decimals: claim.decimals + 2 });
}

function rounds(value: Big, decimals: number, claim: Figure): boolean {
  return value
    .div(`1e${claim.scale}`)
    .round(decimals)
    .eq(claim.value.abs().div(`1e${claim.scale}`));
}

/** The power of ten that a whole number looks rounded to, leaving it two digits; 1 where it does not. */
function granuleOf(value: Big): Big {
  const digits = value.abs().toFixed(0);
  const zeros = /0*$/.exec(digits)?.[0].length ?? 0;
  return new Big(`1e${Math.max(0, Math.min(zeros, digits.length - 2))}`);
}

function least(a: Big, b: Big): Big {
  return a.lt(b) ? a : b;
}

function most(a: Big, b: Big): Big {
  return a.gt(b) ? a : b;
}
