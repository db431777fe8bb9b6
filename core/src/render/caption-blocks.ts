import { captionsOf } from "../lint/captions.js";
import type { Block } from "../paper/block.js";
import { isComment } from "../paper/comments.js";
import type { Outline } from "../paper/outline.js";

/**
 * The captions that stand right above their table in a block of their own: by the index of the table's block, that of
 * the caption. Any other caption stays where it is, so that words keep their order.
 */
export function captionsAbove(
  outline: Outline,
  blockAt: (index: number) => Block | undefined,
): ReadonlyMap<number, number> {
  const captions = new Map<number, number>();
  for (const [{ block, label }, at] of captionsOf(outline).owners) {
    const table = outline.tables[at]?.block;
    const own = blockAt(block);
    if (table === undefined || block >= table || label.place !== "paragraph" || own?.kind !== "paragraph")
      continue;
    if (blockAt(table)?.facts.tables.length !== 1 || own.facts.labels.length !== 1) continue;
    let next = block + 1;
    while (next < table && isUnseen(blockAt(next))) next++;
    if (next === table) captions.set(table, block);
  }
  return captions;
}

function isUnseen(block: Block | undefined): boolean {
  return block === undefined || block.kind === "blank" || isComment(block);
}
