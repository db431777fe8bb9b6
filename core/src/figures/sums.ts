// Whether a printed total can be the sum of printed parts: a figure stands for every value that prints so.

import Big from "big.js";
import { type Figure, stepOf } from "../paper/figure.js";

/** What is known of figures beside their print. */
export interface Printing {
  /** They are amounts of money: pence are exact, whole pounds may be rounded. */
  readonly money: boolean;
  /** What the table or its notes say of rounding. */
  readonly rounding: Rounding;
}

/** The step that figures are said to be rounded to; `some` where it is not told, `unit` where it is the last digit. */
type Rounding = Big | "some" | "unit" | "none";

interface Interval {
  readonly low: Big;
  readonly high: Big;
}

const nearest =
  /\bnearest (?:whole )?£?(?:(?<digits>\d{1,3}(?:,\d{3})*|\d{1,7})(?!\d)|(?<word>five|ten|hundred|thousand|million))/i;
const nearestWords: Readonly<Record<string, number>> = {
  five: 5,
  ten: 10,
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
};
const rounded = /\bround(?:ed|ings?)\b/i;
const toUnit =
  /\b(?:nearest|whole) (?:£|pounds?|numbers?)|£\s?[’']?(?:000|k|m|bn)s?\b|\b(?:£ ?|in )(?:thousands|millions)\b/i;
const granules = [1_000_000, 100_000, 10_000, 1000, 500, 100, 50, 10, 5];

const moneyWords =
  /£|\b(?:amounts?|costs?|spend|spending|budgets?|expenditure|funding|allocations?|income|grants?|payments?|prices?|reserves?|savings|precept)\b/i;
const countWords =
  /\b(?:numbers?|no\.|counts?|volumes?|cases|crimes?|offences|incidents|referrals|victims|people|officers|staff|posts|ftes?|visits|calls|days|hours|respondents|clients|applications|headcount)\b/i;

/**
 * How figures under these headings, beside these notes, were printed. Notes that speak of money make money of large
 * figures that nothing calls a count.
 */
export function printingOf(figures: readonly Figure[], heading: string, notes: string): Printing {
  const signed = figures.some((it) => /^[£$€]$/.test(it.unit));
  const large = figures.some((it) => it.value.abs().gte(1000));
  const said = moneyWords.test(heading) || (large && moneyWords.test(notes));
  const money = signed || (said && !countWords.test(heading));
  return { money, rounding: readRounding(`${heading} ${notes}`) };
}

/** What words near a table say of rounding: "rounded to the nearest £100", "may not sum because of rounding", "£000". */
export function readRounding(words: string): Rounding {
  const { digits, word } = nearest.exec(words)?.groups ?? {};
  if (digits !== undefined) return new Big(digits.replaceAll(",", ""));
  if (word !== undefined) return new Big(nearestWords[word.toLowerCase()] ?? 1);
  if (toUnit.test(words)) return "unit";
  return rounded.test(words) ? "some" : "none";
}

/** The sum of the figures. */
export function add(figures: readonly Figure[]): Big {
  return figures.reduce((sum, figure) => sum.plus(figure.value), new Big(0));
}

/**
 * Whether the total is what figures that print as these could add up to. Counts and pence add up exactly. Other
 * figures stand for all values that print so: all parts rounded, or all cut off; the total either.
 */
export function agrees(parts: readonly Figure[], total: Figure, { money, rounding }: Printing): boolean {
  if (add(parts).eq(total.value)) return true;
  if (rounding === "none" && isExact(parts, total, money)) return false;
  return overlap(parts, total, leastStep(parts, total, rounding));
}

/** Whether the total could come of figures that look rounded to tens, hundreds or thousands, though nothing says so. */
export function looksRounded(parts: readonly Figure[], total: Figure): boolean {
  const granule = granuleOf([...parts, total]);
  return granule.gt(1) && overlap(parts, total, granule);
}

/** How far a total may be from the sum of its parts by the way they are printed. */
export function slackOf(parts: readonly Figure[], total: Figure, { money, rounding }: Printing): Big {
  if (rounding === "none" && isExact(parts, total, money)) return new Big(0);
  const least = leastStep(parts, total, rounding);
  return [...parts, total].reduce((sum, it) => sum.plus(step(it, least)), new Big(0));
}

function isExact(parts: readonly Figure[], total: Figure, money: boolean): boolean {
  if (parts.some((it) => it.scale > 0) || total.scale > 0) return false;
  if (money) return total.decimals >= 2 && parts.some((it) => it.decimals >= 2);
  return total.decimals === 0 && parts.every((it) => it.decimals === 0);
}

function leastStep(parts: readonly Figure[], total: Figure, rounding: Rounding): Big {
  if (rounding === "none" || rounding === "unit") return new Big(0);
  return rounding === "some" ? granuleOf([...parts, total]) : rounding;
}

/** The largest round number that all figures are multiples of; 0 where there is none. */
function granuleOf(figures: readonly Figure[]): Big {
  const values = figures.map((it) => it.value).filter((it) => !it.eq(0));
  const found = granules.find((granule) => values.every((it) => it.mod(granule).eq(0)));
  return new Big(values.length === 0 ? 0 : (found ?? 0));
}

function overlap(parts: readonly Figure[], total: Figure, least: Big): boolean {
  const totals = [roundedFrom(total, least), cutFrom(total, least)];
  return [roundedFrom, cutFrom].some((unprint) => {
    const sum = parts
      .map((part) => unprint(part, least))
      .reduce((a, b) => ({ low: a.low.plus(b.low), high: a.high.plus(b.high) }));
    return totals.some((it) => it.low.lte(sum.high) && sum.low.lte(it.high));
  });
}

function roundedFrom(figure: Figure, least: Big): Interval {
  const half = step(figure, least).div(2);
  return { low: figure.value.minus(half), high: figure.value.plus(half) };
}

function cutFrom(figure: Figure, least: Big): Interval {
  const width = step(figure, least);
  return figure.value.lt(0)
    ? { low: figure.value.minus(width), high: figure.value }
    : { low: figure.value, high: figure.value.plus(width) };
}

function step(figure: Figure, least: Big): Big {
  const own = stepOf(figure);
  return own.gt(least) ? own : least;
}
