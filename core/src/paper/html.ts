// The few HTML elements that authors write among Markdown, read from its raw pieces.

import type { Span } from "../text/span.js";
import { withoutComments } from "./comments.js";

/** A raw piece of HTML as Markdown leaves it: one tag, or a whole HTML block. */
export interface HtmlPiece {
  readonly value: string;
  readonly span: Span;
}

/** An element of HTML, from its opening tag to its closing one, where it has one. */
export interface HtmlElement {
  /** In small letters: `img`. */
  readonly name: string;
  /** By name in small letters; one without a value is empty. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly span: Span;
  /** What stands between its tags; `undefined` for one that holds nothing, or is not closed here. */
  readonly inner: Span | undefined;
}

interface Tag extends HtmlElement {
  readonly closes: boolean;
}

/** The elements of pieces that stand in one paragraph, in the order in which they open. Comments hold none. */
export function readElements(pieces: readonly HtmlPiece[]): HtmlElement[] {
  const tags = pieces.flatMap(readTags);
  const elements: HtmlElement[] = [];
  for (const [i, tag] of tags.entries()) {
    if (tag.closes) continue;
    const close = tags.slice(i + 1, i + 1 + farthest).find((it) => it.name === tag.name);
    if (!close?.closes || empty.has(tag.name)) elements.push(tag);
    else {
      const span = { start: tag.span.start, end: close.span.end };
      elements.push({ ...tag, span, inner: { start: tag.span.end, end: close.span.start } });
    }
  }
  return elements;
}

/** How many tags an element's end is looked for; a bound, so that time stays linear. */
const farthest = 20;
const empty: ReadonlySet<string> = new Set(["img", "br", "hr"]);
// A quoted value without angle brackets, so that a quotation mark which never closes ends the look at the next tag.
const tagPattern = /<(\/?)([a-z][a-z0-9]{0,15})((?:[^<>"']|"[^"<>]*"|'[^'<>]*')*)>/gi;
const attributePattern = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

function readTags({ value, span }: HtmlPiece): Tag[] {
  const tags: Tag[] = [];
  for (const match of withoutComments(value).matchAll(tagPattern)) {
    const [whole, slash, name = "", attributes = ""] = match;
    const start = span.start + match.index;
    tags.push({
      name: name.toLowerCase(),
      closes: slash === "/",
      attributes: readAttributes(attributes),
      span: { start, end: start + whole.length },
      inner: undefined,
    });
  }
  return tags;
}

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single, bare] of text.matchAll(attributePattern))
    attributes.set(name.toLowerCase(), double ?? single ?? bare ?? "");
  return attributes;
}
