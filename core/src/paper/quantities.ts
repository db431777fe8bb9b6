// The figures of a paragraph's words: amounts in digits, in number words, as shares ("one in five") and as multiples
// ("doubled"), each with what bounds it ("over", "almost"). What counts nothing is left out: see non-quantities.ts.

import { memo } from "../text/memo.js";
import type { Span } from "../text/span.js";
import { type Figure, readFigure } from "./figure.js";
import { findNonQuantities } from "./non-quantities.js";
import type { Passage } from "./passages.js";
import { type BareQuantity, nounBehind, readWords, shareOf, numberWords as word } from "./quantity-words.js";

/** How the words before a figure bound it: `over 20%`, `under`, `almost`, `about`, `just over`, or as it is. */
export type Hedge = "exactly" | "over" | "under" | "almost" | "about" | "just over";

/**
 * What a quantity is. `number` is in digits, `word` a number word (`twelve`, `none`), `share` a part of a whole
 * (`a third`, `1 in 5`), `multiple` a factor (`doubled`, `twice`, `halved`), `range` two ends (`45–48%`).
 */
export type QuantityKind = "number" | "word" | "share" | "multiple" | "range";

/** An amount in prose. */
export interface Quantity {
  readonly kind: QuantityKind;
  /**
   * The amount as printed, with its unit: `£`, `%`, `points` (percentage points), `days` and the like, or `""`. Of a
   * share its part of 1, of a multiple its factor, of a range its lower end.
   */
  readonly figure: Figure;
  /** Of a range its upper end. */
  readonly upTo?: Figure;
  readonly hedge: Hedge;
  /** What a count counts, as written behind it: `offenders`; `""` where nothing names it. */
  readonly noun: string;
  /** Where the amount with its unit stands in the passage's text, without what bounds it. */
  readonly span: Span;
  /** The same with the words that bound it: `over 20%`. */
  readonly whole: Span;
}

/** The figures of a passage in order, with offsets in its text. */
export const quantitiesOf = memo((passage: Passage): readonly Quantity[] => readQuantities(passage.text));

/** The figures of a text in order. Any text will do; most give none. */
export function readQuantities(words: string): Quantity[] {
  if (!mayCount.test(words)) return [];
  const text = words.replace(/[\r\n\t\u00a0\u202f]/g, " ");
  const taken = new Uint8Array(text.length);
  const take = ({ start, end }: Span): boolean => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  };
  for (const { span } of findNonQuantities(text)) taken.fill(1, span.start, span.end);
  const found: Quantity[] = [];
  for (const it of readWords(text)) if (take(it.span)) found.push(withHedge(it, text));
  for (const it of readDigits(text)) if (take(it.span)) found.push(withHedge(it, text));
  return found.sort((a, b) => a.span.start - b.span.start);
}

const mayCount = new RegExp(
  `\\d|\\b(?:${word}|one|half|thirds?|quarters?|fifths?|sixth|seventh|eighth|ninth|tenths?|twice|\\w{3,5}-?fold|doubl\\w+|halv\\w+|trebl\\w+|tripl\\w+|quadrupl\\w+)\\b`,
  "i",
);

const amount = "\\d{1,3}(?:,\\d{3})+(?![\\d]|,\\d{3})(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const scale = "(?: ?(?:k|m|bn|million|billion|thousand)(?![\\w]))?";
const unit =
  "(?:(?: ?%|[ -]per ?cent(?:age)?)(?:[ -]points?\\b)?| ?(?:ppts?|pp|pps)\\b|[ -]points?\\b(?! (?:of|in time))|(?: (?:days?|weeks?|months?|hours?|minutes?|years?|FTEs?)\\b))?";
const digits = new RegExp(
  `(?<![\\w.,/£$€%#’'])(?<sign>[-–−+](?=[£$€\\d]))?(?<money>[£$€] ?)?(?<amount>${amount})(?<scale>${scale})(?<unit>${unit})(?:(?<join> ?[-–—] ?)(?<endMoney>[£$€] ?)?(?<end>${amount})(?<endScale>${scale})(?<endUnit>${unit}))?(?![\\w£$€]|,\\d{3}|/\\d)`,
  "gi",
);
const outOf = /(?<![\w.,/£$€%])(?<part>\d{1,6}) ?\/ ?(?<whole>\d{1,6})(?![\w/%]|[.,]\d)/g;

/** Amounts in digits; `12/40` is a share. */
function* readDigits(text: string): Generator<BareQuantity> {
  for (const match of text.matchAll(digits)) {
    const { money = "", end, endMoney = "" } = match.groups ?? {};
    const print = printOf(match.groups ?? {}, "");
    if (!print) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    if (end === undefined) {
      yield { kind: "number", figure: print, noun: nounBehind(text, span.end), span };
      continue;
    }
    const last = printOf({ ...match.groups, money: endMoney || money }, "end");
    const first = print.unit === "" && last && last.unit !== "" ? { ...print, unit: last.unit } : print;
    if (last) yield { kind: "range", figure: first, upTo: last, noun: nounBehind(text, span.end), span };
  }
  for (const { index, 0: it, groups } of text.matchAll(outOf)) {
    const [part, whole] = [Number(groups?.part), Number(groups?.whole)];
    if (part > whole || whole < 2) continue;
    yield shareOf(it, part, whole, { start: index, end: index + it.length });
  }
}

/** The figure of matched groups; those of a range's end have names that begin with `end`. */
function printOf(
  groups: Readonly<Record<string, string | undefined>>,
  which: "" | "end",
): Figure | undefined {
  const of = (name: string): string =>
    groups[which === "" ? name : `end${name.charAt(0).toUpperCase()}${name.slice(1)}`] ?? "";
  const money = which === "" ? (groups.money ?? "") : (groups.endMoney ?? groups.money ?? "");
  const sign = which === "" ? (groups.sign ?? "") : "";
  const number = which === "" ? (groups.amount ?? "") : (groups.end ?? "");
  const tail = of("unit");
  const isPoints = /points?$|^ ?pp/i.test(tail);
  const printed = `${sign}${money.trim()}${number}${of("scale")}${isPoints ? "" : tail.replace(/^-/, " ")}`;
  const figure = readFigure(printed);
  return figure && isPoints ? { ...figure, unit: "points", text: `${figure.text}${tail}` } : figure;
}

const hedges: readonly (readonly [RegExp, Hedge])[] = [
  [/\b(?:just|slightly|a little) (?:over|more than|above) $/i, "just over"],
  [/\b(?:just|slightly|a little) (?:under|less than|below|fewer than|short of) $/i, "almost"],
  [
    /\b(?:over|more than|in excess of|exceed(?:ing|s|ed)?|at least|no (?:fewer|less) than|upwards of|greater than|a minimum of|minimum) (?:a |an )?$/i,
    "over",
  ],
  [
    /\b(?:(?<!no )(?:less|fewer) than|under|up to|at most|(?:no|not) more than|a maximum of|maximum|a fraction of) (?:a |an )?$/i,
    "under",
  ],
  [/\b(?:almost|nearly|approaching|close to|virtually) (?:a |an )?$/i, "almost"],
  [
    /(?:\b(?:about|around|approximately|approx\.?|circa|roughly|some|(?:an )?estimated|in the region of|broadly|c\.?) (?:a |an )?|\bc\.?|~ ?)$/i,
    "about",
  ],
];

/** The quantity with the words before it that bound it. */
function withHedge(it: BareQuantity, text: string): Quantity {
  const before = text.slice(Math.max(0, it.span.start - 28), it.span.start);
  for (const [pattern, hedge] of hedges) {
    const found = pattern.exec(before);
    if (!found) continue;
    return { ...it, hedge, whole: { start: it.span.start - before.length + found.index, end: it.span.end } };
  }
  const isLoose = /^ (?:or so|or more|or less|or thereabouts)\b/i.exec(
    text.slice(it.span.end, it.span.end + 18),
  );
  const hedge = isLoose ? (/more/.test(isLoose[0]) ? "over" : "about") : "exactly";
  return { ...it, hedge, whole: it.span };
}
