// From one version of a paper to the next: split anew around the edit, parse what is new, share the rest.

import { opensFrontMatter, splitBlock } from "../markdown/split.js";
import type { TextEdit } from "../text/edit.js";
import { lastAt } from "../text/halving.js";
import { lineEnd, nextLine } from "../text/lines.js";
import { type Block, makeBlock, withText } from "./block.js";
import { replaceBlocks } from "./chunk.js";
import {
  blockAt,
  chunkOfBlock,
  chunkOfOffset,
  frontMatterOf,
  type Paper,
  paperText,
  parsePaper,
  withLabels,
} from "./paper.js";

/** An edit that swallows at least this many blocks, as an opened comment does, is soon followed by one that frees them. */
const many = 8;

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
