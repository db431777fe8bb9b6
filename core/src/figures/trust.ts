// Which totals that differ are worth a word: those that were surely meant as sums. An author who is told of
// totals that are none stops reading.

import type Big from "big.js";
import { type Figure, stepOf } from "../paper/figure.js";
import type { Cell } from "../paper/tables.js";
import type { Line } from "./grid.js";
import type { Part } from "./readings.js";
import { looksRounded, type Printing, slackOf } from "./sums.js";

/** A total beside the sum of its parts, in one of the columns that a total row crosses (or the other way round). */
export interface Footing {
  readonly position: number;
  /** The total's label and that of the line it crosses. */
  readonly heading: string;
  readonly cell: Cell;
  readonly total: Figure;
  readonly parts: readonly Part[];
  readonly sum: Big;
  readonly printing: Printing;
  readonly holds: boolean;
  /** Whether it could be chance that it holds: less than two parts, or nothing at all. */
  readonly weighty: boolean;
}

/** A total that differs, and how sure it is that it should not. */
export interface Doubt {
  readonly footing: Footing;
  readonly trust: "sure" | "likely" | "unsure";
  /** Whether only other rows or columns show that it is a total. */
  readonly proved?: boolean;
  /** The label of the part that is all that differs. */
  readonly leftOut?: string;
}

/** The totals of a line that differ and are to be believed; `partial` where notes say that lines overlap or lack. */
export function believable(
  footings: readonly Footing[],
  line: Line,
  direction: "rows" | "columns",
  partial: boolean,
): Iterable<Doubt> {
  const holding = footings.filter((it) => it.holds && it.weighty);
  const differing = footings.filter((it) => !it.holds);
  const shown = differing.length === 1 && holding.length >= 3;
  const failing = differing.filter(
    (it) => !isMean(it) || isSlip(it, holding.length > 0) || (shown && sameKind(it, holding)),
  );
  const named = line.role === "total" || line.role === "subtotal";
  if (failing.length === 0) return [];
  const apart = partial ? failing.filter(notOverlapping) : failing;
  if (!named) return proved(apart, holding, line, direction);
  if (direction === "columns") return besideRows(apart, holding);
  if (holding.length > 0) return besideOthers(apart, holding);
  return partial ? [] : alone(failing, line);
}

/** Whether a total differs by more than that some of its parts were counted twice: it is more than all of them. */
function notOverlapping(footing: Footing): boolean {
  return footing.sum.abs().lt(footing.total.value.abs());
}

/** A row called a total, some columns of which hold. */
function* besideOthers(failing: readonly Footing[], holding: readonly Footing[]): Generator<Doubt> {
  if (failing.length > 2 && failing.length > holding.length) return;
  for (const footing of failing) yield { footing, trust: "sure", ...leftOutOf(footing) };
}

/** A row called a total, no column of which holds: the rows may be a selection, or overlap. */
function* alone(failing: readonly Footing[], { label }: Line): Generator<Doubt> {
  const [first] = failing;
  if (!first) return;
  const shared = leftOutLabels(first).find((it) =>
    failing.every((other) => leftOutLabels(other).includes(it)),
  );
  if (shared !== undefined) {
    // What leads a table may be the base of what follows, and no part of it.
    const mayBeBase = first.parts[0]?.label === shared;
    yield { footing: first, trust: failing.length > 1 || mayBeBase ? "unsure" : "likely", leftOut: shared };
    return;
  }
  const close = failing.every((it) => isNear(it, 0.1) || isSlip(it, false));
  if (failing.length > 1 && !close) {
    if (bareTotal.test(label) && failing.every((it) => isNear(it, 0.5)))
      yield { footing: first, trust: "unsure" };
    return;
  }
  if (failing.every(mayBeMore)) {
    yield { footing: first, trust: "unsure" };
    return;
  }
  for (const footing of failing) {
    const figures = footing.parts.map((it) => it.figure);
    if (isSlip(footing, false) || isNear(footing, 0.1))
      yield {
        footing,
        trust: figures.length > 3 && looksRounded(figures, footing.total) ? "likely" : "sure",
      };
    else if (isNear(footing, 0.5) && !(countsPeople.test(label) && footing.sum.gt(footing.total.value)))
      yield { footing, trust: "likely" };
    else if (failing.length === 1)
      yield { footing, trust: footing.printing.money && isLess(footing) ? "likely" : "unsure" };
  }
}

/** Whether a total leads lines that are less than it and need not be all: none of them takes in the rest. */
function mayBeMore({ cell, total, sum, parts }: Footing): boolean {
  const leads = parts.every((it) => it.cell.span.start > cell.span.start);
  return leads && sum.lt(total.value) && !parts.some((it) => rest.test(it.label));
}

/** A column called a total: most rows must show that it is one, and of which columns. */
function* besideRows(failing: readonly Footing[], holding: readonly Footing[]): Generator<Doubt> {
  const few = holding.length === 1 && failing.length === 1 && (failing[0]?.parts.length ?? 0) >= 3;
  if (!few && (holding.length < 2 || holding.length < 2 * failing.length)) return;
  for (const footing of failing)
    if (holding.length >= 3 || isNear(footing, 0.5) || isSlip(footing, true))
      yield { footing, trust: "sure" };
}

/** A line that is not called a total. Others must show that it is one; then a single one that differs is a slip. */
function* proved(
  failing: readonly Footing[],
  holding: readonly Footing[],
  { role }: Line,
  direction: "rows" | "columns",
): Generator<Doubt> {
  const least = role === "part" ? 3 : 2;
  const proof = holding.filter((it) => it.parts.length >= least && it.total.value.abs().gte(10));
  const [footing, ...more] = failing.filter((it) => isNear(it, 0.6) || isSlip(it, true));
  if (!footing || more.length > 0 || proof.length < holding.length) return;
  const close = isNear(footing, 0.2) || isSlip(footing, true);
  if (proof.length >= (direction === "rows" ? 2 : least))
    yield { footing, trust: close ? "sure" : "likely", proved: true };
  else if (role === "totalOf" && direction === "rows") yield* saidAtLength(footing, failing, proof);
  else if (direction === "rows" && close && proof.some(isNoChance))
    yield { footing, trust: "likely", proved: true };
}

/** Whether it cannot be chance that a column adds up: three parts, and a long total that they reach exactly. */
function isNoChance({ parts, total, sum }: Footing): boolean {
  return parts.length >= 3 && total.value.abs().gte(1000) && sum.eq(total.value);
}

/** `Total police officers` at an edge: one column that holds is enough, or a total that is hardly off the sum. */
function* saidAtLength(
  footing: Footing,
  failing: readonly Footing[],
  proof: readonly Footing[],
): Generator<Doubt> {
  const shown = proof.some((it) => it.parts.length >= 3 && it.total.value.abs().gte(100));
  const close = isNear(footing, 0.02) || (isNear(footing, 0.5) && isSlip(footing, false));
  const trust = shown ? "sure" : mayBeMore(footing) ? "unsure" : "likely";
  if (shown || (failing.length === 1 && close)) yield { footing, trust };
}

const rest =
  /\b(?:others?|remaining|remainder|rest|unknown|miscellaneous|sundry|not (?:known|stated|recorded|specified))\b/i;
const bareTotal = /^\W*(?:grand )?totals?\W*$/i;
const countsPeople =
  /\b(?:respon|people|persons?|individuals?|victims?|offenders?|participants?|households?|sample|base|clients?|users?|members?)/i;

function leftOutOf(footing: Footing): { leftOut?: string } {
  const [label] = leftOutLabels(footing);
  return label === undefined ? {} : { leftOut: label };
}

function leftOutLabels({ parts, sum, total }: Footing): string[] {
  if (parts.length < 3) return [];
  const missing = sum.minus(total.value);
  return parts.filter((it) => it.figure.value.eq(missing) && it.label !== "").map((it) => it.label);
}

/** Whether a total is less than the largest of its parts, none of which is negative. */
function isLess({ parts, total }: Footing): boolean {
  const values = parts.map((it) => it.figure.value);
  return values.every((it) => it.gte(0)) && values.some((it) => it.gt(total.value));
}

function isNear({ sum, total }: Footing, share: number): boolean {
  const larger = sum.abs().gt(total.value.abs()) ? sum : total.value;
  return sum.minus(total.value).abs().lte(larger.abs().times(share));
}

/** A "total" between its smallest and largest part, and far from the sum, is an average or another measure. */
function isMean(footing: Footing): boolean {
  const values = footing.parts.map((it) => it.figure.value);
  if (values.some((it) => it.lt(0)) || isNear(footing, 0.2)) return false;
  if (amounts.test(footing.heading) && !measures.test(footing.heading)) return false;
  const { value } = footing.total;
  return values.some((it) => it.lte(value)) && values.some((it) => it.gte(value));
}

/** Whether a total is printed as those are that hold, and is of nothing that has averages. */
function sameKind({ total, heading }: Footing, holding: readonly Footing[]): boolean {
  const alike = holding.every((it) => it.total.decimals === total.decimals && it.total.unit === total.unit);
  return alike && !measures.test(heading);
}

const amounts =
  /\b(?:numbers?|counts?|volumes?|cases|crimes|offences|incidents|referrals|budget|forecast|outturn|actual|spend|expenditure|funding|allocations?|awards?|grants?|principal|receipts|savings?)\b|£ ?(?:m|k|bn|million|['’]?000s?)\b/i;
const measures =
  /\b(?:days?|weeks?|months?|hours?|minutes?|time|age|duration|length|speed|distance|rating|satisfaction|targets?|standard|threshold|capacity|benchmark)\b/i;

/** One digit typed amiss, left out, or changed with its neighbour, in a figure that is long enough to show it. */
function isSlip({ parts, total, sum, printing }: Footing, others: boolean): boolean {
  const figures = parts.map((it) => it.figure);
  const step = stepOf(total);
  const size = sum.abs().div(step);
  const least = others ? 100 : 1000;
  if (size.lt(least)) return false;
  const slack = slackOf(figures, total, printing);
  const difference = sum.minus(total.value).abs();
  const oneDigit = (value: Big): boolean => {
    const digit = value.prec(1);
    return digit.gte(slack.times(20)) && value.minus(digit).abs().lte(slack);
  };
  if (oneDigit(difference) || (size.gte(10 * least) && oneDigit(difference.div(9)))) return true;
  const [printed, added] = [total.value.abs().div(step).toFixed(0), size.toFixed(0)];
  return isOneShorter(printed, added) || isOneShorter(added, printed);
}

function isOneShorter(short: string, long: string): boolean {
  if (long.length !== short.length + 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  return short.slice(same) === long.slice(same + 1);
}
