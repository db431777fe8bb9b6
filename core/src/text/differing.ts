/** What two lists do not share: both without the items, the same by identity, that they start and end with. */
export function differing<Item>(
  a: readonly Item[],
  b: readonly Item[],
): readonly [readonly Item[], readonly Item[]] {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}
