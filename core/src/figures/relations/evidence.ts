// How sure it is that a relation was meant, and did not come about by chance. Every line where it holds is evidence in
// proportion to how easily its figures would have fitted anyway, counted in bits: one that fits one random figure in
// 1,024 is ten.

/**
 * What speaks for a relation beside its numbers: nothing, words in a heading, headings that name its very inputs, or
 * headings that say all of it: `2018/19`, `2019/20`, `% change`.
 */
export type Level = "numbers" | "worded" | "named" | "told";

/** One line where a relation was tried. */
export interface Trial {
  readonly value: number;
  /** How wide the stretch of figures is that would have done as well. */
  readonly width: number;
  /** Where the sign was left open: 1 if it is as calculated, -1 if it is turned, 0 of nothing. */
  readonly sign?: number;
  /** Whether leaving out an input would not have done as well. */
  readonly isTelling: boolean;
}

/**
 * The bits that are asked for before relations are believed. From numbers alone it is one chance in four million for
 * all combinations of a table together; words make fewer combinations thinkable.
 */
const asked: Readonly<Record<Level, number>> = { numbers: 22, worded: 13, named: 8, told: 4 };

/** How many lines must hold for each that does not. */
const held: Readonly<Record<Level, number>> = { numbers: 4, worded: 3, named: 2, told: 3 };

/** A relation that fails at more lines than these is another one, however many hold. */
const mostFails: Readonly<Record<Level, number>> = { numbers: 2, worded: 4, named: 4, told: 1 };

/** How far a figure that nothing is known of may lie from another: within a factor of ten, both ways. */
const decades = Math.log(100);

/**
 * The bits of evidence in lines that hold. Equal figures are evidence once. Where words speak for a relation and the
 * printed signs are all as calculated, or all turned, they count; else a sign that was left open would do on the other
 * side, too.
 */
export function bitsOf(trials: readonly Trial[], level: Level): number {
  const signs = new Set(trials.map((it) => it.sign ?? 0).filter((it) => it !== 0));
  const isSigned = level !== "numbers" && signs.size < 2;
  const telling = distinct(trials.filter((it) => it.isTelling)).map((it) => ({
    value: it.value,
    width: isSigned || it.sign === undefined ? it.width : 2 * it.width,
  }));
  if (telling.length === 0) return 0;
  const values = telling.map((it) => it.value);
  const spread = Math.max(...values) - Math.min(...values);
  const bits = telling.map((it) => bits1(Math.min(spread, decades * Math.abs(it.value)), it.width));
  // The first line says where the figures lie at all; the others, how they differ from it.
  const first = telling.map((it, i) => bits1(decades * Math.abs(it.value), it.width) - (bits[i] ?? 0));
  return bits.reduce((sum, it) => sum + it, 0) + Math.max(0, ...first);
}

/** Whether a relation with this evidence is believed, of so many that could have been tried. */
export function isBelieved(
  level: Level,
  bits: number,
  { holds, fails, tried }: { readonly holds: number; readonly fails: number; readonly tried: number },
): boolean {
  if (fails > mostFails[level] || holds < held[level] * fails || holds === 0) return false;
  if (level === "numbers" && holds < 3) return false;
  const isNamed = level === "named" || level === "told";
  const choices = fails * Math.log2(holds + fails) + (isNamed ? 0 : Math.log2(Math.max(1, tried)));
  return bits >= asked[level] + choices;
}

function bits1(spread: number, width: number): number {
  return width > 0 && spread > width ? Math.log2(spread / width) : 0;
}

function distinct(trials: readonly Trial[]): Trial[] {
  const seen = new Set<number>();
  return trials.filter(({ value }) => !seen.has(value) && seen.add(value));
}
