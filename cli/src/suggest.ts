/** The names that someone who typed `word` may have meant: the nearest by spelling, or those that contain it. */
export function suggestions(word: string, names: readonly string[]): string[] {
  const typed = word.toLowerCase();
  const near = names
    .map((name) => ({ name, distance: distance(typed, name) }))
    .filter(({ name, distance }) => distance <= Math.max(2, Math.floor(name.length / 4)))
    .sort((a, b) => a.distance - b.distance);
  const [nearest] = near;
  if (nearest) return near.filter((it) => it.distance === nearest.distance).map((it) => it.name);
  return typed.length < 3 ? [] : names.filter((name) => name.includes(typed));
}

/** How many letters have to be added, removed or changed (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
