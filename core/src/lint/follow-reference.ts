// What a reference says after a renumbering.

import type { NumberedParagraph } from "../paper/numbering.js";
import type { Reference, ReferenceName } from "../paper/references.js";
import type { TextEdit } from "../text/edit.js";

/** The numbers that the paragraphs with one number before have now. */
type Targets = readonly number[];

/** Where the numbers of a paper went, as seen from one of its runs. */
interface MovesFrom {
  /** The new numbers of the paragraphs that had this one; several, where it was not unique. */
  readonly targets: (number: number) => Targets;
  /** Whether a paragraph has this number now. */
  readonly isNew: (number: number) => boolean;
}

/** Where the numbers of a paper went. A reference means the paragraphs of its own run, or else those of the body. */
export class NumberMoves {
  readonly #targets = new Map<number, Map<number, number[]>>();
  readonly #now = new Map<number, Set<number>>();

  constructor(paragraphs: readonly NumberedParagraph[], numbers: readonly number[]) {
    paragraphs.forEach(({ part, mark }, i) => {
      const number = numbers[i] ?? mark.ordinal;
      const targets = this.#targets.get(part) ?? new Map<number, number[]>();
      this.#targets.set(part, targets);
      const known = targets.get(mark.ordinal);
      if (known) known.push(number);
      else targets.set(mark.ordinal, [number]);
      this.#now.set(part, (this.#now.get(part) ?? new Set()).add(number));
    });
  }

  of(part: number): MovesFrom {
    return {
      targets: (number) => this.#targets.get(part)?.get(number) ?? this.#targets.get(0)?.get(number) ?? [],
      isNew: (number) =>
        (this.#now.get(part)?.has(number) ?? false) || (this.#now.get(0)?.has(number) ?? false),
    };
  }
}

/** How many paragraphs a list names at most, and how many may share a number that a reference passes over. */
const mostItems = 12;

/** A part of a reference: a paragraph, or all those between two. */
interface Piece {
  readonly first: ReferenceName;
  /** The end of a range. */
  readonly last: ReferenceName | undefined;
  /** The numbers now, in rising order; of a range that is not followed as one, those of its ends. */
  readonly numbers: readonly number[];
  /** Whether other paragraphs have come to stand between those of a range. */
  readonly scattered: boolean;
}

/** The edits, in the block's text, that let a reference follow its paragraphs; or why it is left, in words. */
export function followReference(reference: Reference, source: string, moves: MovesFrom): TextEdit[] | string {
  const pieces: Piece[] = [];
  for (let i = 0; i < reference.names.length; i++) {
    const first = reference.names[i];
    const last = reference.ranges[i] ? reference.names[i + 1] : undefined;
    if (!first) continue;
    if (last) i++;
    const piece = last ? followRange(first, last, moves) : followOne(first, moves);
    if (typeof piece === "string") return piece;
    pieces.push(piece);
  }
  if (pieces.some((piece) => piece.scattered)) return asList(reference, pieces, source);
  return pieces.flatMap(({ first, last, numbers }) => [
    ...renamed(first, numbers[0]),
    ...(last ? renamed(last, numbers.at(-1)) : []),
  ]);
}

function renamed({ name, span }: ReferenceName, number: number | undefined): TextEdit[] {
  return number === undefined || String(number) === name ? [] : [{ ...span, text: String(number) }];
}

function followOne(first: ReferenceName, { targets, isNew }: MovesFrom): Piece | string {
  const number = Number(first.name);
  const found = targets(number);
  const [target, other] = found;
  if (target === undefined && isNew(number)) return sayNone(number);
  if (other !== undefined && (found.length > mostItems || found.some((it) => it !== number)))
    return sayMany(number);
  return { first, last: undefined, numbers: [target ?? number], scattered: false };
}

/** A range is followed as the set of paragraphs in it, whatever order they stand in now. */
function followRange(first: ReferenceName, last: ReferenceName, moves: MovesFrom): Piece | string {
  const [from, to] = [Number(first.name), Number(last.name)];
  const ends: number[] = [];
  for (const end of [first, last]) {
    const piece = followOne(end, moves);
    if (typeof piece === "string") return piece;
    ends.push(...piece.numbers);
  }
  const asEnds: Piece = { first, last, numbers: ends, scattered: false };
  if (to <= from || to - from > 1000) return asEnds;
  // Between the ends all paragraphs are meant, also those that share a number.
  const before = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const many = before.find((number) => moves.targets(number).length > mostItems);
  if (many !== undefined) return sayMany(many);
  const numbers = before.flatMap((number) => moves.targets(number)).sort((a, b) => a - b);
  if (before.every((number) => moves.targets(number).every((it) => it === number))) return asEnds;
  const gone = [from, to].find((it) => moves.targets(it).length === 0);
  if (gone !== undefined) return sayNone(gone);
  const now = new Set(numbers);
  let scattered = false;
  const end = numbers.at(-1) ?? 0;
  for (let n = numbers[0] ?? 0; n < end && !scattered; n++) scattered = !now.has(n) && moves.isNew(n);
  return { first, last, numbers, scattered };
}

/** The edit that writes a reference anew as a list, because the paragraphs of a range of it stand apart now. */
function asList({ names }: Reference, pieces: readonly Piece[], source: string): TextEdit[] | string {
  const [first, last] = [names[0], names.at(-1)];
  if (!first || !last) return [];
  const span = { start: first.span.start, end: last.span.end + subparagraph(last, source).length };
  const before = source.slice(span.start, span.end);
  const items = pieces.flatMap((piece) => itemsOf(piece, source));
  const isPlain = /^[\d\s(),&a-z–—-]+$/.test(before);
  const lettered = pieces.some(
    (it) => it.last && subparagraph(it.first, source) + subparagraph(it.last, source) !== "",
  );
  if (!isPlain || lettered || items.length > mostItems)
    return `The paragraphs of "${before}" no longer follow one another. Check this reference.`;
  const word = / or /.test(before) ? "or" : "and";
  return [{ ...span, text: `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1) ?? ""}` }];
}

function itemsOf({ first, last, numbers }: Piece, source: string): string[] {
  if (!last) return [`${numbers[0] ?? first.name}${subparagraph(first, source)}`];
  const join = source.slice(first.span.end, last.span.start);
  const rows: number[][] = [];
  for (const number of numbers) {
    const row = rows.at(-1);
    if (row && number === (row.at(-1) ?? 0) + 1) row.push(number);
    else rows.push([number]);
  }
  return rows.flatMap((row) =>
    row.length > 2 ? [`${row[0] ?? ""}${join}${row.at(-1) ?? ""}`] : row.map(String),
  );
}

/** The `(b)` of `9(b)`. */
function subparagraph({ span }: ReferenceName, source: string): string {
  return /^(?:\([a-z\d]{1,4}\))+/.exec(source.slice(span.end, span.end + 32))?.[0] ?? "";
}

function sayMany(number: number): string {
  return `More than one paragraph was numbered ${number}. Check which one this means.`;
}

function sayNone(number: number): string {
  return `No paragraph was numbered ${number}. Check which one this means.`;
}
