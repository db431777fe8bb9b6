// The HTML of one block: rendered, joined to one element, and cleaned last.

import type { Element, ElementContent } from "hast";
import { sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { type Block, blockTree } from "../paper/block.js";
import { Annotator, findingNote } from "./annotate.js";
import { convert } from "./convert.js";
import { renderDetails } from "./details.js";
import type { BlockInput } from "./input.js";
import type { ListKind } from "./rendering.js";
import { schema } from "./schema.js";

/** A text longer than this, in UTF-16 units, is shown as words, whatever Markdown is in it. */
const longest = 200_000;

/** The HTML of a block: one element, or nothing. `linkLabels` are those of the paper. */
export function renderBlock(
  block: Block,
  input: BlockInput,
  linkLabels: ReadonlySet<string>,
): { readonly html: string; readonly list: ListKind | undefined } {
  const { elements, unmarked, list } = elementsOf(block, input, linkLabels);
  const notes = unmarked.map((index) => findingNote(input, index));
  const root = oneElement(elements, notes, block.kind === "html");
  return { html: root ? toHtml(sanitize(root, schema)) : "", list };
}

interface Elements {
  readonly elements: readonly ElementContent[];
  readonly unmarked: readonly number[];
  readonly list?: ListKind | undefined;
}

function elementsOf(block: Block, input: BlockInput, linkLabels: ReadonlySet<string>): Elements {
  if (input.isCaption || input.isGuidance || block.kind === "blank") return { elements: [], unmarked: [] };
  if (block.frontMatter) return renderDetails(block.frontMatter, input, block.text);
  const tree = block.text.length > longest ? undefined : blockTree(block.text, linkLabels);
  if (tree) return convert(block, tree, input);
  const annotator = new Annotator(input, block.text);
  const words = annotator.words(block.text, { start: 0, end: block.text.length }, false);
  return { elements: [h("div", { className: ["unread"] }, words)], unmarked: annotator.unmarked() };
}

/** One element of several, with the notes at its start. */
function oneElement(
  elements: readonly ElementContent[],
  notes: readonly ElementContent[],
  isHtml: boolean,
): Element | undefined {
  const [first, ...others] = elements;
  if (!first) return notes.length > 0 ? h("div", { className: ["source"] }, [...notes]) : undefined;
  const isOne = others.length === 0 && first.type === "element" && !isHtml;
  if (!isOne) return h("div", { className: ["block"] }, [...notes, ...elements]);
  if (notes.length === 0) return first;
  const takesNotes = takers.has(first.tagName);
  return takesNotes
    ? { ...first, children: [...notes, ...first.children] }
    : h("div", { className: ["block"] }, [...notes, first]);
}

const takers: ReadonlySet<string> = new Set(["p", "div", "li", "header", "h1", "h2", "h3", "h4", "h5", "h6"]);
