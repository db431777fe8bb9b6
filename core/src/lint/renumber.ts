// Renumbering: paragraphs get the numbers of their run, and references to them follow.

import type { NumberedParagraph } from "../paper/numbering.js";
import { outlineOf } from "../paper/outline.js";
import { blockAt, type Paper } from "../paper/paper.js";
import { type Place, spanOf } from "../paper/places.js";
import type { Reference } from "../paper/references.js";
import type { TextEdit } from "../text/edit.js";
import type { RenumberScope } from "./rule.js";

/** A reference that was left as it is, and why. */
export interface LeftReference {
  readonly at: Place;
  readonly message: string;
}

/** The edits of a renumbering, in the offsets of the paper, and what they leave for a person to decide. */
export interface Renumbering {
  readonly edits: readonly TextEdit[];
  readonly left: readonly LeftReference[];
}

/**
 * Numbers the paper's paragraphs anew: all of them from 1, those from the offset `from` on, or only the one
 * there. References follow, ranges and lists too; a reference to a number that several paragraphs bore, and a range
 * whose paragraphs no longer stand in a row, is left. The house form of the marks is another matter.
 */
export function renumber(paper: Paper, scope: RenumberScope, from = 0): Renumbering {
  const { paragraphs } = outlineOf(paper).outline;
  const numbers = newNumbers(paper, paragraphs, scope, from);
  const edits: TextEdit[] = [];
  const moved = new Map<number, number | "ambiguous">();
  const taken = new Set<number>();
  paragraphs.forEach((paragraph, i) => {
    const { ordinal, digits } = paragraph.mark;
    const number = numbers[i] ?? ordinal;
    const before = moved.get(ordinal);
    moved.set(ordinal, before === undefined || before === number ? number : "ambiguous");
    if (taken.has(ordinal)) moved.set(ordinal, "ambiguous");
    taken.add(ordinal);
    if (number === ordinal) return;
    const span = placeSpan(paper, paragraph.block, digits);
    if (span) edits.push({ ...span, text: String(number) });
  });
  const left = followReferences(paper, moved, edits);
  return { edits: edits.sort((a, b) => a.start - b.start), left };
}

function placeSpan(paper: Paper, index: number, span: Place["span"]): Place["span"] | undefined {
  const block = blockAt(paper, index);
  return block && spanOf(paper, { block, span });
}

/** The number that each paragraph gets; an appendix with numbers of its own starts again at 1. */
function newNumbers(
  paper: Paper,
  paragraphs: readonly NumberedParagraph[],
  scope: RenumberScope,
  from: number,
): number[] {
  const first =
    scope === "all"
      ? 0
      : paragraphs.findIndex((it) => (placeSpan(paper, it.block, it.mark.digits)?.end ?? 0) >= from);
  const end = scope === "this" ? first + 1 : paragraphs.length;
  const numbers: number[] = [];
  paragraphs.forEach((paragraph, i) => {
    const { mark, opensAppendix } = paragraph;
    const restarts = opensAppendix && mark.ordinal === 1 && paragraph.break === undefined;
    const counted = restarts ? 1 : (numbers[i - 1] ?? 0) + 1;
    numbers.push(first >= 0 && i >= first && i < end ? counted : mark.ordinal);
  });
  return numbers;
}

function followReferences(
  paper: Paper,
  moved: ReadonlyMap<number, number | "ambiguous">,
  edits: TextEdit[],
): LeftReference[] {
  const left: LeftReference[] = [];
  if (![...moved].some(([before, after]) => before !== after)) return left;
  for (const chunk of paper.chunks) {
    for (const block of chunk.blocks) {
      for (const reference of block.facts.references) {
        if (reference.kind !== "paragraph") continue;
        const result = follow(reference, moved);
        if (typeof result === "string") left.push({ at: { block, span: reference.span }, message: result });
        else {
          reference.names.forEach((name, i) => {
            const span = spanOf(paper, { block, span: name.span });
            const text = String(result[i] ?? name.name);
            if (span && text !== name.name) edits.push({ ...span, text });
          });
        }
      }
    }
  }
  return left;
}

/** The numbers that a reference's names become, or why it is left. */
function follow(reference: Reference, moved: ReadonlyMap<number, number | "ambiguous">): number[] | string {
  const numbers: number[] = [];
  for (const { name } of reference.names) {
    const number = moved.get(Number(name)) ?? Number(name);
    if (number === "ambiguous")
      return `More than one paragraph was numbered ${name}. Check which one this means.`;
    numbers.push(number);
  }
  for (const [i, isRange] of reference.ranges.entries()) {
    if (!isRange) continue;
    const from = Number(reference.names[i]?.name);
    const to = Number(reference.names[i + 1]?.name);
    const first = numbers[i] ?? from;
    for (let n = from; n <= to && to - from < 1000; n++) {
      const number = moved.get(n) ?? n;
      if (number === "ambiguous")
        return `More than one paragraph was numbered ${n}. Check which ones this means.`;
      if (number !== first + n - from)
        return `The paragraphs ${from} to ${to} no longer follow one another. Check this reference.`;
    }
  }
  return numbers;
}
