// Paragraphs that are numbered by section: 1.1, 1.2, 2.1. Most are paragraphs by themselves; others stand in a
// heading, a cell or a line that was joined to the one above, and show only that their number is not lost.

import type { Tree } from "../markdown/parse.js";
import type { Span } from "../text/span.js";

/** `3.2` or `3.2.1` at the start of a line. */
export interface SectionNumber {
  /** As written, without a full stop behind it. */
  readonly name: string;
  /** The numbers in it: 3 and 2. */
  readonly levels: readonly number[];
  readonly span: Span;
  /** Whether it opens a paragraph, and is surely its number. */
  readonly opens: boolean;
}

const atLineStart =
  /^[ \t]{0,8}(?<before>#{1,6}[ \t]+|\|[ \t]*|[-*+][ \t]+|>[ \t]*)?(?:\*\*|__)?(?<name>\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)(?:\\?\.)?(?:\*\*|__)?(?=[ \t\r\n|])(?<after>[^\r\n]{0,16})/gm;
/** What makes it an amount: `3.4 million`, `2.5 per cent`. */
const amount = /^\s*(?:%|[a-z£$€&+<>=-]|$)/;

/** The section numbers of a block, in order. */
export function readSectionNumbers(tree: Tree, source: string): SectionNumber[] {
  if (!/^[^\n\d]{0,12}\d{1,2}\.\d/m.test(source)) return [];
  const first = tree.root.children[0];
  const start = first?.type === "paragraph" ? tree.spanOf(first).start : -1;
  const found: SectionNumber[] = [];
  for (const match of source.matchAll(atLineStart)) {
    const { name = "", before, after = "" } = match.groups ?? {};
    const at = match.index + match[0].length - after.length;
    const from = source.lastIndexOf(name, at);
    const opens =
      before === undefined &&
      start >= match.index &&
      start <= from &&
      !amount.test(after.replace(/^[ \t*_]+/, " "));
    found.push({
      name,
      levels: name.split(".").map(Number),
      span: { start: from, end: from + name.length },
      opens,
    });
  }
  return found;
}
