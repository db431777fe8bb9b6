import { distance } from "fastest-levenshtein";

/** The name of the list that a misspelt one was probably meant for: a slip away, or the same but for case. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const short = plain(written.slice(0, 100));
  const ranked = names
    .map((name) => ({ name, far: slips(short, plain(name)) }))
    .sort((a, b) => a.far - b.far);
  const best = ranked[0];
  return best !== undefined && best.far <= Math.floor(plain(best.name).length / 3) ? best.name : undefined;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[_ -]+/g, "");
}

/** How many letters are missing, added or changed; two neighbours exchanged are one slip. */
function slips(written: string, meant: string): number {
  const at = [...meant].findIndex((letter, i) => letter !== written.charAt(i));
  const exchanged = meant.slice(0, at) + meant.charAt(at + 1) + meant.charAt(at) + meant.slice(at + 2);
  return at >= 0 && exchanged === written ? 1 : distance(written, meant);
}

/** `Did you mean "severity"?`, with a space in front, or nothing. */
export function didYouMean(written: string, names: readonly string[]): string {
  const meant = nearest(written, names);
  return meant === undefined ? "" : ` Did you mean "${meant}"?`;
}
