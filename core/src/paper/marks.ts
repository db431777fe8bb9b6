import type { ListItem } from "mdast";
import type { Tree } from "../markdown/parse.js";
import { indentation } from "../text/lines.js";
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
  /** Whether nothing follows on its line. */
  readonly bare: boolean;
}

const itemMark =
  /^(?:(?<digits>\d{1,9})(?<delimiter>[.)])|[-+*][ \t]+(?:(?<open>\*\*|__)(?<boldDigits>\d{1,4})(?:[.)]\k<open>|\k<open>[.)])|(?<bulletDigits>\d{1,4})[.)]))(?=[ \t\r\n]|$)/;
const paragraphMark =
  /^(?:(?<open>\*\*|__)(?<boldDigits>\d{1,4})(?:[.)]\k<open>|\k<open>[.)])|(?<escapedDigits>\d{1,4})\\[.)])(?=[ \t])/;

/** The marks of a block: those of its outermost list items and paragraphs, never of cells or nested lists. */
export function readMarks(tree: Tree, source: string): Mark[] {
  const marks: Mark[] = [];
  for (const node of tree.root.children) {
    if (node.type === "list") {
      for (const item of node.children) addMark(marks, readItemMark(source, startOf(tree, item)));
    } else if (node.type === "paragraph") {
      addMark(marks, readParagraphMark(source, tree.spanOf(node).start));
    }
  }
  return marks;
}

function addMark(marks: Mark[], mark: Mark | undefined): void {
  if (mark) marks.push(mark);
}

function startOf(tree: Tree, item: ListItem): number {
  return tree.spanOf(item).start;
}

function readItemMark(source: string, start: number): Mark | undefined {
  const match = itemMark.exec(source.slice(start, start + 32));
  if (!match?.groups) return undefined;
  const { digits, delimiter, boldDigits, bulletDigits } = match.groups;
  const form =
    digits === undefined
      ? boldDigits === undefined
        ? "bullet"
        : "boldBullet"
      : delimiter === "."
        ? "plain"
        : "parenthesis";
  return mark(source, start, match[0], digits ?? boldDigits ?? bulletDigits ?? "", form);
}

function readParagraphMark(source: string, start: number): Mark | undefined {
  const match = paragraphMark.exec(source.slice(start, start + 32));
  if (!match?.groups) return undefined;
  const { boldDigits, escapedDigits } = match.groups;
  return mark(
    source,
    start,
    match[0],
    boldDigits ?? escapedDigits ?? "",
    boldDigits === undefined ? "escaped" : "bold",
  );
}

function mark(source: string, start: number, text: string, digits: string, form: MarkForm): Mark {
  const lineStart = Math.max(source.lastIndexOf("\n", start - 1), source.lastIndexOf("\r", start - 1)) + 1;
  const from = start + text.indexOf(digits);
  return {
    ordinal: Number(digits),
    form,
    indent: indentation(source, lineStart).columns,
    span: { start, end: start + text.length },
    digits: { start: from, end: from + digits.length },
    bare: /^[ \t]*(?:[\r\n]|$)/.test(source.slice(start + text.length, start + text.length + 80)),
  };
}
