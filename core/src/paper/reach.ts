// How far a comment about "the next line" reaches: over the paragraph, the table or the heading that the line begins.
// It is told by lines, because the trees of the blocks are not kept.

import { countPassing, lastAt } from "../text/halving.js";
import { isBlankLine, lineEnd, nextLine } from "../text/lines.js";
import { memo } from "../text/memo.js";
import type { Block } from "./block.js";
import type { Directive } from "./directives.js";
import { blockAt, type Paper } from "./paper.js";

/** What a `disable-next-line` covers, in offsets of the paper. */
export interface Reach {
  /** The start of the line behind the comment. */
  readonly start: number;
  /** The start of the first line of words behind it; the paper's end where none follows. */
  readonly target: number;
  readonly end: number;
}

/** A line of a block: of words, or of nothing that a reader sees. */
export interface BlockLine {
  readonly start: number;
  readonly kind: "words" | "blank" | "comment";
  /** The columns before its words, marks of block quotes included. */
  readonly indent: number;
  /** Whether a list item or a numbered paragraph starts here. */
  readonly item: boolean;
  /** Whether it is a paragraph by itself: a heading, the line of a fence. */
  readonly alone: boolean;
}

/** A directive's place in the paper: its block's index and start. */
interface DirectivePlace {
  readonly directive: Directive;
  readonly index: number;
  readonly offset: number;
}

/**
 * What a `disable-next-line` covers. `before` is the reach of one that stands before it, if there is one: directives
 * stacked above one line share their walk to it.
 */
export function reachOf(paper: Paper, place: DirectivePlace, before?: Reach): Reach {
  const { directive, index, offset } = place;
  const text = blockAt(paper, index)?.text ?? "";
  const next = nextLine(text, directive.span.end);
  const start = offset + next;
  if (directive.goesOn) return { start, target: start, end: offset + nextLine(text, next) };
  if (before && before.start <= start && start <= before.target)
    return { start, target: before.target, end: before.end };
  let at = offset;
  for (let i = index; i < paper.blockCount; i++) {
    const block = blockAt(paper, i);
    if (!block) break;
    const lines = linesOf(block);
    let line = i === index ? countPassing(lines, (it) => it.start < next) : 0;
    while (line < lines.length && lines[line]?.kind !== "words") line++;
    const target = lines[line];
    if (target)
      return {
        start,
        target: at + target.start,
        end: at + (linesEnds(block)[line] ?? block.text.length),
      };
    at += block.text.length;
  }
  return { start, target: paper.length, end: paper.length };
}

/** The lines of a block. */
export const linesOf = memo((block: Block): readonly BlockLine[] => {
  const { text } = block;
  const lines: BlockLine[] = [];
  let inComment = false;
  for (let start = 0; start < text.length; start = nextLine(text, start)) {
    const end = lineEnd(text, start);
    const { at, indent } = wordsAt(text, start, end);
    const opens = text.startsWith("<!--", at);
    const kind = inComment || opens ? "comment" : isBlankLine(text, at) ? "blank" : "words";
    if (kind === "comment") inComment = !text.slice(inComment ? start : at + 4, end).includes("-->");
    const words = kind === "words" ? text.slice(at, Math.min(end, at + 16)) : "";
    lines.push({ start, kind, indent, item: item.test(words), alone: alone.test(words) });
  }
  return lines;
});

const item = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
const alone = /^(?:#{1,6}(?:[ \t]|$)|```|~~~)/;

/** Where a line's words start, behind indentation and the marks of block quotes. */
function wordsAt(text: string, start: number, end: number): { at: number; indent: number } {
  let indent = 0;
  let at = start;
  for (; at < end; at++) {
    const char = text.charAt(at);
    if (char === "\t") indent += 4 - (indent % 4);
    else if (char === " " || char === ">") indent++;
    else break;
  }
  return { at, indent };
}

/**
 * For each line, where what it begins ends: at a blank line, at a line that stands alone, at the next item that is
 * indented as much or less.
 */
const linesEnds = memo((block: Block): readonly number[] => {
  const lines = linesOf(block);
  const ends: number[] = new Array(lines.length).fill(block.text.length);
  // The items below, nearest last, of which each is indented more than those behind it.
  const items: BlockLine[] = [];
  let stop = block.text.length;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i];
    if (!line || line.kind === "comment") continue;
    const nearest = items[lastAt(items, (it) => it.indent <= line.indent)];
    ends[i] = nearest && nearest.indent <= line.indent ? nearest.start : stop;
    if (line.kind === "blank" || line.alone) {
      if (line.alone) ends[i] = lines[i + 1]?.start ?? block.text.length;
      items.length = 0;
      stop = line.start;
    } else if (line.item) {
      while ((items.at(-1)?.indent ?? -1) >= line.indent) items.pop();
      items.push(line);
    }
  }
  return ends;
});
