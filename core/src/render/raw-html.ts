// The HTML that authors write among Markdown. A few harmless elements of phrasing are shown, without their attributes;
// of all others the words are, and of those that hold no words for readers nothing is.

import { decodeNamedCharacterReference } from "decode-named-character-reference";
import type { Html, PhrasingContent } from "mdast";
import { decodeNumericCharacterReference } from "micromark-util-decode-numeric-character-reference";
import type { Span } from "../text/span.js";

/** A piece of raw HTML. Words have the span of their source within the piece. */
export type HtmlToken =
  | {
      readonly kind: "open" | "close" | "single";
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
    }
  | { readonly kind: "words"; readonly text: string; readonly span: Span };

/** The elements that are shown, and as what. */
export const shownElements: ReadonlySet<string> = new Set(
  "b strong i em u s del ins sup sub small mark code kbd q cite".split(" "),
);

/** The elements that part words as a line break does. */
export const partingElements: ReadonlySet<string> = new Set(
  "br p div section article aside header footer main nav h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr td th caption thead tbody tfoot blockquote pre hr figure figcaption address center details summary fieldset form option".split(
    " ",
  ),
);

/** The elements whose content is not for readers. */
const hiddenElements: ReadonlySet<string> = new Set(
  "script style iframe object embed noscript template svg math textarea title head select canvas audio video applet frameset noframes noembed xmp plaintext".split(
    " ",
  ),
);

const tokenPattern =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<(\/?)([a-z][a-z0-9-]{0,31})((?:[^<>"']|"[^"<>]*"|'[^'<>]*')*)>/gi;
const attributePattern = /([^\s"'<>/=]{1,64})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** The tokens of a piece of HTML, without comments and without what stands in elements that are not for readers. */
export function readHtml(value: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let at = 0;
  let hidden: string | undefined;
  for (const match of value.matchAll(tokenPattern)) {
    const [whole, slash = "", written = "", attributes = ""] = match;
    const name = written.toLowerCase();
    if (hidden === undefined) addWords(tokens, value, at, match.index);
    at = match.index + whole.length;
    if (name === "") continue;
    if (hidden !== undefined) {
      if (slash !== "" && name === hidden) hidden = undefined;
    } else if (hiddenElements.has(name)) {
      if (slash === "" && !attributes.endsWith("/")) hidden = name;
    } else {
      const kind = slash !== "" ? "close" : attributes.endsWith("/") ? "single" : "open";
      tokens.push({ kind, name, attributes: readAttributes(attributes) });
    }
  }
  if (hidden === undefined) addWords(tokens, value, at, value.length);
  return tokens;
}

/** Whether a tag opens or closes an element whose content is not for readers, and which. */
export function hiddenTag(value: string): { readonly name: string; readonly closes: boolean } | undefined {
  const [, slash = "", name = "", attributes = ""] =
    /^<(\/?)([a-z][a-z0-9-]{0,31})([^<>]*)>/i.exec(value) ?? [];
  if (!hiddenElements.has(name.toLowerCase()) || attributes.endsWith("/")) return undefined;
  return { name: name.toLowerCase(), closes: slash !== "" };
}

function addWords(tokens: HtmlToken[], value: string, start: number, end: number): void {
  if (start < end) tokens.push({ kind: "words", text: value.slice(start, end), span: { start, end } });
}

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single, bare] of text.matchAll(attributePattern))
    attributes.set(name.toLowerCase(), decodeEntities(double ?? single ?? bare ?? ""));
  return attributes;
}

/** The text with its entities as the characters that they stand for. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/g,
    (whole, decimal, hex, name) => {
      if (decimal !== undefined) return decodeNumericCharacterReference(decimal, 10);
      if (hex !== undefined) return decodeNumericCharacterReference(hex, 16);
      return decodeNamedCharacterReference(name) || whole;
    },
  );
}

/** An element of raw HTML among the phrasing of a paragraph. */
export interface RawElement {
  readonly type: "rawElement";
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly PhrasingContent[];
}

/**
 * Phrasing with its tags joined to elements: `<sup>`, words, `</sup>` become one. Tags that are not closed here, and
 * those of elements that are not shown, are left out.
 */
export function joinElements(children: readonly PhrasingContent[]): (PhrasingContent | RawElement)[] {
  if (!children.some((it) => it.type === "html")) return [...children];
  const open: {
    readonly name: string;
    readonly attributes: ReadonlyMap<string, string>;
    readonly content: (PhrasingContent | RawElement)[];
  }[] = [];
  const all: (PhrasingContent | RawElement)[] = [];
  let hidden: string | undefined;
  const top = (): (PhrasingContent | RawElement)[] => open.at(-1)?.content ?? all;
  for (const child of children) {
    if (child.type !== "html") {
      if (hidden === undefined) top().push(child);
      continue;
    }
    const tag = hiddenTag(child.value);
    if (hidden !== undefined) {
      if (tag?.closes && tag.name === hidden) hidden = undefined;
      continue;
    }
    if (tag) {
      if (!tag.closes) hidden = tag.name;
      continue;
    }
    takeTag(child, open, top);
  }
  while (open.length > 0) {
    const last = open.pop();
    if (last) top().push(...last.content);
  }
  return all;
}

function takeTag(
  node: Html,
  open: {
    readonly name: string;
    readonly attributes: ReadonlyMap<string, string>;
    readonly content: (PhrasingContent | RawElement)[];
  }[],
  top: () => (PhrasingContent | RawElement)[],
): void {
  for (const token of readHtml(node.value)) {
    if (token.kind === "words") continue;
    const { name, attributes } = token;
    if (token.kind === "close") {
      const at = open.findLastIndex((it) => it.name === name);
      if (at < 0 || open.length - at > deepest) continue;
      while (open.length > at) {
        const last = open.pop();
        if (last) top().push(element(last.name, last.attributes, last.content));
      }
    } else if (name === "img" || name === "br" || name === "hr") top().push(element(name, attributes, []));
    else if ((shownElements.has(name) || name === "a") && token.kind === "open" && open.length < deepest)
      open.push({ name, attributes, content: [] });
    else if (partingElements.has(name)) top().push(element("br", attributes, []));
  }
}

/** How deep elements may stand in one another. */
const deepest = 20;

function element(
  name: string,
  attributes: ReadonlyMap<string, string>,
  children: readonly (PhrasingContent | RawElement)[],
): RawElement {
  return { type: "rawElement", name, attributes, children: children as PhrasingContent[] };
}
