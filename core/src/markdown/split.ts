// Finds where one block of Markdown ends and the next begins, by lines alone but for rare lines in doubt.
// A split is made only where CommonMark 0.31 leaves no doubt that the next line starts afresh at the
// top level; where it might not, the lines stay together and the parser decides. So a block can be
// larger than it need be, and parsing blocks one by one still equals parsing the whole.

import { indentation, isBlankLine, lineEnd, nextLine, skipBlankLines } from "../text/lines.js";
import { parseWhole } from "./parse.js";

/** What the first line of a block says it is. */
export type BlockKind =
  | "blank"
  | "frontMatter"
  | "heading"
  | "break"
  | "code"
  | "fence"
  | "html"
  | "quote"
  | "item"
  | "footnote"
  | "paragraph";

/** A block's kind and the offset at which the next block starts. */
interface Split {
  readonly kind: BlockKind;
  readonly end: number;
}

const BYTE_ORDER_MARK = 0xfeff;
const heading = /^#{1,6}(?:[ \t]|$)/;
const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/;
const bullet = /^[-+*](?=[ \t]|$)/;
const ordinal = /^\d{1,9}[.)](?=[ \t]|$)/;
const setextUnderline = /^(?:=+|-+)[ \t]*$/;
const setextDashes = /^-+[ \t]*$/;
const footnote = /^\[\^[^\]\s]+\]:/;
const frontMatterFence = /^---[ \t]*$/;

/** The start and end conditions of HTML blocks that may hold blank lines (CommonMark 4.6, kinds 1 to 5). */
const longHtml: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:[ \t>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![A-Za-z]/, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
];

/**
 * The block that starts at `start`, which must be the start of the text or the end of the block before.
 * Its text runs to the next block, trailing blank lines included. An end equal to the text's length
 * may move when the text goes on. `top` says that the text's start is the paper's, where front matter may stand.
 */
export function splitBlock(text: string, start: number, top: boolean): Split {
  const marked = top && text.charCodeAt(0) === BYTE_ORDER_MARK;
  if (marked && start === 0) return { kind: "blank", end: 1 };
  if (isBlankLine(text, start)) return { kind: "blank", end: skipBlankLines(text, start) };
  if (top && start === (marked ? 1 : 0)) {
    const end = frontMatterEnd(text, start);
    if (end !== undefined) return { kind: "frontMatter", end: skipBlankLines(text, end) };
  }
  const { at, columns } = indentation(text, start);
  if (columns >= 4) return { kind: "code", end: codeEnd(text, start) };
  const line = text.slice(at, lineEnd(text, at));
  const next = nextLine(text, start);
  if (heading.test(line)) return { kind: "heading", end: skipBlankLines(text, next) };
  if (isThematicBreak(line)) return { kind: "break", end: skipBlankLines(text, next) };
  if (fence.test(line)) return { kind: "fence", end: skipBlankLines(text, fenceEnd(text, start)) };
  if (startsLongHtml(line)) return { kind: "html", end: skipBlankLines(text, longHtmlEnd(text, start)) };
  if (line.startsWith("<")) return { kind: "html", end: undecidedEnd(text, start, next) };
  if (line.startsWith(">")) return { kind: "quote", end: paragraphEnd(text, start, true) };
  const width = contentWidth(line, columns);
  if (width !== undefined) return { kind: "item", end: itemEnd(text, start, columns + width) };
  if (footnote.test(line)) return { kind: "footnote", end: itemEnd(text, start, 4) };
  return { kind: "paragraph", end: paragraphEnd(text, start, false) };
}

/** Whether the first line opens front matter, closed or not. */
export function opensFrontMatter(text: string): boolean {
  const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  return frontMatterFence.test(text.slice(start, lineEnd(text, start)));
}

function frontMatterEnd(text: string, start: number): number | undefined {
  if (!frontMatterFence.test(text.slice(start, lineEnd(text, start)))) return undefined;
  for (let at = nextLine(text, start); at < text.length; at = nextLine(text, at)) {
    if (text.startsWith("---", at) && frontMatterFence.test(text.slice(at, lineEnd(text, at)))) {
      return nextLine(text, at);
    }
  }
  return undefined;
}

function codeEnd(text: string, start: number): number {
  let at = nextLine(text, start);
  while (at < text.length && (isBlankLine(text, at) || indentation(text, at).columns >= 4))
    at = nextLine(text, at);
  return at;
}

/** Behind the closing fence of the fence that opens at `start`, or the end of the text (CommonMark 4.5). */
function fenceEnd(text: string, start: number): number {
  const open = indentation(text, start).at;
  const mark = text.charAt(open);
  let width = 0;
  while (text.charAt(open + width) === mark) width++;
  let at = nextLine(text, start);
  for (; at < text.length; at = nextLine(text, at)) {
    const inner = indentation(text, at);
    if (inner.columns > 3 || text.charAt(inner.at) !== mark) continue;
    let closing = 0;
    while (text.charAt(inner.at + closing) === mark) closing++;
    if (closing >= width && isBlankLine(text, inner.at + closing)) return nextLine(text, at);
  }
  return at;
}

function startsLongHtml(line: string): boolean {
  return line.startsWith("<") && longHtml.some(([start]) => start.test(line));
}

function longHtmlEnd(text: string, start: number): number {
  const first = indentation(text, start).at;
  const end = longHtml.find(([open]) => open.test(text.slice(first, lineEnd(text, first))))?.[1];
  // The end condition is looked for behind "<!", so that "<!-->" closes itself as the specification says.
  let from = first + 2;
  let at = start;
  do {
    const stop = lineEnd(text, at);
    const next = nextLine(text, at);
    if (end?.test(text.slice(from, stop))) return next;
    at = next;
    from = next;
  } while (at < text.length);
  return at;
}

/**
 * The end of lines from `from` on that may be an HTML block or go on with the words of the block at `start`: at a blank
 * line, but not inside a fence or a long HTML block, which one of the two readings would open here; and at an item, which
 * has words behind blank lines, if the parser says that it is one.
 */
function undecidedEnd(text: string, start: number, from: number): number {
  let at = from;
  // What the parser has once taken for words or HTML stays that up to the blank line: it is asked once for each kind.
  const asked = { first: false, other: false };
  while (at < text.length) {
    if (isBlankLine(text, at)) return skipBlankLines(text, at);
    const inner = indentation(text, at);
    const line = text.slice(inner.at, lineEnd(text, inner.at));
    if (inner.columns <= 3 && startsItem(line)) {
      const kind = interruptsParagraph(line) ? "first" : "other";
      if (!asked[kind] && opensBlock(text, start, at)) return at;
      asked[kind] = true;
    }
    if (inner.columns <= 3 && fence.test(line)) at = fenceEnd(text, at);
    else if (inner.columns <= 3 && startsLongHtml(line)) at = longHtmlEnd(text, at);
    else at = nextLine(text, at);
  }
  return at;
}

/** The end of a paragraph, or of a block quote (`quoted`), that starts at `start`. */
function paragraphEnd(text: string, start: number, quoted: boolean): number {
  let at = nextLine(text, start);
  // Dashes under a quote are a break, but under words that may have left the quote they make a heading.
  let underWords = !quoted;
  let indented = false;
  let underlined = false;
  while (at < text.length) {
    if (isBlankLine(text, at)) {
      at = skipBlankLines(text, at);
      // An indented last line under a table or a heading is code, which goes on over blank lines.
      if (at < text.length && indented && indentation(text, at).columns >= 4) continue;
      return at;
    }
    const inner = indentation(text, at);
    indented = inner.columns >= 4;
    const line = text.slice(inner.at, lineEnd(text, inner.at));
    const marked = quoted && inner.columns <= 3 && line.startsWith(">");
    if (!marked && inner.columns <= 3) {
      if (line.startsWith("<") && !startsLongHtml(line)) return undecidedEnd(text, start, at);
      if (interruptsParagraph(line) && !(underWords && setextDashes.test(line))) return at;
      // Behind a quote, a table or an underlined heading, any number starts an item; behind words, only 1 does.
      const mayStart = quoted || underlined || text.slice(start, at).includes("|");
      if (startsItem(line) && mayStart && opensBlock(text, start, at)) return at;
    }
    underlined = inner.columns <= 3 && setextUnderline.test(line);
    underWords = !marked;
    at = nextLine(text, at);
  }
  return at;
}

/** The end of a list item or footnote that starts at `start` and whose content is indented by `width` columns. */
function itemEnd(text: string, start: number, width: number): number {
  let at = nextLine(text, start);
  const empty = isEmptyItem(text.slice(indentation(text, start).at, lineEnd(text, start)));
  if (empty && at < text.length && isBlankLine(text, at)) {
    // An item that starts with a blank line ends at the second one (CommonMark 5.2, rule 3).
    return skipBlankLines(text, at);
  }
  let lazy = false;
  while (at < text.length) {
    if (isBlankLine(text, at)) {
      at = skipBlankLines(text, at);
      if (at >= text.length || indentation(text, at).columns < width) return at;
      lazy = false;
    } else {
      const inner = indentation(text, at);
      const outside = inner.columns < width;
      if (outside && inner.columns <= 3) {
        const line = text.slice(inner.at, lineEnd(text, inner.at));
        if (interruptsParagraph(line) || startsItem(line)) return at;
        if (line.startsWith("<")) return undecidedEnd(text, start, at);
      }
      if (outside && !lazy && !continuesWords(text, start, at) && opensBlock(text, start, at)) return at;
      lazy = outside;
    }
    at = nextLine(text, at);
  }
  return at;
}

/** Whether the line at `at` follows an item's first line of plain words, and so goes on with them (CommonMark 5.2, rule 5). */
function continuesWords(text: string, start: number, at: number): boolean {
  const first = text.slice(indentation(text, start).at, lineEnd(text, start));
  return nextLine(text, start) === at && /^(?:[-+*]|\d{1,9}[.)])[ \t]{1,4}[A-Za-z"'“‘(]/.test(first);
}

/** Whether the line at `at` starts something new at the top level, or an item there; for lines in doubt the parser knows. */
function opensBlock(text: string, start: number, at: number): boolean {
  const { root, spanOf } = parseWhole(text.slice(start, nextLine(text, at)));
  const last = root.children.at(-1);
  const opened = last?.type === "list" ? last.children.at(-1) : last;
  return opened !== undefined && spanOf(opened).start >= at - start;
}

/** Whether a line ends any paragraph before it and starts a block of its own (CommonMark 4.8, 5.2). */
function interruptsParagraph(line: string): boolean {
  return (
    heading.test(line) ||
    isThematicBreak(line) ||
    fence.test(line) ||
    startsLongHtml(line) ||
    line.startsWith(">") ||
    (bullet.test(line) && !isEmptyItem(line)) ||
    (/^1[.)][ \t]/.test(line) && !isEmptyItem(line))
  );
}

function startsItem(line: string): boolean {
  return bullet.test(line) || ordinal.test(line);
}

function isEmptyItem(line: string): boolean {
  return /^(?:[-+*]|\d{1,9}[.)])[ \t]*$/.test(line);
}

function isThematicBreak(line: string): boolean {
  const mark = line.charAt(0);
  if (mark !== "-" && mark !== "*" && mark !== "_") return false;
  let count = 0;
  for (const char of line) {
    if (char === mark) count++;
    else if (char !== " " && char !== "\t") return false;
  }
  return count >= 3;
}

/** How far behind a list item's first column its content starts, or `undefined` for other lines. */
function contentWidth(line: string, indent: number): number | undefined {
  const marker = (bullet.exec(line) ?? ordinal.exec(line))?.[0];
  if (marker === undefined) return undefined;
  let columns = indent + marker.length;
  let at = marker.length;
  for (; at < line.length; at++) {
    if (line.charAt(at) === " ") columns++;
    else if (line.charAt(at) === "\t") columns += 4 - (columns % 4);
    else break;
  }
  const width = columns - indent;
  const space = width - marker.length;
  return at === line.length || space > 4 ? marker.length + 1 : width;
}
