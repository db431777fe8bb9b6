// Prose that could bear a paragraph number: whole sentences at the margin.

import { memo } from "../text/memo.js";
import type { Block } from "./block.js";
import { lineTitle } from "./titles.js";

const note =
  /^[\W_]*(?:notes?|n\.?b|source|sources|key|figures? (?:may|are|is|in)|contact|signed|decision)\b[^.]{0,40}?[:.–-]/i;
/** Words that are only quoted, emphasised, linked or in brackets throughout. */
const wrapped =
  /^(?:["“‘'][\s\S]*["”’'][.,]?|[*_][\s\S]*[*_]|\([\s\S]*\)|\[[\s\S]*\](?:\([^()]*\))?[.]?|[†‡*#^][\s\S]*)$/;
const leastWords = 8;
const longestOdd = 4000;

/**
 * Where the first word ends of a block that is prose without a number, and 0 for any other: titles, captions, notes,
 * quotations, lines without a sentence's end.
 */
export const proseStart = memo((block: Block): number => {
  const { kind, facts, text } = block;
  const { marks, tables, labels, headings, pair } = facts;
  if (kind !== "paragraph" || !facts.hasContent || pair) return 0;
  if (marks.length + tables.length + labels.length + headings.length > 0 || lineTitle(block)?.strong)
    return 0;
  const words = text.trim();
  if (note.test(words.slice(0, 80)) || (words.length < longestOdd && wrapped.test(words))) return 0;
  if (!/[.:;?!][)\]*_"”’]*$/.test(words) || words.split(/\s+/, leastWords).length < leastWords) return 0;
  return /^\s*\S+/.exec(text)?.[0].length ?? 0;
});
