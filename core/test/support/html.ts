// Rendered HTML as a browser reads it.

import type { Element, Nodes, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";

/** The nodes of a piece of HTML, by the parser that browsers have. A list item or row is read as in its list or table. */
export function parseHtml(html: string): RootContent[] {
  return fromHtml(html, { fragment: !html.startsWith("<!doctype") }).children;
}

/** All elements of nodes, in order. */
export function elementsOf(nodes: readonly Nodes[]): Element[] {
  return nodes.flatMap((node) => [
    ...(node.type === "element" ? [node] : []),
    ...("children" in node ? elementsOf(node.children) : []),
  ]);
}

/** The words that a reader sees, with single spaces; elements of lines and cells part words. */
export function visibleText(nodes: readonly Nodes[]): string {
  return textOf(nodes).replace(/\s+/g, " ").trim();
}

const inline = new Set(
  "a abbr b cite code del em i img ins kbd mark q s small span strong sub sup u".split(" "),
);

function textOf(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return node.value;
      if (node.type !== "element") return "";
      const classes = node.properties.className;
      if (Array.isArray(classes) && (classes.includes("visually-hidden") || classes.includes("sentence")))
        return "";
      if (node.tagName === "script" || node.tagName === "style" || node.tagName === "head") return "";
      const inner = textOf(node.children);
      return inline.has(node.tagName) ? inner : ` ${inner} `;
    })
    .join("");
}
