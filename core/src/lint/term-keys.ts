// Which terms a paper spells in a way that is worth a look, and where it uses them, however they are spelled.

import type { Block } from "../paper/block.js";
import type { Chunk } from "../paper/chunk.js";
import type { Paper } from "../paper/paper.js";
import { type TermUse, termIndex, termUses, usesOfTerms } from "../paper/terms.js";
import { hasHash, hashOf } from "../text/hash.js";
import { memo } from "../text/memo.js";
import type { KeyEntry } from "./rule.js";

/** The uses of a term in a block, as entries. `hash` is that of the term. */
function termEntriesIn(block: Block, key: string, hash: number): KeyEntry[] {
  return hasHash(termIndex(block).hashes, hash) ? asEntries(block, termUses(block, key)) : [];
}

function asEntries(block: Block, uses: readonly TermUse[]): KeyEntry[] {
  return uses.map((use) => ({ kind: "term", block, use }));
}

/** Whether a block uses a term in any spelling. */
export function usesTerm(block: Block, key: string): boolean {
  return hasHash(termIndex(block).hashes, hashOf(key)) && termUses(block, key).length > 0;
}

/** The uses of a term over the whole paper, in its order. */
export function termEntries(paper: Paper, key: string): KeyEntry[] {
  const hash = hashOf(key);
  return paper.chunks.flatMap((chunk) => {
    const known = walked.get(chunk);
    return known && !hasHash(known, hash)
      ? []
      : chunk.blocks.flatMap((block) => termEntriesIn(block, key, hash));
  });
}

const none: readonly string[] = [];

/** All terms of a paper that some block spells in a way that is worth a look, each with its uses in order. */
export function allTermEntries(paper: Paper): Map<string, KeyEntry[]> {
  const keys = new Set(
    paper.chunks.flatMap((chunk) => chunk.blocks.flatMap((block) => [...termIndex(block).keys])),
  );
  const byHash = new Map<number, string[]>();
  for (const key of keys) byHash.set(hashOf(key), [...(byHash.get(hashOf(key)) ?? []), key]);
  const all = new Map<string, KeyEntry[]>();
  for (const chunk of paper.chunks) {
    walked.set(chunk, chunkHashes(chunk));
    for (const block of chunk.blocks) {
      const used: string[] = [];
      for (const hash of termIndex(block).hashes) used.push(...(byHash.get(hash) ?? none));
      if (used.length === 0) continue;
      const uses = usesOfTerms(block, used);
      used.forEach((key, i) => {
        const entries = asEntries(block, uses[i] ?? []);
        const known = all.get(key);
        if (known) known.push(...entries);
        else all.set(key, entries);
      });
    }
  }
  return all;
}

/** The hashes of chunks that have been walked whole. One that an edit has just made has not, and need not be. */
const walked = new WeakMap<Chunk, Uint32Array>();

const chunkHashes = memo((chunk: Chunk): Uint32Array => {
  const all = new Set<number>();
  for (const block of chunk.blocks) for (const hash of termIndex(block).hashes) all.add(hash);
  return Uint32Array.from(all).sort();
});
