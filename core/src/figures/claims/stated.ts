// The changes of a sentence with the figures of the same sentence that they rest on.

import type { Block } from "../../paper/block.js";
import type { Figure } from "../../paper/figure.js";
import { spanIn } from "../../paper/passages.js";
import { type Change, findChanges } from "./changes.js";
import { type Claim, judgeChange, type Source, type StatedChange, sourceOf } from "./claim.js";
import type { Direction } from "./grammar.js";
import { isTight, linkedPairs } from "./links.js";
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
    const isTold = claims.some(
      ({ inputs: [from, to] }) =>
        from?.figure === pair.from.quantity?.figure && to?.figure === pair.to.quantity?.figure,
    );
    const claim = bracketClaim(pair, isTold, sentence, block) ?? directionClaim(pair, sentence, block);
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
/** Whether a change is that of a mean year or the like, and not that of a mean itself: "the average wait fell by". */
function isAveraged({ span, isVerb }: Change, words: string): boolean {
  const before = words.slice(Math.max(0, span.start - 40), span.start);
  const inside = words.slice(span.start, span.end).split("⟦")[0] ?? "";
  const own = isVerb ? (/[\p{L}’'-]+ $/u.exec(before)?.[0] ?? "") : before;
  return averaged.test(`${own}${inside}`) || /\bon average\b[^;.]{0,40}$/i.test(before);
}

/** Whether a change is no simple comparison of two figures: that of a mean year, in real terms, by a month. */
export function isBlurred(change: Change, words: string): boolean {
  const behind = words.slice(change.span.end, change.span.end + 40);
  return blurs.test(words) || perPeriod.test(behind) || isAveraged(change, words);
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
  if (isBlurred(change, words)) return undefined;
  return pairs.length === 1 || isTight(change, pairs[0], words) ? first : undefined;
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

const bracketBehind = /^(?: [^\s⟦⟧,;:.()]+){0,3} \((?<sign>[+–−-]?)⟦p(?<amount>\d+)⟧\)/;
/** "To £162 for a household in Band D (10%)". */
const bracketBehindMoney =
  /^(?:(?: [^\s⟦⟧,;:.()]+){0,3}| (?:for|at) (?:an?|each|every|the average|the typical)(?: [^\s⟦⟧,;:.()]+){1,5}) \((?<sign>[+–−-]?)⟦p(?<amount>\d+)⟧\)/;

/** A percentage in brackets behind a pair: `from 400 to 448 (12%)`; it may be the change, or one figure's share of the other. */
function bracketClaim(
  pair: Pair,
  isTold: boolean,
  { passage, words, marks }: Sentence,
  block: Block,
): Claim | undefined {
  const { start, end } = pair.span;
  if (pair.to.letter === "p" || /\(⟦[ps]/.test(words.slice(start, end))) return undefined;
  const match = (pair.to.letter === "m" ? bracketBehindMoney : bracketBehind).exec(
    words.slice(end, end + 90),
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
  return !claim || claim.holds || pair.verb !== undefined || isTold ? claim : undefined;
}

/** A change that is said to go the other way than its figures do: "rose from 448 to 400". */
function directionClaim(pair: Pair, { passage, words }: Sentence, block: Block): Claim | undefined {
  const sources = sourcesOf(pair, { passage }, block);
  if (
    !pair.ordered ||
    !pair.runs ||
    !sources ||
    (pair.verb !== "up" && pair.verb !== "down") ||
    blurs.test(words)
  )
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
