// How far the halves of "We said / We did" pairs reach.

import { countPassing } from "../text/halving.js";
import { memo } from "../text/memo.js";
import type { NumberedParagraph } from "./numbering.js";
import type { Indexed, Outline } from "./outline.js";
import type { PairHalf } from "./pairs.js";

/** A half and the index of its block. */
export type PlacedHalf = Indexed<{ readonly half: PairHalf }>;

/** A commitment and its answer: the blocks `[said, did)` and `[did, end)`. */
export interface Pair {
  readonly said: number;
  readonly did: number;
  readonly end: number;
}

/** The pairs whose answer follows right behind the commitment. */
export const pairsOf = memo((outline: Outline): readonly Pair[] => {
  const halves = outline.halves.filter(({ half }) => !half.mention);
  return halves.flatMap((it, i): Pair[] => {
    const next = halves[i + 1];
    if (it.half.half !== "said" || next?.half.half !== "did") return [];
    if (it.block === next.block || endOfHalf(it, outline) !== next.block) return [];
    return [{ said: it.block, did: next.block, end: endOfAnswer(next, outline) }];
  });
});

/** The block that ends an answer. One that stands in no section ends at the first, where it has titles of its own too. */
function endOfAnswer(it: PlacedHalf, outline: Outline): number {
  const end = endOfHalf(it, outline);
  const behind = firstBehind(outline.headings, it.block);
  if (it.half.heading > 0 || behind > 0) return end;
  const section = outline.headings.find(({ heading }) => heading.depth <= 2);
  return Math.min(end, section?.block ?? end);
}

/**
 * The block that ends a half: the next half, the next heading at or above the level of the section it stands in, and,
 * for a half with a number, the next number. Titles of a lower level are its own.
 */
export function endOfHalf(it: PlacedHalf, outline: Outline): number {
  const { headings, paragraphs, halves, content } = outline;
  const { block, half } = it;
  let next = firstBehind(halves, block);
  while (halves[next]?.half.mention) next++;
  const number = paragraphOfHalf(it, outline) && paragraphs[firstBehind(paragraphs, block)];
  const end = Math.min(halves[next]?.block ?? content.length, number?.block ?? content.length);
  let at = firstBehind(headings, block);
  const section = half.heading > 0 ? half.heading : (headings[at - 1]?.heading.depth ?? 0);
  while ((headings[at]?.block ?? end) < end && (headings[at]?.heading.depth ?? 0) > section) at++;
  return Math.min(end, headings[at]?.block ?? end);
}

/** The index of the first item that stands behind a block. */
export function firstBehind(items: readonly { readonly block: number }[], block: number): number {
  return countPassing(items, (it) => it.block <= block);
}

/** The numbered paragraph that a half opens. */
export function paragraphOfHalf(
  { block }: PlacedHalf,
  { paragraphs }: Outline,
): NumberedParagraph | undefined {
  const before = paragraphs[firstBehind(paragraphs, block) - 1];
  return before?.block === block ? before : undefined;
}
