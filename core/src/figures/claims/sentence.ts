// A passage as sentences in which every figure and every period is a mark, so that grammar can be read by patterns.

import { findNonQuantities } from "../../paper/non-quantities.js";
import type { Passage } from "../../paper/passages.js";
import { type Quantity, quantitiesOf } from "../../paper/quantities.js";
import { memo } from "../../text/memo.js";
import type { Span } from "../../text/span.js";

/**
 * What a mark stands for, by its letter: `n` a count, `m` money, `p` a percentage, `t` percentage points, `s` a share
 * in words, `x` a multiple, `z` none, `r` a range, `d` a date or period.
 */
export type MarkLetter = "n" | "m" | "p" | "t" | "s" | "x" | "z" | "r" | "d";

/** A figure or period of a sentence. */
export interface Mark {
  readonly letter: MarkLetter;
  /** Missing for a period. */
  readonly quantity?: Quantity;
  /** As written. */
  readonly text: string;
  /** Where it stands in the passage's text. */
  readonly span: Span;
}

/** A sentence whose figures are marks: `rose from ⟦n0⟧ in ⟦d1⟧ to ⟦n2⟧`. */
export interface Sentence {
  readonly passage: Passage;
  /** Its words, with marks. */
  readonly words: string;
  /** The marks of the whole passage, by the number in each mark. */
  readonly marks: readonly Mark[];
}

/** The sentences of a passage. A sentence that only says what the one before amounts to is read as part of it. */
export const markedSentences = memo((passage: Passage): readonly Sentence[] => {
  const marks = marksOf(passage);
  if (!marks.some((it) => it.letter !== "d")) return [];
  const words = withMarks(passage.text, marks);
  return words
    .split(boundary)
    .filter((it) => /⟦[^d]/.test(it))
    .map((it) => ({ passage, words: it, marks }));
});

const boundary =
  /(?<=[^\s.][^\s.][.!?]["”’)\]]{0,2})(?<!\b(?:approx|e\.g|i\.e|vs|No|Mr|Mrs|Ms|Dr|St|cf|incl|excl|N\.B)\.)\s{1,3}(?=["“(‘]?[\p{Lu}⟦])(?!(?:This|That|It|Which) (?:is|was|represents|represented|equates|equated|amounts|amounted|equals|compares|compared|means|marks)\b)/u;

function marksOf(passage: Passage): Mark[] {
  const { text } = passage;
  const quantities = quantitiesOf(passage);
  if (quantities.length === 0) return [];
  const periods = findNonQuantities(text).filter((it) => it.kind === "period");
  const marks = [
    ...periods.map(({ span }): Mark => ({ letter: "d", text: text.slice(span.start, span.end), span })),
    ...quantities.map((quantity): Mark => {
      const span = boundSpan(quantity, text);
      const own = span === quantity.whole ? quantity : { ...quantity, hedge: "exactly" as const };
      return { letter: letterOf(own), quantity: own, text: text.slice(span.start, span.end), span };
    }),
  ];
  marks.sort((a, b) => a.span.start - b.span.start);
  return marks.filter((it, i) => it.span.start >= (marks[i - 1]?.span.end ?? 0));
}

/** The span with what bounds it, but where these words say how two figures compare: `12% more than 400`. */
function boundSpan({ whole, span }: Quantity, text: string): Span {
  const hedge = text.slice(whole.start, span.start);
  const before = text.slice(Math.max(0, whole.start - 40), whole.start);
  const goesUpTo = /^up to/i.test(hedge) && /\bfrom\b[^.;]*$/i.test(before);
  const compares =
    /than/i.test(hedge) &&
    /[\d%] (?:[a-z]+ )?$|\b(?:points?|times|fold|as (?:many|much|high)|third|quarter|half) $/i.test(before);
  return goesUpTo || compares ? span : whole;
}

function letterOf({ kind, figure }: Quantity): MarkLetter {
  if (kind === "range") return "r";
  if (kind === "share") return "s";
  if (kind === "multiple") return "x";
  if (kind === "word" && figure.value.eq(0)) return "z";
  if (figure.unit === "%") return "p";
  if (figure.unit === "points") return "t";
  return /^[£$€]$/.test(figure.unit) ? "m" : "n";
}

function withMarks(text: string, marks: readonly Mark[]): string {
  const parts: string[] = [];
  let at = 0;
  marks.forEach(({ letter, span }, i) => {
    parts.push(plain(text.slice(at, span.start)), `⟦${letter}${i}⟧`);
    at = span.end;
  });
  parts.push(plain(text.slice(at)));
  return parts.join("").replace(/ {2,}/g, " ");
}

function plain(text: string): string {
  return text.replace(/[⟦⟧]/g, "").replace(/[\r\n\t\u00a0\u202f]/g, " ");
}
