// Names that were probably meant for others.

import { distance } from "fastest-levenshtein";

/**
 * The name of the list that a misspelt one was probably meant for: the same but for case, spaces and hyphens, or the
 * nearest by spelling, with at most `most` slips, and at most one in three letters.
 */
export function nearest(
  written: string,
  names: readonly string[],
  most = Number.POSITIVE_INFINITY,
): string | undefined {
  const short = plainName(written.slice(0, 100));
  const ranked = names
    .map((name) => ({ name, far: slips(short, plainName(name)) }))
    .sort((a, b) => a.far - b.far);
  const best = ranked[0];
  if (best === undefined) return undefined;
  return best.far <= Math.min(most, Math.floor(plainName(best.name).length / 3)) ? best.name : undefined;
}

/** A name as people compare it: in small letters, without spaces and hyphens. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[_\s-]+/g, "");
}

/** `Did you mean "severity"?`, with a space in front, or nothing. */
export function didYouMean(written: string, names: readonly string[]): string {
  const meant = nearest(written, names);
  return meant === undefined ? "" : ` Did you mean "${meant}"?`;
}

/** How many letters are missing, added or changed; two neighbours exchanged are one slip. */
function slips(written: string, meant: string): number {
  const at = [...meant].findIndex((letter, i) => letter !== written.charAt(i));
  const exchanged = meant.slice(0, at) + meant.charAt(at + 1) + meant.charAt(at) + meant.slice(at + 2);
  return at >= 0 && exchanged === written ? 1 : distance(written, meant);
}
