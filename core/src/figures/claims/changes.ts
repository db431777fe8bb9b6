// What a sentence says that something changed by: "a reduction of 77%", "up 48", "halved", "12% fewer".

import type { Span } from "../../text/span.js";
import {
  type Direction,
  directionOf,
  downComparative,
  downNoun,
  downVerb,
  otherNoun,
  otherVerb,
  upComparative,
  upNoun,
  upVerb,
  value,
} from "./grammar.js";
import type { Mark, Sentence } from "./sentence.js";

/** A stated change. */
export interface Change {
  /** The figure that says how much. */
  readonly amount: Mark;
  readonly direction: Direction;
  /** The word of change: `fell`, `increase`, `higher`; of a figure in brackets that of what it explains. */
  readonly word: string;
  /** Whether it is the verb of its own clause, and so says of its own subject what it says. */
  readonly isVerb: boolean;
  /** Whether it is only a figure in brackets behind another. */
  readonly isBracketed: boolean;
  /** Where it stands in the sentence's words. */
  readonly span: Span;
}

const change = value("amount", "nmptsr");
const degree =
  "(?:(?:again|further|back|overall|in total|year[- ]on[- ]year|year[- ]over[- ]year|slightly|steadily|sharply|dramatically|significantly|[a-z]{3,14}ly|only|just) ){0,2}";
const article = "(?:a |an |the |another )?(?:total of |further |net |overall )?";
const verbs = `${upVerb}|${downVerb}|${otherVerb}`;
const finite = "(?:(?:increas|decreas|reduc|dropp|declin|lower)ed|rose|risen|grown|grew|fell|fallen)";
const nouns = `${upNoun}|${downNoun}|${otherNoun}`;
const comparatives = `${upComparative}|${downComparative}`;
const subject = "(?: (?:in|for|to) (?:the )?[^⟦⟧;,.()]{1,70}?)?";

const forms: readonly {
  readonly pattern: RegExp;
  readonly isVerb: (word: string) => boolean;
  readonly bare?: true;
}[] = [
  // fell by 12% · up 12% · rose 12%
  {
    pattern: new RegExp(
      `\\b(?<!\\b(?:mak(?:e|es|ing)|made|tak\\w+|took|sign\\w*|set\\w*) )(?<word>${verbs}) ${degree}(?<by>by )?${article}${change}`,
      "gi",
    ),
    isVerb: (word) => !/ing$|^(?:up|down)$/i.test(word),
  },
  // fallen across all categories by over 20%
  {
    pattern: new RegExp(`\\b(?<word>${finite}) [^⟦⟧;,.()]{1,60}? by ${article}${change}`, "gi"),
    isVerb: () => true,
  },
  // an increase of 48 · a reduction in reoffending of 77% · the increase was 12%
  {
    pattern: new RegExp(
      `\\b(?<word>${nouns})${subject} (?:of|was|is|being|by|equates to|equal to|equivalent to)(?: only| just)? ${article}${change}`,
      "gi",
    ),
    isVerb: () => false,
  },
  // a 12% overall reduction · 12 percentage point rise · a saving
  {
    pattern: new RegExp(
      `${change}(?!,? ⟦)(?: (?!of|in|from|to|and|on|for|were|was|is|are|by|or)[^\\s⟦⟧,;:.()]+){0,3}? (?<word>${nouns})\\b`,
      "gi",
    ),
    isVerb: () => false,
  },
  // 12% higher · 48 fewer calls · 41% less likely
  {
    pattern: new RegExp(
      `${change}(?: (?:points?|calls|cases|offences|people|incidents|percentage points))?(?: [a-z]{3,14}ly)? (?<!or )(?<word>${comparatives})\\b(?! or less\\b)`,
      "gi",
    ),
    isVerb: () => false,
  },
];

const multiple = new RegExp(`${value("amount", "x")}`, "g");
/** A figure that says again, in brackets or behind "or", how much a change is: `by 48 (12%)`. */
const again =
  /^(?: [^\s⟦⟧,;:.()]+){0,4}?(?:,? \(|,? or |,? – |, )(?:or |a |an |by |\+|[-–−]|up |down |(?:an? )?(?:increase|rise|reduction|fall|decrease|drop) of )?⟦(?<letter>[pts])(?<amount>\d+)⟧(?<behind>[^⟦⟧()]{0,20}\))?/;

/** The changes that a sentence states. */
export function findChanges({ words, marks }: Sentence): Change[] {
  const found: Change[] = [];
  const add = (it: Change): void => {
    if (!found.some((other) => other.amount === it.amount)) found.push(it);
  };
  for (const { pattern, isVerb } of forms) {
    for (const match of words.matchAll(pattern)) {
      const { amount = "", word = "", by } = match.groups ?? {};
      const isBare = isVerb(word) && by === undefined;
      const mark = marks[Number(amount)];
      const span = { start: match.index, end: match.index + match[0].length };
      if (!mark || (isBare && !"pts".includes(mark.letter)) || isOneOfSeveral(words, span.end)) continue;
      add({
        amount: mark,
        direction: directionOf(word),
        word: word.toLowerCase(),
        isVerb: isVerb(word),
        isBracketed: false,
        span,
      });
    }
  }
  for (const { index, 0: it, groups } of words.matchAll(multiple)) {
    const mark = marks[Number(groups?.amount)];
    if (!mark) continue;
    const direction = mark.quantity?.figure.value.lt(1) ? "down" : "up";
    const isVerb = /(?:doubl|halv|treb|tripl|quadrupl)ed/i.test(mark.text);
    add({
      amount: mark,
      direction,
      word: mark.text,
      isVerb,
      isBracketed: false,
      span: { start: index, end: index + it.length },
    });
  }
  for (const it of [...found]) for (const other of repeats(it, words, marks)) add(other);
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The figures that say again how much a change is. */
function* repeats(first: Change, words: string, marks: readonly Mark[]): Generator<Change> {
  const match = again.exec(words.slice(first.span.end, first.span.end + 120));
  const mark = marks[Number(match?.groups?.amount)];
  if (!match || !mark || mark.letter === first.amount.letter) return;
  // "(12% of all calls)" is a share.
  if (
    /\bof\b/.test(match.groups?.behind ?? "") ||
    /^ of\b/.test(words.slice(first.span.end + match[0].length))
  )
    return;
  const span = { start: first.span.start, end: first.span.end + match[0].length };
  yield { ...first, amount: mark, isBracketed: true, span };
}

/** Whether other figures follow in a row: `by 40% and 54% respectively`. */
function isOneOfSeveral(words: string, end: number): boolean {
  return /^(?:,|,? and) ⟦[ptsnm]/.test(words.slice(end, end + 8));
}
