import { isValidDate, weekdayOf } from "../text/calendar.js";
import type { Span } from "../text/span.js";

/** A day written with its month, and perhaps its year and weekday. */
export interface WrittenDate {
  readonly day: number;
  /** 1 to 12. */
  readonly month: number;
  readonly year: number | undefined;
  /** 0 (Sunday) to 6, as written. */
  readonly weekday: number | undefined;
  /** The weekday's span, where one is written. */
  readonly weekdaySpan: Span | undefined;
  /** The date without its weekday. */
  readonly span: Span;
  readonly text: string;
  /** Whether the words around it make it a date beyond doubt: `31 June` alone may be so many calls in June. */
  readonly certain: boolean;
}

/** The weekdays, in the order of their numbers: 0 is Sunday. */
export const weekdays = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
] as const;
/** The months, of which January is the first. */
export const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const weekdayName =
  "(?:Sun|SUN|Mon|MON|Tues?|TUES?|Weds?|WEDS?|Thu(?:rs?)?|THU(?:RS?)?|Fri|FRI|Sat|SAT|" +
  `${weekdays.map((it) => `${it}|${it.toUpperCase()}`).join("|")})`;
const monthName =
  "(?:Jan|JAN|Feb|FEB|Mar|MAR|Apr|APR|Jun|JUN|Jul|JUL|Aug|AUG|Sept?|SEPT?|Oct|OCT|Nov|NOV|Dec|DEC|" +
  `${months.map((it) => `${it}|${it.toUpperCase()}`).join("|")})`;
const space = "[ \\u00a0\\r\\n]{1,3}";
const weekday = `(?:\\b(?<weekday>${weekdayName})\\b\\.?,?${space}(?:the${space})?)?`;
const theWeekday = weekday.slice(0, -1);
const shortMonth =
  "(?:Jan|JAN|Feb|FEB|Mar|MAR|Apr|APR|May|MAY|Jun|JUN|Jul|JUL|Aug|AUG|Sept?|SEPT?|Oct|OCT|Nov|NOV|Dec|DEC)";
/** What stands behind a year of two digits, which else may be an hour or a count: `Mon 17 Nov 20 people came`. */
const endOfDate = "(?=[ \\u00a0]?(?:$|[\\r\\n;)]|[.,:](?!\\d)| at | and (?:on|was) | when ))";
const number = "(?<![\\d/£$€.,-])\\b(?<day>\\d{1,2})(?<suffix>st|nd|rd|th)?";
const year = "(?<year>(?:19|20)\\d\\d)";
const behind = `(?:${space}\\((?<behind>${weekdayName})\\)|,${space}a${space}(?<noun>${weekdayName})\\b)?`;

/** What a text has that has a date of a form in it; most texts have none, and are read no further. */
const named =
  /Jan|JAN|Feb|FEB|Mar|MAR|Apr|APR|May|MAY|Jun|JUN|Jul|JUL|Aug|AUG|Sep|SEP|Oct|OCT|Nov|NOV|Dec|DEC/;

const forms = (
  [
    // Tuesday 17 November 2020 · Tues. 17th of Nov · 17 November 2020 (Tuesday)
    [
      named,
      `${weekday}${number},?${space}(?:of${space})?(?<month>${monthName})\\b\\.?(?:,?${space}${year}\\b)?${behind}`,
    ],
    // The first day of "Monday 2 and Tuesday 3 November 2020"
    [
      named,
      `\\b(?<weekday>${weekdayName})\\b${space}(?<day>\\d{1,2})(?<suffix>st|nd|rd|th)?(?=${space}?(?:to|and|or|&|[–-])${space}?(?:${weekdayName}${space})?\\d{1,2}(?:st|nd|rd|th)?${space}(?<month>${monthName})${space}${year}\\b)`,
    ],
    // Tuesday, November 17, 2020
    [
      named,
      `${weekday}\\b(?<month>${monthName})${space}(?<day>\\d{1,2})(?<suffix>st|nd|rd|th)?,?${space}${year}\\b`,
    ],
    // 2020-11-17
    [/\d{4}-\d\d-\d\d/, `${weekday}(?<![\\d-])${year}-(?<month>\\d\\d)-(?<day>\\d\\d)(?![\\d-])`],
    // 17/11/2020
    [/\d\/\d{1,2}\/\d{4}/, `${weekday}(?<![\\d/£.-])(?<day>\\d{1,2})/(?<month>\\d{1,2})/${year}(?![\\w/])`],
    // With a weekday alone: Monday 17/11/20 · Mon 17 Nov 20 · Monday 17 November ’20 · 17/11/20 (Mon)
    [
      /\d\/\d{1,2}\/\d\d/,
      `${theWeekday}(?<![\\d/£.-])(?<day>\\d{1,2})/(?<month>\\d{1,2})/(?<year>\\d\\d)(?![\\w/]|[.,-]\\d)`,
    ],
    [
      /\d\/\d{1,2}\/\d\d/,
      `(?<![\\d/£.-])\\b(?<day>\\d{1,2})/(?<month>\\d{1,2})/(?<year>\\d\\d)${space}\\((?<behind>${weekdayName})\\)`,
    ],
    [
      named,
      `${theWeekday}${number}${space}(?<month>${shortMonth})\\b\\.?${space}(?<year>\\d\\d)${endOfDate}`,
    ],
    [named, `${theWeekday}${number}${space}(?<month>${monthName})\\b\\.?${space}[’'](?<year>\\d\\d)(?!\\w)`],
    // 17.11.2020
    [/\d\.\d\d\.\d{4}/, `${weekday}(?<![\\d/£.-])(?<day>\\d\\d)\\.(?<month>\\d\\d)\\.${year}(?!\\.?\\d)`],
  ] as const
).map(([hint, pattern]) => ({ hint, pattern: new RegExp(pattern, "dg") }));

/** The dates written in `text`; spans are offsets in it. */
export function findDates(text: string): WrittenDate[] {
  if (!/\d/.test(text)) return [];
  const found: WrittenDate[] = [];
  for (const { hint, pattern } of forms) {
    if (!hint.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const date = readDate(text, match);
      if (date) found.push(date);
    }
  }
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return found.filter((it, i) => it.span.start >= (found[i - 1]?.span.end ?? 0));
}

/** The weekday (0 is Sunday) that the date really fell on, or `undefined` for no year or no such day. */
export function trueWeekday(date: WrittenDate): number | undefined {
  if (date.year === undefined || !exists(date)) return undefined;
  return weekdayOf(date.year, date.month, date.day);
}

/** Whether the calendar has this day; without a year, whether it ever has. */
export function exists(date: WrittenDate): boolean {
  return isValidDate(date.year ?? 2000, date.month, date.day);
}

const leadIn =
  /(?:^|[(]|\b(?:on|by|from|to|until|till|before|after|since|between|and|ending|ended|due|dated|date:?)[ \u00a0\r\n](?:the )?)$/i;

function readDate(text: string, match: RegExpExecArray): WrittenDate | undefined {
  const { day = "", month = "", year, suffix } = match.groups ?? {};
  const monthNumber = /^\d/.test(month) ? Number(month) : 1 + indexOf(months, month);
  if (monthNumber < 1 || monthNumber > 12 || Number(day) === 0) return undefined;
  const span = spanOf(match);
  const written = readWeekday(text, match);
  const before = text.slice(Math.max(0, span.start - 16), span.start);
  const marked = suffix !== undefined || written !== undefined;
  if (Number(day) > 31 && !marked && !/\b(?:on|by|until|till|dated)[ \u00a0](?:the )?$/i.test(before))
    return undefined;
  const certain = marked || leadIn.test(before);
  if (!certain && year === undefined && isCount(before, text.slice(span.end, span.end + 32)))
    return undefined;
  const date = { day: Number(day), month: monthNumber, year: readYear(year) };
  const isAmerican =
    /^\d\d?\/\d/.test(text.slice(span.start, span.end)) && isOtherWayRound(date, written?.weekday);
  return {
    ...date,
    weekday: isAmerican ? undefined : written?.weekday,
    weekdaySpan: isAmerican ? undefined : written?.span,
    span,
    text: match[0],
    certain,
  };
}

/** The year of its digits; of two, one of this century up to 49. */
function readYear(digits: string | undefined): number | undefined {
  if (digits === undefined || digits.length > 2) return digits === undefined ? undefined : Number(digits);
  return Number(digits) + (Number(digits) < 50 ? 2000 : 1900);
}

/** Whether it is a number of something of a month, `31 June calls`, or the number of a place, `paragraph 3 May`. */
function isCount(before: string, after: string): boolean {
  return (
    /^ [a-z]+s\b/.test(after) || /\b(?:paragraphs?|paras?|tables?|sections?|pages?|items?)\.? $/i.test(before)
  );
}

/** Where day, month and year stand; the month may be that of a later day. */
function spanOf({ index, 0: text, indices }: RegExpExecArray): Span {
  const { day, suffix, month, year } = indices?.groups ?? {};
  const parts = [day, suffix, month, year].filter((it) => it !== undefined && it[1] <= index + text.length);
  return {
    start: Math.min(...parts.map((it) => it?.[0] ?? index)),
    end: Math.max(...parts.map((it) => it?.[1] ?? index)),
  };
}

/** The weekday written with a date; none where it closes a span of weekdays or is the name of a newspaper. */
function readWeekday(
  text: string,
  { groups, indices }: RegExpExecArray,
): { weekday: number; span: Span } | undefined {
  const key = ["weekday", "behind", "noun"].find((it) => groups?.[it] !== undefined);
  const [start, end] = (key !== undefined && indices?.groups?.[key]) || [];
  if (key === undefined || start === undefined || end === undefined) return undefined;
  const name = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 16), start);
  if (weekdaySpan.test(before) || (name.length <= 4 && /\bthe $/i.test(before))) return undefined;
  return { weekday: indexOf(weekdays, name), span: { start, end } };
}

const weekdaySpan = new RegExp(`\\b${weekdayName} ?(?:to|and|or|&|,|/|[-–])[ \\u00a0]?$`);

/** Whether the weekday is that of the date read month first. */
function isOtherWayRound(
  { day, month, year = 0 }: Pick<WrittenDate, "day" | "month" | "year">,
  written?: number,
): boolean {
  return written !== undefined && day <= 12 && weekdayOf(year, day, month) === written;
}

function indexOf(names: readonly string[], name: string): number {
  const start = name.slice(0, 3).toLowerCase();
  return names.findIndex((it) => it.toLowerCase().startsWith(start));
}
