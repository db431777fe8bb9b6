// A paper is a value: text split into blocks, blocks gathered into chunks. Start reading here.

import { splitBlock } from "../markdown/split.js";
import { lastAt } from "../text/halving.js";
import { lineEnding } from "../text/lines.js";
import { memo } from "../text/memo.js";
import { type Block, makeBlock } from "./block.js";
import { type Chunk, makeChunks } from "./chunk.js";
import type { FrontMatter } from "./front-matter.js";

/** How much was done to make this version from the one before. */
export interface ParseWork {
  /** Blocks whose boundaries were looked for. */
  readonly split: number;
  /** Blocks that were parsed. */
  readonly parsed: number;
}

/** Where a chunk starts in the paper. */
interface ChunkStart {
  /** UTF-16 offset. */
  readonly offset: number;
  /** From 0. */
  readonly line: number;
  /** The index of its first block. */
  readonly block: number;
}

/** One version of a paper. */
export interface Paper {
  readonly chunks: readonly Chunk[];
  readonly starts: readonly ChunkStart[];
  /** UTF-16 length. */
  readonly length: number;
  /** Number of lines: line endings and one. */
  readonly lineCount: number;
  readonly blockCount: number;
  /** The labels that the paper defines for links and footnotes, normalised. */
  readonly linkLabels: ReadonlySet<string>;
  readonly work: ParseWork;
  /** Blocks that an edit swallowed, for when the next one gives them back. */
  readonly swallowed: readonly Block[];
}

/** The paper of a text. Any text is a paper; a broken one is a paper with findings. */
export function parsePaper(text: string): Paper {
  const blocks: Block[] = [];
  const noLabels: ReadonlySet<string> = new Set();
  for (let at = 0; at < text.length; ) {
    const { kind, end } = splitBlock(text, at, true);
    blocks.push(makeBlock(kind, text.slice(at, end), noLabels));
    at = end;
  }
  return withLabels(makeChunks(blocks), noLabels, { split: blocks.length, parsed: blocks.length });
}

/** The text of the paper. */
export function paperText(paper: Paper): string {
  return paper.chunks.map((chunk) => chunk.blocks.map((block) => block.text).join("")).join("");
}

/** The block of that index, from 0 over the whole paper. */
export function blockAt(paper: Paper, index: number): Block | undefined {
  const chunk = chunkOfBlock(paper, index);
  return paper.chunks[chunk]?.blocks[index - (paper.starts[chunk]?.block ?? 0)];
}

/** The paper's details, where it has any. */
export function frontMatterOf(paper: Paper): FrontMatter | undefined {
  for (const block of paper.chunks[0]?.blocks.slice(0, 2) ?? [])
    if (block.frontMatter) return block.frontMatter;
  return undefined;
}

/** How new lines of the paper should end: as those do that it has. */
export const lineEndingOf = memo(({ chunks }: Paper): string => {
  let ending = "\n";
  for (const { blocks } of chunks) {
    for (const { text, lines } of blocks) {
      if (lines > 0) ending = lineEnding(text);
      if (lines > 0 && ending !== "\r") return ending;
    }
  }
  return ending;
});

/** The index in `paper.chunks` of the chunk that holds a block. */
export function chunkOfBlock(paper: Paper, index: number): number {
  return lastAt(paper.starts, (start) => start.block <= index);
}

/** The index in `paper.chunks` of the chunk that holds an offset. */
export function chunkOfOffset(paper: Paper, offset: number): number {
  return lastAt(paper.starts, (start) => start.offset <= offset);
}

const chunkLinkLabels = memo((chunk: Chunk): readonly string[] =>
  chunk.blocks.flatMap((block) => block.facts.linkLabels),
);
const chunkUsedLabels = memo(
  (chunk: Chunk): ReadonlySet<string> => new Set(chunk.blocks.flatMap((block) => block.usedLabels)),
);

/** The paper of these chunks, with the blocks parsed again that use a label which is newly, or no longer, defined. */
export function withLabels(chunks: readonly Chunk[], before: ReadonlySet<string>, work: ParseWork): Paper {
  const labels = new Set(chunks.flatMap(chunkLinkLabels));
  const changed = new Set(
    [...labels].filter((it) => !before.has(it)).concat([...before].filter((it) => !labels.has(it))),
  );
  if (changed.size === 0) return assemble(chunks, before, work);
  let parsed = work.parsed;
  const reparse = (block: Block): Block => {
    if (!block.usedLabels.some((label) => changed.has(label))) return block;
    parsed++;
    return makeBlock(block.kind, block.text, labels);
  };
  const next = chunks.flatMap((chunk) =>
    [...chunkUsedLabels(chunk)].some((label) => changed.has(label))
      ? makeChunks(chunk.blocks.map(reparse))
      : [chunk],
  );
  return assemble(next, labels, { split: work.split, parsed });
}

function assemble(chunks: readonly Chunk[], linkLabels: ReadonlySet<string>, work: ParseWork): Paper {
  const starts: ChunkStart[] = [];
  let offset = 0;
  let line = 0;
  let block = 0;
  for (const chunk of chunks) {
    starts.push({ offset, line, block });
    offset += chunk.length;
    line += chunk.lineCount;
    block += chunk.blocks.length;
  }
  return {
    chunks,
    starts,
    length: offset,
    lineCount: line + 1,
    blockCount: block,
    linkLabels,
    work,
    swallowed: [],
  };
}
