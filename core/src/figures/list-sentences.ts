// Lists in one sentence: "12 cases (5 burglary, 4 robbery and 3 other)", "£90 in total: £40 for paper and £50 for ink".

import Big from "big.js";
import type { Block } from "../paper/block.js";
import { findNonQuantities } from "../paper/non-quantities.js";
import type { Passage } from "../paper/passages.js";
import { type Quantity, quantitiesOf } from "../paper/quantities.js";
import { countPassing } from "../text/halving.js";
import { type FigureList, isSummand, type ListFigure, listFigure, totalWords } from "./list-parts.js";

/** What opens a list behind its total: a bracket, a colon, a dash, or words. */
const opening =
  /\(|:(?=\s)|\s[–—]\s|\b(?:comprising|comprised of|made up of|consisting of|broken down (?:as|into|by \w{1,20}))(?!:)(?=\s)/g;
/** Words in a list, or before it, by which its items are no parts of a whole, or not all of them. */
const noParts =
  /\b(?:includ\w+|such as|for (?:example|instance)|some of|mainly|mostly|primarily|chiefly|largely|among(?:st)?|of (?:which|whom|these|those|them)|up to|than|at least|notably|particularly|especially|excluding|except|plus|addition\w*|averag\w+|mean|median|per|each|every|compar\w+|respectively|since|rather|previous\w*|target|against|versus|vs|out of|or|increas\w+|decreas\w+|reduc\w+|rose|risen|fell|fallen|ratio|rates?|scores?|rang\w+|minimum|maximum|capacity|age[ds]?|both|either|multiple|overlap\w*|more|fewer|another|extra|further|equivalent|approximately|about|around|nearly|almost|over|less|minus|net of|offset\w*|deduct\w*)\b|\bafter (?=£|\d|deduct|sav|income|grant|netting|taking)|\b(?:e\.g|i\.e|c)\.|(?:\b(?:from|to|of|between|x)|[×=+/*]) ?£?\d|%/i;
/** Words behind a list by which something comes off its items: `(…), less £0.2m of savings`, `Savings offset this`. */
const comesOff =
  /^\W*(?:less|minus|net of|partly|partially)\b|\boffset|^\W*after (?=£|\d|deduct|sav|income|grant)|\bnet of\b/i;
/** What a last item is called that takes in all that is left. */
const rests = /\b(?:others?|remaining|remainder|rest|unknown|not (?:known|stated))\b/i;
/** A total's own words go no further than this before the list opens. */
const longestNoun = 60;
const longestList = 800;
/** Figures of a list stand no further apart than this. */
const longestItem = 120;
/** So far behind a list may stand what comes off it. */
const longestTail = 100;

/** The lists of a passage that open and end in one of its sentences. */
export function* sentenceLists(block: Block, passage: Passage): Generator<FigureList> {
  const { text } = passage;
  const quantities = quantitiesOf(passage);
  if (quantities.length < 3) return;
  for (const { index, 0: opener } of text.matchAll(opening)) {
    const from = index + opener.length;
    const to = opener === "(" ? bracketEnd(text, from) : sentenceEnd(text, from);
    const list =
      to === undefined ? undefined : readList({ block, passage, quantities, from, to, index, opener });
    if (list) yield list;
  }
}

interface Region {
  readonly block: Block;
  readonly passage: Passage;
  readonly quantities: readonly Quantity[];
  readonly opener: string;
  /** Where the list opens, and where its items begin and end. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

function readList(region: Region): FigureList | undefined {
  const { block, passage, quantities, index, from, to, opener } = region;
  const { text } = passage;
  const words = text.slice(from, to);
  const inside = withOnes(quantities, text, from, to);
  if (inside.length < 2 || noParts.test(words) || !isItemised(inside, text, from, to)) return undefined;
  if (comesOff.test(text.slice(to, to + longestTail))) return undefined;
  const unit = inside[0]?.figure.unit;
  if (!inside.every((it) => isSummand(it) && it.hedge === "exactly" && it.figure.unit === unit))
    return undefined;
  const start = sentenceStart(text, index);
  const before = within(quantities, start, index).filter(isSummand);
  const last = before.at(-1);
  const between = text.slice(last?.span.end ?? index, index);
  if (!last || between.length > longestNoun || /[,;:()]/.test(between) || noParts.test(between))
    return undefined;
  const parts = inside.map((it, i) => partOf(region, it, inside[i - 1]?.span.end ?? from));
  if (parts.some((it) => !/\p{L}/u.test(it.label))) return undefined;
  const said = `${text.slice(start, index)}${tailOf(text, to)}`;
  const tail = words.slice((inside.at(-1)?.span.start ?? from) - from);
  const separator = text.slice(inside.at(-2)?.span.end ?? from, inside.at(-1)?.span.start);
  return {
    parts,
    totals: before.map((it) => listFigure(block, passage, it, "")),
    isSaid: totalWords.test(said),
    isClosed: rests.test(tail) || opener === ":" || (opener !== "(" && /\band\b|&/.test(separator)),
    isApart: false,
    isByPeriod: findNonQuantities(words).some((it) => it.kind === "period"),
  };
}

/** An item: its figure, and the words on either side of it up to the next comma or "and". */
function partOf({ block, passage, to }: Region, it: Quantity, after: number): ListFigure {
  const before = passage.text.slice(after, it.span.start).replace(/^.*(?:[,;]|\band\b|&)/, "");
  const behind = passage.text
    .slice(it.span.end, Math.min(to, it.span.end + longestItem))
    .replace(/(?:[,;]|\band\b|&).*$/, "");
  return listFigure(block, passage, it, `${before}${behind}`.replace(/\s+/g, " ").trim());
}

/** Whether a comma, a semicolon or "and" stands between any two figures, and few words. */
function isItemised(inside: readonly Quantity[], text: string, from: number, to: number): boolean {
  const separated = inside.every((it, i) => {
    const between = text.slice(inside[i - 1]?.span.end ?? from, it.span.start);
    return between.length <= longestItem && (i === 0 || /[,;]\s|\band\b|&/.test(between));
  });
  const first = text.slice(from, inside[0]?.span.start ?? from);
  return separated && !/[;:]|\d/.test(first) && to - (inside.at(-1)?.span.end ?? to) <= longestItem;
}

/** The quantities of a stretch, "one" among them, which elsewhere is more often a pronoun. */
function withOnes(quantities: readonly Quantity[], text: string, from: number, to: number): Quantity[] {
  const inside = within(quantities, from, to);
  for (const { index, 0: it } of text.slice(from, to).matchAll(/(?<=^|, |; |and )one(?= [a-z])(?! of)/g)) {
    const span = { start: from + index, end: from + index + it.length };
    if (inside.some((other) => other.span.start <= span.start && span.start < other.span.end)) continue;
    const figure = { value: new Big(1), unit: "", scale: 0, decimals: 0, grouped: false, text: it };
    inside.push({ kind: "word", figure, hedge: "exactly", noun: "", span, whole: span });
  }
  return inside.sort((a, b) => a.span.start - b.span.start);
}

/** The quantities that lie in a stretch. */
function within(quantities: readonly Quantity[], from: number, to: number): Quantity[] {
  const first = countPassing(quantities, (it) => it.span.start < from);
  const found: Quantity[] = [];
  for (let i = first; i < quantities.length; i++) {
    const it = quantities[i];
    if (!it || it.span.end > to) break;
    found.push(it);
  }
  return found;
}

function bracketEnd(text: string, from: number): number | undefined {
  const end = text.slice(from, from + longestList).search(/[()]/);
  return end < 0 || text.charAt(from + end) === "(" ? undefined : from + end;
}

/** Where the sentence ends; a longer one is cut, and none that a person adds up. */
function sentenceEnd(text: string, from: number): number {
  const rest = text.slice(from, from + longestList);
  const end = rest.search(/[.!?](?=\s|$)|\s\(see /);
  return from + (end < 0 ? rest.length : end);
}

function sentenceStart(text: string, before: number): number {
  const head = text.slice(Math.max(0, before - 400), before);
  const last = [...head.matchAll(/[.!?;]\s/g)].at(-1);
  return last ? before - head.length + last.index + 2 : before - head.length;
}

/** The words behind a list, up to the sentence's end: "… (30 men and 16 women) in total". */
function tailOf(text: string, from: number): string {
  return text.slice(from, Math.min(sentenceEnd(text, from), from + 30));
}
