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
    const length = firstEnd(ends, ranks, rank);
    before.push(ends[length - 1]);
    const end = ends[length];
    if (end === undefined || (ranks[end] ?? 0) > rank) ends[length] = i;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before[at]) kept.add(at);
  return kept;
}

/** The first of the ends whose rank is not below this one. */
function firstEnd(ends: readonly number[], ranks: readonly number[], rank: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranks[ends[middle] ?? 0] ?? 0) < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}
