// Words and compounds of a block by term: re-offending, reoffending and re offending are uses of one.

import { hashesOf } from "../text/hash.js";
import { memo } from "../text/memo.js";
import type { Span } from "../text/span.js";
import type { Block } from "./block.js";
import { type Passage, spanIn } from "./passages.js";
import { isRarer, oneWord, spellingOf } from "./spellings.js";

/** A term where a block uses it. */
export interface TermUse {
  /** How it is spelled: `closed` (reoffending), `hyphen`, `open` (re offending), or the letters that vary. */
  readonly form: string;
  /** As printed: `Re-offending`. */
  readonly text: string;
  /** Where it stands in the block. */
  readonly span: Span;
  /** Whether a word that it may describe follows: `long-term plan`. */
  readonly isBeforeNoun: boolean;
  /** Whether it is part of a name or a title, by its capitals, or stands in quotation marks. */
  readonly isName: boolean;
}

/** The terms of a block. */
export interface TermIndex {
  /** Those that it spells in a way that is worth a look at others: with a hyphen, in two words, or with the rarer letters. */
  readonly keys: ReadonlySet<string>;
  /** The hashes of all, in rising order. */
  readonly hashes: Uint32Array;
}

interface Word {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

/** A word, or two side by side, as a spelling of a term. */
interface Reading {
  readonly key: string;
  readonly form: string;
  readonly isAnchor: boolean;
  /** Its first and last word, by their index among the passage's words. */
  readonly first: number;
  readonly last: number;
}

/** The terms of a block, by which others tell quickly whether it uses one. */
export const termIndex = memo((block: Block): TermIndex => {
  const keys = new Set<string>();
  const all = new Set<string>();
  for (const { text } of block.facts.passages) {
    for (const { key, isAnchor } of readings(wordsIn(text), text)) {
      all.add(key);
      if (isAnchor) keys.add(key);
    }
  }
  return { keys, hashes: hashesOf(all) };
});

const usesByKey = memo((_: Block) => new Map<string, readonly TermUse[]>());

/** The uses of one term in a block, in order. */
export function termUses(block: Block, key: string): readonly TermUse[] {
  return usesByKey(block).get(key) ?? usesOfTerms(block, [key])[0] ?? [];
}

/** The uses of several terms in a block, each in order; its words are read once for those that are not known yet. */
export function usesOfTerms(block: Block, keys: readonly string[]): readonly (readonly TermUse[])[] {
  const known = usesByKey(block);
  const found = new Map<string, TermUse[]>();
  for (const key of keys) if (!known.has(key)) found.set(key, []);
  if (found.size > 0) for (const passage of block.facts.passages) addUses(passage, found);
  for (const [key, uses] of found) known.set(key, uses);
  return keys.map((key) => known.get(key) ?? []);
}

function addUses(passage: Passage, found: ReadonlyMap<string, TermUse[]>): void {
  const { text } = passage;
  const words = wordsIn(text);
  for (const it of readings(words, text)) {
    const uses = found.get(it.key);
    const [first, last, next] = [words[it.first], words[it.last], words[it.last + 1]];
    if (!uses || !first || !last) continue;
    const behind = next && isBeside(text, last, next) ? next : undefined;
    uses.push({
      form: it.form,
      text: text.slice(first.start, last.end),
      span: spanIn(passage, first.start, last.end),
      isBeforeNoun: behind !== undefined && !functionWords.has(behind.lower),
      isName: isName(text, first, last, behind) || isQuoted(text, first.start, last.end),
    });
  }
}

const word = /[A-Za-z]{1,30}(?:[-‑][A-Za-z]{1,30}){0,4}/g;

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
const joinsBehind: ReadonlySet<string> = new Set(`${letters}@/\\-`);
const joinsBefore: ReadonlySet<string> = new Set(`${letters}@/\\-#’'.&`);

/** The words of a text; those that are joined to digits, codes or addresses are none. */
function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: it, index } of text.matchAll(word)) {
    const end = index + it.length;
    if (joinsBefore.has(text.charAt(index - 1)) || joinsBehind.has(text.charAt(end))) continue;
    const lower = it.toLowerCase();
    words.push({
      text: it,
      lower: lower.includes("‑") ? lower.replaceAll("‑", "-") : lower,
      start: index,
      end,
    });
  }
  return words;
}

/** The terms that words spell, alone and in pairs. */
function* readings(words: readonly Word[], text: string): Generator<Reading> {
  for (const [i, it] of words.entries()) {
    const spelled = spell(it.lower);
    yield { key: spelled.key, form: spelled.form, isAnchor: spelled.isAnchor, first: i, last: i };
    const next = words[i + 1];
    if (!next || spelled.form === "hyphen" || !isBeside(text, it, next) || !mayJoin(it.lower, next.lower))
      continue;
    const key = plainKey(it.lower + next.lower);
    yield { key, form: "open", isAnchor: oneWord.has(key), first: i, last: i + 1 };
  }
}

function isBeside(text: string, a: Word, b: Word): boolean {
  return b.start === a.end + 1 && /\s/.test(text.charAt(a.end));
}

type Spelled = Pick<Reading, "key" | "form" | "isAnchor">;

/** How words are spelled. A paper says most of its words many times; texts of endless other words start it afresh. */
const spelledWords = new Map<string, Spelled>();
const mostKnown = 20_000;

function spell(lower: string): Spelled {
  const known = spelledWords.get(lower);
  if (known) return known;
  const spelled = readSpelling(lower);
  if (spelledWords.size >= mostKnown) spelledWords.clear();
  spelledWords.set(lower, spelled);
  return spelled;
}

function readSpelling(lower: string): Spelled {
  if (lower.includes("-")) {
    const key = plainKey(lower.replaceAll("-", ""));
    return { key, form: "hyphen", isAnchor: key.length >= 6 && !twoMeanings.test(lower) };
  }
  const spelling = spellingOf(lower);
  if (spelling) return { ...spelling, isAnchor: isRarer(spelling) };
  return { key: plainKey(lower), form: "closed", isAnchor: false };
}

/** The letters without the ending of a plural. */
function plainKey(letters: string): string {
  return letters.length > 4 && letters.endsWith("s") && !letters.endsWith("ss")
    ? letters.slice(0, -1)
    : letters;
}

/** Words that mean something else with a hyphen. */
const twoMeanings =
  /^(?:re-(?:cover|sign|form|creat|sort|dress|lease|mark|present|serve|treat|act|bound|count|fund|move|place|port|prove|turn|view|store|strain|tire|dress)\w*|co-ops?|un-ionised)$/;

const functionWords = new Set(
  `a an the and or but nor of in on at by to for from with as is are was were be been being has have had do does did will
  would can could may might shall should must it its they their them we our us he she his her you your this that these those
  which who whom whose what when where while if than then so not no into onto over under up down out off through across
  during within without between among against about after before since until because both either also there here all any
  each every some such more most less only very well via per`.split(/\s+/),
);
/** Words behind which a second part is no compound: "to follow up", "based on going rates". */
const particles = new Set(
  "up out in on off down over back away through along around by to for of at as and or the a an it".split(
    " ",
  ),
);
const prefixes = new Set(
  "anti co counter cross inter mid multi non post pre pro re self semi sub un".split(" "),
);

/** Whether two words side by side may be one term in two words: their grammar is none of a phrase. */
function mayJoin(first: string, second: string): boolean {
  if (second.length < 3 || second.includes("-")) return false;
  if (prefixes.has(first)) return true;
  const isCompound = first === "over" || first === "under" || !functionWords.has(first);
  return first.length > 2 && isCompound && !functionWords.has(second) && !particles.has(second);
}

/** Whether capitals make it part of a name: inside a sentence, or before another word in capitals. */
function isName(text: string, first: Word, last: Word, next: Word | undefined): boolean {
  const parts = text.slice(first.start, last.end).split(/[-‑\s]/);
  if (parts.slice(1).some((it) => /^[A-Z]/.test(it))) return true;
  if (!/^[A-Z]/.test(first.text)) return false;
  if (next && /^[A-Z]/.test(next.text)) return true;
  const before = text.slice(0, first.start).slice(-4);
  return first.start > 4 || before.trim() !== "" ? !/[.!?:;•\n][\s"“‘”’(–-]*$/.test(before) : false;
}

/** Whether a stretch stands between quotation marks, as a title does. */
function isQuoted(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 200), start), text.slice(end, end + 200)];
  return (
    /“[^”]*$/.test(before) ||
    /(?<!\w)‘[^’]*$/.test(before) ||
    (/"[^"]*$/.test(before) && isOdd(text, start) && after.includes('"'))
  );
}

/** Whether an odd number of straight quotation marks stands before a place. */
function isOdd(text: string, before: number): boolean {
  return text.slice(Math.max(0, before - 2000), before).split('"').length % 2 === 0;
}
