/** How many items pass, by halving; the items that pass come first. */
export function countPassing<Item>(items: readonly Item[], passes: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && passes(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last index whose item passes, as `countPassing` finds it; 0 where none does. */
export function lastAt<Item>(items: readonly Item[], passes: (item: Item) => boolean): number {
  return Math.max(countPassing(items, passes) - 1, 0);
}
