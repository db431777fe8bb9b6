// Acronyms that are a slip of the pen apart: OODC and OOCD.

import type { Chunk } from "../paper/chunk.js";
import type { Paper } from "../paper/paper.js";
import { memo } from "../text/memo.js";
import { nearFinder } from "./near-words.js";
import type { NearAcronym } from "./rule.js";

/** The acronyms of a paper that are a slip away from one. */
export function nearAcronyms(paper: Paper, key: string): NearAcronym[] {
  const acronyms = paperAcronyms(paper);
  return finderOf(acronyms)(key).flatMap((it) => acronyms.get(it) ?? []);
}

const finderOf = memo((acronyms: ReadonlyMap<string, NearAcronym>) => nearFinder(acronyms.keys()));

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
