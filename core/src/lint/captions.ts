// The labels of a paper as runs that are counted: Table A, B, C; Figure 1, 2; the tables of an appendix by themselves.

import type { Label } from "../paper/labels.js";
import type { Indexed, Outline, PlacedTable } from "../paper/outline.js";
import { countPassing } from "../text/halving.js";
import { memo } from "../text/memo.js";

type PlacedLabel = Indexed<{ readonly label: Label }>;

/** How the names of a run are written: 1, 2, 3; A, B, C; or A1, A2, A3, with the letter before the number. */
type NameStyle =
  | { readonly kind: "number" | "letter" }
  | { readonly kind: "prefixed"; readonly prefix: string };

/** A label of a run. */
export interface Caption extends PlacedLabel {
  /** Its place in the count: 100 for 1 or A, 201 for 2a. */
  readonly rank: number;
}

/** Labels that are counted together. */
export interface CaptionRun {
  readonly noun: string;
  readonly style: NameStyle;
  /** The captions in the order of the paper, one for each thing that is labelled. */
  readonly captions: readonly Caption[];
  /** Whether it may be that the count starts again here, or that one name stands twice. */
  readonly doubtful: boolean;
}

/** The captions of a paper. */
interface Captions {
  readonly runs: readonly CaptionRun[];
  /** Nouns and names of all labels, those in lists of tables too: `Table A`. */
  readonly names: ReadonlySet<string>;
  /** Tables that have a label, by their place among all tables. */
  readonly labelled: ReadonlySet<number>;
  /** Labels of tables, and the place among all tables of the one that each belongs to. */
  readonly owners: ReadonlyMap<PlacedLabel, number>;
  /** Blocks with labels that belong to no table. */
  readonly loose: ReadonlySet<number>;
}

/** The captions of a paper, in runs. */
export const captionsOf = memo((outline: Outline): Captions => {
  const { labels } = outline;
  const names = new Set(labels.map(({ label }) => `${label.noun} ${label.name}`));
  const owners = ownersOf(outline);
  const counted = labels.filter((it) => !it.label.continued && isCaption(it, outline, owners));
  const runs = bySeries(counted).flatMap(([style, captions]) => splitRuns(style, captions, outline));
  const loose = new Set(labels.filter((it) => !owners.has(it)).map((it) => it.block));
  return { runs, names, labelled: new Set(owners.values()), owners, loose };
});

/** How a number of a run is written. */
export function nameAt(style: NameStyle, number: number): string | undefined {
  if (style.kind === "letter") return number <= 26 ? String.fromCharCode(64 + number) : undefined;
  return style.kind === "prefixed" ? `${style.prefix}${number}` : String(number);
}

/** Which table a label belongs to. A paper has its captions above its tables or below them. */
function ownersOf(outline: Outline): ReadonlyMap<PlacedLabel, number> {
  const labels = outline.labels.filter(({ label }) => label.kind === "table");
  const { tables } = outline;
  const near = labels.map((it, i) => nearTables(it, { before: labels[i - 1], after: labels[i + 1] }, tables));
  const above = near.filter((it) => it.next !== undefined && it.previous === undefined).length;
  const below = near.filter((it) => it.next === undefined && it.previous !== undefined).length;
  const owners = new Map<PlacedLabel, number>();
  const taken = new Set<number>();
  labels.forEach((it, i) => {
    const { own, next, previous } = near[i] ?? {};
    const candidates = [own, ...(below > above ? [previous, next] : [next, previous])];
    const table = candidates.find((at) => at !== undefined && !taken.has(at));
    if (table === undefined) return;
    taken.add(table);
    owners.set(it, table);
  });
  return owners;
}

interface NearTables {
  /** The table that the label stands in. */
  readonly own?: number;
  readonly next?: number | undefined;
  readonly previous?: number | undefined;
}

/** How many blocks may lie between a caption and its table: a note such as "£000". */
const reach = 2;

function nearTables(
  it: PlacedLabel,
  { before, after }: { readonly before: PlacedLabel | undefined; readonly after: PlacedLabel | undefined },
  tables: readonly Indexed<PlacedTable>[],
): NearTables {
  const next = firstBehind(tables, it);
  const table = tables[next];
  if (it.label.place === "cell") return { own: next - 1 };
  const previous = tables[next - 1];
  const isNext = table !== undefined && table.block - it.block <= reach && !(after && isBefore(after, table));
  const isPrevious =
    previous !== undefined && it.block - previous.block <= 1 && !(before && isBefore(previous, before));
  return { next: isNext ? next : undefined, previous: isPrevious ? next - 1 : undefined };
}

/** The first table that starts behind a label. */
function firstBehind(tables: readonly Indexed<PlacedTable>[], it: PlacedLabel): number {
  return countPassing(tables, (table) => !isBefore(it, table));
}

type Standing = PlacedLabel | Indexed<PlacedTable>;

function isBefore(a: Standing, b: Standing): boolean {
  const startOf = (it: Standing): number => ("label" in it ? it.label.span : it.span).start;
  return a.block < b.block || (a.block === b.block && startOf(a) < startOf(b));
}

/** Whether a label is a caption and not a line of a list of tables, or of what is attached. */
function isCaption(it: PlacedLabel, outline: Outline, owners: ReadonlyMap<PlacedLabel, number>): boolean {
  const { kind, place } = it.label;
  if (kind === "table") return owners.has(it);
  if (kind === "appendix") return place === "heading";
  return place !== "cell" && !listedFigures(outline).has(it);
}

/** Figures whose labels stand right beside one another, as in a list of figures. */
const listedFigures = memo((outline: Outline): ReadonlySet<PlacedLabel> => {
  const figures = outline.labels.filter(({ label }) => label.kind === "figure");
  const isBeside = (a: PlacedLabel | undefined, b: PlacedLabel | undefined): boolean =>
    a !== undefined && b !== undefined && Math.abs(a.block - b.block) <= 1;
  return new Set(figures.filter((it, i) => isBeside(figures[i - 1], it) || isBeside(it, figures[i + 1])));
});

/** The captions by noun and style. Where names have two letters, which may be Roman numbers, nothing is counted. */
function bySeries(labels: readonly PlacedLabel[]): (readonly [NameStyle, Caption[]])[] {
  const series = new Map<string, readonly [NameStyle, Caption[]]>();
  const unclear = new Set<string>();
  for (const it of labels) {
    const read = readName(it.label.name);
    if (!read) {
      unclear.add(it.label.noun);
      continue;
    }
    const key = `${it.label.noun} ${JSON.stringify(read.style)}`;
    const known = series.get(key) ?? ([read.style, []] as const);
    series.set(key, known);
    known[1].push({ ...it, rank: read.rank });
  }
  return [...series.values()].filter(([, [first]]) => first && !unclear.has(first.label.noun));
}

function readName(name: string): { readonly style: NameStyle; readonly rank: number } | undefined {
  const match = /^(?:(?<number>\d+)(?<suffix>[A-Z]?)|(?<letter>[A-Z])(?<count>\d*))$/.exec(name);
  const { number, suffix = "", letter = "", count = "" } = match?.groups ?? {};
  if (!match) return undefined;
  if (number !== undefined)
    return {
      style: { kind: "number" },
      rank: 100 * Number(number) + (suffix === "" ? 0 : ordinalOf(suffix)),
    };
  if (count === "") return { style: { kind: "letter" }, rank: 100 * ordinalOf(letter) };
  return { style: { kind: "prefixed", prefix: letter }, rank: 100 * Number(count) };
}

function ordinalOf(letter: string): number {
  return letter.charCodeAt(0) - 64;
}

/** Cuts a series where the count starts again: in an appendix, or with a section. */
function splitRuns(style: NameStyle, captions: readonly Caption[], outline: Outline): CaptionRun[] {
  const starts = captions.flatMap((_, i) => (i > 0 && startsAgain(captions, i, outline) ? [i] : []));
  const sure = starts.filter((i) => starts.length > 1 || isSureStart(captions, i, outline));
  const doubtful = sure.length < starts.length;
  const noun = captions[0]?.label.noun ?? "";
  return [0, ...sure].map((from, i) => {
    return { noun, style, captions: captions.slice(from, sure[i] ?? captions.length), doubtful };
  });
}

/** Whether a name is the first of a count, in another section than the one before. */
function startsAgain(captions: readonly Caption[], at: number, outline: Outline): boolean {
  const [before, it] = [captions[at - 1], captions[at]];
  if (!before || !it || it.rank > 101 || before.rank < it.rank) return false;
  return levelBetween(before, it, outline) <= 2;
}

function isSureStart(captions: readonly Caption[], at: number, outline: Outline): boolean {
  const [before, it, next] = [captions[at - 1], captions[at], captions[at + 1]];
  if (!before || !it) return false;
  if (levelBetween(before, it, outline) <= 1) return true;
  // What follows goes on with the second, and not with what stood before.
  return next !== undefined && countsOn(it.rank, next.rank) && !(at === 1 && before.rank === it.rank);
}

/** Whether a rank is the one behind another: 2 or 1a behind 1, 1b or 2 behind 1a. */
export function countsOn(rank: number, next: number): boolean {
  const [number, other] = [Math.floor(rank / 100), Math.floor(next / 100)];
  return number === other ? next === rank + 1 : other === number + 1 && next % 100 <= 1;
}

/** The highest level of a heading between two captions; 0 where an appendix begins or ends, 7 where there is none. */
function levelBetween(before: Caption, it: Caption, { headings }: Outline): number {
  let level = 7;
  for (let i = countPassing(headings, (heading) => heading.block <= before.block); i < headings.length; i++) {
    const { block, heading } = headings[i] ?? { block: Number.POSITIVE_INFINITY };
    if (!heading || block > it.block) break;
    level = Math.min(level, /^\W*(?:appendix|annexe?)\b/i.test(heading.text) ? 0 : heading.depth);
  }
  return level;
}
