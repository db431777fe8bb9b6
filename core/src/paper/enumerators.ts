// The numbers that count off the items of a list inside a sentence: "two aims: 1) to listen; and 2) to act".

import type { Span } from "../text/span.js";

/** A number that may be one, with a bracket or a full stop behind it and the item's words behind that. */
const token = /(?<=^|\s)(?<open>\(?)(?<number>\d{1,2})(?<close>[.)])(?= {1,2}["“‘']?\p{L})/gu;
/** What stands before a number that is not the first. */
const separated = /(?:[:;,.–—-]|\b(?:and|or|then))\s{1,2}$/i;
/** What stands before one that only has a full stop, which may as well end a sentence. */
const introduced = /(?:[:;]|[;,] (?:and|or))\s{1,2}$/i;

/** The enumerators of a text in order: runs of two or more in one style that begin with 1 and go up by one. */
export function findEnumerators(text: string): Span[] {
  const found: Span[] = [];
  let run: Span[] = [];
  let style = "";
  const close = (): void => {
    if (run.length > 1) found.push(...run);
    run = [];
  };
  for (const { index, 0: it, groups } of text.matchAll(token)) {
    const number = Number(groups?.number);
    const own = `${groups?.open ?? ""}${groups?.close ?? ""}`;
    const before = text.slice(Math.max(0, index - 8), index);
    if (own === "(." || (own === "." && !introduced.test(before))) continue;
    const goesOn = number === run.length + 1 && own === style && separated.test(before);
    if (!goesOn) close();
    if (!goesOn && number !== 1) continue;
    style = own;
    run.push({ start: index, end: index + it.length });
  }
  close();
  return found;
}
