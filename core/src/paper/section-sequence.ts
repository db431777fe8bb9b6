// Where numbers by section, 1.1, 1.2, 2.1, do not follow one another. Judged only where nothing else explains a gap.

import type { SectionNumber } from "./section-numbers.js";

/** A section number and the index of its block. */
export interface PlacedSectionNumber extends SectionNumber {
  readonly block: number;
}

/** A number that does not follow the one before it. */
export interface SectionBreak {
  readonly number: PlacedSectionNumber;
  readonly previous: PlacedSectionNumber;
  /** The number that it should be: `3.3`. */
  readonly expected: string;
}

/** Fewer numbers than these are not the numbering of a paper. */
const fewest = 4;
/** A number that is further on is a figure. */
const reach = 10;

/**
 * The breaks in the numbers by section; none where there are so many that they are something else. Behind `appendix`, the
 * index of a block, numbers that do not begin with a section are those of another document.
 */
export function sectionBreaks(numbers: readonly PlacedSectionNumber[], appendix: number): SectionBreak[] {
  if (!isNumberedBySection(numbers)) return [];
  const all = runOf(numbers);
  const isExtract = (all.find((it) => it.block >= appendix)?.levels[1] ?? 1) > 1;
  const run = isExtract ? all.filter((it) => it.block < appendix) : all;
  const others = new Map<string, number[]>();
  for (const it of numbers) if (!it.opens) others.set(it.name, [...(others.get(it.name) ?? []), it.block]);
  const breaks: SectionBreak[] = [];
  let counted: number | undefined;
  let started = 0;
  run.forEach((number, i) => {
    const [section = 0, ordinal = 0] = number.levels;
    const previous = run[i - 1];
    const [before = 0, last = 0] = previous?.levels ?? [];
    const step = stepOf(before, last, counted, section, ordinal);
    counted = undefined;
    if (step === "new") {
      const lost = previous !== undefined && section === before + 1 && ordinal === 2 && started >= 2;
      if (lost && !others.has(`${section}.1`)) breaks.push({ number, previous, expected: `${section}.1` });
      if (ordinal <= 1) started++;
    } else if (step === "break" && previous) {
      const isElsewhere = others
        .get(`${before}.${last + 1}`)
        ?.some((block) => block >= previous.block && block <= number.block);
      if (ordinal > last && isElsewhere) return;
      breaks.push({ number, previous, expected: `${before}.${last + 1}` });
      counted = last + 2;
    }
  });
  return breaks.length <= 1 + run.length / 5 ? breaks : [];
}

/** Whether a paper's paragraphs are numbered by section. */
export function isNumberedBySection(numbers: readonly PlacedSectionNumber[]): boolean {
  return runOf(numbers).length >= fewest;
}

function runOf(numbers: readonly PlacedSectionNumber[]): PlacedSectionNumber[] {
  return numbers.filter((it) => it.opens && it.levels.length === 2);
}

/** Whether a number goes on with its section, starts another one, or breaks off. */
function stepOf(
  before: number,
  last: number,
  counted: number | undefined,
  section: number,
  ordinal: number,
): "on" | "new" | "break" {
  if (section !== before || (ordinal <= 1 && last > 1)) return "new";
  if (ordinal === last + 1 || ordinal === counted) return "on";
  return ordinal > last + reach ? "on" : "break";
}
