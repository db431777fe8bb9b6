import type { Nodes, Paragraph } from "mdast";
import { inlineText } from "../markdown/inline.js";
import type { Tree } from "../markdown/parse.js";
import type { Span } from "../text/span.js";
import type { Mark } from "./marks.js";

/** The words that open the two halves of a pair. */
type Half = "said" | "did";

/** `We said:` or `We did:` at the start of a block. */
export interface PairHalf {
  readonly half: Half;
  /** The words, without colon and emphasis. */
  readonly span: Span;
  /** Whether the words only begin a sentence, as in "We said that …": this is no half, but may stand for one. */
  readonly mention: boolean;
  /** Whether the block has more words than these. */
  readonly answered: boolean;
  /** Whether it is a heading; then what follows belongs to it up to the next heading of its level. */
  readonly heading: 0 | 1 | 2 | 3 | 4 | 5 | 6;
}

const opening = /^\s*(?:\d{1,4}[.)]\s+)?(?<words>(?:we|you) (?<verb>said|did))\b(?<after>[^\n]*)/i;

/** Words behind the opening that make it something else: "We did not …", and both halves in one line. */
const otherwise = /^\s*(?:not\b|n[’']t\b|[\s,/–—-]*(?:and\s+)?(?:we|you) (?:said|did)\b)/i;
/** The other half further down in the same block, which then is a pair in itself. */
const answer = /(?:^|\n)[^\p{L}\n]{0,12}we did\b[*_ ]*(?:[:–—\r\n]|$)/iu;

/** The same further on in one line, behind the end of a sentence: "We said: more bins. We did: 40 more." */
const answerInLine =
  /(?:[.;!?…)”"’,|–—→-]|\b(?:and|but))\s{0,3}(?:and |so )?[Ww]e did\b\s{0,3}(?:[:–—]|-\s)|(?:\*\*|__)[Ww]e did\b[:.,–—]?\s?(?:\*\*|__)|[.;!?…)”"’]\s{1,3}(?:(?:So|And|But) w|W)e did\b/u;

/** The half that a block opens with: the words alone on their line, or set off by a colon, a dash or emphasis. */
export function readPairHalf(tree: Tree, source: string, mark: Mark | undefined): PairHalf | undefined {
  const first = firstWords(tree.root.children[0]);
  if (!first) return undefined;
  const inline = inlineText(first, source, tree);
  const match = opening.exec(inline.text);
  const { words = "", verb = "", after = "" } = match?.groups ?? {};
  if (!match || /^you did/i.test(words) || otherwise.test(after)) return undefined;
  const half = verb.toLowerCase() === "said" ? "said" : "did";
  const start = match[0].length - after.length - words.length;
  const setOff =
    /^\s*(?:\([^()]{1,40}\)\s*)?(?:[:–—]|-\s|$)/.test(after) ||
    inline.strong.some(
      (it) => it.start <= start && it.end <= start + words.length + 1 && it.end >= start + words.length,
    );
  const rest = after.replace(/^[\s:–—-]+/, "") + inline.text.slice(match[0].length);
  const isHeading = first.type === "heading";
  const span = inline.spanOf(start, start + words.length);
  if (!setOff) return { half, mention: true, span, answered: true, heading: 0 };
  if (
    half === "said" &&
    isAnswered(inline.text.slice(match[0].length - after.length), source.slice(span.end), isHeading)
  )
    return undefined;
  const answered = !isHeading && (rest.trim() !== "" || hasMore(tree, first, mark));
  return { half, mention: false, span, answered, heading: isHeading ? first.depth : 0 };
}

/** Whether the words behind "We said" hold the other half: those of a heading in itself, others in their whole block. */
function isAnswered(words: string, source: string, isHeading: boolean): boolean {
  return answerInLine.test(words) || (!isHeading && (answer.test(source) || answerInLine.test(source)));
}

function firstWords(node: Nodes | undefined): Paragraph | Extract<Nodes, { type: "heading" }> | undefined {
  if (!node) return undefined;
  if (node.type === "paragraph" || node.type === "heading") return node;
  if (node.type === "list" || node.type === "listItem") return firstWords(node.children[0]);
  return undefined;
}

/** Whether words follow the opening paragraph in its block. */
function hasMore(tree: Tree, first: Nodes, mark: Mark | undefined): boolean {
  const end = tree.spanOf(first).end;
  const spans: Span[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === "text" || node.type === "inlineCode" || node.type === "code") {
      const span = tree.spanOf(node);
      if (span.start >= end) spans.push(span);
    } else if ("children" in node && node.type !== "heading") node.children.forEach(walk);
  };
  tree.root.children.forEach(walk);
  return spans.length > 0 && (mark === undefined || mark.span.start < end);
}
