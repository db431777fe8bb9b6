// Which of a sentence's pairs of figures a change is said of.

import type { Change } from "./changes.js";
import { anyVerb, lead, value } from "./grammar.js";
import { type Pair, sameNoun } from "./pairs.js";
import type { Sentence } from "./sentence.js";

/** The pairs that a change may be said of, the nearest first. */
export function linkedPairs(
  change: Change,
  pairs: readonly Pair[],
  changes: readonly Change[],
  { words, marks }: Sentence,
): Pair[] {
  const isOwn = (it: Pair): boolean => it.from === change.amount || it.to === change.amount;
  const near = pairs.flatMap((pair) => {
    if (isOwn(pair) || !measures(change, pair) || hasOwnEnd(change, pair, { words, marks })) return [];
    const gap = gapOf(change, pair, words);
    if (gap === undefined) return [];
    const others = changes.some(
      (it) =>
        it !== change &&
        !it.isBracketed &&
        it.amount.letter === change.amount.letter &&
        isBetween(it, change, pair),
    );
    return others ? [] : [{ pair, gap }];
  });
  return near.sort((a, b) => a.gap - b.gap).map((it) => it.pair);
}

/** Whether a change's own words lead to or from another figure than the pair's: "falling by 9% to 1,481". */
function hasOwnEnd(
  change: Change,
  { from, to }: Pair,
  { words, marks }: Pick<Sentence, "words" | "marks">,
): boolean {
  const end = marks[Number(ownEnd.exec(words.slice(change.span.end, change.span.end + 90))?.groups?.end)];
  return end !== undefined && end.letter === to.letter && end !== from && end !== to;
}

const ownEnd = new RegExp(
  `^(?:,? (?:again|further|back|overall))?(?: \\([^()]{0,30}\\))?,? (?:to|from) ${lead}${value("end")}`,
);

function isBetween(it: Change, change: Change, { span }: Pair): boolean {
  const [low, high] =
    change.span.start < span.start ? [change.span.end, span.start] : [span.end, change.span.start];
  return it.span.start >= low && it.span.end <= high;
}

/** Whether a change's amount measures in a way in which the pair's figures can differ. */
function measures({ amount }: Change, { from, to }: Pair): boolean {
  const letter = to.letter === "z" ? from.letter : to.letter;
  if (amount.letter === "t") return letter === "p" || letter === "n";
  if (amount.letter === "n" || amount.letter === "m") {
    const [own, other] = [amount.quantity, (to.letter === "z" ? from : to).quantity];
    if (letter !== amount.letter || own?.figure.unit !== other?.figure.unit) return false;
    return (
      sameNoun(own?.noun ?? "", other?.noun ?? "") || sameNoun(own?.noun ?? "", from.quantity?.noun ?? "")
    );
  }
  return amount.letter !== "r";
}

/** How far a change is from a pair that it can be said of; `undefined` where the words between lead away. */
function gapOf(change: Change, pair: Pair, words: string): number | undefined {
  const { span } = pair;
  if (change.span.start >= span.start && change.span.end <= span.end) return 0;
  if (change.span.start < span.start) {
    const between = words.slice(Math.min(change.span.end, span.start), span.start);
    if (between.length > 130 || leadsAway.test(between) || /⟦[nmpztxs]/.test(withoutRepeats(between)))
      return undefined;
    if (anyVerb.test(between) || /\b(?:with|as)\b/.test(between) || /\. /.test(between)) return undefined;
    return between.length + 1;
  }
  const between = words.slice(Math.min(span.end, change.span.start), change.span.start);
  if (between.length > 110 || leadsAway.test(between) || /⟦[nmpzxs]/.test(withoutRepeats(between)))
    return undefined;
  if (
    change.isVerb &&
    !/^\S{0,2},? ?(?:which|and so|so|having|therefore|thus|that|and)? ?(?:has|have|had|was|were|is)?(?: been)? ?$/i.test(
      between,
    )
  )
    return undefined;
  if (
    /\band\b/.test(between) &&
    !/\band\b[^,]{0,60},/.test(between) &&
    !/^\S{0,2},? and (?:is|was|so|therefore|represents|an?|thus)\b/.test(between)
  )
    return undefined;
  if (
    /\bin (?:the )?(?:number|cost|rate|value|proportion|volume)s? of\b/.test(
      words.slice(change.span.end, change.span.end + 40),
    ) &&
    /^\S{0,2} with\b/.test(between)
  )
    return undefined;
  return between.length + 1;
}

/** The words without figures that only say again how much: ` (12%)`, `, or 12%`. */
function withoutRepeats(words: string): string {
  return words.replace(/ ?\([^()]{0,40}\)|,? or ⟦[pts]\d+⟧|, ⟦[pt]\d+⟧/g, "");
}

/** Whether a change and a pair stand side by side, so that no other pair is meant. */
export function isTight({ span }: Change, pair: Pair | undefined, words: string): boolean {
  if (!pair) return false;
  const between =
    span.start < pair.span.start
      ? words.slice(span.end, pair.span.start)
      : words.slice(pair.span.end, span.start);
  return between.length <= 3 || /^,? ?(?:an?|or|which is|by)? ?$/.test(between);
}

/** Words that lead over to something else than the figures behind or before them. */
const leadsAway =
  /[;•]|\b(?:while|whilst|whereas|although|though|but|however|of which|including|excluding|target|instead|unlike|despite|same period)\b/i;
