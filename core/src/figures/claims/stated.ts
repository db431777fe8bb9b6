// The changes of a sentence with the figures of the same sentence that they rest on.

import type { Block } from "../../paper/block.js";
import type { Figure } from "../../paper/figure.js";
import { spanIn } from "../../paper/passages.js";
import { type Change, findChanges } from "./changes.js";
import { type Claim, judgeChange, type Source, type StatedChange, sourceOf } from "./claim.js";
import type { Direction } from "./grammar.js";
import { isTight, linkedPairs } from "./links.js";
import { findPairs, isSigned, type Pair } from "./pairs.js";
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
  /\brespectively\b|\bpro[- ]rata\b|\breal[- ]terms?\b|\b(?:inflation|seasonally)[- ]adjusted\b|\bfull[- ]year effect\b|\bcompound\b|\blike[- ]for[- ]like\b/i;
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

const word = "[^\\s⟦⟧,;:.()]+(?:,\\d{3})*";
const inBracket = "\\((?<sign>[+–−-]?)⟦[pnm](?<amount>\\d+)⟧(?:(?:,|;| or) ⟦[pn](?<again>\\d+)⟧)?\\)";
const bracketBehind = new RegExp(`^(?: ${word}| ⟦d\\d+⟧){0,5} ${inBracket}`);
/** "To £162 for a household in Band D (10%)". */
const bracketBehindMoney = new RegExp(
  `^(?:(?: ${word}| ⟦d\\d+⟧){0,5}| (?:for|at) (?:an?|each|every|the average|the typical)(?: ${word}){1,5}) ${inBracket}`,
);

/**
 * A figure in brackets behind a pair, or with a sign inside it: `from 400 to 448 (12%)`, `448 (+12%) compared with 400`.
 * Without a sign it may be the change, or one figure's share of the other.
 */
function bracketClaim(pair: Pair, isTold: boolean, sentence: Sentence, block: Block): Claim | undefined {
  const { words, marks } = sentence;
  if (pair.to.letter === "p" || blurs.test(words)) return undefined;
  const form = pair.to.letter === "m" ? bracketBehindMoney : bracketBehind;
  const inside = form.exec(words.slice(endOf(pair.to, sentence), pair.span.end))?.groups;
  const behind = form.exec(words.slice(pair.span.end, pair.span.end + 90))?.groups;
  const isInside =
    isSigned(marks[Number(inside?.amount)]) &&
    !ofOthers.test(/^[^.,;)]*/.exec(words.slice(pair.span.end))?.[0] ?? "");
  const groups = isInside ? inside : behind;
  // "From 120 (30%) to 150 (36%)" prints a share of each.
  if (!groups || (!isInside && /\(⟦[ps]/.test(words.slice(pair.span.start, pair.span.end)))) return undefined;
  const first = marks[Number(groups.amount)];
  const hasSign = isSigned(first) || groups.sign !== "";
  const claims = [first, marks[Number(groups.again)]].flatMap((amount): Claim[] => {
    if (!amount || (amount.letter !== "p" && !hasSign)) return [];
    const claim = judgeBracket(amount, hasSign ? `${groups.sign}${first?.text}` : "", pair, sentence, block);
    return claim && (claim.holds || hasSign || pair.verb !== undefined || isTold) ? [claim] : [];
  });
  return claims.find((it) => !it.holds) ?? claims[0];
}

/** What a figure is compared with that is no earlier one: "96 fires (-12%), compared with 104 in the next county". */
const ofOthers =
  /\b(?:neighbour|nation|region|average|peer|similar|comparator|elsewhere|other|next|county|cit|force|area|district|division|benchmark|target|budget|plan)\w*/i;

/** Where a figure of a sentence ends in its words. */
function endOf(mark: Mark, { words, marks }: Sentence): number {
  const name = `⟦${mark.letter}${marks.indexOf(mark)}⟧`;
  return words.indexOf(name) + name.length;
}

/** A figure in brackets as a change between a pair's figures; `signed` is printed with the sign that says which way. */
function judgeBracket(
  amount: Mark,
  signed: string,
  pair: Pair,
  sentence: Sentence,
  block: Block,
): Claim | undefined {
  const isDown = /^[–−-]/.test(signed) || amount.quantity?.figure.value.lt(0);
  // What is better than a budget or a target may be printed as more, and as less.
  const isOfPlan = /\b(?:budget|target|plan|forecast|allocation)\w*/i.test(sentence.words);
  const up: Direction = signed === "" || isOfPlan ? "either" : "up";
  const change: Change = {
    amount,
    direction: isDown && !isOfPlan ? "down" : up,
    word: "change",
    isVerb: false,
    isBracketed: true,
    span: pair.span,
  };
  const stated = statedOf(change, sentence, block);
  if (!stated) return undefined;
  const [claim] = judgePair(stated, pair, sentence, block);
  if (!claim || claim.holds || signed === "") return claim;
  // "1,150 in September compared with 1,204 in October": months without a year do not say which comes first.
  const [turned] = judgePair(stated, { ...pair, from: pair.to, to: pair.from }, sentence, block);
  return turned?.holds ? turned : withSign(claim, isSigned(amount) ? amount.text.charAt(0) : "");
}

/** A claim that was printed with a sign, as one that is corrected with it: "+4%", and no "reduction of -4%". */
function withSign(claim: Claim, sign: string): Claim {
  const { replacement, claimed } = claim;
  return {
    ...claim,
    claimed: claimed.replace(/ of [+–−-]/, " of "),
    ...(replacement !== undefined && { replacement: `${sign}${replacement}` }),
  };
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
