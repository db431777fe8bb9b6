// What parsing by blocks must have in common with parsing the whole: every leaf of the tree, where it lies, and
// the containers it lies in. Lists are left out of these, because grouping items into lists, a list's
// start and its looseness are what splitting gives up.

import type { Nodes } from "mdast";
import { type Paper, parsePaper } from "../../src/index.js";
import { bracketedLabels, normalizeLabel } from "../../src/markdown/labels.js";
import { parseBlock, parseWhole, type Tree } from "../../src/markdown/parse.js";

/** A leaf: its type, the containers around it, its span and what it says. */
export type Leaf = readonly [type: string, path: string, start: number, end: number, value: string];

/** The leaves of a text parsed as a whole. */
export function wholeLeaves(text: string): Leaf[] {
  return leavesOf(parseWhole(text), 0);
}

/** The leaves of a text parsed block by block. */
export function blockLeaves(text: string): Leaf[] {
  return paperLeaves(parsePaper(text));
}

function paperLeaves(paper: Paper): Leaf[] {
  const leaves: Leaf[] = [];
  let at = 0;
  for (const block of paper.chunks.flatMap((chunk) => chunk.blocks)) {
    if (block.kind !== "blank") {
      const labels = block.kind === "frontMatter" ? [] : bracketedLabels(block.text);
      const used = labels.filter((label) => paper.linkLabels.has(normalizeLabel(label)));
      leaves.push(
        ...leavesOf(
          parseBlock(
            block.text,
            used.map((label) => label.replace(/\s+/g, " ")),
          ),
          at,
        ),
      );
    }
    at += block.text.length;
  }
  return leaves;
}

function leavesOf(tree: Tree, base: number): Leaf[] {
  const leaves: Leaf[] = [];
  const walk = (node: Nodes, path: readonly string[]): void => {
    if ("children" in node && node.children.length > 0) {
      const inner = node.type === "root" || node.type === "list" ? path : [...path, node.type];
      for (const child of node.children) walk(child, inner);
    } else if (node.type !== "root") {
      const { start, end } = tree.spanOf(node);
      // An unclosed fence or comment ends before or behind the last line endings, depending on whether text follows
      // its item.
      leaves.push([
        node.type,
        path.join(">"),
        start + base,
        node.type === "code" || node.type === "html" ? -1 : end + base,
        saying(node),
      ]);
    }
  };
  walk(tree.root, []);
  return leaves;
}

function saying(node: Nodes): string {
  if (node.type === "html") return node.value.trimEnd();
  if ("value" in node) return node.value;
  if ("url" in node) return node.url;
  return "identifier" in node ? node.identifier : "";
}
