// Small parts of rendered blocks.

import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { ListKind } from "./rendering.js";

/** The list element that holds items; their numbers are words, as typed. */
export function listElement({ ordered }: ListKind, items: readonly ElementContent[]): Element {
  return ordered ? h("ol", { className: ["typed"], role: "list" }, [...items]) : h("ul", [...items]);
}

/** What is known of a key, which may be any word. */
export function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Whether it is a paragraph's element. */
export function isParagraph(node: ElementContent | undefined): node is Element {
  return node?.type === "element" && node.tagName === "p";
}

/** The content with its number at the start of its first paragraph, or in a line of its own. */
export function withNumber(
  number: readonly ElementContent[],
  content: readonly ElementContent[],
): ElementContent[] {
  const [first, ...rest] = content;
  const space = { type: "text", value: " " } as const;
  if (isParagraph(first)) return [{ ...first, children: [...number, space, ...first.children] }, ...rest];
  if (first && isPhrasing(first)) return [...number, space, ...content];
  return [h("p", { className: ["alone"] }, [...number]), ...content];
}

function isPhrasing(node: ElementContent): boolean {
  return node.type === "text" || (node.type === "element" && phrasingTags.has(node.tagName));
}

const phrasingTags: ReadonlySet<string> = new Set(
  "a abbr b cite code del em i img ins kbd mark q s small span strong sub sup u br".split(" "),
);

/** What a renderer gives, as a list. */
export function asList(rendered: ElementContent | readonly ElementContent[] | undefined): ElementContent[] {
  if (rendered === undefined) return [];
  return "type" in rendered ? [rendered] : [...rendered];
}
