import { memo } from "../text/memo.js";
import type { Block } from "./block.js";
import type { Chunk } from "./chunk.js";
import { isComment } from "./comments.js";
import type { Paper } from "./paper.js";

/** The blocks beside one, comments left out; `undefined` at an end of the paper. */
export interface Neighbours {
  readonly before: Block | undefined;
  readonly after: Block | undefined;
  /** The bullets behind a block that ends in a colon, as far as each is a block of its own; `mostItems` at most. */
  readonly items?: readonly Block[];
}

/** The blocks beside a chunk, and the bullets behind it that go on with a list that one of its blocks introduces. */
interface ChunkNeighbours extends Neighbours {
  readonly items: readonly Block[];
}

/** A list is told no further than this. */
export const mostItems = 100;
const none: readonly Block[] = [];

/** The neighbours of a block that stands alone. */
export const nobody: ChunkNeighbours = { before: undefined, after: undefined, items: none };

/** A chunk's blocks without comments: what stands on either side of one are neighbours. */
const spoken = memo((chunk: Chunk): readonly Block[] => {
  const blocks = chunk.blocks.filter((block) => !isComment(block));
  return blocks.length === chunk.blocks.length ? chunk.blocks : blocks;
});

/** The blocks of a chunk, comments left out, each with those beside it; `around` is what stands beside the chunk. */
export function* spokenBeside(chunk: Chunk, around: ChunkNeighbours): Generator<[Block, Neighbours]> {
  const blocks = spoken(chunk);
  for (const [i, block] of blocks.entries()) {
    const beside = { before: blocks[i - 1] ?? around.before, after: blocks[i + 1] ?? around.after };
    yield [
      block,
      block.facts.introduces ? { ...beside, items: itemsFrom(blocks, i + 1, around.items) } : beside,
    ];
  }
}

/** For each chunk of a paper, what stands beside it. */
export function neighboursOfChunks({ chunks }: Pick<Paper, "chunks">): ChunkNeighbours[] {
  let before: Block | undefined;
  const befores = chunks.map((chunk) => {
    const own = before;
    before = spoken(chunk).at(-1) ?? before;
    return own;
  });
  let after: Block | undefined;
  let leading: readonly Block[] = none;
  const beside: ChunkNeighbours[] = new Array(chunks.length);
  for (let i = chunks.length - 1; i >= 0; i--) {
    const chunk = chunks[i];
    if (!chunk) continue;
    beside[i] = { before: befores[i], after, items: endsInItems(chunk) ? leading : none };
    after = spoken(chunk)[0] ?? after;
    const items = itemsFrom(spoken(chunk), 0, leading);
    leading = items.length === 0 ? none : items;
  }
  return beside;
}

/** Whether two are the same blocks. */
export function sameNeighbours(a: Neighbours, b: Neighbours): boolean {
  const [left, right] = [a.items ?? none, b.items ?? none];
  if (a.before !== b.before || a.after !== b.after || left.length !== right.length) return false;
  return left.every((item, i) => item === right[i]);
}

/** The bullets from an index on; where they are all that is left, those behind the chunk too. */
function itemsFrom(blocks: readonly Block[], from: number, beyond: readonly Block[]): readonly Block[] {
  let end = from;
  const most = from + mostItems;
  for (let block = blocks[end]; block && end < most && isBullet(block); block = blocks[++end]);
  const own = blocks.slice(from, end);
  return end === blocks.length && beyond.length > 0 ? [...own, ...beyond].slice(0, mostItems) : own;
}

/** Whether a chunk's last blocks are a colon and bullets, or bullets throughout. */
const endsInItems = memo((chunk: Chunk): boolean => {
  const last = spoken(chunk).findLast((block) => !isBullet(block));
  return last === undefined || last.facts.introduces;
});

function isBullet({ kind, facts }: Block): boolean {
  return kind === "item" && facts.marks.length === 0;
}
