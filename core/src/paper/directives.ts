// Comments by which an author says that findings are meant: `<!-- board-paper-disable-next-line table-total -- why -->`.
// What they silence is no business of the paper; here they are read, and nothing more.

import type { Nodes } from "mdast";
import type { Tree } from "../markdown/parse.js";
import { nextLine } from "../text/lines.js";
import type { Span } from "../text/span.js";

/** What a directive does: from here on, no longer, for what stands on the next line, in the whole paper. */
export type DirectiveKind = "disable" | "enable" | "disable-next-line" | "disable-file";

/** A rule as a directive names it; there need not be one. */
export interface NamedRule {
  readonly name: string;
  readonly span: Span;
}

/** `<!-- board-paper-disable table-total -- The force rounds its figures. -->`. */
export interface Directive {
  readonly kind: DirectiveKind;
  /** The comment, marks included. */
  readonly span: Span;
  /** The rules named; none stands for all. */
  readonly rules: readonly NamedRule[];
  /** The words behind the dashes. */
  readonly reason: Span | undefined;
  /** Whether the comment stands in a paragraph or table which goes on in the next line. */
  readonly goesOn: boolean;
}

const opening =
  /<!--[\s>]*board-paper-(?<kind>disable-next-line|disable-file|disable|enable)(?=[\s,]|-->|$)/g;
const reasonMark = /^(?:-{2,}|[–—])/;

/** The directives of a block, in order. `source` is the block's text. */
export function readDirectives(tree: Tree, source: string): readonly Directive[] {
  if (!source.includes("board-paper-")) return none;
  const directives: Directive[] = [];
  const walk = (node: Nodes, leafEnd: number): void => {
    if (node.type === "html") directives.push(...readHtml(tree.spanOf(node), leafEnd, source));
    if (!("children" in node)) return;
    const isLeaf = node.type === "paragraph" || node.type === "heading" || node.type === "table";
    const end = isLeaf ? tree.spanOf(node).end : leafEnd;
    for (const child of node.children) walk(child, end);
  };
  for (const node of tree.root.children) walk(node, 0);
  return directives.length === 0 ? none : directives;
}

const none: readonly Directive[] = [];

/** The directives in a stretch of HTML; `leafEnd` is where the paragraph or table around it ends, if one does. */
function* readHtml(html: Span, leafEnd: number, source: string): Generator<Directive> {
  const text = source.slice(html.start, html.end);
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const inner = match.index + match[0].length;
    const close = text.indexOf("-->", inner);
    if (close < 0) return;
    const span = { start: html.start + match.index, end: html.start + close + 3 };
    yield {
      kind: match.groups?.kind as DirectiveKind,
      span,
      ...readWords(text.slice(inner, close), html.start + inner),
      goesOn: leafEnd > nextLine(source, span.end),
    };
    opening.lastIndex = close + 3;
  }
}

/** The rules, parted by spaces or commas, and the reason behind the dashes. */
function readWords(text: string, base: number): Pick<Directive, "rules" | "reason"> {
  const rules: NamedRule[] = [];
  for (const { 0: word, index } of text.matchAll(/[^\s,]+/g)) {
    const dashes = reasonMark.exec(word)?.[0].length;
    if (dashes !== undefined) {
      const start = index + dashes + (/^\s*/.exec(text.slice(index + dashes))?.[0].length ?? 0);
      const end = text.trimEnd().length;
      return { rules, reason: start < end ? { start: base + start, end: base + end } : undefined };
    }
    // A comment of several lines in a block quote has the quote's marks in it.
    if (/^>+$/.test(word)) continue;
    rules.push({ name: word, span: { start: base + index, end: base + index + word.length } });
  }
  return { rules, reason: undefined };
}
