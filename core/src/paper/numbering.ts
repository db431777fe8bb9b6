// Which numbers at the starts of lines are the paper's paragraph numbers, and which are list items.
// The decision is by expectation: a number that the run expects goes on with it, wherever it stands.

import type { Mark, MarkForm } from "./marks.js";

/** A mark with what surrounds it. */
export interface MarkPlace {
  /** The index of its block in the paper. */
  readonly block: number;
  readonly mark: Mark;
  /** How many headings stand before it. */
  readonly section: number;
  /** Whether the heading before it opens an appendix, and it is the first mark there. */
  readonly opensAppendix: boolean;
  /** Whether the words before it end in a colon. */
  readonly introduced: boolean;
  /** Whether it follows the mark before without a blank line. */
  readonly tight: boolean;
}

/** How a paragraph's number departs from the run. */
export type Break = "gap" | "duplicate" | "restart" | "back" | "start";

/** A numbered paragraph. */
export interface NumberedParagraph extends MarkPlace {
  /** The number that the run expects here. */
  readonly expected: number;
  readonly break: Break | undefined;
  /** The number of the paragraph before, if there is one. */
  readonly previous: number | undefined;
}

/** How far a number may lie from the expected one and still be the run going on behind a list. */
const reach = 3;
/** How many lists may stand before the run starts. */
const mostLists = 6;

/** The paper's numbered paragraphs, in order. */
export function numberParagraphs(marks: readonly MarkPlace[]): NumberedParagraph[] {
  const counted = countedForms(marks);
  const countable = marks.filter(({ mark }) => mark.ordinal < 10_000);
  let best = run(countable, 0, counted);
  for (let from = 0, lists = 0; lists < mostLists; lists++) {
    const next = endOfGroup(countable, from);
    const group = countable.slice(from, next);
    const isList = group[0]?.introduced || (group.length > 1 && group.slice(1).every((it) => it.tight));
    if (!isList || countable[next]?.mark.ordinal !== 1) break;
    const other = run(countable, next, counted);
    if (breaks(other) < breaks(best)) best = other;
    from = next;
  }
  return isRun(best) ? best : [];
}

/**
 * The forms that count even where their number is not the expected one: the plain form, and any other that
 * repeats down the paper in rising order.
 */
function countedForms(marks: readonly MarkPlace[]): ReadonlySet<MarkForm> {
  const counted = new Set<MarkForm>();
  const byForm = new Map<MarkForm, number[]>();
  for (const { mark } of marks) {
    if (mark.indent < 2) byForm.set(mark.form, [...(byForm.get(mark.form) ?? []), mark.ordinal]);
  }
  const plain = byForm.get("plain")?.length ?? 0;
  for (const [form, ordinals] of byForm) {
    const rising = ordinals.filter((it, i) => i > 0 && it > (ordinals[i - 1] ?? 0)).length;
    if (
      form === "plain" ||
      (ordinals.length >= 3 && ordinals.length > plain && rising >= ordinals.length - 2)
    )
      counted.add(form);
  }
  return counted;
}

function run(marks: readonly MarkPlace[], from: number, counted: ReadonlySet<MarkForm>): NumberedParagraph[] {
  const paragraphs: NumberedParagraph[] = [];
  const seen = new Set<number>();
  let expected = 1;
  /** After a break, the numbers that would go on from before it. */
  let resumes: readonly number[] = [];
  let list: { next: number; section: number } | undefined;
  const take = (place: MarkPlace, found: Break | undefined): void => {
    const { ordinal } = place.mark;
    resumes = found === undefined || found === "restart" ? [] : [expected, expected + 1];
    paragraphs.push({ ...place, expected, break: found, previous: paragraphs.at(-1)?.mark.ordinal });
    seen.add(ordinal);
    expected = ordinal + 1;
    list = undefined;
  };
  for (let i = from; i < marks.length; i++) {
    const place = marks[i];
    if (!place) break;
    const { ordinal, indent, form } = place.mark;
    if (ordinal === expected) take(place, undefined);
    else if (resumes.includes(ordinal)) {
      expected = ordinal;
      take(place, undefined);
    } else if (indent >= 2 || !counted.has(form)) continue;
    else if (list?.next === ordinal && list.section === place.section) list.next++;
    else if (place.opensAppendix && ordinal === 1) {
      expected = 1;
      seen.clear();
      take(place, undefined);
    } else if (ordinal === 1) {
      const end = endOfGroup(marks, i);
      if (isListInRun(marks, i, end, expected)) {
        list = { next: (marks[end - 1]?.mark.ordinal ?? 0) + 1, section: place.section };
        i = end - 1;
      } else take(place, paragraphs.length === 0 ? "start" : "restart");
    } else take(place, breakOf(ordinal, expected, seen, paragraphs.length));
  }
  return paragraphs;
}

function breakOf(ordinal: number, expected: number, seen: ReadonlySet<number>, before: number): Break {
  if (before === 0) return "start";
  if (seen.has(ordinal)) return "duplicate";
  return ordinal > expected ? "gap" : "back";
}

/** Whether the group `[from, to)`, which starts at 1, is a list: the run resumes behind it, or it ends the paper. */
function isListInRun(marks: readonly MarkPlace[], from: number, to: number, expected: number): boolean {
  const next = marks[to];
  const last = marks[to - 1]?.mark.ordinal ?? 0;
  if (next === undefined || next.mark.ordinal === 1) return marks[from]?.introduced ?? false;
  const { ordinal } = next.mark;
  return ordinal === expected || (ordinal !== last + 1 && Math.abs(ordinal - expected) <= reach);
}

/** Behind the marks that count up by one from `from` on, within one section and one form. */
function endOfGroup(marks: readonly MarkPlace[], from: number): number {
  const first = marks[from];
  let end = from + 1;
  for (; end < marks.length; end++) {
    const place = marks[end];
    const before = marks[end - 1];
    if (!first || !place || !before || place.section !== first.section) break;
    if (place.mark.form !== first.mark.form || place.mark.ordinal !== before.mark.ordinal + 1) break;
  }
  return end;
}

function breaks(paragraphs: readonly NumberedParagraph[]): number {
  return paragraphs.filter((it) => it.break !== undefined).length;
}

/** Numbers that start again in every section and never cross a heading are lists, not a run. */
function isRun(paragraphs: readonly NumberedParagraph[]): boolean {
  if (!paragraphs.some((it) => it.break === "restart")) return true;
  return paragraphs.some((it, i) => {
    const before = paragraphs[i - 1];
    return before !== undefined && it.break === undefined && it.section !== before.section;
  });
}
