// From a block to its place in the paper, and between offsets and lines.

import { lastAt } from "../text/halving.js";
import { memo } from "../text/memo.js";
import type { Position, Range, Span } from "../text/span.js";
import { type Block, blockLineStarts } from "./block.js";
import type { Chunk } from "./chunk.js";
import { chunkOfOffset, type Paper } from "./paper.js";

/** A span of a block, wherever the block stands. */
export interface Place {
  readonly block: Block;
  /** UTF-16 offsets in the block's text. */
  readonly span: Span;
}

/** Where a block stands in a paper. */
interface BlockStart {
  readonly offset: number;
  readonly line: number;
  readonly index: number;
}

const indexInChunk = memo((chunk: Chunk) => new Map(chunk.blocks.map((block, index) => [block, index])));
const chunkIndex = memo((paper: Paper) => new Map(paper.chunks.map((chunk, index) => [chunk, index])));

/** The chunk that last held a block: a hint, checked against the paper that is asked about. */
const homes = new WeakMap<Block, Chunk>();

/** Where the block stands, or `undefined` when it is not of this version of the paper. */
export function blockStart(paper: Paper, block: Block): BlockStart | undefined {
  const home = homes.get(block);
  const known = home && startInChunk(paper, home, block);
  if (known) return known;
  for (const chunk of paper.chunks) {
    const start = startInChunk(paper, chunk, block);
    if (!start) continue;
    homes.set(block, chunk);
    return start;
  }
  return undefined;
}

/** The place's span in the paper: UTF-16 offsets. `undefined` when the block is not of this version. */
export function spanOf(paper: Paper, place: Place): Span | undefined {
  const start = blockStart(paper, place.block);
  return start && { start: start.offset + place.span.start, end: start.offset + place.span.end };
}

/** The place's lines and characters in the paper, from 0. `undefined` when the block is not of this version. */
export function rangeOf(paper: Paper, place: Place): Range | undefined {
  const start = blockStart(paper, place.block);
  if (!start) return undefined;
  const at = (offset: number): Position => {
    const inner = positionIn(place.block, offset);
    return { line: start.line + inner.line, character: inner.character };
  };
  return { start: at(place.span.start), end: at(place.span.end) };
}

/** The line and character (from 0) of an offset, drawn into the paper where it lies outside. */
export function positionAt(paper: Paper, offset: number): Position {
  const at = Math.min(Math.max(offset, 0), paper.length);
  const chunkAt = chunkOfOffset(paper, at);
  const chunk = paper.chunks[chunkAt];
  const base = paper.starts[chunkAt];
  if (!chunk || !base) return { line: 0, character: 0 };
  const index = lastAt(chunk.offsets, (start) => base.offset + start <= at);
  const block = chunk.blocks[index];
  if (!block) return { line: 0, character: 0 };
  const offsetIn = at - base.offset - (chunk.offsets[index] ?? 0);
  // Between "\r" and "\n" there is no place that LSP knows.
  const inLineEnd = block.text.charAt(offsetIn - 1) === "\r" && block.text.charAt(offsetIn) === "\n";
  const inner = positionIn(block, inLineEnd ? offsetIn - 1 : offsetIn);
  return { line: base.line + (chunk.lines[index] ?? 0) + inner.line, character: inner.character };
}

/** The offset of a line and character (from 0). Beyond a line's end it is the line's end, as LSP 3.17 has it. */
export function offsetAt(paper: Paper, position: Position): number {
  if (position.line < 0) return 0;
  if (position.line >= paper.lineCount) return paper.length;
  const chunkAt = lastAt(paper.starts, (start) => start.line <= position.line);
  const chunk = paper.chunks[chunkAt];
  const base = paper.starts[chunkAt];
  if (!chunk || !base) return 0;
  const index = lastAt(chunk.lines, (line) => base.line + line <= position.line);
  const block = chunk.blocks[index];
  if (!block) return 0;
  const starts = blockLineStarts(block);
  const line = position.line - base.line - (chunk.lines[index] ?? 0);
  const start = starts[line] ?? block.text.length;
  const text = block.text.slice(start, starts[line + 1] ?? block.text.length);
  const width = text.length - (/\r?\n$|\r$/.exec(text)?.[0].length ?? 0);
  return base.offset + (chunk.offsets[index] ?? 0) + start + Math.min(Math.max(position.character, 0), width);
}

function startInChunk(paper: Paper, chunk: Chunk, block: Block): BlockStart | undefined {
  const at = chunkIndex(paper).get(chunk);
  const index = at === undefined ? undefined : indexInChunk(chunk).get(block);
  const base = at === undefined ? undefined : paper.starts[at];
  if (index === undefined || base === undefined) return undefined;
  const offset = base.offset + (chunk.offsets[index] ?? 0);
  return { offset, line: base.line + (chunk.lines[index] ?? 0), index: base.block + index };
}

function positionIn(block: Block, offset: number): Position {
  const starts = blockLineStarts(block);
  const line = lastAt(starts, (start) => start <= offset);
  return { line, character: offset - (starts[line] ?? 0) };
}
