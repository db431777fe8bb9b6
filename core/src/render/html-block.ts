// A block of HTML among Markdown: its words, and its pictures.

import type { ElementContent } from "hast";
import { h } from "hastscript";
import type { Html } from "mdast";
import type { Rendered } from "./convert.js";
import { decodeEntities, type HtmlToken, partingElements, readHtml } from "./raw-html.js";

/** The words of a block of HTML, in a paragraph for each of its parts. */
export function renderHtml(node: Html, rendered: Rendered): ElementContent[] {
  const { start, end } = rendered.spanOf(node);
  const isAsTyped = rendered.block.text.slice(start, end) === node.value;
  const parts: ElementContent[][] = [[]];
  for (const token of readHtml(node.value)) {
    if (token.kind !== "words" && partingElements.has(token.name)) parts.push([]);
    else parts.at(-1)?.push(...pieceOf(token, isAsTyped ? start : undefined, rendered));
  }
  return parts
    .filter((it) => it.some((part) => part.type !== "text" || part.value.trim() !== ""))
    .map((it) => h("p", it));
}

/** A token's words or picture. `start` is where the block's HTML starts in the source, where it stands there as it is. */
function pieceOf(
  token: HtmlToken,
  start: number | undefined,
  { annotator, picture }: Rendered,
): ElementContent[] {
  if (token.kind !== "words") {
    const { name, attributes } = token;
    if (name !== "img") return [];
    return picture(
      { type: "rawElement", name, attributes, children: [] },
      attributes.get("src") ?? "",
      attributes.get("alt"),
    );
  }
  const value = decodeEntities(token.text);
  if (value.trim() === "") return [{ type: "text", value: " " }];
  if (start === undefined) return [{ type: "text", value }];
  return annotator.words(value, { start: start + token.span.start, end: start + token.span.end }, false);
}
