// What a stated change is said of beside its subject: another time, a place, a part, somebody else. A table that does
// not tell of these has nothing to hold the change against.

import { numberWords } from "../../paper/quantity-words.js";
import type { Change } from "./changes.js";
import { stemsOf } from "./label-words.js";
import { timeOf } from "./pairs.js";
import type { OpenChange } from "./prose-claims.js";
import { type Mark, markedSentences, type Sentence } from "./sentence.js";
import { isBlurred } from "./stated.js";

/** What bounds a change. */
export interface Scope {
  /** Whether it is said of a part of what a table shows, or of another time. */
  readonly isRestricted: boolean;
  /** Whether it tells what others found, or what is yet to come. */
  readonly isQuoted: boolean;
  /**
   * The stems of the phrases that say where, when and of whom: "at weekends, …", "… in schools", "neighbouring forces
   * saw a …". A table must have them all.
   */
  readonly besides: ReadonlySet<string>;
  /** The measures that the words name: a rate is none of the counts that it is reckoned from. */
  readonly measures: readonly MeasureWords[];
}

/** Words that say how something is measured. */
export interface MeasureWords {
  readonly pattern: RegExp;
  /** Whether cells in per cent are such a measure, whatever their headings say. */
  readonly inPercent: boolean;
}

const restricted =
  /\b(?:among|amongst|aged|excluding|except|other than|apart from|only|women|men|females?|males?|girls|boys|young|older|under|first[- ]time|nationally|national|regional|elsewhere|some|most|several|many|certain|one of|half of|to date|so far|ytd|rolling|cumulative\w*|part[- ]year|mid[- ]year|first half|second half|quarter(?:ly)?|monthly|weekly|daily|per head|on average|a year|each year|annually|per annum|like[- ]for[- ]like|respectively|particularly|in particular)\b/i;
const otherTime =
  /\b(?:has|have|had|ever) since\b|\bsince (?!(?:[^\s⟦⟧,;.]+ ){0,2}⟦d)|\b(?:spring|summer|autumn|winter|christmas|easter|lockdowns?|overnight|(?:last|this|previous) (?:week|weekend))\b|\b(?<unit>day|week|month|quarter)s?[- ](?:on|by|over|to)[- ]\k<unit>s?\b/i;
const adjusted = /\badjust(?:ed|ing|ment)\b|\b(?:real|cash)[- ]terms?\b|\binflation\b|\bunderlying\b/i;
const quoted =
  /["“”]|\b(?:study|studies|research|evaluation by|found that|survey|inspection|national(?:ly)?|predict\w*|forecast\w*|project(?:ed|ion)s?|target\w*|aim\w*|expect\w*|anticipat\w*|estimat\w*|plan(?:s|ned|ning)?|propos\w+|intend\w*|budgeted|scenarios?|ambition|according to|mirror)\b/i;
const modal =
  /\b(?:will|would|could|may|might|should|can|must|due)\b[^⟦⟧,;.]{0,24}$|\bto (?:have )?(?:be |been )?(?:a |an )?$|\bbeing $/i;
/** Another change, which this one came after or is compared with: "after a rise of 2% the year before". */
const earlier =
  /\b(?:after|follow(?:ing|s|ed)|despite|revers(?:e|es|ed|ing)|previous(?:ly)?|earlier|compare[sd] (?:with|to)|against|than|not|never)\b[^,;⟦⟧]{0,30}$/i;

/** What bounds a change, of which `clause` is the clause. */
export function scopeOf({ change, sentence, passage }: OpenChange, clause: string, isOfAll: RegExp): Scope {
  const { words, marks } = sentence;
  const before = words.slice(Math.max(0, change.span.start - 60), change.span.start);
  const own = clause.replace(isOfAll, "");
  const ahead = frameOf(sentence);
  const said = `${ahead} · ${own}`;
  const months = said.match(bareMonth) ?? [];
  return {
    isRestricted:
      restricted.test(said) ||
      saysOtherTime(said, marks) ||
      (!/⟦d/.test(words) && saysOtherTime(wordsBefore(sentence), marks)) ||
      adjusted.test(words) ||
      earlier.test(before) ||
      isBlurred(change, words) ||
      saysSpan(said, marks),
    isQuoted: quoted.test(words) || modal.test(before) || /["“”]/.test(passage.text.slice(0, 1)),
    besides: stemsOf(
      [ahead, behindOf(change, words), actorOf(change, words, own), ...months].join(" ; ").replace(idle, " "),
    ),
    measures: measureWords.filter(({ pattern }) => pattern.test(said)),
  };
}

const measureWords: readonly MeasureWords[] = [
  { pattern: /\brates?\b|\bper (?!cent)/i, inPercent: true },
  { pattern: /\b(?:proportions?|shares?|percentages?|ratios?)\b/i, inPercent: true },
  { pattern: /\b(?:averages?|mean|median)\b/i, inPercent: false },
];

/** Phrases that say nowhere and at no time, and names for all that a paper is about. */
const idle =
  /\b(?:in (?:contrast|addition|total|all|fact|turn|summary|short|general|response|context|absolute terms|line with this)|on (?:balance|the other hand|the whole)|for (?:example|instance|comparison)|by (?:contrast|comparison)|at the same time|from an? (?:very )?(?:low|small) base|(?:end|start|beginning|course|remainder) of|(?:financial|calendar|reporting|performance) (?:year|period)|(?:the|our|this|whole|entire) (?:force(?: area)?|county|constabulary|area|service|trust|council|authority|organisation|board)|there|it|we|us|police)\b/gi;

const frame =
  /^\W{0,3}(?:(?:However|But|And|Also|Overall),? )?(?:in|at|on|over|during|within|for|since|by|among|outside|before|after|under|through|throughout|across|from|until|near|around|once|when|with|without|excluding)\b[^,;:.]{1,90},/i;

/** The phrase in front of a sentence, for which all its clauses are said: "In 2018/19", "At weekends"; `""` for none. */
export function frameOf({ words }: Sentence): string {
  const found = frame.exec(words);
  return !found || /⟦[^d]/.test(found[0]) ? "" : found[0];
}

/** The sentence before one in its passage, which may have said of what time both are. */
function wordsBefore(sentence: Sentence): string {
  const all = markedSentences(sentence.passage);
  return all[all.indexOf(sentence) - 1]?.words ?? "";
}

const place =
  /^(?: (?:overall|again|further|in total))? (?<place>(?:in|at|on|over|during|within|for|of|since|by|among|outside|near|inside|around|through|throughout|across|against|under|with|per)\b[^,;:.()]{1,90})/i;
const reason =
  /\b(?:because|due|owing|thanks|as|following|which|that|and|but|while|when|after|compared|than|from|to|driven|reflecting|so)\b/i;

/** Where or when a change was, in the words behind it. */
function behindOf({ span }: Change, words: string): string {
  return place.exec(words.slice(span.end, span.end + 100))?.groups?.place?.split(reason)[0] ?? "";
}

const saw =
  /(?:^|[,;] ?|\band )(?<actor>[^,;:⟦⟧]{1,60}?) (?:saw|seen|sees|had|has|have|recorded|reported|experienced|achieved|shows?|showed|delivered|made|secured|noted|witnessed|faced|is seeing|are seeing|enjoyed)\b[^,;:⟦⟧]{0,30}$/i;

/** Who had the change, where its noun does not tell: "neighbouring forces saw a 3% rise". */
function actorOf({ span, isVerb, word }: Change, words: string, clause: string): string {
  if (isVerb || /^(?:up|down)$/.test(word)) return "";
  const before = words.slice(Math.max(0, span.start - 120), span.start);
  const actor = saw.exec(before)?.groups?.actor ?? "";
  return clause.includes(actor.trim()) ? actor : "";
}

const monthNames = "January|February|March|April|June|July|August|September|October|November|December";
const bareMonth = new RegExp(
  `\\b(?:${monthNames}|(?<=\\b(?:in|of|by|from|since|to|until|during|last|with|than|on) )May)\\b`,
  "g",
);

/** Whether words name a time that no year or month tells, other than the year before. */
function saysOtherTime(words: string, marks: readonly Mark[]): boolean {
  if (otherTime.test(words)) return true;
  return [...words.matchAll(/⟦d(\d+)⟧/g)].some(({ index, 1: at }) => {
    const text = marks[Number(at)]?.text ?? "";
    if (timeOf(text) !== undefined) return false;
    if (!/\b(?:year|period)\b/i.test(text) || /\b(?:current|this)\b/i.test(text)) return true;
    return !/^the (?:last|past)\b/i.test(text) && !base.test(words.slice(Math.max(0, index - 60), index));
  });
}

/** What stands before the period that a change is measured from: "up on last year". */
const base = /\b(?:on|from|than|with|to|against|over|versus|vs)(?: [^\s⟦⟧,;.]{1,20}){0,4} $/i;

/** "A three year period". */
const attributive = new RegExp(`\\b(?:\\d{1,3}|${numberWords}) (?:day|week|month|quarter|year) [a-z]`, "i");

/** Whether a clause tells a length of time, "over five years", which may not be that between the periods of a table. */
function saysSpan(clause: string, marks: readonly Mark[]): boolean {
  return (
    [...clause.matchAll(/⟦[nrx](\d+)⟧/g)].some(({ 1: at }) => {
      const { quantity } = marks[Number(at)] ?? {};
      return /^(?:years?|months?|weeks?|days?|quarters?|decades?)\b/.test(
        `${quantity?.figure.unit} ${quantity?.noun}`.trim(),
      );
    }) ||
    /\bdecades?\b|-(?:year|month|week)\b/.test(clause) ||
    attributive.test(clause)
  );
}
