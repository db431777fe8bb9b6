// Words of capitals that are a slip of the pen apart, found without comparing each with each.

import { distance } from "fastest-levenshtein";

/** Finds the words that are a slip away from one, in the order in which they were given. */
type NearFinder = (word: string) => readonly string[];

/** What is asked fewer times than this, or about fewer words, is answered by looking through the words. */
const few = 32;

/** Looks for slips among these words; the more it is asked, the less it takes a question. */
export function nearFinder(words: Iterable<string>): NearFinder {
  const all = [...words];
  let asked = 0;
  let indexed: NearFinder | undefined;
  return (word) => {
    asked++;
    if (asked <= few || all.length <= few) return all.filter((it) => isNear(word, it));
    indexed ??= indexOf(all);
    return indexed(word);
  };
}

/**
 * Whether two acronyms differ by two neighbours that changed places, or by one letter inside. What differs at its first
 * or last letter is more often another thing: DPCC and OPCC, HMP and HMPPS.
 */
export function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a.length < 3 || a === b) return false;
  if (a.length === b.length && swapped(a, b)) return true;
  const [first, last] = [a.charAt(0), a.charAt(a.length - 1)];
  const long = a.length >= 4 && b.length >= 4;
  return long && b.startsWith(first) && b.endsWith(last) && distance(a, b) === 1;
}

function swapped(a: string, b: string): boolean {
  let at = 0;
  while (a.charAt(at) === b.charAt(at)) at++;
  return (
    a.charAt(at) === b.charAt(at + 1) &&
    a.charAt(at + 1) === b.charAt(at) &&
    a.slice(at + 2) === b.slice(at + 2)
  );
}

/** Words by their shapes: two that are a slip apart have a shape in common. */
function indexOf(words: readonly string[]): NearFinder {
  const byShape = new Map<string, number[]>();
  words.forEach((word, place) => {
    for (const shape of shapesOf(word)) {
      const known = byShape.get(shape);
      if (known) known.push(place);
      else byShape.set(shape, [place]);
    }
  });
  return (word) => {
    const places = new Set(shapesOf(word).flatMap((it) => byShape.get(it) ?? []));
    return [...places]
      .sort((a, b) => a - b)
      .map((it) => words[it] ?? "")
      .filter((it) => isNear(word, it));
  };
}

/** A word, with two neighbours in the order of the alphabet, without an inner letter, and with a gap for it. */
function shapesOf(word: string): string[] {
  const shapes = [word];
  for (let at = 0; at < word.length - 1; at++) {
    const [one, other] = [word.charAt(at), word.charAt(at + 1)];
    const pair = one < other ? one + other : other + one;
    shapes.push(`${word.slice(0, at)}<${pair}>${word.slice(at + 2)}`);
  }
  for (let at = 1; at < word.length - 1; at++) {
    const [before, behind] = [word.slice(0, at), word.slice(at + 1)];
    shapes.push(before + behind, `${before} ${behind}`);
  }
  return [...new Set(shapes)];
}
