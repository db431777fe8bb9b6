// Runs of sentences that stand in two places of a paper.

import type { Block } from "../paper/block.js";
import type { Place } from "../paper/places.js";
import { type Sentence, sentencesOf } from "../paper/sentences.js";

/** A sentence in its block. */
export interface PlacedSentence {
  readonly block: Block;
  readonly sentence: Sentence;
}

/** Sentences that follow one another, and how many of them a reader notices. */
export interface Run {
  readonly at: Place;
  readonly sentences: number;
}

/**
 * The run of sentences that begins with this one and that stands at the first place, too; `undefined` where the run begins
 * before it, so that it is told there.
 */
export function repeatedRun(again: PlacedSentence, first: PlacedSentence): Run | undefined {
  for (let back = 1; ; back++) {
    const [a, b] = [sentenceAt(again, -back), sentenceAt(first, -back)];
    if (!a || !b || a.key !== b.key || b === again.sentence) break;
    if (a.isTelling) return undefined;
  }
  let last = again.sentence;
  let sentences = 1;
  for (let on = 1; ; on++) {
    const [a, b] = [sentenceAt(again, on), sentenceAt(first, on)];
    // Where both stand in one block, the first run ends before the second one begins.
    if (!a || !b || a.key !== b.key || b === again.sentence) break;
    if (!a.isTelling) continue;
    sentences = on + 1;
    last = a;
  }
  return {
    at: { block: again.block, span: { start: again.sentence.span.start, end: last.span.end } },
    sentences,
  };
}

function sentenceAt({ block, sentence }: PlacedSentence, by: number): Sentence | undefined {
  return sentencesOf(block)[sentence.index + by];
}
