import { withoutComments } from "../paper/comments.js";
import { shorten } from "../text/shorten.js";

/** The words of Markdown from an offset on, in one line and without its marks, and no more than so many characters. */
export function firstWords(text: string, from: number, most: number): string {
  const words = withoutComments(text.slice(from, from + 4 * most))
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, "$1")
    .replace(/^\s*(?:(?:[-+*>|]|#{1,6})\s+)+/gm, " ")
    .replace(/(?<!\w)[*_~`]{1,3}|[*_~`]{1,3}(?!\w)/g, "")
    .replace(/\\(?=[.)*_|])/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return shorten(words, most);
}
