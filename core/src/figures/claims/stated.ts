// The changes of a sentence with the figures of the same sentence that they rest on.

import type { Block } from "../../paper/block.js";
import type { Figure } from "../../paper/figure.js";
import { spanIn } from "../../paper/passages.js";
import { type Change, findChanges } from "./changes.js";
import { type Claim, judgeChange, type Source, type StatedChange, sourceOf } from "./claim.js";
import { anyVerb, type Direction } from "./grammar.js";
import { findPairs, type Pair } from "./pairs.js";
import type { Mark, Sentence } from "./sentence.js";

/** What is read from one sentence. */
export interface SentenceClaims {
  readonly claims: readonly Claim[];
  /** The changes whose figures stand elsewhere, if anywhere. */
  readonly open: readonly Change[];
}

/** The claims of a sentence that rest on its own figures. */
export function statedIn(sentence: Sentence, block: Block): SentenceClaims {
  const changes = findChanges(sentence);
  const pairs = findPairs(sentence, new Set(changes.map((it) => it.amount)));
  const claims: Claim[] = [];
  const open: Change[] = [];
  for (const change of changes) {
    const linked = linkedPairs(change, pairs, changes, sentence);
    if (linked.length === 0) {
      if (
        "ptsx".includes(change.amount.letter) &&
        !pairs.some((it) => it.from === change.amount || it.to === change.amount)
      )
        open.push(change);
      continue;
    }
    const claim = judgeLinked(change, linked, sentence, block);
    if (claim) claims.push(claim);
  }
  for (const pair of pairs) {
    const claim = bracketClaim(pair, sentence, block) ?? directionClaim(pair, sentence, block);
    if (
      claim &&
      !claims.some((it) => !it.holds && it.inputs.some((input) => input.figure === pair.to.quantity?.figure))
    )
      claims.push(claim);
  }
  return { claims, open };
}

/** Words that make two figures no simple comparison, or take the arithmetic out of the sentence. */
const blurs =
  /\brespectively\b|\bpro[- ]rata\b|\bin real terms\b|\b(?:inflation|seasonally)[- ]adjusted\b|\bfull[- ]year effect\b|\bcompound\b|\blike[- ]for[- ]like\b/i;
const perPeriod =
  /^(?:[^⟦⟧,;.]{0,30}?)\b(?:a|an|per|each|every) (?:year|month|quarter|annum|week|day|hour)\b|^[^⟦⟧,;.]{0,30}\b(?:annually|on average|annual|compound)\b/i;
const averaged = /\b(?:annual(?:ised)?|average|compound|mean|typical|monthly|underlying)\b[^⟦⟧,;.]{0,24}$/i;
/** Words that lead over to something else than the figures behind or before them. */
const leadsAway =
  /[;•]|\b(?:while|whilst|whereas|although|though|but|however|of which|including|excluding|target|instead|unlike|despite|same period)\b/i;

/** The pairs that a change may be said of, the nearest first. */
function linkedPairs(
  change: Change,
  pairs: readonly Pair[],
  changes: readonly Change[],
  { words }: Sentence,
): Pair[] {
  const isOwn = (it: Pair): boolean => it.from === change.amount || it.to === change.amount;
  const near = pairs.flatMap((pair) => {
    if (isOwn(pair) || !measures(change, pair)) return [];
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

/** Whether two counts may count the same: neither says what, or one word is in both. */
function sameNoun(a: string, b: string): boolean {
  if (a === "" || b === "") return true;
  const stems = (it: string): string[] =>
    it
      .toLowerCase()
      .split(" ")
      .map((word) => word.replace(/(?:e?s|ed|ing)$/, ""));
  return stems(a).some((word) => stems(b).includes(word));
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

function judgeLinked(
  change: Change,
  pairs: readonly Pair[],
  { passage, words }: Sentence,
  block: Block,
): Claim | undefined {
  const stated = statedOf(change, { passage }, block);
  if (!stated) return undefined;
  const judged = pairs.flatMap((pair) => judgePair(stated, pair, { passage }, block));
  const holding = judged.find((it) => it.holds);
  if (holding) return holding;
  const [first] = judged;
  const behind = words.slice(change.span.end, change.span.end + 40);
  const before = words.slice(
    Math.max(0, change.span.start - 40),
    change.span.start + change.word.length + 12,
  );
  if (blurs.test(words) || perPeriod.test(behind) || averaged.test(before.split("⟦")[0] ?? ""))
    return undefined;
  return pairs.length === 1 || isTight(change, pairs[0], words) ? first : undefined;
}

/** Whether a change and a pair stand side by side, so that no other pair is meant. */
function isTight({ span }: Change, pair: Pair | undefined, words: string): boolean {
  if (!pair) return false;
  const between =
    span.start < pair.span.start
      ? words.slice(span.end, pair.span.start)
      : words.slice(pair.span.end, span.start);
  return between.length <= 3 || /^,? ?(?:an?|or|which is|by)? ?$/.test(between);
}

/** A change as it is judged. */
export function statedOf(
  change: Change,
  { passage }: Pick<Sentence, "passage">,
  block: Block,
): StatedChange | undefined {
  const { quantity, text } = change.amount;
  if (!quantity) return undefined;
  const { start, end } = quantity.span;
  return {
    claim: quantity,
    at: { block, span: spanIn(passage, start, end) },
    text,
    direction: change.direction,
    word: change.word,
  };
}

/** A change against a pair; where the words leave the order open, in the order that the change's direction asks for. */
function judgePair(
  stated: StatedChange,
  pair: Pair,
  { passage }: Pick<Sentence, "passage">,
  block: Block,
): Claim[] {
  const sources = sourcesOf(pair, { passage }, block);
  if (!sources) return [];
  const [from, to] = sources;
  const grows = to.figure.value.gt(from.figure.value);
  const isTurned = (stated.direction === "up" && !grows) || (stated.direction === "down" && grows);
  const claim = !pair.ordered && isTurned ? judgeChange(stated, to, from) : judgeChange(stated, from, to);
  return claim ? [claim] : [];
}

/** Both figures of a pair; the first takes the second's scale and unit where these are said once: `from 1.2 to £1.4m`. */
function sourcesOf(
  pair: Pair,
  { passage }: Pick<Sentence, "passage">,
  block: Block,
): readonly [Source, Source] | undefined {
  const from = sourceOf(block, passage, pair.from);
  const to = sourceOf(block, passage, pair.to);
  if (!from || !to) return undefined;
  const { scale } = to.figure;
  if (scale > 0 && from.figure.scale === 0 && from.figure.value.lt(1000)) {
    const figure: Figure = { ...from.figure, value: from.figure.value.times(`1e${scale}`), scale };
    return [{ ...from, figure }, to];
  }
  return [from, to];
}

/** A percentage in brackets behind a pair: `from 400 to 448 (12%)`; it may be the change, or one figure's share of the other. */
function bracketClaim(pair: Pair, { passage, words, marks }: Sentence, block: Block): Claim | undefined {
  const { start, end } = pair.span;
  if (pair.to.letter === "p" || /\(⟦[ps]/.test(words.slice(start, end))) return undefined;
  const match = /^(?: [^\s⟦⟧,;:.()]+){0,3} \((?<sign>[+–−-]?)⟦p(?<amount>\d+)⟧\)/.exec(
    words.slice(end, end + 60),
  );
  const amount = marks[Number(match?.groups?.amount)];
  if (!amount || blurs.test(words)) return undefined;
  const value = amount.quantity?.figure.value;
  const direction: Direction = value?.lt(0) ? "down" : "either";
  const change: Change = {
    amount,
    direction,
    word: "change",
    isVerb: false,
    isBracketed: true,
    span: pair.span,
  };
  const stated = statedOf(change, { passage }, block);
  const [claim] = stated ? judgePair(stated, pair, { passage }, block) : [];
  if (!claim || claim.holds || pair.verb !== undefined) return claim;
  return undefined;
}

/** A change that is said to go the other way than its figures do: "rose from 448 to 400". */
function directionClaim(pair: Pair, { passage, words }: Sentence, block: Block): Claim | undefined {
  const sources = sourcesOf(pair, { passage }, block);
  if (!pair.ordered || !sources || (pair.verb !== "up" && pair.verb !== "down") || blurs.test(words))
    return undefined;
  const [from, to] = sources;
  if (from.hedge !== "exactly" || to.hedge !== "exactly" || from.figure.value.lt(0) || to.figure.value.lt(0))
    return undefined;
  const isUp = to.figure.value.gt(from.figure.value);
  if (isUp === (pair.verb === "up") || to.figure.value.eq(from.figure.value)) return undefined;
  return {
    rule: "claim-change",
    result: { at: to.at, figure: to.figure, label: to.label },
    inputs: [from, to].map(({ at, figure, label }) => ({ at, figure, label })),
    arithmetic: `from ${from.text} to ${to.text} is ${isUp ? "an increase" : "a reduction"}`,
    computed: to.figure.text,
    claimed: isUp ? "a reduction" : "an increase",
    holds: false,
  };
}

/** Whether a mark is one of a sentence's figures that a claim already rests on. */
export function isUsed(mark: Mark, claims: readonly Claim[]): boolean {
  return claims.some(
    (it) =>
      it.result.figure === mark.quantity?.figure ||
      it.inputs.some((input) => input.figure === mark.quantity?.figure),
  );
}
