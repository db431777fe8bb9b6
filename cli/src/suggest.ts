import { distance } from "fastest-levenshtein";

/** The names that someone who typed `word` may have meant: the nearest by spelling, or those that contain it. */
export function suggestions(word: string, names: readonly string[]): string[] {
  const typed = word.toLowerCase();
  const near = names
    .map((name) => ({ name, off: distance(typed, name) }))
    .filter(({ name, off }) => off <= Math.max(2, Math.floor(name.length / 4)))
    .sort((a, b) => a.off - b.off);
  const [nearest] = near;
  if (nearest) return near.filter((it) => it.off === nearest.off).map((it) => it.name);
  return typed.length < 3 ? [] : names.filter((name) => name.includes(typed));
}
