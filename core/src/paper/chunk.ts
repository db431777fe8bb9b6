import type { Block } from "./block.js";

/** The most blocks a chunk holds. */
const most = 128;
/** A chunk of fewer blocks is joined to its neighbour. */
const least = 32;

/** A run of blocks with the sums that let the paper be walked without walking its blocks. */
export interface Chunk {
  readonly blocks: readonly Block[];
  /** For each block, where it starts in the chunk: UTF-16 offset. */
  readonly offsets: readonly number[];
  /** For each block, its first line in the chunk, from 0. */
  readonly lines: readonly number[];
  /** UTF-16 length of all blocks. */
  readonly length: number;
  /** Line endings in all blocks. */
  readonly lineCount: number;
}

/** The chunk of these blocks. */
function makeChunk(blocks: readonly Block[]): Chunk {
  const offsets: number[] = [];
  const lines: number[] = [];
  let length = 0;
  let lineCount = 0;
  for (const block of blocks) {
    offsets.push(length);
    lines.push(lineCount);
    length += block.text.length;
    lineCount += block.lines;
  }
  return { blocks, offsets, lines, length, lineCount };
}

/** The blocks in chunks of even size. */
export function makeChunks(blocks: readonly Block[]): Chunk[] {
  const count = Math.ceil(blocks.length / most);
  const chunks: Chunk[] = [];
  for (let i = 0; i < count; i++) {
    const from = Math.floor((i * blocks.length) / count);
    chunks.push(makeChunk(blocks.slice(from, Math.floor(((i + 1) * blocks.length) / count))));
  }
  return chunks;
}

/**
 * The chunks with the blocks `[from, to)` (counted over all chunks) replaced. Chunks that hold none of
 * them are shared, save a neighbour of what would be left too small.
 */
export function replaceBlocks(
  chunks: readonly Chunk[],
  from: number,
  to: number,
  blocks: readonly Block[],
): Chunk[] {
  let first = 0;
  let skipped = 0;
  while (first < chunks.length - 1 && skipped + size(chunks[first]) <= from) skipped += size(chunks[first++]);
  let last = first;
  let through = skipped + size(chunks[first]);
  while (last < chunks.length - 1 && through < to) through += size(chunks[++last]);
  const middle = [
    ...(chunks[first]?.blocks.slice(0, from - skipped) ?? []),
    ...blocks,
    ...(chunks[last]?.blocks.slice(size(chunks[last]) - (through - to)) ?? []),
  ];
  if (middle.length < least && last + 1 < chunks.length) middle.push(...(chunks[++last]?.blocks ?? []));
  else if (middle.length < least && first > 0) middle.unshift(...(chunks[--first]?.blocks ?? []));
  return [...chunks.slice(0, first), ...makeChunks(middle), ...chunks.slice(last + 1)];
}

function size(chunk: Chunk | undefined): number {
  return chunk?.blocks.length ?? 0;
}
