// Shares that a sentence states with their figures: "614 (9%) of the 6,501", "9% (614 of 6,501)", "one in five (20%)",
// "an underspend of £0.4m against a budget of £5m (8%)".

import type { Block } from "../../paper/block.js";
import { spanIn } from "../../paper/passages.js";
import type { Quantity } from "../../paper/quantities.js";
import { overlap, scaleBy, shortenings } from "../range.js";
import { claimedRange, fitsShare, printBeside } from "./arithmetic.js";
import { type Claim, placed, type Source, sourceOf } from "./claim.js";
import { anyChange, lead, tail, value } from "./grammar.js";
import { isSigned } from "./pairs.js";
import type { Mark, Sentence } from "./sentence.js";

interface Stated {
  readonly part: Mark;
  readonly whole: Mark;
  readonly share: Mark;
}

const some = "(?: [^\\s⟦⟧,;:.()]+)";
/** "Its capital budget of £5m": what a whole is called before it is told. */
const named =
  "(?:(?:budget|allocation|allowance|grant|fund|funding|envelope|award|total|programme|plan|provision|bill|gap|population|workforce|establishment|strength|capacity|cohort|sample|target|limit) of )?";
const ofWhole = `(?:the |all |our |these |those |a total of |a possible |an overall |an? |its |their )?(?:[^\\s⟦⟧,;:.()]+ ){0,2}?${named}`;
/** No "pass rate of": that may be one of those in the part. */
const rate = "an? (?:overall )?(?:rate|proportion|share|percentage) of ";
const isShare = `(?:or |which is |that is |representing |represents |equating to |equates to |equivalent to |equal to |i\\.e\\. |giving |(?:giving |which is |making )?${rate})`;
const partOf = (part: string): string => `${value("part", part)}`;
const wholeOf = value("whole", "nm");
const shareOf = value("share", "ps");
/** What must follow a share, so that it is none of something else, and no change. */
const ends = "(?=[,.;:)]|$| of\\b)";

const forms: readonly RegExp[] = [
  // 614 (9%) of the 6,501
  `${partOf("nm")}${some}{0,5}? \\(${shareOf}\\)${some}{0,3}? (?:of|out of) ${ofWhole}${wholeOf}`,
  // 9% (614 of 6,501) · 9% of offenders (614 of 6,501)
  `${shareOf}${some}{0,8}? \\((?:or |i\\.e\\. |that is )?${partOf("nmz")}${some}{0,3}? (?:of|out of|from) ${ofWhole}${wholeOf}`,
  `${shareOf}${some}{0,3}?,? or ${partOf("nmz")}${some}{0,3}? (?:of|out of|from) ${ofWhole}${wholeOf}`,
  // 614 of the 6,501 offenders (9%) · …, or 9%
  `${partOf("nm")}${some}{0,4}? (?:of|out of|from) ${ofWhole}${wholeOf}(?<gap>[^⟦⟧;.()]{0,60}?(?:⟦d\\d+⟧[^⟦⟧;.()]{0,20}?)?)(?: \\(|,? ${isShare}| – )(?:(?:or|about) )?${shareOf}${ends}`,
  `${partOf("nm")}${some}{0,4}? (?:of|out of) ${ofWhole}${wholeOf}(?<gap>[^⟦⟧;.(),]{0,60}?), ${shareOf}(?=[,.;:)]|$)`,
  // 614 offenders, 9% of the 6,501 · 614 (9% of 6,501)
  `${partOf("nm")}${some}{0,4}?(?:, | \\(|,? ${isShare}| – )(?:${isShare})?${shareOf}${some}{0,2}? of ${ofWhole}${wholeOf}`,
  // 9% of the 6,501 offenders (614)
  `${shareOf}${some}{0,2}? of ${ofWhole}${wholeOf}(?<gap>[^⟦⟧;.()]{0,50}?) \\(${partOf("nm")}${some}{0,4}?\\)`,
  // an underspend of £0.4m (8%) against a budget of £5m · … against a budget of £5m (8%)
  `\\b(?:under|over)spend of ${partOf("m")}${some}{0,3}? (?:\\(${shareOf}\\)|or ${shareOf.replace("share", "other")}),? (?:against|on|from|compared (?:to|with)|over) ${lead}${wholeOf}`,
  `\\b(?:(?:under|over)spend|variance|saving|surplus|deficit|shortfall)${some}{0,3}? of ${partOf("m")}${tail()},? (?:against|on|from|compared (?:to|with)|over) ${lead}${wholeOf}(?<gap>[^⟦⟧;.()]{0,60}?)(?: \\(|,? ${isShare}|, )${shareOf}${ends}`,
].map((source) => new RegExp(source, "g"));

const equals = new RegExp(
  `⟦s(?<a>\\d+)⟧(?:${some}{0,6}? \\(|,? or | – )(?:or )?⟦p(?<b>\\d+)⟧|⟦p(?<c>\\d+)⟧(?:${some}{0,6}? \\(|,? or | – )(?:or )?⟦s(?<d>\\d+)⟧`,
  "g",
);
/** A whole before its parts: "of the 400 homes, …", "400 homes, of which …", "400 people replied: …". */
const base =
  /(?:^|[;:] ?|, )[Oo]f (?:(?:the|these|those|our|all|a total of|a sample of) ){0,3}(?:[^\s⟦⟧,;:.()]+ ){0,2}?⟦[nm](?<first>\d+)⟧|⟦[nm](?<second>\d+)⟧[^⟦⟧;.()]{0,80}(?:\([^()]{0,60}\)[^⟦⟧;.()]{0,40})?,? (?:of which|of whom|of these|of those|among whom)\b|⟦[nm](?<listed>\d+)⟧[^⟦⟧;.:()]{1,80}: (?=[^⟦⟧;.:()]{0,20}⟦)/g;
const withShare: readonly RegExp[] = [
  // 268 (65%) · 268, or 65%
  `⟦(?<letter>[nm])(?<part>\\d+)⟧${some}{0,5}?(?: \\(|,? or )(?:or )?${shareOf}\\)?`,
  // 65% (268) · 65% are let (268)
  `${shareOf}${some}{0,5}? \\(⟦(?<letter>[nm])(?<part>\\d+)⟧${some}{0,3}?\\)`,
].map((source) => new RegExp(source, "g"));
/** What shows that a share is one of something else, or no share: "(75% of those asked)", "(75% up)". */
const ofElse =
  /^ (?:of|on|against|compared|up|down|more|less|fewer|higher|lower|increase|rise|growth|fall|decrease|reduction|drop|change)\b/;

/** The shares that a sentence states, judged. */
export function sharesIn(sentence: Sentence, block: Block): Claim[] {
  const claims: Claim[] = [];
  const stated = statedShares(sentence);
  for (const [i, it] of stated.entries()) {
    const claim = judgeShare(it, sentence, block);
    // "180 were closed and 45 (25%) upheld": of those closed.
    const isOfPart = (): boolean =>
      stated
        .slice(0, i)
        .some(({ part }) => judgeShare({ ...it, whole: part }, sentence, block)?.holds === true);
    if (claim && (claim.holds || !isOfPart())) claims.push(claim);
  }
  for (const { groups } of sentence.words.matchAll(equals)) {
    const words = sentence.marks[Number(groups?.a ?? groups?.d)];
    const percent = sentence.marks[Number(groups?.b ?? groups?.c)];
    const claim = words && percent && judgeEqual(words, percent, sentence, block);
    if (claim) claims.push(claim);
  }
  return claims;
}

function statedShares({ words, marks }: Sentence): Stated[] {
  const found: Stated[] = [];
  const add = (partAt?: string, wholeAt?: string, shareAt?: string): void => {
    const [part, whole, share] = [marks[Number(partAt)], marks[Number(wholeAt)], marks[Number(shareAt)]];
    if (part && whole && share && !found.some((it) => it.share === share)) found.push({ part, whole, share });
  };
  for (const form of forms)
    for (const { groups } of words.matchAll(form)) {
      if (groups?.gap !== undefined && anyChange.test(groups.gap)) continue;
      add(groups?.part, groups?.whole, groups?.share ?? groups?.other);
    }
  for (const start of words.matchAll(base)) {
    const { first, second, listed } = start.groups ?? {};
    const from = start.index + start[0].length;
    const next = /;|\b(?:of which|of whom|compared)\b/.exec(words.slice(from));
    const parts = partsIn(words.slice(from, next ? from + next.index : undefined), words.slice(from));
    const whole = first ?? second ?? listed;
    if (
      listed !== undefined &&
      (anyChange.test(/^[^(]*/.exec(words.slice(from))?.[0] ?? "") ||
        !isWholeOf(words.slice(0, start.index), marks[Number(listed)], parts, marks))
    )
      continue;
    for (const { part, share } of parts) add(part, whole, share);
  }
  return found;
}

interface Listed {
  readonly part: string | undefined;
  readonly share: string | undefined;
}

/** The parts with their shares in some words; `behind` has the words behind these as well. */
function partsIn(words: string, behind: string): Listed[] {
  return withShare.flatMap((form) =>
    [...words.matchAll(form)].flatMap(({ groups, index, 0: it }): Listed[] => {
      const after = behind.slice(index + it.length);
      // "20% of those (57)" and "268 (75%) of the 357" have wholes of their own.
      const isOfElse =
        ofElse.test(after) || /^[^()]*\bof\b/.test(it) || /^ of\b/.test(after.replace(/^[^)]{0,40}\)/, ""));
      return isOfElse ? [] : [{ part: groups?.part, share: groups?.share }];
    }),
  );
}

/**
 * Whether a figure in front of a colon is what the parts behind it are parts of: the only one there, and no more than they
 * add up to where their shares make a whole, as they do of those who answered.
 */
function isWholeOf(
  ahead: string,
  whole: Mark | undefined,
  parts: readonly Listed[],
  marks: readonly Mark[],
): boolean {
  if (/⟦[nmrz]/.test(ahead)) return false;
  const sumOf = (pick: (it: Listed) => string | undefined): number =>
    parts.reduce((sum, it) => sum + Number(marks[Number(pick(it))]?.quantity?.figure.value ?? 0), 0);
  const shares = sumOf((it) => it.share);
  const isOfAnswers = shares >= 98 && shares <= 102;
  return !isOfAnswers || sumOf((it) => it.part) === Number(whole?.quantity?.figure.value ?? 0);
}

/** What no part of a whole can be: more than the whole, of another unit, or a whole that is none. */
function judgeShare(
  { part, whole, share }: Stated,
  { passage, words }: Sentence,
  block: Block,
): Claim | undefined {
  const claim = share.quantity;
  const [one, all] = [sourceOf(block, passage, part), sourceOf(block, passage, whole)];
  if (!claim || !one || !all || part.letter !== (whole.letter === "m" ? "m" : "n")) return undefined;
  if (one.figure.unit !== all.figure.unit || one.figure.value.gt(all.figure.value) || all.figure.value.lte(0))
    return undefined;
  if (/\brespectively\b/.test(words) || isSigned(share)) return undefined;
  const holds = fitsShare(claim, one, all);
  const percent = one.figure.value.div(all.figure.value).times(100);
  const like = claim.kind === "share" ? inPercent(claim) : claim.figure;
  const computed = printBeside(percent, like, holds);
  return {
    rule: "claim-change",
    result: resultOf(claim, share, passage, block),
    inputs: [placed(one), placed(all)],
    arithmetic: `${one.text} of ${all.text} is ${computed}`,
    computed,
    claimed: share.text,
    holds,
    ...(claim.kind === "number" && claim.hedge === "exactly" && { replacement: computed }),
  };
}

function resultOf(claim: Quantity, mark: Mark, passage: Sentence["passage"], block: Block): Claim["result"] {
  const { start, end } = claim.span;
  return { at: { block, span: spanIn(passage, start, end) }, figure: claim.figure, label: mark.text };
}

function inPercent({ figure }: Quantity): Quantity["figure"] {
  return { ...figure, value: figure.value.plus(2).times(100), unit: "%", text: "0%" };
}

/** A share in words beside a percentage: "one in five (20%)". */
function judgeEqual(words: Mark, percent: Mark, { passage }: Sentence, block: Block): Claim | undefined {
  const [said, printed] = [words.quantity, percent.quantity];
  const source: Source | undefined = sourceOf(block, passage, words);
  if (!said || !printed || !source) return undefined;
  const holds = shortenings.some((how) =>
    overlap(scaleBy(claimedRange(said, how), 100), claimedRange(printed, how)),
  );
  const exact = said.figure.value.times(100);
  const computed = printBeside(exact, printed.figure, holds);
  return {
    rule: "claim-change",
    result: resultOf(printed, percent, passage, block),
    inputs: [placed(source)],
    arithmetic: `${words.text} is ${computed}`,
    computed,
    claimed: percent.text,
    holds,
    ...(printed.hedge === "exactly" && { replacement: computed }),
  };
}
