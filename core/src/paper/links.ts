// Links and pictures of a block, in Markdown and in HTML.

import type { Nodes } from "mdast";
import { toString as plainText } from "mdast-util-to-string";
import type { Tree } from "../markdown/parse.js";
import type { Span } from "../text/span.js";
import { type HtmlElement, type HtmlPiece, readElements } from "./html.js";

/** `[text](url)`, `[text][label]`, `<a href="url">text</a>`, or the target that a label is given: `[label]: url`. */
export interface Link {
  readonly form: "link" | "reference" | "target";
  /** Its words; for a target, its label. */
  readonly text: string;
  /** `undefined` where a target elsewhere says it, or HTML does not. */
  readonly url: string | undefined;
  readonly span: Span;
  /** Whether it holds a picture, whose alternative text is what it says. */
  readonly hasImage: boolean;
}

/** `![text](url)`, `![text][label]` or `<img src="url" alt="text">`. */
export interface Image {
  /** `undefined` where there is none; HTML's `alt=""` says that there is nothing to tell, and is an empty text. */
  readonly alt: string | undefined;
  /** `undefined` where a target elsewhere says it, or HTML does not. */
  readonly url: string | undefined;
  readonly span: Span;
}

/** What one paragraph, heading or cell has beside words. */
interface Marked {
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  /** Passages that are marked in HTML or struck out in Markdown: `mark`, `del`, `s`, `strike`. */
  readonly passages: readonly Passage[];
}

/** A passage between marks. */
export interface Passage {
  readonly kind: "highlight" | "struck";
  readonly span: Span;
  /** Without its marks. */
  readonly inner: Span;
}

/** The links, pictures and marked passages of a node; `source` is the text of the block. */
export function readMarked(node: Nodes, source: string, tree: Tree): Marked {
  const found: Found = { links: [], images: [], passages: [], html: [] };
  find(node, found, source, tree);
  for (const element of readElements(found.html)) addElement(element, found, source);
  return found;
}

interface Found {
  readonly links: Link[];
  readonly images: Image[];
  readonly passages: Passage[];
  readonly html: HtmlPiece[];
}

function find(node: Nodes, found: Found, source: string, tree: Tree): void {
  const span = tree.spanOf(node);
  switch (node.type) {
    case "link":
    case "linkReference": {
      const form = node.type === "link" ? "link" : "reference";
      const url = node.type === "link" ? node.url : undefined;
      const hasImage = holdsImage(source.slice(span.start, span.end));
      found.links.push({ form, text: plainText(node), url, span, hasImage });
      break;
    }
    case "definition":
      found.links.push({ form: "target", text: node.label ?? "", url: node.url, span, hasImage: false });
      break;
    case "image":
    case "imageReference": {
      const alt = node.alt?.trim() ? node.alt : undefined;
      found.images.push({ alt, url: node.type === "image" ? node.url : undefined, span });
      break;
    }
    case "delete":
      // One tilde on each side is a subscript, or two words for "about".
      if (source.startsWith("~~", span.start))
        found.passages.push({ kind: "struck", span, inner: { start: span.start + 2, end: span.end - 2 } });
      break;
    case "html":
      found.html.push({ value: source.slice(span.start, span.end), span });
      break;
  }
  if ("children" in node) for (const child of node.children) find(child, found, source, tree);
}

function addElement({ name, attributes, span, inner }: HtmlElement, found: Found, source: string): void {
  if (name === "a" && inner && attributes.has("href")) {
    const hasImage = holdsImage(source.slice(inner.start, inner.end));
    const text = wordsOf(source.slice(inner.start, inner.end));
    found.links.push({ form: "link", text, url: attributes.get("href"), span, hasImage });
  } else if (name === "img") {
    const isHidden = /^(?:presentation|none)$/.test(attributes.get("role") ?? "") || hides(attributes);
    const alt = attributes.get("alt") ?? attributes.get("aria-label") ?? (isHidden ? "" : undefined);
    found.images.push({ alt, url: attributes.get("src"), span });
  } else if (inner && name === "mark") found.passages.push({ kind: "highlight", span, inner });
  else if (inner && /^(?:del|s|strike)$/.test(name)) found.passages.push({ kind: "struck", span, inner });
}

function holdsImage(source: string): boolean {
  return /!\[|<img\b/i.test(source);
}

function hides(attributes: ReadonlyMap<string, string>): boolean {
  return attributes.get("aria-hidden") === "true";
}

/** The words of a piece of source without tags and emphasis. */
function wordsOf(source: string): string {
  return source
    .replace(/<[^<>]*>/g, "")
    .replace(/[*_~`]/g, "")
    .trim();
}
