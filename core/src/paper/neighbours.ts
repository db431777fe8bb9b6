import { memo } from "../text/memo.js";
import type { Block } from "./block.js";
import type { Chunk } from "./chunk.js";
import { isComment } from "./comments.js";
import type { Paper } from "./paper.js";

/** The blocks beside one, comments left out; `undefined` at an end of the paper. */
export interface Neighbours {
  readonly before: Block | undefined;
  readonly after: Block | undefined;
}

/** The neighbours of a block that stands alone. */
export const nobody: Neighbours = { before: undefined, after: undefined };

/** A chunk's blocks without comments: what stands on either side of one are neighbours. */
export const spoken = memo((chunk: Chunk): readonly Block[] => {
  const blocks = chunk.blocks.filter((block) => !isComment(block));
  return blocks.length === chunk.blocks.length ? chunk.blocks : blocks;
});

/** For each chunk of a paper, the blocks beside it. */
export function neighboursOfChunks({ chunks }: Pick<Paper, "chunks">): Neighbours[] {
  let before: Block | undefined;
  const befores = chunks.map((chunk) => {
    const own = before;
    before = spoken(chunk).at(-1) ?? before;
    return own;
  });
  let after: Block | undefined;
  const beside: Neighbours[] = new Array(chunks.length);
  for (let i = chunks.length - 1; i >= 0; i--) {
    beside[i] = { before: befores[i], after };
    const chunk = chunks[i];
    after = (chunk && spoken(chunk)[0]) ?? after;
  }
  return beside;
}
