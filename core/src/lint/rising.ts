import { countPassing } from "../text/halving.js";

/**
 * The indexes of a longest run of items, in their order, whose ranks rise: the others are the fewest that are out of
 * order. Of items with one rank the first is kept. Ranks are finite numbers.
 */
export function risingItems<Item>(
  items: readonly Item[],
  rankOf: (item: Item) => number,
): ReadonlySet<number> {
  const ranks = items.map(rankOf);
  // For each length of a run, the item that ends it with the least rank.
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [i, rank] of ranks.entries()) {
    const length = countPassing(ends, (end) => (ranks[end] ?? 0) < rank);
    before.push(ends[length - 1]);
    const end = ends[length];
    if (end === undefined || (ranks[end] ?? 0) > rank) ends[length] = i;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before[at]) kept.add(at);
  return kept;
}
