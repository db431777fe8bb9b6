// Acronyms that are a slip of the pen apart: OODC and OOCD.

import { distance } from "fastest-levenshtein";
import type { Chunk } from "../paper/chunk.js";
import type { Paper } from "../paper/paper.js";
import { memo } from "../text/memo.js";
import type { NearAcronym } from "./rule.js";

/** The acronyms of a paper that are a slip away from one. */
export function nearAcronyms(paper: Paper, key: string): NearAcronym[] {
  return [...paperAcronyms(paper).values()].filter((it) => isNear(key, it.key));
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

type Counts = { -readonly [Key in keyof NearAcronym]: NearAcronym[Key] };

const chunkAcronyms = memo((chunk: Chunk): ReadonlyMap<string, NearAcronym> => {
  const counts = new Map<string, Counts>();
  const count = (key: string, name: string): Counts => {
    const known = counts.get(key) ?? { key, name, uses: 0, isExplained: false };
    counts.set(key, known);
    return known;
  };
  for (const { facts } of chunk.blocks) {
    for (const { key, name, shouted } of facts.uses) if (!shouted) count(key, name).uses++;
    for (const { key, name } of facts.definitions) count(key, name).isExplained = true;
  }
  return counts;
});

const paperAcronyms = memo((paper: Paper): ReadonlyMap<string, NearAcronym> => {
  const all = new Map<string, NearAcronym>();
  for (const chunk of paper.chunks) {
    for (const [key, it] of chunkAcronyms(chunk)) {
      const known = all.get(key);
      if (!known) all.set(key, it);
      else
        all.set(key, {
          ...known,
          uses: known.uses + it.uses,
          isExplained: known.isExplained || it.isExplained,
        });
    }
  }
  return all;
});
