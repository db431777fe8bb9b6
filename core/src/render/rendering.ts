// What a paper looks like, as data: one element of HTML for each block, and the elements that gather them.

import type { Report } from "../lint/check.js";
import type { Finding } from "../lint/finding.js";
import type { Block } from "../paper/block.js";
import type { BlockInput, World } from "./input.js";

/** What is shown, and how. */
export interface RenderOptions {
  /**
   * Whether findings are marked, for its author. Without them, the paper is as its readers get it: nothing shows that it
   * was checked, or what the template told its author to write.
   */
  readonly findings: boolean;
  /**
   * The address by which a picture of the paper's folder is shown, or `undefined` where there is none. It is asked only
   * about relative addresses that stay inside the folder. Another function is another option: it is asked again.
   */
  readonly imageUrl?: (src: string) => string | undefined;
}

/** An element that gathers blocks which follow one another: a pair, a half of it, a list, what a paragraph owns. */
export interface Container {
  /** Unique in the rendering; kept while the first block in it is. */
  readonly id: string;
  readonly tag: "div" | "ul" | "ol" | "section";
  /** Attributes as HTML names them; safe to set. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a rendered block is. A `paragraph` has a number; `nothing` shows nothing, but has its lines in the source. */
export type RenderedKind =
  | "details"
  | "heading"
  | "paragraph"
  | "text"
  | "item"
  | "table"
  | "quote"
  | "code"
  | "note"
  | "nothing";

/** A block as it is shown. */
export interface RenderedBlock {
  /** Unique in the rendering. A block whose text changes in place keeps it from one rendering to the next. */
  readonly id: string;
  readonly kind: RenderedKind;
  /** One element, safe to insert as it is; empty for a block that shows nothing. */
  readonly html: string;
  /** The elements around it, outermost first. Neighbours whose containers have the same id stand in the same element. */
  readonly within: readonly Container[];
  /** The half of a pair that it belongs to, and the id of the pair. */
  readonly pair?: { readonly id: string; readonly half: "said" | "did" };
  /** The first line in the source, from 0, and the number of lines. Blocks stand in the order of their lines, notes last. */
  readonly startLine: number;
  readonly lineCount: number;
  /** Of a heading, its level. */
  readonly level?: 1 | 2 | 3 | 4 | 5 | 6;
  /** The findings that its marks name: `data-finding="0"` is the first of these. Empty where findings are not shown. */
  readonly findings: readonly Finding[];
}

/** How much was done to make a rendering from the one before. */
export interface RenderWork {
  /** Blocks whose HTML was made. */
  readonly rendered: number;
}

/** One version of a paper as it is shown. */
export interface Rendering {
  readonly report: Report;
  readonly options: RenderOptions;
  /** All blocks of the paper, in the order in which they are shown. */
  readonly blocks: readonly RenderedBlock[];
  readonly work: RenderWork;
  /** What the next rendering starts from. */
  readonly memory: RenderMemory;
}

/** What is kept of a rendering for the next one. */
export interface RenderMemory {
  readonly entries: ReadonlyMap<Block, Entry>;
  /** The blocks in the order of the source. */
  readonly order: readonly Block[];
  readonly lastId: number;
  readonly world: World;
}

/** A block's HTML, and what it was made of. */
export interface Entry {
  readonly id: string;
  readonly key: string;
  readonly html: string;
  readonly input: BlockInput;
  /** Of a single list item that is no numbered paragraph, how its list counts. */
  readonly list: ListKind | undefined;
}

/** A list that items stand in: the sign behind its numbers, or before its points. */
export interface ListKind {
  readonly ordered: boolean;
  readonly sign: string;
}
