// The words of one paragraph, heading or cell as one plain string, with the way back to the source.

import type { Nodes, Parents } from "mdast";
import { lastAt } from "../text/halving.js";
import type { Span } from "../text/span.js";
import type { Tree } from "./parse.js";

/** Stands for something that is not words: code, an image. Nothing matches across it. */
export const GAP = "\u{fffc}";

/** Plain words and where each lies in the block. */
export interface InlineText {
  readonly text: string;
  /** The span in the block of `[start, end)` of `text`. */
  readonly spanOf: (start: number, end: number) => Span;
  /** Stretches of `text` that are emphasised or strong throughout. */
  readonly strong: readonly Span[];
  /** What `spanOf` goes by, for those who keep the words. */
  readonly pieces: readonly Piece[];
}

/**
 * The words of a node's inline content: through emphasis and links, without code, images and HTML.
 * `source` is the text of the block.
 */
export function inlineText(node: Parents, source: string, tree: Tree): InlineText {
  const builder = new InlineBuilder(source, tree);
  for (const child of node.children) builder.add(child);
  return builder.build();
}

class InlineBuilder {
  #text = "";
  #pieces: Piece[] = [];
  #strong: Span[] = [];
  readonly #source: string;
  readonly #tree: Tree;

  constructor(source: string, tree: Tree) {
    this.#source = source;
    this.#tree = tree;
  }

  add(node: Nodes): void {
    const span = this.#tree.spanOf(node);
    switch (node.type) {
      case "text":
        this.#align(node.value, span);
        break;
      case "break":
        this.#append("\n", span.start);
        break;
      case "inlineCode":
      case "image":
      case "imageReference":
        this.#append(GAP, span.start);
        break;
      case "footnoteReference":
      case "html":
        break;
      default:
        if ("children" in node) {
          const start = this.#text.length;
          for (const child of node.children) this.add(child);
          if (node.type === "strong" || node.type === "emphasis") {
            this.#strong.push({ start, end: this.#text.length });
          }
        }
    }
  }

  build(): InlineText {
    const pieces = this.#pieces;
    const spanOf = (start: number, end: number): Span => sourceSpan(pieces, start, end);
    return { text: this.#text, spanOf, strong: this.#strong, pieces };
  }

  #append(text: string, source: number): void {
    this.#pieces.push({ at: this.#text.length, source, length: text.length });
    this.#text += text;
  }

  #align(value: string, span: Span): void {
    for (const { at, source, length } of alignText(value, this.#source, span))
      this.#append(value.slice(at, at + length), source);
  }
}

/** A stretch of words that stands in the source as it is: where in the words, where in the source, and how long. */
export interface Piece {
  readonly at: number;
  readonly source: number;
  readonly length: number;
}

/**
 * Where the value of a text node with this span stands in the source: value and source are walked side by side over
 * escapes, entities and line prefixes.
 */
export function alignText(value: string, source: string, span: Span): readonly Piece[] {
  if (value.length === span.end - span.start) return [{ at: 0, source: span.start, length: value.length }];
  const pieces: Piece[] = [];
  let at = span.start;
  let from = 0;
  let fromSource = at;
  const flush = (to: number): void => {
    if (to > from) pieces.push({ at: from, source: fromSource, length: to - from });
  };
  for (let i = 0; i < value.length; i++) {
    const entity = entityAt(source, at, span.end);
    const literal = entity === undefined || value.startsWith(entity, i);
    if (source.charAt(at) !== value.charAt(i) || !literal) {
      flush(i);
      const next = skipTo(source, at, span.end, value.charAt(i));
      pieces.push({ at: i, source: at < span.end ? next.at : Math.max(span.start, span.end - 1), length: 1 });
      from = i + 1;
      at = next.after;
      fromSource = at;
    } else {
      at++;
    }
  }
  flush(value.length);
  return pieces;
}

function entityAt(source: string, at: number, end: number): string | undefined {
  if (source.charAt(at) !== "&") return undefined;
  return /^&#?\w{1,31};/.exec(source.slice(at, Math.min(end, at + 34)))?.[0];
}

/** Where the source says the character: behind a backslash, an entity, or a line's indentation and quote marks. */
function skipTo(source: string, from: number, end: number, char: string): { at: number; after: number } {
  const entity = entityAt(source, from, end);
  if (entity) return { at: from, after: from + entity.length };
  for (let at = from; at < end; at++) if (source.charAt(at) === char) return { at, after: at + 1 };
  return { at: from, after: from + 1 };
}

/** The span in the source of the words `[start, end)`. */
export function sourceSpan(pieces: readonly Piece[], start: number, end: number): Span {
  const from = sourceOffset(pieces, start);
  return { start: from, end: end > start ? sourceOffset(pieces, end - 1) + 1 : from };
}

function sourceOffset(pieces: readonly Piece[], at: number): number {
  const piece = pieces[lastAt(pieces, (it) => it.at <= at)];
  if (!piece) return 0;
  return piece.source + Math.min(Math.max(at - piece.at, 0), piece.length);
}
