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
}

export const weekdays = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
] as const;
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

const weekday =
  "(?<weekday>Sun(?:day)?|Mon(?:day)?|Tue(?:s|sday)?|Wed(?:s|nesday)?|Thu(?:rs|rsday)?|Fri(?:day)?|Sat(?:urday)?)";
const month =
  "(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const britishDate = new RegExp(
  `(?:\\b${weekday}\\.?,? (?:the )?)?(?<![\\d/£.,-])\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?:of )?${month}\\b\\.?(?:,? (?<year>(?:19|20)\\d\\d)\\b)?`,
  "g",
);
const americanDate = new RegExp(
  `(?:\\b${weekday}\\.?,? )?\\b${month} (?<day>\\d{1,2})(?:st|nd|rd|th)?, (?<year>(?:19|20)\\d\\d)\\b`,
  "g",
);
const isoDate = /(?<![\d-])(?<year>(?:19|20)\d\d)-(?<month>\d\d)-(?<day>\d\d)(?![\d-])/g;

/** The dates written in `text`; spans are offsets in it. */
export function findDates(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const pattern of [britishDate, americanDate, isoDate]) {
    for (const match of text.matchAll(pattern)) {
      const { groups } = match;
      if (groups?.day === undefined || groups.month === undefined) continue;
      const weekdayText = groups.weekday;
      const numeric = /^\d/.test(groups.month);
      const dateAt = match.index + (weekdayText === undefined ? 0 : dateOffset(match[0], weekdayText));
      found.push({
        day: Number(groups.day),
        month: numeric
          ? Number(groups.month)
          : 1 + months.findIndex((name) => name.startsWith((groups.month ?? "").slice(0, 3))),
        year: groups.year === undefined ? undefined : Number(groups.year),
        weekday:
          weekdayText === undefined
            ? undefined
            : weekdays.findIndex((name) => name.startsWith(weekdayText.slice(0, 3))),
        weekdaySpan:
          weekdayText === undefined
            ? undefined
            : { start: match.index, end: match.index + weekdayText.length },
        span: { start: dateAt, end: match.index + match[0].length },
        text: match[0],
      });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
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

function dateOffset(text: string, weekdayText: string): number {
  const rest = text.slice(weekdayText.length);
  return weekdayText.length + rest.length - rest.replace(/^\.?,? (?:the )?/, "").length;
}
