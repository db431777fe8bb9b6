// Facts by key: which blocks speak of one acronym, one expansion, one table.

import { mentionKeys, mentionsIn } from "../figures/mentions.js";
import type { Block } from "../paper/block.js";
import type { Chunk } from "../paper/chunk.js";
import type { Paper } from "../paper/paper.js";
import { sentencesOf } from "../paper/sentences.js";
import { hasHash, hashesOf, hashOf } from "../text/hash.js";
import { memo } from "../text/memo.js";
import type { KeyEntry, KeyFamily } from "./rule.js";
import { allTermEntries, termEntries } from "./term-keys.js";

/** A family and a key in it, as one string: `acronym OPCC`. */
export type FullKey = `${KeyFamily} ${string}`;

/** The full key of a key. */
export function fullKey(family: KeyFamily, key: string): FullKey {
  return `${family} ${key}`;
}

/** The words of an expansion without what varies: case, hyphens, small words, plurals, endings, whose majesty. */
export function expansionKey(expansion: string): string {
  return expansion
    .toLowerCase()
    .replace(/[’']s?\b/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\b(?:the|an?|and|of|for|in|to|on|with)\b/g, " ")
    .replace(/\bh(?:er|is) majesty(?:s)?\b/g, "hm")
    .replace(/\b(\w{3,20}?)(?:mmes?|(?<y>ies|y)|es?|s)\b/g, (_, stem: string, y?: string) => stemOf(stem, y))
    .replace(/\bprogram\b/g, "progra")
    .replace(/(?<=\w{3})iz/g, "is")
    .replace(/ +/g, "");
}

/** A stem that is the same for one and for many: "notice" and "notices", "policy" (and not "police"), "address". */
function stemOf(stem: string, y: string | undefined): string {
  return y === undefined ? stem.replace(/^program$/, "progra").replace(/ss$/, "s") : `${stem}i`;
}

/** The entries of a block, by full key. */
export const blockEntries = memo((block: Block): ReadonlyMap<FullKey, readonly KeyEntry[]> => {
  const entries = new Map<FullKey, KeyEntry[]>();
  const add = (key: FullKey, entry: KeyEntry): void => {
    const known = entries.get(key);
    if (known) known.push(entry);
    else entries.set(key, [entry]);
  };
  for (const use of block.facts.uses) add(fullKey("acronym", use.key), { kind: "use", block, use });
  for (const definition of block.facts.definitions) {
    const entry: KeyEntry = { kind: "definition", block, definition };
    add(fullKey("acronym", definition.key), entry);
    add(fullKey("expansion", expansionKey(definition.expansion)), entry);
  }
  for (const gloss of block.facts.glosses)
    add(fullKey("acronym", gloss.key), { kind: "gloss", block, gloss });
  for (const reference of block.facts.references) {
    for (const name of reference.names) {
      add(fullKey("reference", `${reference.kind} ${name.name}`), {
        kind: "reference",
        block,
        reference,
        name,
      });
    }
  }
  for (const mention of mentionsIn(block))
    for (const key of mentionKeys(mention)) add(fullKey("figure", key), { kind: "figure", block, mention });
  for (const sentence of sentencesOf(block))
    if (sentence.isTelling) add(fullKey("sentence", sentence.key), { kind: "sentence", block, sentence });
  for (const list of entries.values()) list.sort((a, b) => startOf(a) - startOf(b));
  return entries;
});

/** The entries of chunks that have been walked whole. One that an edit has just made has not, and need not be. */
const walked = new WeakMap<Chunk, ReadonlyMap<FullKey, readonly KeyEntry[]>>();

function chunkEntries(chunk: Chunk): ReadonlyMap<FullKey, readonly KeyEntry[]> {
  const known = walked.get(chunk);
  if (known) return known;
  const entries = new Map<FullKey, KeyEntry[]>();
  for (const block of chunk.blocks) {
    for (const [key, list] of blockEntries(block)) {
      const known = entries.get(key);
      if (known) known.push(...list);
      else entries.set(key, [...list]);
    }
  }
  walked.set(chunk, entries);
  return entries;
}

/** The entries of a key over the whole paper, in its order. */
export function entriesOf(paper: Paper, key: FullKey): KeyEntry[] {
  if (key.startsWith("term ")) return termEntries(paper, key.slice("term ".length));
  return paper.chunks.flatMap((chunk) => {
    const entries = walked.get(chunk);
    if (entries) return entries.get(key) ?? [];
    return chunk.blocks.flatMap((block) => blockEntries(block).get(key) ?? []);
  });
}

/**
 * The entries of each of some keys over the whole paper, in its order. Where an edit has just made a chunk, its blocks are
 * walked once for all keys, and not once for each.
 */
export function entriesOfAll(paper: Paper, keys: Iterable<FullKey>): Map<FullKey, readonly KeyEntry[]> {
  const found = new Map<FullKey, KeyEntry[]>();
  for (const key of keys) found.set(key, key.startsWith("term ") ? entriesOf(paper, key) : []);
  for (const chunk of paper.chunks) {
    const entries = walked.get(chunk);
    if (entries) for (const [key, list] of found) list.push(...(entries.get(key) ?? none));
    else
      for (const block of chunk.blocks)
        for (const [key, list] of blockEntries(block)) found.get(key)?.push(...list);
  }
  return found;
}

const none: readonly KeyEntry[] = [];

/** All entries of a paper by their keys, in its order. */
export function allEntries(paper: Paper): Map<FullKey, KeyEntry[]> {
  const all = new Map<FullKey, KeyEntry[]>();
  for (const chunk of paper.chunks) {
    for (const [key, entries] of chunkEntries(chunk)) {
      const known = all.get(key);
      if (known) for (const entry of entries) known.push(entry);
      else all.set(key, [...entries]);
    }
  }
  for (const [key, entries] of allTermEntries(paper)) all.set(fullKey("term", key), entries);
  return all;
}

/** All keys of a paper. */
export function allKeys(paper: Paper): Set<FullKey> {
  return new Set(paper.chunks.flatMap((chunk) => [...chunkEntries(chunk).keys()]));
}

/** Where an entry stands in its block. */
export function startOf(entry: KeyEntry): number {
  if (entry.kind === "use" || entry.kind === "term") return entry.use.span.start;
  if (entry.kind === "figure") return entry.mention.span.start;
  if (entry.kind === "sentence") return entry.sentence.span.start;
  if (entry.kind === "gloss") return entry.gloss.span.start;
  return entry.kind === "definition" ? entry.definition.span.start : entry.name.span.start;
}

/** Whether a block says a word in small letters, or with a capital only at its start. */
export function blockSays(block: Block, word: string): boolean {
  if (!hasHash(wordHashes(block), hashOf(word))) return false;
  const pattern = `(?<![A-Za-z0-9])[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}(?![A-Za-z0-9])`;
  return new RegExp(pattern).test(block.text);
}

/** Hashes of the words of a block that are not in capitals. */
const wordHashes = memo((block: Block): Uint32Array => {
  const words = new Set<string>();
  for (const [word] of block.text.matchAll(/[A-Za-z][a-z]{2,15}/g)) words.add(word.toLowerCase());
  return hashesOf(words);
});

/** The hashes of all words of a paper that are not in capitals. */
export function allWords(paper: Paper): ReadonlySet<number> {
  const all = new Set<number>();
  for (const { blocks } of paper.chunks)
    for (const block of blocks) for (const hash of wordHashes(block)) all.add(hash);
  return all;
}
