import type { Nodes, Root } from "mdast";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import remarkFrontmatter from "remark-frontmatter";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import type { Span } from "../text/span.js";

/**
 * The parts of GFM that papers use. remark-gfm would add task lists and bare addresses as links, and the
 * latter alone doubles the time of the tokenizer.
 */
function paperGfm(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.fromMarkdownExtensions ??= [];
  data.micromarkExtensions.push(gfmTable(), gfmFootnote(), gfmStrikethrough());
  data.fromMarkdownExtensions.push([
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
  ]);
}

const processor = unified().use(remarkParse).use(remarkFrontmatter, ["yaml"]).use(paperGfm).freeze();

/** A parsed block: its tree, and where its nodes lie. */
export interface Tree {
  readonly root: Root;
  /** The span of a node in the block's text. */
  readonly spanOf: (node: Nodes) => Span;
}

/** The tree of a whole text, by one call of the parser. */
export function parseWhole(text: string): Tree {
  return tree(processor.parse(text), 0);
}

/**
 * The tree of one block. `defined` are labels (`ref`, `^1`) that the block uses and that other blocks define:
 * a definition of each is put in front, because CommonMark reads `[ref]` as a link only where `ref` is defined.
 */
export function parseBlock(text: string, defined: readonly string[]): Tree {
  if (defined.length === 0 && text.charCodeAt(0) !== 0xfeff) return tree(processor.parse(text), 0);
  // The comment ends a footnote definition, which would otherwise take in an indented first line.
  const prefix = `${defined.map((label) => `[${label}]: x\n\n`).join("")}<!-- -->\n\n`;
  const root = processor.parse(prefix + text);
  root.children = root.children.filter((node) => (node.position?.start.offset ?? 0) >= prefix.length);
  return tree(root, prefix.length);
}

function tree(root: Root, prefix: number): Tree {
  return {
    root,
    spanOf: (node) => ({
      start: (node.position?.start.offset ?? prefix) - prefix,
      end: (node.position?.end.offset ?? prefix) - prefix,
    }),
  };
}
