// Realistic board papers without a mistake, of any length, the same for the same seed. They are drafted without numbers;
// the numbers are given here, in order or permuted, and the references after them.

import { type Draft, listed, MARK, writeDraft } from "./paper-draft.js";
import { type Random, seeded } from "./random.js";
import type { Acronym } from "./sentence-writer.js";

export interface PaperRequest {
  readonly seed: number;
  /** How many numbered paragraphs, at least; 60 when neither this nor `bytes` is given. */
  readonly paragraphs?: number;
  /** The paper grows until it has at least this many UTF-8 bytes. */
  readonly bytes?: number;
  /** Print the paragraph numbers, and the references with them, in a random permutation of 1…n. */
  readonly permuted?: boolean;
}

export interface GeneratedReference {
  /** As printed, for example `paras 5–7`. */
  readonly text: string;
  /** Offset of `text` in the paper, in UTF-16 units. */
  readonly start: number;
  /** The paragraphs meant, by position in the paper (the first is 1), whatever their printed numbers. */
  readonly targets: readonly number[];
}

export interface GeneratedPaper {
  readonly text: string;
  /** How many numbered paragraphs there are. */
  readonly paragraphs: number;
  /** The printed number of each paragraph, in reading order. */
  readonly numbers: readonly number[];
  /** Every reference to paragraphs of this paper, in reading order. */
  readonly references: readonly GeneratedReference[];
  /** Every reference to this paper's tables and appendix, in reading order; no targets. */
  readonly labelReferences: readonly GeneratedReference[];
  /** What looks like a reference but speaks of another document, in reading order; it must stay as it is. */
  readonly lookalikes: readonly GeneratedReference[];
  /** How many tables there are, labelled `Table 1`, `Table 2` … */
  readonly tables: number;
  readonly acronyms: readonly Acronym[];
}

/**
 * A paper in house form that every rule should pass. With `permuted` it is the same paper, word for word, except that
 * its paragraph numbers are shuffled (some blocks of neighbours staying together) and its references follow them; a
 * range whose paragraphs are no longer consecutive is printed as a list.
 */
export function generatePaper(request: PaperRequest): GeneratedPaper {
  const { seed, bytes = 0, paragraphs = bytes > 0 ? 0 : 60, permuted = false } = request;
  const draft = writeDraft(seed, { paragraphs, bytes });
  const inOrder = Array.from({ length: draft.paragraphs }, (_, index) => index + 1);
  const numbers = permuted ? permute(inOrder, draft.withLists, seeded(seed ^ 0x5eed)) : inOrder;
  return print(draft, numbers, seeded(seed ^ 0xf00d));
}

/** The printed number for each position. The smallest numbers go to paragraphs without a list 1, 2, 3 of their own. */
function permute(positions: readonly number[], withLists: ReadonlySet<number>, random: Random): number[] {
  const blocks: number[][] = [];
  for (let next = 0; next < positions.length; next += blocks.at(-1)?.length ?? 1)
    blocks.push(positions.slice(next, next + (random.chance(0.3) ? random.int(3, 9) : 1)));
  const shuffled = random.shuffle(blocks);
  const first = shuffled.filter((block) => !block.some((position) => withLists.has(position))).slice(0, 5);
  const order = [...first, ...shuffled.filter((block) => !first.includes(block))].flat();
  const numbers = [...positions];
  for (const [index, position] of order.entries()) numbers[position - 1] = index + 1;
  return numbers;
}

function print(draft: Draft, numbers: readonly number[], random: Random): GeneratedPaper {
  const references: GeneratedReference[] = [];
  const labelReferences: GeneratedReference[] = [];
  const lookalikes: GeneratedReference[] = [];
  const printed: string[] = [];
  let start = 0;
  let nextMark = 0;
  const put = (text: string): void => {
    printed.push(text);
    start += text.length;
  };
  const putMark = (): void => {
    const mark = draft.marks[nextMark++];
    if (mark === undefined) throw new RangeError("A draft has more places for references than references.");
    const targets = mark.kind === "reference" ? targetsOf(draft, mark.from, random) : mark.text;
    const text = typeof targets === "string" ? targets : referenceText(targets, numbers);
    const kept =
      mark.kind === "lookalike" ? lookalikes : typeof targets === "string" ? labelReferences : references;
    kept.push({ text, start, targets: typeof targets === "string" ? [] : targets.paragraphs });
    put(text);
  };
  draft.parts.forEach(({ paragraph, lines }, part) => {
    const marker = paragraph ? `${numbers[paragraph - 1] ?? 0}. ` : "";
    const indent = " ".repeat(marker.length);
    if (part > 0) put("\n");
    lines.forEach((line, index) => {
      if (line !== "") put(index === 0 ? marker : indent);
      line.split(MARK).forEach((text, piece) => {
        if (piece > 0) putMark();
        put(text);
      });
      put("\n");
    });
  });
  const { paragraphs, tables, acronyms } = draft;
  return {
    text: printed.join(""),
    paragraphs,
    numbers,
    references,
    labelReferences,
    lookalikes,
    tables,
    acronyms,
  };
}

interface Targets {
  readonly form: "list" | "dash" | "to" | "letter";
  readonly paragraphs: readonly number[];
}

/** What a reference points to: paragraphs other than its own, or the label of a table or the appendix. */
function targetsOf(
  { paragraphs: count, tables, withLetters }: Draft,
  from: number,
  random: Random,
): Targets | string {
  const kind = random.int(1, 100);
  if (kind <= 10 && tables > 0) return `Table ${random.int(1, tables)}`;
  if (kind <= 14 && tables > 2) {
    const last = random.int(3, tables);
    return `Tables ${last - 2} to ${last}`;
  }
  if (kind <= 18 || count < 16) return "Appendix 1";
  if (kind <= 28 && withLetters.length > 0) return { form: "letter", paragraphs: [random.pick(withLetters)] };
  const scattered = kind <= 36;
  const size = kind <= 48 ? 2 : kind <= 68 ? random.int(3, 5) : 1;
  let first: number;
  do first = random.int(1, count - 7);
  while (first <= from && from < first + 8);
  if (scattered) return { form: "list", paragraphs: [first, first + 2, first + random.int(4, 7)] };
  const paragraphs = Array.from({ length: size }, (_, index) => first + index);
  return { form: size < 3 ? "list" : random.pick(["dash", "to"]), paragraphs };
}

/** The reference with the printed numbers; a range only where they are consecutive. */
function referenceText({ form, paragraphs }: Targets, numbers: readonly number[]): string {
  const shown = paragraphs.map((position) => numbers[position - 1] ?? 0);
  const [first = 0, last = first] = [shown[0], shown.at(-1)];
  const consecutive = shown.every((number, index) => number === first + index);
  if (form === "letter") return `paragraph ${first}(b)`;
  if (form === "dash" && consecutive) return `paras ${first}–${last}`;
  if (form === "to" && consecutive) return `paragraphs ${first} to ${last}`;
  return `${shown.length > 1 ? "paragraphs" : "paragraph"} ${listed(shown.map(String))}`;
}
