// Comments say nothing to the readers of a paper, so what stands on either side of one stands side by side.

import type { Block } from "./block.js";

/** Whether a block holds nothing but comments. */
export function isComment({ kind, text }: Pick<Block, "kind" | "text">): boolean {
  if (kind !== "html") return false;
  for (let at = skipSpace(text, 0); at < text.length; ) {
    const end = text.startsWith("<!--", at) ? text.indexOf("-->", at + 4) : -1;
    if (end < 0) return false;
    at = skipSpace(text, end + 3);
  }
  return true;
}

/** The text up to the comments that it ends in, if it ends in any. */
export function withoutEndComments(text: string): string {
  let cut = text.length;
  for (;;) {
    let end = cut;
    while (end > 0 && isSpace(text, end - 1)) end--;
    if (!text.startsWith("-->", end - 3)) break;
    const start = text.lastIndexOf("<!--", end - 3);
    if (start < 0 || text.indexOf("-->", start + 4) !== end - 3) break;
    cut = start;
  }
  return text.slice(0, cut);
}

/** The text with spaces in place of its comments, so that the rest stands where it stood. */
export function withoutComments(text: string): string {
  if (!text.includes("<!--")) return text;
  return text.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => " ".repeat(comment.length));
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text, at)) at++;
  return at;
}

function isSpace(text: string, at: number): boolean {
  return " \t\r\n".includes(text.charAt(at));
}
