import type { Block } from "../paper/block.js";
import { isComment } from "../paper/comments.js";
import type { Paper } from "../paper/paper.js";
import { differing } from "../text/differing.js";

/**
 * Whether two papers say the same to a reader, as far as facts tell: the same blocks with the same headings, numbers,
 * tables, acronyms and so on, comments and places aside. What both share is not looked at.
 */
export function saysTheSame(a: Paper, b: Paper): boolean {
  const [before, after] = differing(blocksOf(a), blocksOf(b));
  return before.map(facts).join("\n") === after.map(facts).join("\n");
}

function blocksOf(paper: Paper): readonly Block[] {
  return paper.chunks.flatMap((chunk) => chunk.blocks.filter((it) => it.kind !== "blank" && !isComment(it)));
}

const places = new Set(["directives", "lineStart", "linesUnder", "passages"]);

/** The facts of a block without places. */
function facts({ kind, facts: all, frontMatter }: Block): string {
  return JSON.stringify([kind, all, frontMatter], (key, value: unknown) =>
    places.has(key) || isSpan(value) ? undefined : value,
  );
}

function isSpan(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const keys = Object.keys(value);
  return keys.length === 2 && "start" in value && "end" in value;
}
