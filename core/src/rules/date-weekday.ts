import { defineRule, type Problem, replace } from "../lint/rule.js";
import type { Block } from "../paper/block.js";
import { exists, findDates, months, trueWeekday, type WrittenDate, weekdays } from "../paper/dates.js";
import { textsOf } from "../paper/front-matter.js";
import { type Span, shift } from "../text/span.js";

export default defineRule({
  id: "date-weekday",
  summary: "A weekday is the date's own, every date exists, and no meeting falls on a weekend.",
  why: "A notice that names the wrong day brings people on the wrong day, and puts the lawfulness of the notice in doubt.",
  severity: "error",
  scope: "block",
  options: {},
  fix: "Writes the date's own weekday.",
  examples: [
    {
      bad: "1. The board meets on Tuesday 18 November 2020.\n",
      good: "1. The board meets on Wednesday 18 November 2020.\n",
    },
    {
      bad: "1. The scheme closes on 31 September 2021.\n",
      good: "1. The scheme closes on 30 September 2021, a month after Monday's launch.\n",
    },
  ],

  *check(block) {
    for (const date of block.facts.dates) yield* judge(block, date, date.span, date.weekdaySpan);
    for (const field of block.frontMatter?.fields ?? []) {
      for (const { text, span } of textsOf(field.value)) {
        const source = block.text.slice(span.start, span.end);
        const quoted = !source.includes(text);
        for (const date of findDates(quoted ? text : source)) {
          const place = (it: Span): Span => (quoted ? span : shift(it, span.start));
          yield* judge(block, date, place(date.span), date.weekdaySpan && place(date.weekdaySpan));
          if (field.key === "date") yield* judgeMeeting(block, date, place(date.span));
        }
      }
    }
  },
});

function* judge(
  block: Block,
  date: WrittenDate,
  span: Span,
  weekdaySpan: Span | undefined,
): Generator<Problem> {
  const { day, year, certain } = date;
  const month = months[date.month - 1] ?? `month ${date.month}`;
  if (!exists(date)) {
    const message = `There is no ${day} ${month}${year === undefined ? "" : ` ${year}`}.`;
    yield { at: { block, span }, message, ...(year === undefined && !certain && { severity: "warning" }) };
    return;
  }
  const right = weekdays[trueWeekday(date) ?? -1];
  if (date.weekday === undefined || weekdaySpan === undefined || right === undefined) return;
  const written = weekdays[date.weekday];
  if (written === right) return;
  const at = { block, span: weekdaySpan };
  yield {
    at,
    message: `${day} ${month} ${year} is a ${right}, not a ${written}. Check the day and the date.`,
    fixes: [replace(at, printLike(right, block.text.slice(at.span.start, at.span.end)), `Write ${right}`)],
  };
}

/** A weekday as short, and in as many capitals, as another was written. */
function printLike(weekday: string, written: string): string {
  const name = written.length <= 3 ? weekday.slice(0, 3) : weekday;
  return written === written.toUpperCase() ? name.toUpperCase() : name;
}

function* judgeMeeting(block: Block, date: WrittenDate, span: Span): Generator<Problem> {
  const day = trueWeekday(date);
  if (day !== 0 && day !== 6) return;
  if (date.weekday !== undefined && date.weekday !== day) return;
  const name = weekdays[day];
  yield { at: { block, span }, severity: "info", message: `The meeting is on a ${name}. Check the date.` };
}
