// Two figures that a sentence compares: from the first to the second.

import type { Span } from "../../text/span.js";
import {
  anyChange,
  anyVerb,
  type Direction,
  directionOf,
  downComparative,
  downNoun,
  downVerb,
  lead,
  otherNoun,
  otherVerb,
  tail,
  upComparative,
  upNoun,
  upVerb,
  value,
} from "./grammar.js";
import type { Mark, Sentence } from "./sentence.js";

/** Two compared figures of one unit. */
export interface Pair {
  /** What the change is measured from. */
  readonly from: Mark;
  readonly to: Mark;
  /** Whether the words say which of the two comes first. */
  readonly ordered: boolean;
  /** Where the comparison stands in the sentence's words. */
  readonly span: Span;
  /** The direction of the verb that it hangs on, where it is one: `rose from … to …`. */
  readonly verb?: Direction;
  /** Whether the words run from one figure to the other, and so are of one thing: `from … to …`, no `compared with`. */
  readonly runs: boolean;
}

interface Form {
  readonly pattern: RegExp;
  readonly ordered: boolean;
  readonly runs: boolean;
  /** What the words must be like beside matching. */
  readonly when?: (match: RegExpExecArray, marks: readonly Mark[]) => boolean;
}

const form = (source: string, ordered: boolean, when?: Form["when"]): Form => ({
  pattern: new RegExp(source, "gd"),
  ordered,
  runs: false,
  ...(when && { when }),
});
const run = (source: string): Form => ({ ...form(source, true), runs: true });
const near = "[^⟦⟧;]";
const change = "⟦[ptnmxs]\\d+⟧";
/** How words go on about the figure before them. */
const apposed = `(?=(?:which|this|it|that) (?:is|was|were|are|represents?|equates? to|amounts? to|compares?)\\b|[Tt]his (?:is|was|represents|equates|amounts)\\b|represent|equating|an? (?:[a-z-]+ ){0,3}(?:⟦[ptnmxs]|(?:${upNoun}|${downNoun}|${otherNoun})\\b)|up |down |⟦[ptxs]\\d+⟧ |⟦[nm]\\d+⟧ (?:[^\\s⟦⟧,;:.()]+ ){0,2}?(?:${upComparative}|${downComparative})\\b|(?:almost |nearly |more than |over )?(?:double|twice))`;

const forms: readonly Form[] = [
  // from 408 in 2019 to 3,710 in 2020
  run(
    `\\b[Ff]rom ${lead}${value("from")}${tail("fromTail")},?(?: up| down| back)? to ${lead}${value("to")}${tail("toTail")}`,
  ),
  // from 2019 (408) to 2020 (3,710) · between 2019 (408) and 2020 (3,710)
  run(
    `\\b(?:[Ff]rom|[Bb]etween) ${lead}⟦d\\d+⟧ \\(${value("from")}[^()⟦⟧]{0,24}\\) (?:to|and) ${lead}⟦d\\d+⟧ \\(${value("to")}`,
  ),
  // to 352 in 2020/21 from 400 · to 352 (from 400)
  run(
    `\\bto ${lead}${value("to")}${tail("toTail")},?(?: \\(?(?:up|down))? \\(?from ${lead}${value("from")}${tail("fromTail")}`,
  ),
  // 448 in 2020/21, up 12% from 400 · 448, an increase of 48 (12%) on the 400 recorded before
  form(
    `${value("to")}(?:[^⟦⟧;,]{0,90}?(?:⟦d\\d+⟧[^⟦⟧;,]{0,40}?)?)(?:(?:,| –| -| —|\\.)(?= )|(?= (?:\\(|up |down |which |an? ))) \\(?(?<mid>${apposed}(?:[^⟦⟧;.]{0,70}${change}){0,2}[^⟦⟧;.]{0,60}?)\\b(?:from|on|than|over|below|above) ${lead}${value("from")}${tail("fromTail")}`,
    true,
    (match, marks) => saysChange(match) && isCounted(match, marks),
  ),
  // 10% of those …, compared with 29.9% · £4.6m against a budget of £5m · 1,204 (+4.7%) compared with 1,150
  form(
    `${value("to")}(?<toTail>${near}{0,140}?)(?:\\(⟦[pnm](?<signed>\\d+)⟧(?:(?:,|;| or) ⟦[pn]\\d+⟧)?\\)(?<behind>${near}{0,60}?))?(?:⟦d\\d+⟧(?<more>${near}{0,40}?))?,? \\(?(?:when |as )?(?:compar(?:ed|es|ing|ison)|relative|as opposed|versus|vs\\.?|against)(?: with| to)? ${lead}${value("from")}${tail("fromTail")}`,
    true,
    ({ groups }, marks) =>
      !leadsOver.test(`${groups?.toTail} ${groups?.behind} ${groups?.more}`) &&
      (groups?.signed === undefined || isSigned(marks[Number(groups.signed)])),
  ),
  // Compared with 400 in 2019/20, there were 448
  form(
    `\\b(?:[Cc]ompared|[Rr]elative|[Aa]gainst)(?: with| to)? ${lead}${value("from")}${tail("fromTail")}, ${near}{0,60}${value("to")}`,
    true,
    ({ 0: it, index, input }) =>
      !leadsOver.test(it) && !/⟦[^d]\d+⟧[^⟦⟧;.]{0,60}$/.test(input.slice(Math.max(0, index - 70), index)),
  ),
  // 400 in 2019/20 and 448 in 2020/21 · 400 in 2019/20 rising to 448 in 2020/21
  form(
    `${value("from")}${tail()} (?:in|for|during|at|by) (?:[^\\s⟦⟧]+ ){0,3}⟦d(?<fromDate>\\d+)⟧,?(?: and| to| but| then| rising to| falling to| increasing to| decreasing to| dropping to)? (?:there (?:were|was) |it was |only |just )?${value("to")}${tail()} (?:in|for|during|at|by) (?:[^\\s⟦⟧]+ ){0,3}⟦d(?<toDate>\\d+)⟧`,
    false,
  ),
  // In 2019/20 there were 400 calls; in 2020/21 there were 448
  form(
    `\\b[Ii]n ⟦d(?<fromDate>\\d+)⟧,? (?!(?:to|and) )[^⟦⟧;.]{0,50}${value("from")}[^⟦⟧.]{0,50}\\bin ⟦d(?<toDate>\\d+)⟧,? [^⟦⟧;.]{0,50}${value("to")}`,
    false,
  ),
  // 12% higher than the 400 of 2019/20, at 448 · an increase of 48 on the previous year's 400 to 448
  form(
    `\\b(?:than|on|over|from) ${lead}${value("from")}${tail("fromTail")},? (?:at|to|with|totalling|reaching|to reach|to stand at|standing at) ${lead}${value("to")}${tail("toTail")}`,
    true,
  ),
  // 448 in 2020/21 (400 in 2019/20) · 448 in the 12 months to March 2021 (400 in the 12 months to March 2020)
  form(
    `${value("to")}${tail()} (?:in|for|during|at) (?:the )?(?:⟦n\\d+⟧ )?(?:[^\\s⟦⟧,;:.()]+ ){0,2}?⟦d(?<toDate>\\d+)⟧ \\((?:from |compared (?:to|with) )?${value("from")}(?: [^\\s⟦⟧,;:.()]+){0,3}? (?:in|for|during|at) (?:the )?(?:⟦n\\d+⟧ )?(?:[^\\s⟦⟧,;:.()]+ ){0,2}?⟦d(?<fromDate>\\d+)⟧\\)`,
    false,
  ),
  // a difference of 48 between 400 and 448
  form(`\\bbetween ${lead}${value("from")}${tail("fromTail")} and ${lead}${value("to")}`, false),
  // Last, as it goes on from where another ends: … to 1,628, before falling by 9% to 1,481 · … and then rose 5% to 1,709
  run(
    `${value("from")}${tail()},? (?:before|only to|(?:and|but) has since|(?:(?:and|but) )?(?:then|later|subsequently)) (?<verb>${upVerb}|${downVerb}) (?:(?:again|back|further|sharply|slightly|only) ){0,2}?(?:by )?(?:${change}(?: [^\\s⟦⟧,;:.()]+){0,2}?(?: \\(${change}\\))? )?to ${lead}${value("to")}`,
  ),
];

/** The pairs of a sentence, one of each two figures; amounts of change are none of their figures. */
export function findPairs({ words, marks }: Sentence, amounts: ReadonlySet<Mark>): Pair[] {
  const found: Pair[] = [];
  for (const { pattern, ordered, runs, when } of forms) {
    for (const match of words.matchAll(pattern)) {
      const { from: fromAt, to: toAt, fromDate, toDate, verb: own } = match.groups ?? {};
      const [first, to] = [marks[Number(fromAt)], marks[Number(toAt)]];
      // "To 480 from 400, before falling to 430" goes on from 480.
      const from =
        own === undefined ? first : (found.find((it) => it.ordered && it.from === first)?.to ?? first);
      if (
        !from ||
        !to ||
        amounts.has(from) ||
        amounts.has(to) ||
        !isComparable(from, to) ||
        isStretch(from, words, match.indices?.groups?.from?.[0]) ||
        isStretch(to, words, match.indices?.groups?.to?.[0]) ||
        (when && !when(match, marks))
      )
        continue;
      if (found.some((it) => isSame(it, from, to)) || isSpread(words, match.index)) continue;
      const nouns = [from.quantity?.noun ?? "", to.quantity?.noun ?? ""] as const;
      if (own !== undefined && !sameNoun(...nouns)) continue;
      const isBackwards = laterThan(marks[Number(fromDate)]?.text, marks[Number(toDate)]?.text);
      const span = { start: match.index, end: match.index + match[0].length };
      const verb = own === undefined ? verbBefore(words, span.start) : directionOf(own);
      found.push({
        ...(isBackwards ? { from: to, to: from } : { from, to }),
        ...{ ordered: ordered || (fromDate !== undefined && toDate !== undefined), runs, span },
        ...(verb && { verb }),
      });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Whether a figure has a sign in front, and so is a change: `+4.7%`. */
export function isSigned(mark: Mark | undefined): boolean {
  return /^[+–−-]/.test(mark?.text ?? "");
}

/** Words that lead over to another clause. */
const leadsOver = /\b(?:while|whilst|whereas|although|though|but|however)\b/i;

/** Words in a phrase about a figure that show that it is about another one. */
const elsewhere =
  /\b(?:from|compared|against|while|whereas|but|rose|fell|increased|decreased|dropped|reduced|grew|declined|went)\b/;

function saysChange({ groups }: RegExpExecArray): boolean {
  const mid = groups?.mid ?? "";
  return anyChange.test(mid) && !elsewhere.test(mid);
}

const counted = new RegExp(
  `^⟦[nm]\\d+⟧ (?:[^\\s⟦⟧,;:.()]+ ){0,2}?(?<word>${upComparative}|${downComparative})\\b`,
);

/** Whether "402 left, 58 fewer than the 450" can be of the two figures: not "of 402 officers, 58 fewer than the 70". */
function isCounted({ groups, input, index }: RegExpExecArray, marks: readonly Mark[]): boolean {
  const word = counted.exec(groups?.mid ?? "")?.groups?.word;
  if (word === undefined) return true;
  const from = marks[Number(groups?.from)]?.quantity?.figure.value;
  const to = marks[Number(groups?.to)]?.quantity?.figure.value;
  if (
    !from ||
    !to ||
    /\b(?:of|among|from|with) (?:(?:the|our|these|its) )?$/i.test(input.slice(Math.max(0, index - 24), index))
  )
    return false;
  return directionOf(word) === "up" ? to.gte(from) : to.lte(from);
}

/** Whether two figures are the ends of a spread and no change: "costs range from £50 to £400". */
function isSpread(words: string, at: number): boolean {
  return /\b(?:rang\w+|var(?:y|ies|ied|ying)|anywhere|anything|spread|runs?|spans?|aged?|ages)\b[^,;]{0,30}$/i.test(
    words.slice(Math.max(0, at - 50), at),
  );
}

function isSame(pair: Pair, from: Mark, to: Mark): boolean {
  return (pair.from === from && pair.to === to) || (pair.from === to && pair.to === from);
}

/** Whether two figures measure in the same unit; none of something is none in any. */
function isComparable(from: Mark, to: Mark): boolean {
  if (from.letter === "z" || to.letter === "z") return from.letter !== to.letter;
  return from.letter === to.letter && from.quantity?.figure.unit === to.quantity?.figure.unit;
}

/** Whether two counts may count the same: neither says what, or one word is in both. */
export function sameNoun(a: string, b: string): boolean {
  if (a === "" || b === "") return true;
  const stems = (it: string): string[] =>
    it
      .toLowerCase()
      .split(" ")
      .map((word) => word.replace(/(?:e?s|ed|ing)$/, ""));
  return stems(a).some((word) => stems(b).includes(word));
}

/** Whether a figure only says how long a time was that another is of: "over the two months before". */
function isStretch({ quantity }: Mark, words: string, at = 0): boolean {
  if (!quantity || !lengthOfTime.test(`${quantity.figure.unit} ${quantity.noun}`.trim())) return false;
  return ofStretch.test(words.slice(Math.max(0, at - 50), Math.max(0, at - "⟦n".length)));
}

const lengthOfTime = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?)\b/;
const ofStretch =
  /\b(?:(?:over|during|throughout|across|every)|(?:in|within|for|of|after|before|since) (?:the|these|those|its|their|our))(?: (?:the|these|those|its|their|our))?(?: (?:last|past|previous|next|first|final|following|preceding|same|full))? $/i;

const before = new RegExp(
  `\\b(?<verb>${upVerb}|${downVerb}|${otherVerb})\\b(?<object> ⟦d\\d+⟧|[^⟦⟧,;:.()]{0,30})?,? $`,
  "i",
);
/** A verb behind the first one, which is the figures' own: "rising demand slowed", "the fall has been". */
const otherVerbs = /\b(?:\w{2,20}ed|is|are|was|were|be|been|has|have|had|stood|went|came|reached|saw)\b/i;

/** The direction of the verb right before a pair. */
function verbBefore(words: string, at: number): Direction | undefined {
  const { verb = "", object = "" } = before.exec(words.slice(Math.max(0, at - 60), at))?.groups ?? {};
  return anyVerb.test(verb) && !otherVerbs.test(object) ? directionOf(verb) : undefined;
}

/** Whether a period lies behind another: `2020/21` behind `2019/20`, `June 2020` behind `May 2020`. */
function laterThan(a: string | undefined, b: string | undefined): boolean {
  const [first, second] = [timeOf(a ?? ""), timeOf(b ?? "")];
  return first !== undefined && second !== undefined && first > second;
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * The months from year 0 to a period's start, with a half for a quarter, which may be that of a financial year; a quarter
 * without a year has those of year 0. `undefined` where its words do not tell.
 */
export function timeOf(text: string): number | undefined {
  const long = /(?:19|20)\d\d/.exec(text)?.[0];
  const short = /(?<!\d)(\d\d)[-–/]\d\d(?!\d)|[A-Za-z][ ’'-]{1,2}(\d\d)(?!\d)/.exec(text);
  const year = long ?? (short ? `20${short[1] ?? short[2]}` : undefined);
  const quarter = /\bQ(?:tr)?\.? ?([1-4])\b/i.exec(text)?.[1];
  if (quarter !== undefined) return Number(year ?? 0) * 12 + (Number(quarter) - 1) * 3 + 0.5;
  if (year === undefined) return undefined;
  const month = monthNames.indexOf((/[A-Za-z]{3}/.exec(text)?.[0] ?? "").toLowerCase());
  return Number(year) * 12 + Math.max(0, month);
}
