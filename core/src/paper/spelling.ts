// Which words spell a short form. Schwartz and Hearst (A simple algorithm for identifying abbreviation
// definitions, PSB 2003) match its letters right to left anywhere in the words before it. Here a letter
// inside a word counts only behind that word's first letter, and of all matches the best is taken: that
// reads "Office of the Police and Crime Commissioner (OPCC)" from "Office", not from "of".

/** How a text spells a short form. */
interface Spelling {
  /** Where in the text the expansion starts. */
  readonly start: number;
  /** Whether the short form's last letter is only the plural `s` of the last word. */
  readonly plural: boolean;
}

interface Word {
  readonly at: number;
  readonly letters: string;
  readonly small: boolean;
  /** Whether it is the second half of a word with a hyphen, which a short form may leave out. */
  readonly isTail: boolean;
}

interface State {
  readonly score: number;
  readonly start: number;
  readonly plural: boolean;
  readonly skipped: number;
  /** Letters found inside a word and not in its beginning: the V of "television". */
  readonly loose: number;
}

const smallWords = new Set("a an and as at by for from in into of on or the to with within & s".split(" "));
const neverFirst = new Set("and as at by from into of on or to with within & s".split(" "));
const initialScore = 4;
const smallInitialScore = 3;
const insideScore = 1;
const skipCost = 2;

/**
 * How the words spell `short`: those at the end of `text` (`end`), or all of them (`whole`).
 * Gives `undefined` where they do not. Time is linear in the words, which are at most twice the letters and five.
 */
export function spell(short: string, text: string, extent: "end" | "whole"): Spelling | undefined {
  const letters = short
    .replace(/[^A-Za-z0-9]/g, "")
    .replace(/(?<=[A-Z])s$/, "")
    .toLowerCase();
  const all = splitWords(text);
  if (letters.length < 2 || all.length === 0) return undefined;
  const limit = 2 * letters.length + 5;
  if (extent === "whole" && all.length > limit) return undefined;
  const words = all.slice(-limit);
  // best[k]: the best way to have matched the first k letters by the words so far.
  let best: (State | undefined)[] = new Array(letters.length + 1).fill(undefined);
  for (const word of words) best = step(best, word, letters);
  const found = best[letters.length];
  if (!found || found.skipped > Math.max(1, letters.length / 2 - 1)) return undefined;
  const oneWord = words.at(-1)?.at === found.start && letters.length > 2;
  if (found.loose > (oneWord ? 0 : Math.max(1, Math.floor(letters.length / 3)))) return undefined;
  if (short.includes("&") && !/&|\band\b/i.test(text.slice(found.start))) return undefined;
  if (extent === "whole" && words.slice(0, wordIndex(words, found.start)).some((word) => !word.small))
    return undefined;
  return { start: found.start, plural: found.plural };
}

function step(best: readonly (State | undefined)[], word: Word, letters: string): (State | undefined)[] {
  const next = best.map((state): State | undefined =>
    state && !word.small
      ? { ...state, score: state.score - skipCost, skipped: state.skipped + (word.isTail ? 0 : 1) }
      : state,
  );
  const initial = word.small ? smallInitialScore : initialScore;
  for (let k = 0; k < letters.length; k++) {
    const from: State | undefined = k === 0 ? firstAt(word) : best[k];
    if (!from || letters.charAt(k) !== word.letters.charAt(0)) continue;
    let score = from.score + initial;
    let loose = from.loose;
    let inside = 1;
    for (let taken = 1; k + taken <= letters.length; taken++) {
      const plural =
        taken > 1 &&
        inside === word.letters.length &&
        word.letters.endsWith("s") &&
        k + taken === letters.length;
      keep(next, k + taken, { ...from, score, plural, loose });
      inside = word.letters.indexOf(letters.charAt(k + taken), inside) + 1;
      if (inside === 0 || k + taken === letters.length) break;
      if (inside === taken + 1) score += insideScore;
      else loose++;
    }
  }
  return next;
}

function firstAt(word: Word): State | undefined {
  return neverFirst.has(word.letters)
    ? undefined
    : { score: 0, start: word.at, plural: false, skipped: 0, loose: 0 };
}

function keep(states: (State | undefined)[], at: number, state: State): void {
  const other = states[at];
  if (!other || state.score >= other.score) states[at] = state;
}

function splitWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[A-Za-z0-9]+|&/g)) {
    const letters = match[0] === "&" ? "and" : match[0].toLowerCase();
    // The second half of "honour-based" may be left out as "of" may.
    const isTail = text.charAt(match.index - 1) === "-";
    const tail = isTail && /^(?:[a-z]|[A-Z]{2})/.test(match[0]);
    words.push({ at: match.index, letters, small: tail || smallWords.has(letters), isTail });
  }
  return words;
}

function wordIndex(words: readonly Word[], start: number): number {
  return words.findIndex((word) => word.at === start);
}

/**
 * The words with capitals at the end of `text` whose first letters are those of `short` in another order: "Disability and
 * Special Educational Needs" for SEND. `undefined` where they are not, and for a short form of two letters.
 */
export function spellInAnyOrder(short: string, text: string): Spelling | undefined {
  const plural = /(?<=[A-Z])s$/.test(short);
  const letters = sorted(short.replace(/[^A-Z0-9]/g, "").toLowerCase());
  if (letters.length < 3) return undefined;
  const words = splitWords(text).filter((it) => !smallWords.has(it.letters));
  const last = words.slice(-letters.length);
  const isCapital = last.every((it) => /[A-Z0-9]/.test(text.charAt(it.at)));
  const [first] = last;
  if (!first || !isCapital || sorted(last.map((it) => it.letters.charAt(0)).join("")) !== letters)
    return undefined;
  return { start: first.at, plural };
}

function sorted(letters: string): string {
  return [...letters].sort().join("");
}
