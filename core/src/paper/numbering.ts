// Which numbers at the starts of lines are the paper's paragraph numbers, and which are list items.
// The decision is by expectation: a number that the run expects goes on with it, wherever it stands.

import { endOfGroup, looksLikeList, type MarkPlace, type Reading } from "./mark-groups.js";
import type { Mark, MarkForm } from "./marks.js";

/** How a paragraph's number departs from the run. */
type Break = "gap" | "duplicate" | "restart" | "back" | "start";

/** A numbered paragraph. */
export interface NumberedParagraph extends MarkPlace {
  /** The number that the run expects here. */
  readonly expected: number;
  readonly break: Break | undefined;
  /** The number of the paragraph before, if there is one. */
  readonly previous: number | undefined;
  /** Which run it is of: 0, and one more for each appendix that counts from 1 again. */
  readonly part: number;
}

/** How far a number may lie from the expected one and still be the run going on behind a list. */
const reach = 3;
/** How many lists may stand before the run starts. */
const mostLists = 6;

/** The paper's numbered paragraphs, in order; `prose` is how many of its paragraphs have no number. */
export function numberParagraphs(marks: readonly MarkPlace[], prose: number): NumberedParagraph[] {
  const countable = marks.filter(({ mark }) => mark.ordinal < 10_000 && !isYear(mark, marks.length));
  const reading: Reading = { counted: countedForms(countable), packed: false };
  let best = readFromStart(countable, reading);
  if (isPacked(best)) best = readFromStart(countable, { ...reading, packed: true });
  return isRun(best, prose) ? best : [];
}

/** A line that happens to begin with a year and a full stop. */
function isYear({ ordinal }: Mark, marks: number): boolean {
  return ordinal >= 1900 && ordinal < 2100 && marks < 1000;
}

/** The plain form, and any other that repeats down the paper in rising order or is nearly the only one. */
function countedForms(marks: readonly MarkPlace[]): ReadonlySet<MarkForm> {
  const outer = marks.filter(({ mark }) => mark.indent < 2);
  const byForm = new Map<MarkForm, MarkPlace[]>();
  for (const it of outer) {
    const known = byForm.get(it.mark.form);
    if (known) known.push(it);
    else byForm.set(it.mark.form, [it]);
  }
  const plain = byForm.get("plain")?.length ?? 0;
  const counted = new Set<MarkForm>(["plain"]);
  for (const [form, places] of byForm) {
    const drops = places.filter((it, i) => it.mark.ordinal <= (places[i - 1]?.mark.ordinal ?? 0)).length;
    const spread = places.length > plain || places[0]?.section !== places.at(-1)?.section;
    const rises = places.length >= 3 && spread && drops <= Math.max(1, places.length / 10);
    if (rises || places.length > 3 * (outer.length - places.length)) counted.add(form);
  }
  return counted;
}

/** The run with the fewest breaks: the one that the first mark starts, or one behind the lists before it. */
function readFromStart(marks: readonly MarkPlace[], reading: Reading): NumberedParagraph[] {
  let best = new RunReader(marks, reading).read(0);
  for (let from = 0, lists = 0; lists < mostLists; lists++) {
    const next = endOfGroup(marks, from);
    const indented = (marks[from]?.mark.indent ?? 0) >= 2;
    if (!indented && !looksLikeList(marks.slice(from, next), reading)) break;
    if (marks[next]?.mark.ordinal !== 1) break;
    const other = new RunReader(marks, reading).read(next);
    if (breaks(other) < breaks(best)) best = other;
    from = next;
  }
  return best;
}

/** What may put a run right again that a number has broken. */
interface Detour {
  /** The number that was expected and did not come. */
  readonly skipped: number;
  /** The number that the next paragraph has if all were counted. */
  readonly counted: number;
  /** Whether the break is small, so that the count is only trusted right behind it. */
  readonly near: boolean;
  readonly fresh: boolean;
}

/** Reads marks in order, and takes those that are paragraphs. */
class RunReader {
  readonly #marks: readonly MarkPlace[];
  readonly #reading: Reading;
  readonly #paragraphs: NumberedParagraph[] = [];
  readonly #seen = new Set<number>();
  #expected = 1;
  #detour: Detour | undefined;
  /** The number that every paragraph has, where one number is repeated instead of counted. */
  #repeated: number | undefined;
  #part = 0;
  #parts = 0;
  /** What the body expected when an appendix began to count from 1. */
  #bodyExpected: number | undefined;

  constructor(marks: readonly MarkPlace[], reading: Reading) {
    this.#marks = marks;
    this.#reading = reading;
  }

  read(from: number): NumberedParagraph[] {
    for (let i = from; i < this.#marks.length; ) {
      const place = this.#marks[i];
      if (!place) break;
      if (place.mark.ordinal === this.#expected) this.#goOn(place);
      else if (!this.#counts(place)) {
        i = place.mark.ordinal === 1 ? endOfGroup(this.#marks, i) : i + 1;
        continue;
      } else if (!this.#resume(place) && !this.#changePart(place)) {
        const behind = this.#listEnd(i);
        if (behind !== undefined) {
          i = behind;
          continue;
        }
        this.#take(place, this.#breakOf(place.mark.ordinal));
      }
      i++;
    }
    return this.#paragraphs;
  }

  #counts({ mark }: MarkPlace): boolean {
    return mark.indent < 2 && this.#reading.counted.has(mark.form);
  }

  #take(place: MarkPlace, found: Break | undefined): void {
    const { ordinal } = place.mark;
    const expected = found === undefined ? ordinal : this.#expected;
    const previous = this.#paragraphs.at(-1)?.mark.ordinal;
    this.#paragraphs.push({ ...place, expected, break: found, previous, part: this.#part });
    if (found !== undefined) {
      const near = Math.abs(ordinal - expected) < reach;
      this.#detour = { skipped: expected, counted: expected + 1, near, fresh: true };
      this.#repeated = ordinal === previous ? ordinal : undefined;
    }
    this.#seen.add(ordinal);
    this.#expected = ordinal + 1;
  }

  #goOn(place: MarkPlace): void {
    this.#take(place, undefined);
    const detour = this.#detour;
    this.#detour =
      detour && !detour.near ? { ...detour, counted: detour.counted + 1, fresh: false } : undefined;
    this.#repeated = undefined;
  }

  /** Whether the number puts a broken run right again, or repeats what was found already. */
  #resume(place: MarkPlace): boolean {
    const { ordinal } = place.mark;
    const detour = this.#detour;
    if (!detour) return false;
    const counted = detour.counted + 1;
    if (ordinal === this.#repeated && !place.introduced) {
      this.#take(place, undefined);
      this.#detour = { ...detour, counted };
    } else if (ordinal === detour.counted) {
      this.#take(place, undefined);
      this.#detour = undefined;
    } else if (ordinal === detour.skipped && (detour.fresh || !detour.near)) {
      // Two neighbours changed places: the one behind them is counted on.
      this.#take(place, undefined);
      this.#detour = { skipped: 0, counted, near: detour.near, fresh: false };
    } else return false;
    return true;
  }

  /** Whether an appendix starts counting for itself here, or the body goes on behind one. */
  #changePart(place: MarkPlace): boolean {
    const { ordinal } = place.mark;
    const last = this.#paragraphs.at(-1);
    if (place.appendix > 0) {
      const enters = last?.appendix !== place.appendix;
      const excerpt = enters && Math.abs(ordinal - this.#expected) > reach;
      if (ordinal !== 1 && !excerpt) return false;
      if (this.#part === 0) this.#bodyExpected = this.#expected;
      this.#part = ++this.#parts;
      this.#seen.clear();
    } else {
      if (this.#part === 0 || ordinal !== this.#bodyExpected) return false;
      this.#part = 0;
    }
    this.#detour = undefined;
    this.#take(place, undefined);
    return true;
  }

  #breakOf(ordinal: number): Break {
    if (this.#paragraphs.length === 0) return "start";
    if (this.#seen.has(ordinal)) return ordinal === 1 ? "restart" : "duplicate";
    return ordinal > this.#expected ? "gap" : "back";
  }

  /** Behind the list that starts at the mark `from`, or `undefined` where its number is a paragraph's. */
  #listEnd(from: number): number | undefined {
    const expected = this.#expected;
    const end = endOfGroup(this.#marks, from, expected);
    const group = this.#marks.slice(from, end);
    const first = group[0]?.mark.ordinal ?? 0;
    const last = first + group.length - 1;
    const next = this.#nextBehindLists(end)?.mark.ordinal;
    if (first !== 1) return group[0]?.introduced && group.length > 1 && next === expected ? end : undefined;
    if (!looksLikeList(group, this.#reading))
      return this.#seen.has(1) && next === expected && next !== last + 1 ? end : undefined;
    if (next === undefined || next === 1 || next === expected) return end;
    // Paragraphs that were numbered as if they began the paper: behind them, all are counted again.
    if (next === expected + group.length) return undefined;
    const { introduced = false } = group[0] ?? {};
    if (next === last + 1) return introduced && expected <= last ? from + expected - 1 : undefined;
    return introduced || Math.abs(next - expected) <= reach ? end : undefined;
  }

  /** The next mark that counts, behind a few lists that may stand in between. */
  #nextBehindLists(from: number): MarkPlace | undefined {
    let lists = 0;
    for (let i = from; i < this.#marks.length; ) {
      const place = this.#marks[i];
      if (!place) break;
      const isExpected = place.mark.ordinal === this.#expected;
      const end = isExpected || place.mark.ordinal !== 1 ? i + 1 : endOfGroup(this.#marks, i);
      const isList = end > i + 1 && looksLikeList(this.#marks.slice(i, end), this.#reading);
      if ((isExpected || this.#counts(place)) && !(isList && lists++ < mostLists)) return place;
      i = end;
    }
    return undefined;
  }
}

function breaks(paragraphs: readonly NumberedParagraph[]): number {
  return paragraphs.filter((it) => it.break !== undefined).length;
}

function isPacked(paragraphs: readonly NumberedParagraph[]): boolean {
  const joined = paragraphs.filter((it, i) => it.section === paragraphs[i - 1]?.section);
  return joined.length > 0 && 2 * joined.filter((it) => it.tight).length > joined.length;
}

/** Whether these are the paper's paragraphs: numbers that stay within their section may all be lists. */
function isRun(paragraphs: readonly NumberedParagraph[], prose: number): boolean {
  const crosses = (it: NumberedParagraph, i: number): boolean => {
    const before = paragraphs[i - 1];
    return it.break === undefined && before?.part === it.part && before.section !== it.section;
  };
  if (paragraphs.some(crosses)) return true;
  const groups: NumberedParagraph[][] = [];
  for (const it of paragraphs) {
    if (it.break === "restart" || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(it);
  }
  const reading: Reading = { counted: new Set(), packed: false };
  const lists = groups.filter((group) => looksLikeList(group, reading) && isInOnePiece(group));
  if (lists.length < groups.length) return 2 * prose <= paragraphs.length || groups.length === 1;
  return (
    groups.length === 1 && prose <= paragraphs.length && paragraphs.some(({ mark }) => mark.form === "plain")
  );
}

/** Whether nearly nothing else stands between the marks of a group. */
function isInOnePiece(group: readonly MarkPlace[]): boolean {
  const [first, last] = [group[0], group.at(-1)];
  return first !== undefined && last !== undefined && last.block - first.block <= group.length;
}
