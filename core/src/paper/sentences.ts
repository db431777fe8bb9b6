// The sentences of a block, by what they say: without case, spaces, punctuation and Markdown.

import { GAP } from "../markdown/inline.js";
import { memo } from "../text/memo.js";
import type { Span } from "../text/span.js";
import type { Block } from "./block.js";
import { type Passage, spanIn } from "./passages.js";

/** A sentence, or a paragraph of short sentences, which then stands for one. */
export interface Sentence {
  /** Where it stands in the block. */
  readonly span: Span;
  /** The same for two sentences of the same words and figures. */
  readonly key: string;
  readonly words: number;
  /** Whether it is an author's own prose, long enough to be noticed twice: no title, quotation, source or lead-in. */
  readonly isTelling: boolean;
  /** Its place among the sentences of its block. */
  readonly index: number;
}

/** A sentence of fewer words may well stand twice. */
const leastWords = 12;

/** The sentences of a block's paragraphs and list items, in order. */
export const sentencesOf = memo((block: Block): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  for (const passage of block.facts.passages) {
    const isProse = isOwnProse(block, passage);
    const spans = sentenceSpans(passage.text);
    const first = spans[0];
    const read = spans.map((span, i) => readSentence(passage, span, isProse, sentences.length + i));
    if (first && read.every(({ words }) => words < leastWords))
      sentences.push(
        readSentence(passage, { start: first.start, end: passage.text.length }, isProse, sentences.length),
      );
    else sentences.push(...read);
  }
  return sentences;
});

/** The key of a text's words: the same for texts that differ in case, spaces and punctuation. */
export function sentenceKey(text: string): string {
  return keyOf(wordsOf(text));
}

function keyOf(words: readonly string[]): string {
  let [a, b] = [0x811c9dc5, 0x2545f491];
  for (const word of words) {
    for (let i = 0; i <= word.length; i++) {
      const code = i < word.length ? word.charCodeAt(i) : 32;
      a = Math.imul(a ^ code, 0x01000193) >>> 0;
      b = Math.imul(b ^ code, 0x5bd1e995) >>> 0;
      b ^= b >>> 15;
    }
  }
  return `${words.length}.${a.toString(36)}.${(b >>> 0).toString(36)}`;
}

function readSentence(passage: Passage, span: Span, isProse: boolean, index: number): Sentence {
  const text = passage.text.slice(span.start, span.end);
  const end = span.start + text.trimEnd().length;
  const words = wordsOf(text);
  return {
    span: spanIn(passage, span.start, end),
    key: keyOf(words),
    words: words.length,
    isTelling: isProse && words.length >= leastWords && !isFormal.test(text.trim()) && !text.includes(GAP),
    index,
  };
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replace(/[’']/g, "")
      .match(/[\p{L}\p{N}]+(?:[.,][\p{N}]+)*%?/gu) ?? []
  );
}

/** Lead-ins, quotations, sources, references and notes, which stand wherever they are needed. */
const isFormal =
  /:$|^[“"‘'«][^“”"]*[”"’'»][.,;]?$|^(?:source|note|see|ref|available (?:at|from|on)|contact|further (?:details|information)|please)\b|https?:|www\.|@/i;

/** Whether a passage is neither a title in bold, a caption nor a quotation. */
function isOwnProse(block: Block, passage: Passage): boolean {
  if (block.kind === "quote" || block.kind === "footnote" || passage.text === "") return false;
  const { start, end } = spanIn(passage, 0, passage.text.length);
  const line = block.text.slice(block.text.lastIndexOf("\n", start) + 1, start);
  if (/^[\s\d.)*+-]*>/.test(line)) return false;
  return !block.facts.labels.some(
    ({ span }) => span.start >= start && span.start < end && isCaption(passage),
  );
}

function isCaption({ text }: Passage): boolean {
  return !/[.!?]\s*$/.test(text);
}

const boundary = /[.!?]["”’)\]]{0,2}(?=\s+["“‘([]?[\p{Lu}\p{N}])/gu;
const shortened =
  /\b(?:Mr|Mrs|Ms|Dr|Prof|Cllr|Insp|Sgt|Supt|No|Nos|St|vs|approx|e\.g|i\.e|para|paras|[A-Z])\.$/;

/** Where the sentences of a text stand, without the blanks before them. */
function sentenceSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const add = (end: number): void => {
    const from = start + (text.slice(start, end).match(/^\s*/)?.[0].length ?? 0);
    if (from < end) spans.push({ start: from, end });
    start = end;
  };
  for (const { index, 0: it } of text.matchAll(boundary)) {
    const end = index + it.length;
    if (!shortened.test(text.slice(Math.max(0, end - 8), end))) add(end);
  }
  add(text.length);
  return spans;
}
