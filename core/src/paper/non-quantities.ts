// Numbers in prose that count nothing: dates and periods, ages, references, names, codes, times, telephone
// numbers and the numbers of items.

import type { Span } from "../text/span.js";
import { findDates } from "./dates.js";
import { findEnumerators } from "./enumerators.js";
import { findReferences } from "./references.js";

/** A stretch of words whose digits are no amount: a `period` such as `2018/19` or `last year`, or any `other`. */
export interface NonQuantity {
  readonly kind: "period" | "other";
  readonly span: Span;
}

const month =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const year = "(?:19|20)\\d\\d";
const dash = " ?[-–—/] ?";

/** Each pattern is tried over the whole text; every repetition in it is bounded. */
const periods: readonly RegExp[] = [
  // 2018/19 · 2018-2019 · FY19/20 · December 20 · Mar-19 · Q3 2020/21 · 2019
  new RegExp(`(?<![\\w,.£$€])(?:FY ?)?${year}${dash}(?:${year}|\\d\\d)(?![\\d%,]\\d|\\d|%)`, "g"),
  new RegExp(`\\bFY ?\\d\\d(?:${dash}\\d\\d)?\\b`, "g"),
  new RegExp(
    `\\b${month}(?:${dash}${month})?[ ’'-]{1,2}(?:${year}|\\d\\d)(?![\\d%,]\\d|\\d|%| [a-z]{3,20}s\\b)`,
    "g",
  ),
  /\bQ(?:tr)?\.? ?[1-4]\b(?: ?(?:of )?(?:20)?\d\d(?:[-–/]\d\d)?)?/g,
  new RegExp(`(?<![\\w,.£$€#-])${year}s?(?!,\\d{3}|[\\d%]|\\.\\d)\\b`, "g"),
];
/** Periods without digits. */
const spoken: readonly RegExp[] = [
  /\b(?:the )?(?:last|previous|preceding|prior|current|this|same|past) (?:financial |calendar |reporting )?(?:year|quarter|month|period)\b/gi,
  /\b(?:a|the) year (?:ago|earlier|before)\b/gi,
];
/** `18/19` and `18-19` are a year where the second number follows on the first. */
const shortYear = /(?<![\w,.£$€/–-])(\d\d)[/–-](\d\d)(?![\w%/]|[–-]\d|,\d)/g;

const named =
  "paragraphs?|paras?|tables?|figures?|figs?|sections?|appendix|annexe?|items?|chapters?|pages?|objectives?|themes?|indicators?|recommendations?|priority|priorities|phases?|stages?|tiers?|levels?|grades?|bands?|steps?|questions?|options?|parts?|schedules?|articles?|regulations?|rules?|clauses?|versions?|rooms?|units?|class|category|type|round|wave|zone|route|junction|platform|step|strand|pillar|aim|goal|outcome|standard|form|box|row|line|column|note|ref(?:erence)?|case|lot|team|unit|covid|fatal|top|big|windows|office|iso|gate|ward|floor|number|numbers";
const others: readonly RegExp[] = [
  /\bhttps?:\/\/[^\s]{1,400}|\bwww\.[^\s]{1,400}|[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,60}/g,
  // phase 2 · level 2 or 3 · No. 10 · fatal 4 · objectives 3 and 4
  new RegExp(
    `\\b(?:${named})[ -]\\d{1,4}(?:\\.\\d{1,2}){0,3}[a-z]?(?:(?:, ?| ?[-–&] ?| (?:and|or|to) )\\d{1,4}(?:\\.\\d{1,2}){0,3}[a-z]?\\b){0,12}(?![\\d,]\\d|%|\\.\\d| ?(?:per cent|million|billion))`,
    "gi",
  ),
  /\b(?:Year|Week|Day) \d{1,2}\b/g,
  // at month 8 · since period 6
  /\b(?:at|by|in|since|from|to|of|for|until|between) (?:month|period) \d{1,2}\b(?![,.]\d|%| [a-z]{3,20}s\b)/gi,
  /\bNos?\.? ?\d{1,4}\b(?!,\d|%)/g,
  // MAPPA 1 · NPU 3
  /\b[A-Z]{2,10} \d{1,2}\b(?![,.]\d|%| ?(?:per cent|million|billion|percentage))/g,
  // aged 16 · aged 16-24 · 18+ · 16-24 year olds · under 18s · over the age of 55 · 16 or over
  /\b[Aa]ge[ds]? (?:of )?(?:between |over |under |from |up to )?\d{1,3}(?:(?: ?[-–] ?| to | and | or )\d{1,3})?\b(?: years?\b)?(?: (?:and|or) (?:over|under|above|older|younger)\b)?/g,
  /\b\d{1,3} ?\+(?![\d])(?! ?%)/g,
  /\b\d{1,3}(?: ?(?:-|–|to) ?\d{1,3})?[ -](?:year|yr|month|week|day)s?[ -]olds?\b/g,
  // a 3 day event
  /(?<![\w,.£$€])(?!1 )\d{1,3} (?:day|week|month|quarter|year|hour|minute)(?= [a-z])/g,
  /\b(?:under|over)[- ]\d{1,3}s\b/gi,
  /\b\d{1,3} (?:or|and) (?:over|under|above|older|younger|below)\b/g,
  // 09:30 · 16:1 · 9am · at 1400 hours
  /(?<![\d,])\d{1,4}(?::\d{1,4}){1,2}(?!\d)/g,
  /\b\d{1,2}(?:\.\d\d)? ?[ap]\.?m\b/gi,
  /\b(?:at|by|from|until|till|to|between) (?:[01]\d|2[0-3])[0-5]\d ?(?:hours|hrs?)\b/gi,
  /\b24\/7\b|\b24[- ]hours?\b/g,
  // telephone numbers, and numbers that are called by their digits
  /(?<![\d.,£$€])0\d{1,4}[\d ]{0,12}/g,
  /\b(?:call(?:s|ed|ing)? (?:to )?|dial(?:led|ling)? |via |through )(?:101|105|111|112|999)\b(?:(?:,| and| or) (?:101|105|111|112|999)\b)*/gi,
  /(?<![\d,.])\b(?:101|111|999)(?:,(?!\d)| and| or|\/| calls?| contacts?| demand| service| number| line| performance| abandonment| average)(?=\b|[ ,])/g,
  /\b\d{1,4}(?:st|nd|rd|th)\b/gi,
  /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/g,
  // 1.2.3 · the number of a paragraph at its start
  /\b\d{1,4}(?:\.\d{1,4}){2,6}\b/g,
  /^\s{0,3}\(?\d{1,4}(?:\.\d{1,2}){0,3}(?:[.)] |\.? (?=[A-Z][a-z]))/g,
  // COVID-19 · 2-tier · 12-month · 9.30-hour
  /\b[A-Za-z]{1,30}-\d{1,5}\b/g,
  /\b\d{1,5}(?:\.\d{1,2})?[-‑](?!point|fold)[A-Za-z]{2,30}/g,
  /\bx ?\d{1,3}\b|\b\d{1,3} ?x(?= |\b)/gi,
  // per 1,000 population
  /\b(?:per|for every|of every) \d[\d,]{0,12}/gi,
  // section 136, s136, S1 (1), Act 2002
  /(?<![’'])\bs\.? ?\d{1,3}[A-Z]{0,2}(?: ?\(\d{1,2}\))?(?= )/g,
  /#\d{1,9}/g,
];

/** What in a text has digits and is no amount, in order; stretches do not overlap. */
export function findNonQuantities(text: string): NonQuantity[] {
  const found: NonQuantity[] = [];
  const add = (kind: NonQuantity["kind"], start: number, end: number): void => {
    found.push({ kind, span: { start, end } });
  };
  for (const pattern of spoken)
    for (const { index, 0: it } of text.matchAll(pattern)) add("period", index, index + it.length);
  if (!/\d/.test(text)) return found;
  for (const { span } of findDates(text)) add("period", span.start, span.end);
  for (const { span } of findReferences(text)) add("other", span.start, span.end);
  for (const { start, end } of findEnumerators(text)) add("other", start, end);
  for (const { start, end } of aroundDigits(text)) {
    const part = text.slice(start, end);
    for (const pattern of periods)
      for (const { index, 0: it } of part.matchAll(pattern))
        add("period", start + index, start + index + it.length);
    for (const { index, 0: it, 1: first, 2: second } of part.matchAll(shortYear))
      if ((Number(first) + 1) % 100 === Number(second))
        add("period", start + index, start + index + it.length);
    for (const pattern of others)
      for (const { index, 0: it } of part.matchAll(pattern))
        add("other", start + index, start + index + it.length);
  }
  return apart(found);
}

/** How far from a digit a pattern that holds it can begin or end, but for addresses. */
const reach = 48;

/** The stretches of a text that have digits, cut between words. Most of a text has none. */
function aroundDigits(text: string): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const { index, 0: it } of text.matchAll(/\d+/g)) {
    const last = spans.at(-1);
    const behind = index + it.length + reach;
    const space = text.indexOf(" ", behind);
    const end = space < 0 || space > behind + 400 ? Math.min(text.length, behind + 400) : space;
    if (last && index - reach <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start: startBefore(text, index - reach), end });
  }
  return spans;
}

/** The start of the word at an offset, or a little before it where the word is endless. */
function startBefore(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.lastIndexOf(" ", at);
  return space < at - 400 ? at : Math.max(0, space);
}

/** The stretches in order; of two that overlap the earlier or longer one stays, and grows over the other. */
function apart(found: NonQuantity[]): NonQuantity[] {
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: NonQuantity[] = [];
  for (const it of found) {
    const last = kept.at(-1);
    if (last && it.span.start < last.span.end) {
      if (it.span.end > last.span.end)
        kept[kept.length - 1] = { kind: last.kind, span: { start: last.span.start, end: it.span.end } };
    } else kept.push(it);
  }
  return kept;
}
