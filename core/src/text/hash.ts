/** The hash of a text (FNV-1a over UTF-16 code units, 32 bits): small numbers that differ nearly always where texts do. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/** The hashes of texts in rising order, each once: a small index of them, that may only err on yes (see `hasHash`). */
export function hashesOf(texts: ReadonlySet<string>): Uint32Array {
  const hashes = new Set<number>();
  for (const text of texts) hashes.add(hashOf(text));
  return Uint32Array.from(hashes).sort();
}

/** Whether hashes in rising order have one, found by halving. */
export function hasHash(hashes: Uint32Array, hash: number): boolean {
  let [low, high] = [0, hashes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hashes[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  return hashes[low] === hash;
}
