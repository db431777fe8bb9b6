import type { Nodes } from "mdast";
import type { Tree } from "../markdown/parse.js";
import { indentation, isBlankLine, nextLine } from "../text/lines.js";
import type { Span } from "../text/span.js";

/**
 * How a number is written: `2.` (the house form), `2)`, `**2.**`, `- 2.`, `- **2.**`, or `2\.`,
 * which converters write to keep Markdown from making a list.
 */
export type MarkForm = "plain" | "parenthesis" | "bold" | "bullet" | "boldBullet" | "escaped";

/** A number at the start of a line that may be a paragraph's. CommonMark keeps only a list's first; these are as typed. */
export interface Mark {
  readonly ordinal: number;
  readonly form: MarkForm;
  /** The columns before it: 0 in the house form. */
  readonly indent: number;
  /** The number and what makes it a mark, without indentation: `- **2.**`. */
  readonly span: Span;
  /** The digits. */
  readonly digits: Span;
  /** Where its line starts. */
  readonly lineStart: number;
  /** For a number that is not in the house form, where the indented lines under it start; else none. */
  readonly linesUnder: readonly number[];
  /** The least columns by which these lines are indented. */
  readonly under: number;
}

const itemMark =
  /^(?:(?<digits>\d{1,9})(?<delimiter>[.)])|[-+*][ \t]+(?:(?<open>\*\*|__)(?<boldDigits>\d{1,4})(?:[.)]\k<open>|\k<open>[.)])|(?<bulletDigits>\d{1,4})[.)]))(?=[ \t\r\n]|$)/;
const paragraphMark =
  /^(?:(?<open>\*\*|__)(?<boldDigits>\d{1,4})(?:[.)]\k<open>|\k<open>[.)])|(?<escapedDigits>\d{1,4})\\[.)])(?=[ \t])/;

/** The marks of a block: those of its outermost list items and paragraphs, never of cells or nested lists. */
export function readMarks(tree: Tree, source: string): Mark[] {
  const marks: Mark[] = [];
  const add = (node: Nodes, pattern: RegExp): void => {
    const { start, end } = tree.spanOf(node);
    const match = pattern.exec(source.slice(start, start + 32));
    if (match) marks.push(readMark(source, start, end, match));
  };
  for (const node of tree.root.children) {
    if (node.type === "list") for (const item of node.children) add(item, itemMark);
    else if (node.type === "paragraph") add(node, paragraphMark);
  }
  return marks;
}

function readMark(source: string, start: number, end: number, match: RegExpExecArray): Mark {
  const { digits, delimiter, boldDigits, bulletDigits, escapedDigits } = match.groups ?? {};
  const number = digits ?? boldDigits ?? bulletDigits ?? escapedDigits ?? "0";
  const form = formOf(match, delimiter);
  let lineStart = start;
  while (lineStart > 0 && !"\r\n".includes(source.charAt(lineStart - 1))) lineStart--;
  const indent = indentation(source, lineStart).columns;
  const from = start + match[0].indexOf(number);
  return {
    ordinal: Number(number),
    form,
    indent,
    span: { start, end: start + match[0].length },
    digits: { start: from, end: from + number.length },
    lineStart,
    ...(form === "plain" && indent === 0 ? { linesUnder: [], under: 0 } : readLinesUnder(source, start, end)),
  };
}

function formOf({ 0: text, groups }: RegExpExecArray, delimiter: string | undefined): MarkForm {
  if (groups?.digits !== undefined) return delimiter === "." ? "plain" : "parenthesis";
  if (groups?.escapedDigits !== undefined) return "escaped";
  if (groups?.bulletDigits !== undefined) return "bullet";
  return /^[-+*][ \t]/.test(text) ? "boldBullet" : "bold";
}

function readLinesUnder(source: string, start: number, end: number): Pick<Mark, "linesUnder" | "under"> {
  const linesUnder: number[] = [];
  let under = Number.POSITIVE_INFINITY;
  for (let at = nextLine(source, start); at < end; at = nextLine(source, at)) {
    const { columns } = indentation(source, at);
    if (isBlankLine(source, at) || columns < 2) continue;
    // A tab cannot be moved by single columns; then the lines stay where they are.
    if (source.charAt(at) === "\t") return { linesUnder: [], under: 0 };
    linesUnder.push(at);
    under = Math.min(under, columns);
  }
  return linesUnder.length === 0 ? { linesUnder, under: 0 } : { linesUnder, under };
}
