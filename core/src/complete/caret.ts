// The place that is asked about: its line, and whether words of the paper stand there.

import type { Nodes } from "mdast";
import type { Tree } from "../markdown/parse.js";
import { type Block, blockLineStarts, treeOf } from "../paper/block.js";
import { chunkOfOffset, type Paper } from "../paper/paper.js";
import { lastAt } from "../text/halving.js";
import { lineEnd } from "../text/lines.js";

/** A place between blocks, which are told by their indexes. */
export interface Gap {
  /** The first block that does not stand before it. */
  readonly from: number;
  /** The first block that stands behind it; a block between the two is the one that is written. */
  readonly to: number;
}

/** A place in a paper, seen from its line. */
export interface Caret {
  /** UTF-16 offset in the paper. */
  readonly offset: number;
  readonly block: Block;
  /** The index of the block. */
  readonly index: number;
  readonly gap: Gap;
  /** The offset in the block's text. */
  readonly at: number;
  /** Where the line starts in the block's text. */
  readonly lineStart: number;
  /** What the line says before the place. Of a very long line only the end, behind an ellipsis. */
  readonly before: string;
  /** What it says behind it. */
  readonly after: string;
}

/** How much of a line is looked at on either side. */
const farthest = 400;

/** The place at an offset; `undefined` outside the paper, in an empty one, and inside a line's end. */
export function caretAt(paper: Paper, offset: number): Caret | undefined {
  if (!(offset >= 0 && offset <= paper.length)) return undefined;
  const chunkAt = chunkOfOffset(paper, offset);
  const [chunk, base] = [paper.chunks[chunkAt], paper.starts[chunkAt]];
  if (!chunk || !base) return undefined;
  const within = lastAt(chunk.offsets, (start) => base.offset + start <= offset);
  const block = chunk.blocks[within];
  if (!block) return undefined;
  const { text } = block;
  const at = offset - base.offset - (chunk.offsets[within] ?? 0);
  if (text.charAt(at - 1) === "\r" && text.charAt(at) === "\n") return undefined;
  const starts = blockLineStarts(block);
  const lineStart = starts[lastAt(starts, (start) => start <= at)] ?? 0;
  const from = Math.max(lineStart, at - farthest);
  const rest = text.slice(at, at + farthest);
  const index = base.block + within;
  return {
    offset,
    block,
    index,
    gap: { from: index, to: index + 1 },
    at,
    lineStart,
    before: (from > lineStart ? "…" : "") + text.slice(from, at),
    after: rest.slice(0, lineEnd(rest, 0)),
  };
}

/** A block larger than this is not looked into. */
const largest = 100_000;
/** Kinds of blocks that hold no words of the paper. */
const wordless: ReadonlySet<string> = new Set(["frontMatter", "break", "code", "fence", "html"]);

/** Whether words of the paper may stand in a place, by its line and the kind of its block. */
export function mayHoldWords({ block, before }: Caret): boolean {
  if (wordless.has(block.kind) || block.text.length > largest) return false;
  // What is begun and not closed yet is no code, link or tag to the parser.
  return (before.match(/`/g)?.length ?? 0) % 2 === 0 && !open.test(before);
}

/** Whether words of the paper stand in a place that may hold them, and neither code, a comment nor the target of a link. */
export function isAmongWords({ block, at }: Caret): boolean {
  const tree = treeOf(block);
  return tree !== undefined && !isHidden(tree.root, at, tree);
}

/** The end of a line in which the target of a link, a tag or a comment is not closed. */
const open = /\]\([^()]*$|<[A-Za-z/][^<>]*$|<!--(?!.*-->)/;

function isHidden(node: Nodes, at: number, tree: Tree): boolean {
  if (wordlessNodes.has(node.type)) return true;
  if (!("children" in node)) return false;
  const last = node.children.at(-1);
  if ((node.type === "link" || node.type === "linkReference") && (!last || at > tree.spanOf(last).end))
    return true;
  const inner = node.children.find((child: Nodes) => isInside(child, at, tree));
  return inner !== undefined && isHidden(inner, at, tree);
}

const wordlessNodes: ReadonlySet<string> = new Set([
  ...["code", "inlineCode", "html", "definition", "image", "imageReference", "footnoteReference"],
]);
/** What is behind one when it is at its end; anything else may go on there. */
const closed: ReadonlySet<string> = new Set([
  ...["inlineCode", "html", "image", "imageReference", "footnoteReference", "link", "linkReference"],
]);

function isInside(node: Nodes, at: number, tree: Tree): boolean {
  const { start, end } = tree.spanOf(node);
  return start < at && (at < end || (at === end && !closed.has(node.type)));
}
