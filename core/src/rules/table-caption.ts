import { type Caption, type CaptionRun, captionsOf, countsOn, nameAt } from "../lint/captions.js";
import { risingItems } from "../lint/rising.js";
import { defineRule, type Fix, type IndexedPlace, type Problem } from "../lint/rule.js";
import type { Outline } from "../paper/outline.js";
import { memo } from "../text/memo.js";

export default defineRule({
  id: "table-caption",
  summary: "The labels of tables, figures and appendices count on, and none stands twice.",
  why: '"See Table C" sends the reader to the wrong table when two have that label, and to a search when one is missing.',
  severity: "warning",
  scope: "sequence",
  options: {},
  fix: "Relabels this one, or all in order; references follow.",
  examples: [
    {
      bad: "**Table A**\n\n| Year | £ |\n| --- | --: |\n| 2020 | 12 |\n\n**Table C**\n\n| Year | £ |\n| --- | --: |\n| 2021 | 14 |\n",
      good: "**Table A**\n\n| Year | £ |\n| --- | --: |\n| 2020 | 12 |\n\n| Table B | £ |\n| --- | --: |\n| 2021 | 14 |\n",
    },
    {
      bad: "Table 1: Costs\n\n| Year | £ |\n| --- | --: |\n| 2020 | 12 |\n\nTable 1: Income\n\n| Year | £ |\n| --- | --: |\n| 2021 | 14 |\n",
      good: "Table 1: Costs\n\n| Year | £ |\n| --- | --: |\n| 2020 | 12 |\n\nTable 1 (continued)\n\n| Year | £ |\n| --- | --: |\n| 2021 | 14 |\n",
    },
  ],

  *check(outline) {
    const { runs, names, labelled, loose } = captionsOf(outline);
    for (const run of runs) {
      const problems = [...checkRun(run, names)];
      // A run that breaks off everywhere is counted in a way of its own.
      const isOwnWay = problems.length > 2 && 2 * problems.length > run.captions.length;
      for (const problem of problems) yield isOwnWay ? { ...problem, severity: "info" } : problem;
    }
    yield* checkUnlabelled(outline, labelled, loose);
  },
});

/** How many labels may be missing at one place before it looks like a way of counting. */
const mostMissing = 3;

function* checkRun(run: CaptionRun, names: ReadonlySet<string>): Generator<Problem<IndexedPlace>> {
  const { captions, noun } = run;
  const kept = risingItems(captions, (it) => it.rank);
  const twins = new Map<string, Caption[]>();
  for (const it of captions) twins.set(it.label.name, [...(twins.get(it.label.name) ?? []).slice(0, 1), it]);
  const next = nextKept(captions, kept);
  let before: Caption | undefined;
  let told = false;
  for (const [i, it] of captions.entries()) {
    if (!kept.has(i)) {
      told = true;
      const twin = twins.get(it.label.name)?.find((other) => other !== it);
      const other = twin ?? (before && before.rank > it.rank ? before : next[i]);
      if (other) yield sayOutOfOrder(it, i, { other, isTwin: twin !== undefined, run, names });
      continue;
    }
    const missing = missingBetween(before, it, run).filter((name) => !names.has(`${noun} ${name}`));
    if (missing.length > 0 && !told) yield sayGap(it, before, missing, run);
    before = it;
    told = false;
  }
}

/** For each caption the next one that is in order. */
function nextKept(captions: readonly Caption[], kept: ReadonlySet<number>): (Caption | undefined)[] {
  const next: (Caption | undefined)[] = [];
  let last: Caption | undefined;
  for (let i = captions.length - 1; i >= 0; i--) {
    next[i] = last;
    if (kept.has(i)) last = captions[i];
  }
  return next;
}

/** The names that a caption leaves out behind the one before; of the first one only a few, for excerpts keep theirs. */
function missingBetween(before: Caption | undefined, it: Caption, { style, captions }: CaptionRun): string[] {
  if (before && countsOn(before.rank, it.rank)) return [];
  const from = before ? Math.floor(before.rank / 100) : 0;
  const to = Math.floor(it.rank / 100);
  if (!before && (captions.length < 2 || to > mostMissing)) return [];
  const names: string[] = [];
  for (let number = from + 1; number < to && names.length <= mostMissing; number++) {
    const name = nameAt(style, number);
    if (name !== undefined) names.push(name);
  }
  return names;
}

function placeOf({ block, label }: Caption): IndexedPlace {
  return { block, span: label.span };
}

function sayGap(
  it: Caption,
  before: Caption | undefined,
  missing: readonly string[],
  run: CaptionRun,
): Problem<IndexedPlace> {
  const { noun } = run;
  const many = missing.length > 1;
  const listed =
    many && missing.length <= mostMissing ? `${noun} ${missing[0]} to ${missing.at(-1)}` : missing[0];
  const none = missing.length > mostMissing ? "those between" : many ? listed : `${noun} ${listed}`;
  const name = `${noun} ${it.label.name}`;
  const message = before
    ? `${noun} ${before.label.name} is followed by ${name}; there is no ${none}.`
    : `The first label is ${name}; there is no ${none}.`;
  return {
    at: placeOf(it),
    message,
    // An appendix may be a file of its own.
    ...(missing.length > mostMissing || isAppendix(run) ? { severity: "info" as const } : {}),
    fixes: relabelFixes(run, undefined),
  };
}

interface OutOfOrder {
  readonly other: Caption;
  /** Whether the other one has the same name. */
  readonly isTwin: boolean;
  readonly run: CaptionRun;
  readonly names: ReadonlySet<string>;
}

function sayOutOfOrder(
  it: Caption,
  index: number,
  { other, isTwin, run, names }: OutOfOrder,
): Problem<IndexedPlace> {
  const name = `${run.noun} ${it.label.name}`;
  const wanted = nameAt(run.style, index + 1);
  const free = wanted !== undefined && !names.has(`${run.noun} ${wanted}`) ? wanted : undefined;
  const isBehind =
    other.block < it.block || (other.block === it.block && other.label.span.start < it.label.span.start);
  const message = isTwin
    ? `${name} stands twice${free === undefined ? "" : `; this one should be ${run.noun} ${free}`}.`
    : `${name} stands ${isBehind ? "behind" : "before"} ${run.noun} ${other.label.name}.`;
  const which = isTwin ? `The other ${name}.` : "This one.";
  return {
    at: placeOf(it),
    message,
    ...(isTwin && run.doubtful ? { severity: "info" as const } : {}),
    related: [{ at: placeOf(other), message: which }],
    fixes: relabelFixes(run, free),
  };
}

function isAppendix({ captions: [first] }: CaptionRun): boolean {
  return first?.label.kind === "appendix";
}

function relabelFixes(run: CaptionRun, free: string | undefined): Fix<IndexedPlace>[] {
  const { noun, captions } = run;
  if (hasParts(run)) return [];
  const all: Fix<IndexedPlace> = {
    kind: "relabel",
    scope: "all",
    safe: false,
    title: `Relabel all in order from ${noun} ${captions[0] ? firstName(captions[0]) : ""}`,
  };
  if (free === undefined) return [all];
  return [{ kind: "relabel", scope: "this", safe: false, title: `Write ${noun} ${free}` }, all];
}

/** Whether some are 1a and 1b; then only the writer knows which belong together. */
const hasParts = memo(({ captions }: CaptionRun) => captions.some((it) => it.rank % 100 > 0));

function firstName({ label: { name } }: Caption): string {
  return name.replace(/^[A-Z]$/, "A").replace(/\d+$/, "1");
}

/** Tables between labelled ones that have no label; not where most have none, nor where one goes on over the page. */
function* checkUnlabelled(
  { tables }: Outline,
  labelled: ReadonlySet<number>,
  loose: ReadonlySet<number>,
): Generator<Problem<IndexedPlace>> {
  let [first, last] = [tables.length, 0];
  for (const at of labelled) [first, last] = [Math.min(first, at), Math.max(last, at)];
  const without = tables.flatMap((table, i) => {
    const before = tables[i - 1];
    const goesOn =
      before !== undefined && table.block - before.block <= 1 && table.columns === before.columns;
    const isAmong = i > first && i < last && !labelled.has(i);
    const hasOther = [-1, 0, 1].some((by) => loose.has(table.block + by));
    return isAmong && table.hasRows && table.columns > 1 && !goesOn && !hasOther ? [table] : [];
  });
  if (labelled.size < 2 * without.length || labelled.size < 2) return;
  for (const { block, span } of without) {
    const message = "This table has no label, though those before and behind it have one.";
    yield { at: { block, span }, severity: "info", message };
  }
}
