/** The last index whose item passes, by halving; the items that pass come first. 0 where none does. */
export function lastAt<Item>(items: readonly Item[], passes: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const item = items[middle];
    if (item !== undefined && passes(item)) low = middle;
    else high = middle - 1;
  }
  return low;
}
