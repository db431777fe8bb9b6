// A paper is a value: text split into blocks, blocks gathered into chunks. Start reading here.

import { opensFrontMatter, splitBlock } from "../markdown/split.js";
import type { TextEdit } from "../text/edit.js";
import { lineEnd, nextLine } from "../text/lines.js";
import { memo } from "../text/memo.js";
import { type Block, makeBlock, withText } from "./block.js";
import { type Chunk, makeChunks, replaceBlocks } from "./chunk.js";
import type { FrontMatter } from "./front-matter.js";

/** How much was done to make this version from the one before. */
export interface ParseWork {
  /** Blocks whose boundaries were looked for. */
  readonly split: number;
  /** Blocks that were parsed. */
  readonly parsed: number;
}

/** Where a chunk starts in the paper. */
export interface ChunkStart {
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

/** An edit that swallows at least this many blocks, as an opened comment does, is soon followed by one that frees them. */
const many = 8;

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

/**
 * The paper after edits, each in the offsets of the text that the one before it left (as LSP sends them).
 * Blocks away from the edits are the same objects. An edit outside the text is drawn to its nearest end.
 */
export function updatePaper(paper: Paper, edits: readonly TextEdit[]): Paper {
  let next = paper;
  let split = 0;
  let parsed = 0;
  for (const edit of edits) {
    next = applyEdit(next, edit);
    split += next.work.split;
    parsed += next.work.parsed;
  }
  return { ...next, work: { split, parsed } };
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

/** The index in `paper.chunks` of the chunk that holds a block. */
export function chunkOfBlock(paper: Paper, index: number): number {
  return lastAt(paper.starts, (start) => start.block <= index);
}

/** The index in `paper.chunks` of the chunk that holds an offset. */
export function chunkOfOffset(paper: Paper, offset: number): number {
  return lastAt(paper.starts, (start) => start.offset <= offset);
}

/** The last index whose item passes, by halving; the items that pass come first. 0 where none does. */
export function lastAt<Item>(items: readonly Item[], passes: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const item = items[middle];
    if (item !== undefined && passes(item)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function applyEdit(paper: Paper, edit: TextEdit): Paper {
  const start = Math.min(Math.max(edit.start, 0), paper.length);
  const clamped = { start, end: Math.min(Math.max(edit.end, start), paper.length), text: edit.text };
  if (paper.blockCount === 0) return parsePaper(edit.text);
  const from = restartBlock(paper, clamped.start);
  const window = openWindow(paper, from, clamped);
  const { blocks, to, split, parsed } = resplit(paper, window, from);
  const chunks = replaceBlocks(paper.chunks, from, to, blocks);
  const relabelled = withLabels(chunks, paper.linkLabels, { split, parsed });
  const next = { ...relabelled, swallowed: swallowedBy(paper, relabelled, from, to, blocks) };
  // A fence that opens front matter and is not closed yet is closed by any later line of dashes.
  const closes = blocks.some((block) => /^---[ \t]*$/m.test(block.text));
  return closes && opensUnclosed(next) ? parsePaper(paperText(next)) : next;
}

/** The blocks that the edit swallowed; or those of an earlier one, while nothing could have been taken from them. */
function swallowedBy(
  before: Paper,
  after: Paper,
  from: number,
  to: number,
  blocks: readonly Block[],
): readonly Block[] {
  // What a block's words mean hangs on the labels that the paper defines.
  if (after.linkLabels !== before.linkLabels) return [];
  if (to - from - blocks.length >= many) {
    const kept = new Set(blocks);
    const old = Array.from({ length: to - from }, (_, i) => blockAt(before, from + i));
    return old.flatMap((block) => (block && !kept.has(block) ? [block] : []));
  }
  return blocks.length >= many ? [] : before.swallowed;
}

function opensUnclosed(paper: Paper): boolean {
  return (
    frontMatterOf(paper) === undefined &&
    opensFrontMatter(
      paper.chunks[0]?.blocks
        .slice(0, 2)
        .map((it) => it.text)
        .join("") ?? "",
    )
  );
}

/** The block to split again from: the edited one, or the one before where the edit may move its start. */
function restartBlock(paper: Paper, offset: number): number {
  const { index, start, block } = blockAtOffset(paper, offset);
  // A byte order mark is a block of its own; what follows it is still the top of the paper.
  if (index <= 1) return 0;
  return offset - start <= nextLine(block?.text ?? "", 0) ? index - 1 : index;
}

function blockAtOffset(
  paper: Paper,
  offset: number,
): { index: number; start: number; block: Block | undefined } {
  const at = chunkOfOffset(paper, offset);
  const chunk = paper.chunks[at];
  const base = paper.starts[at];
  if (!chunk || !base) return { index: 0, start: 0, block: undefined };
  const inner = lastAt(chunk.offsets, (it) => base.offset + it <= offset);
  return {
    index: base.block + inner,
    start: base.offset + (chunk.offsets[inner] ?? 0),
    block: chunk.blocks[inner],
  };
}

/** The edited text of some blocks, and the untouched blocks behind them that are looked at as needed. */
interface Window {
  text: string;
  /** Where in the text untouched blocks start, by offset: their index. */
  readonly untouched: Map<number, number>;
  /** The index of the first block not in the text. */
  next: number;
}

function openWindow(paper: Paper, from: number, edit: TextEdit): Window {
  const last =
    edit.end > edit.start ? blockAtOffset(paper, edit.end - 1).index : blockAtOffset(paper, edit.start).index;
  const start = offsetOfBlock(paper, from);
  let text = "";
  for (let i = from; i <= last; i++) text += blockAt(paper, i)?.text ?? "";
  text = text.slice(0, edit.start - start) + edit.text + text.slice(edit.end - start);
  const window: Window = { text, untouched: new Map([[text.length, last + 1]]), next: last + 1 };
  widen(paper, window, 1);
  return window;
}

function offsetOfBlock(paper: Paper, index: number): number {
  const at = chunkOfBlock(paper, index);
  const base = paper.starts[at];
  return base ? base.offset + (paper.chunks[at]?.offsets[index - base.block] ?? 0) : 0;
}

function widen(paper: Paper, window: Window, count: number): void {
  const texts: string[] = [];
  let length = window.text.length;
  for (let i = 0; i < count && window.next < paper.blockCount; i++) {
    window.untouched.set(length, window.next);
    const text = blockAt(paper, window.next++)?.text ?? "";
    texts.push(text);
    length += text.length;
  }
  window.untouched.set(length, window.next);
  window.text += texts.join("");
}

/** Splits the window's text anew until a boundary falls where an untouched block starts. */
function resplit(
  paper: Paper,
  window: Window,
  from: number,
): { blocks: Block[]; to: number; split: number; parsed: number } {
  const blocks: Block[] = [];
  const old = new OldBlocks();
  let known = from;
  let split = 0;
  let parsed = 0;
  const firstUntouched = window.untouched.keys().next().value ?? 0;
  for (let at = 0, step = 2; ; ) {
    const to = at >= firstUntouched ? window.untouched.get(at) : undefined;
    const { length } = window.text;
    if (to !== undefined && (to >= paper.blockCount ? at === length : at < length && at + from > 0)) {
      return { blocks: old.release(blocks, to), to, split, parsed };
    }
    const { kind, end } = splitBlock(window.text, at, from === 0);
    const undecided =
      end === length ||
      (from === 0 && blocks.length < 2 && kind === "break" && opensFrontMatter(window.text));
    if (undecided && window.next < paper.blockCount) {
      widen(paper, window, step);
      step *= 2;
      continue;
    }
    if (split === many) for (const block of paper.swallowed) old.add(-1, block);
    for (; known < window.next; known++) old.add(known, blockAt(paper, known));
    const text = window.text.slice(at, end);
    const { block, fresh } = old.take(kind, text, paper.linkLabels);
    blocks.push(block);
    split++;
    if (fresh) parsed++;
    at = end;
  }
}

/** The blocks that were in the place of new ones, for use again where their words are the same. */
class OldBlocks {
  readonly #byWords = new Map<string, { readonly index: number; readonly block: Block }[]>();
  readonly #taken = new Map<Block, number>();

  add(index: number, block: Block | undefined): void {
    if (!block) return;
    const words = wordsKey(block.kind, block.text);
    const known = this.#byWords.get(words);
    if (known) known.push({ index, block });
    else this.#byWords.set(words, [{ index, block }]);
  }

  take(kind: Block["kind"], text: string, linkLabels: ReadonlySet<string>): { block: Block; fresh: boolean } {
    const old = this.#byWords.get(wordsKey(kind, text))?.shift();
    if (!old) return { block: makeBlock(kind, text, linkLabels), fresh: true };
    const block = old.block.text === text ? old.block : withText(old.block, text);
    this.#taken.set(block, old.index);
    return { block, fresh: false };
  }

  /** The blocks, with copies of those that stay in their old place, at `to` or behind: a block stands once in a paper. */
  release(blocks: readonly Block[], to: number): Block[] {
    return blocks.map((block) => ((this.#taken.get(block) ?? 0) >= to ? { ...block } : block));
  }
}

/** A block's kind and its text up to the blank lines at its end, which say nothing. */
function wordsKey(kind: Block["kind"], text: string): string {
  let last = text.length - 1;
  while (last >= 0 && " \t\r\n".includes(text.charAt(last))) last--;
  return `${kind}:${text.slice(0, lineEnd(text, last + 1))}`;
}

const chunkLinkLabels = memo((chunk: Chunk): readonly string[] =>
  chunk.blocks.flatMap((block) => block.facts.linkLabels),
);
const chunkUsedLabels = memo(
  (chunk: Chunk): ReadonlySet<string> => new Set(chunk.blocks.flatMap((block) => block.usedLabels)),
);

/** The paper of these chunks, with the blocks parsed again that use a label which is newly, or no longer, defined. */
function withLabels(chunks: readonly Chunk[], before: ReadonlySet<string>, work: ParseWork): Paper {
  const labels = new Set(chunks.flatMap(chunkLinkLabels));
  const changed = [...labels]
    .filter((it) => !before.has(it))
    .concat([...before].filter((it) => !labels.has(it)));
  if (changed.length === 0) return assemble(chunks, before, work);
  let parsed = work.parsed;
  const reparse = (block: Block): Block => {
    if (!changed.some((label) => block.usedLabels.includes(label))) return block;
    parsed++;
    return makeBlock(block.kind, block.text, labels);
  };
  const next = chunks.flatMap((chunk) =>
    changed.some((label) => chunkUsedLabels(chunk).has(label))
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
