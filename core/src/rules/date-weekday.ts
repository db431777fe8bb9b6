import { defineRule, type Problem, replace } from "../lint/rule.js";
import type { Block } from "../paper/block.js";
import { exists, findDates, months, trueWeekday, type WrittenDate, weekdays } from "../paper/dates.js";
import { fieldOf, textsOf } from "../paper/front-matter.js";
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
    const field = fieldOf(block.frontMatter, "date");
    for (const { text, span } of field ? textsOf(field.value) : []) {
      const source = block.text.slice(span.start, span.end);
      for (const date of findDates(source.includes(text) ? source : text)) {
        const place = (it: Span): Span => (source.includes(text) ? shift(it, span.start) : span);
        yield* judge(block, date, place(date.span), date.weekdaySpan && place(date.weekdaySpan));
        yield* judgeMeeting(block, date, place(date.span));
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
  const month = months[date.month - 1] ?? `month ${date.month}`;
  if (!exists(date)) {
    if (date.day > 31 && date.year === undefined) return;
    yield {
      at: { block, span },
      message: `There is no ${date.day} ${month}${date.year === undefined ? "" : ` ${date.year}`}.`,
    };
    return;
  }
  const right = weekdays[trueWeekday(date) ?? -1];
  if (date.weekday === undefined || weekdaySpan === undefined || right === undefined) return;
  const written = weekdays[date.weekday];
  if (written === right) return;
  const at = { block, span: weekdaySpan };
  const short = weekdaySpan.end - weekdaySpan.start <= 3;
  yield {
    at,
    message: `${date.day} ${month} ${date.year} is a ${right}, not a ${written}. Check the day and the date.`,
    fixes: [replace(at, short ? right.slice(0, 3) : right, `Write ${right}`)],
  };
}

function* judgeMeeting(block: Block, date: WrittenDate, span: Span): Generator<Problem> {
  const day = trueWeekday(date);
  if (day !== 0 && day !== 6) return;
  if (date.weekday !== undefined && date.weekday !== day) return;
  const name = weekdays[day];
  yield { at: { block, span }, severity: "info", message: `The meeting is on a ${name}. Check the date.` };
}
