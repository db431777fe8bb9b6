// Titles that are not written as headings: a bold line, or a short line of its own.

import { lineEnd } from "../text/lines.js";
import { memo } from "../text/memo.js";
import type { Span } from "../text/span.js";
import type { Block } from "./block.js";

/** A line that may be a section's title. */
export interface LineTitle {
  /** The words, without number and emphasis. */
  readonly text: string;
  /** The words in the block. */
  readonly span: Span;
  /** Whether it is bold throughout; a line that is not is a title only if its words are those of one. */
  readonly strong: boolean;
}

const longestStrong = 120;
const longestPlain = 60;
const number = "(?:\\d{1,3}(?:\\.\\d{1,3}){0,3}\\\\?[.):]?[ \\t]+)?";
const strongLine = new RegExp(`^${number}(\\*\\*|__)${number}(?<words>[^*_\\n]+?)\\1[ \\t]*:?$`);
const plainLine = new RegExp(`^${number}(?<words>[A-Z][^*_|\\n]*?)[ \\t]*:?$`);

/** The title that a block is or begins with: a bold line, or a short line that is all of it. */
export const lineTitle = memo((block: Block): LineTitle | undefined => {
  const { kind, text, facts } = block;
  if ((kind !== "paragraph" && kind !== "item") || facts.tables.length + facts.labels.length > 0)
    return undefined;
  const line = text.slice(0, lineEnd(text, 0)).trimEnd();
  if (line.length > longestStrong) return undefined;
  const strong = strongLine.exec(line)?.groups?.words;
  const isPlain =
    strong === undefined && line.length <= longestPlain && line.length === text.trimEnd().length;
  const words = isPlain ? plainLine.exec(line)?.groups?.words : strong;
  if (words === undefined || (isPlain && /[.;,?!]$/.test(words))) return undefined;
  const start = line.indexOf(words);
  const span = { start, end: start + words.length };
  return { text: words.replace(/:\s*$/, "").trim(), span, strong: strong !== undefined };
});
