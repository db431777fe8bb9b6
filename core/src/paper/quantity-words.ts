// Amounts in words: "one in five", "a third", "doubled", "twelve", "none"; and the words that name what a number counts.

import Big from "big.js";
import type { Span } from "../text/span.js";
import type { Quantity, QuantityKind } from "./quantities.js";

/** A quantity without what bounds it. */
export type BareQuantity = Omit<Quantity, "hedge" | "whole">;

const smallNumbers: Readonly<Record<string, number>> = {
  none: 0,
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const parts: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};
const factors: readonly (readonly [RegExp, number])[] = [
  [/^doubl|^twice|^two-?fold/i, 2],
  [/^halv/i, 0.5],
  [/^tr[ei][bp]l|^three-?fold|^thrice/i, 3],
  [/^quadrupl|^four-?fold/i, 4],
  [/^five-?fold/i, 5],
  [/^ten-?fold/i, 10],
];
/** The number words but `one`, as alternatives of a pattern. */
export const numberWords = Object.keys(smallNumbers)
  .filter((it) => it !== "one")
  .join("|");
const wordForms = {
  // one in five · 9 in every 10 · three out of four
  oneIn: new RegExp(
    `\\b(?=[efnostz\\d])(?<part>${numberWords}|one|\\d{1,2}) (?:in|out of) (?:every |each )?(?<whole>${numberWords}|\\d{1,5})\\b(?! ?%|[,.]\\d| (?:months?|years?|days?|weeks?|areas?))`,
    "gi",
  ),
  // a third of · two thirds · by a quarter · half of
  fraction:
    /\b(?:(?<part>a|one|two|three|four|\d)[ -])?(?<whole>half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)(?<plural>s)?\b(?<behind>(?: more| less| fewer| higher| lower| greater| smaller)?(?: of\b| the\b| that\b| than\b| increase| reduction| decrease| rise| fall| drop|[.,;:)]| \(|$| (?:on|from|to|in|between|over|since|compared|were|was|are|is|have|had|has)\b))?/gi,
  multiple:
    /\b(?:doubl(?:ed|ing)|(?:more than|over|almost|nearly|around|about|just over|just under|is|was|were|are|be|to|by|or|approximately) double|double (?:the|that|those|what)|halv(?:ed|ing)|treb(?:led|ling)|trip(?:led|ling)|(?:more than|over|almost|nearly|is|was|by) (?:treble|triple)|quadrupl(?:ed|ing)|twice|thrice|(?:two|three|four|five|ten)-?fold)\b/gi,
  times: new RegExp(
    `\\b(?<word>${numberWords}|\\d{1,3}(?:\\.\\d)?) times\\b(?= (?:as|more|higher|greater|the|that|larger|the))`,
    "gi",
  ),
  number: new RegExp(
    `\\b(?=[efnostz])(?<!-)(?<word>${numberWords})(?: (?<scale>hundred|thousand|million))?(?![\\w-])`,
    "gi",
  ),
};

/** Amounts in words. */
export function* readWords(text: string): Generator<BareQuantity> {
  const lower = text.toLowerCase();
  const has = (...words: string[]): boolean => words.some((it) => lower.includes(it));
  for (const { index, 0: it, groups } of has(" in ", " out of ") ? text.matchAll(wordForms.oneIn) : []) {
    const [part, whole] = [numberOf(groups?.part ?? ""), numberOf(groups?.whole ?? "")];
    const span = { start: index, end: index + it.length };
    if (part < whole && part > 0) yield shareOf(it, part, whole, span);
  }
  for (const match of has(...Object.keys(parts)) ? text.matchAll(wordForms.fraction) : []) {
    const { part = "", whole = "", plural = "", behind = "" } = match.groups ?? {};
    const span = { start: match.index, end: match.index + match[0].length - behind.length };
    if (isFraction(text, span, part, whole, plural, behind))
      yield shareOf(
        text.slice(span.start, span.end),
        part === "" ? 1 : numberOf(part),
        parts[whole.toLowerCase()] ?? 1,
        span,
      );
  }
  for (const { index, 0: it } of has("doubl", "hal", "tr", "quadr", "twice", "thrice", "fold")
    ? text.matchAll(wordForms.multiple)
    : []) {
    const start = index + it.search(/doubl|halv|treb|trip|quadr|twice|thrice|\w+-?fold/i);
    const print = text.slice(start, index + it.length).replace(/ (?:the|that|those|what)$/i, "");
    const span = { start, end: start + print.length };
    const factor = factors.find(([pattern]) => pattern.test(print))?.[1];
    if (factor !== undefined) yield plain("multiple", print, new Big(factor), span);
  }
  for (const { index, 0: it, groups } of has(" times") ? text.matchAll(wordForms.times) : []) {
    const span = { start: index, end: index + it.length };
    yield plain("multiple", it, new Big(numberOf(groups?.word ?? "")), span);
  }
  yield* readNumberWords(text);
}

function* readNumberWords(text: string): Generator<BareQuantity> {
  for (const { index, 0: it, groups } of text.matchAll(wordForms.number)) {
    const span = { start: index, end: index + it.length };
    // "Four Oaks" and "Section Five" are names.
    const inside = index > 0 && !/[.!?:;•(“"] ?$/.test(text.slice(Math.max(0, index - 2), index));
    const isName = /^[A-Z]/.test(it) && (inside || /^ [A-Z]/.test(text.slice(span.end, span.end + 2)));
    if (isName && !/^none/i.test(it)) continue;
    // "A two day event" has two days, and tells what event it is.
    if (/^ (?:day|week|month|quarter|year|hour|minute) [a-z]/.test(text.slice(span.end, span.end + 10)))
      continue;
    const times =
      { hundred: 100, thousand: 1000, million: 1_000_000 }[(groups?.scale ?? "").toLowerCase()] ?? 1;
    const value = new Big(numberOf(groups?.word ?? "")).times(times);
    yield withUnit({ ...plain("word", it, value, span), noun: nounBehind(text, span.end) }, text);
  }
}

/** A number word with the unit behind it: "four percentage points", "ten per cent". */
function withUnit(bare: BareQuantity, text: string): BareQuantity {
  const found = /^ (?:per ?cent\b(?! points?)|(?<points>percentage points?|points?)\b)/i.exec(
    text.slice(bare.span.end, bare.span.end + 20),
  );
  if (!found) return bare;
  const span = { start: bare.span.start, end: bare.span.end + found[0].length };
  const unit = found.groups?.points === undefined ? "%" : "points";
  return {
    ...bare,
    figure: { ...bare.figure, unit, text: text.slice(span.start, span.end) },
    noun: "",
    span,
  };
}

/** Whether a word such as "third" or "quarter" is a part of a whole, and neither an ordinal nor three months. */
function isFraction(
  text: string,
  span: Span,
  part: string,
  whole: string,
  plural: string,
  behind: string,
): boolean {
  const before = text.slice(Math.max(0, span.start - 24), span.start);
  if (/^half$/i.test(whole))
    return (
      !/\b(?:first|second|last|other|latter|and a|and) ?$/i.test(before) &&
      (/of|the|that/.test(behind) ||
        part !== "" ||
        /\b(?:by|over|almost|nearly|around|about|under|than|to) ?$/i.test(before)) &&
      !/^[ -]?(?:an?\b|year|day|term|hour|time|way|price)/i.test(text.slice(span.end, span.end + 8))
    );
  if (part === "" || /\d ?$/.test(before)) return false;
  if (plural !== "")
    return /^(?:two|three|four)$/i.test(part) && !(/^two$/i.test(part) && /^quarter$/i.test(whole));
  if (!/^(?:a|one)$/i.test(part)) return false;
  return (
    behind !== "" &&
    (/of|than|more|less|fewer|er|increase|reduction|decrease|rise|fall|drop|\(/.test(behind) ||
      /\b(?:by|over|almost|nearly|around|about|under|than|to|approximately) $|\($/i.test(before))
  );
}

function numberOf(text: string): number {
  const lower = text.toLowerCase();
  return lower === "a" ? 1 : (smallNumbers[lower] ?? Number(lower));
}

/** A part of a whole as a quantity. */
export function shareOf(text: string, part: number, whole: number, span: Span): BareQuantity {
  return plain("share", text, new Big(part).div(whole), span);
}

function plain(kind: QuantityKind, text: string, value: Big, span: Span): BareQuantity {
  return { kind, figure: { value, unit: "", scale: 0, decimals: 0, grouped: false, text }, noun: "", span };
}

const notNoun =
  /^(?:in|of|to|from|for|on|at|by|and|or|with|were|was|is|are|has|have|had|per|compared|during|since|as|which|who|that|the|a|an|this|these|those|up|down|between|against|than|out|more|less|fewer|higher|lower|over|under|when|while|where|but|will|would|could|can|may|did|do|does|across|within|into|through|after|before|each|respectively|increase|decrease|reduction|rise|fall|drop|it|we|they|not|also|so|if)$/i;

/** The words behind a number that name what it counts: at most four, up to a word that goes on with the sentence. */
export function nounBehind(text: string, from: number): string {
  const words: string[] = [];
  for (const { 0: it } of text.slice(from, from + 60).matchAll(/ [\p{L}’'&-]+(?=[^\p{L}’'&-]|$)/guy)) {
    const bare = it.trim();
    if (notNoun.test(bare) || words.length === 4 || (words.length > 0 && bare.endsWith("ed"))) break;
    words.push(bare);
  }
  return words.join(" ");
}
