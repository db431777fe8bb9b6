// What a short form stands for, and writing it where the short form is used.

import type { Paper } from "../paper/paper.js";
import { type Place, spanOf } from "../paper/places.js";
import type { TextEdit } from "../text/edit.js";
import { tableAt } from "./acronyms.js";
import { expansionKey } from "./keys.js";

/** Stands where the words of a short form are to be written; the rule placeholder-left keeps it from being published. */
export const expansionPlaceholder = "[Insert what it stands for]";

/**
 * What a short form may stand for: the words with capitals whose first letters spell it, where the paper writes them
 * out without it, and has only one such. "Police and Crime Commissioner" for PCC. `undefined` for one of two letters.
 */
export function writtenOut(paper: Paper, short: string): string | undefined {
  if (!/^[A-Z]{3,8}$/.test(short)) return undefined;
  const pattern = new RegExp(
    `(?<![\\w-])${[...short].map((letter) => `${letter}[a-z]+[’']?s?[’']?`).join(between)}(?![\\w-])`,
    "g",
  );
  const found = new Map<string, string>();
  for (const { blocks } of paper.chunks) {
    for (const { kind, text } of blocks) {
      if (kind === "fence" || kind === "code" || kind === "html") continue;
      for (const [words] of text.matchAll(pattern)) {
        const plain = words.replace(/\s+/g, " ");
        if (!found.has(expansionKey(plain))) found.set(expansionKey(plain), plain);
      }
    }
  }
  const [only, ...others] = found.values();
  return others.length === 0 ? only : undefined;
}

/** What may stand between two words of a name: the small ones that a short form leaves out. */
const between = "(?:\\s+(?:of|the|and|for|in|to|on|with|&)){0,3}[\\s-]+";

/**
 * The edit that spells a short form out where it stands: "Violence Reduction Unit (VRU)". Gives `undefined` when the
 * place is not of this version of the paper.
 */
export function spellOut(paper: Paper, at: Place, words: string): TextEdit[] | undefined {
  const span = spanOf(paper, at);
  if (!span) return undefined;
  const { text } = at.block;
  const printed = text.slice(at.span.start, at.span.end);
  const expansion = inCell(at, /[a-z0-9]s$|[A-Z]s$/.test(printed) ? plural(words) : words);
  // What is in brackets already needs the words before them.
  if (text.charAt(at.span.start - 1) === "(" && text.charAt(at.span.end) === ")")
    return [{ start: span.start - 1, end: span.start - 1, text: `${expansion} ` }];
  return [{ ...span, text: `${expansion} (${printed})` }];
}

/** The words as they can stand there: in a table's cell a bar would end it. */
function inCell({ block, span }: Place, words: string): string {
  return tableAt(block, span) === undefined ? words : words.replace(/(?<!\\)\|/g, "\\|");
}

function plural(words: string): string {
  if (/[^a-z]$|s$/.test(words)) return words;
  return /[^aeiou]y$/.test(words) ? words.replace(/y$/, "ies") : `${words}s`;
}
