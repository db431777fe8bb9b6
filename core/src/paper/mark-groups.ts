// Marks that count up by one, and whether they stand as a list does.

import type { Mark, MarkForm } from "./marks.js";

/** A mark with what surrounds it. */
export interface MarkPlace {
  /** The index of its block in the paper. */
  readonly block: number;
  readonly mark: Mark;
  /** How many headings stand before it. */
  readonly section: number;
  /** Which appendix it stands in, from 1; 0 in the body of the paper. */
  readonly appendix: number;
  /** Whether the words or the heading before it lead up to a list. */
  readonly introduced: boolean;
  /** Whether it follows the mark before without a blank line. */
  readonly tight: boolean;
}

/** How the marks of a paper are read. */
export interface Reading {
  /** The forms that count even where their number is not the expected one. */
  readonly counted: ReadonlySet<MarkForm>;
  /** Whether the run itself stands without blank lines, so that they tell no list from it. */
  readonly packed: boolean;
}

/**
 * Behind the marks that count up by one from `from` on, within one section and one form. Where a list without blank
 * lines runs into the `expected` number behind one, the run goes on there.
 */
export function endOfGroup(marks: readonly MarkPlace[], from: number, expected?: number): number {
  const first = marks[from];
  let end = from + 1;
  let tight = true;
  for (; end < marks.length; end++) {
    const place = marks[end];
    const before = marks[end - 1];
    if (!first || !place || !before || place.section !== first.section) break;
    if (place.mark.form !== first.mark.form || place.mark.ordinal !== before.mark.ordinal + 1) break;
    if (place.mark.indent >= 2 !== first.mark.indent >= 2) break;
    if (place.mark.ordinal === expected && !place.tight && tight && end > from + 1) break;
    tight &&= place.tight;
  }
  return end;
}

/** Whether marks that count up stand as a list does: introduced, or without blank lines between them. */
export function looksLikeList(group: readonly MarkPlace[], { packed }: Reading): boolean {
  const tight = group.slice(1).filter((it) => it.tight).length;
  return (group[0]?.introduced ?? false) || (!packed && group.length > 1 && 2 * tight >= group.length - 1);
}
