import type { PhrasingContent, TableCell, Table as TableNode } from "mdast";
import { inlineText } from "../markdown/inline.js";
import type { Tree } from "../markdown/parse.js";
import type { Span } from "../text/span.js";
import { type CellValue, readCell } from "./figure.js";

/** One cell of a table. */
export interface Cell {
  /** The words, without Markdown. */
  readonly words: string;
  readonly value: CellValue;
  /** Where the words stand in the block; for an empty cell, the cell itself. */
  readonly span: Span;
}

/** A GFM table. Row 0 is its heading row; every row has as many cells as were written. */
export interface Table {
  readonly rows: readonly (readonly Cell[])[];
  /** The widest row's number of cells. */
  readonly columns: number;
  readonly span: Span;
}

/** The table of a table node. */
export function readTable(node: TableNode, source: string, tree: Tree): Table {
  const rows = node.children.map((row) =>
    row.children.map((cell): Cell => {
      const { text, spanOf } = inlineText(withoutMarks(cell), source, tree);
      const words = text.trim();
      const from = text.indexOf(words);
      const span = words === "" ? tree.spanOf(cell) : spanOf(from, from + words.length);
      return { words, value: readCell(words), span };
    }),
  );
  return { rows, columns: Math.max(0, ...rows.map((row) => row.length)), span: tree.spanOf(node) };
}

/** The cell without what HTML raises, which is a footnote mark, and with its line breaks as breaks. */
function withoutMarks<Node extends TableCell | PhrasingContent>(node: Node): Node {
  if (!("children" in node)) return node;
  const children: PhrasingContent[] = [];
  let raised = false;
  for (const child of node.children as PhrasingContent[]) {
    const tag = child.type === "html" ? /^<\/?(?:sup|br)\b/i.exec(child.value)?.[0].toLowerCase() : undefined;
    if (tag === "<sup" || tag === "</sup") raised = tag === "<sup";
    else if (raised) continue;
    else if (tag === "<br" && child.position) children.push({ type: "break", position: child.position });
    else children.push(withoutMarks(child));
  }
  return { ...node, children };
}
