// The words of a paper's source, and of its page, to be held against one another.

import type { Element } from "hast";
import { elementsOf, parseHtml, visibleText } from "./html.js";

/** The words and numbers of a text. */
export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a paper's body in order, typed numbers included, without what Markdown and HTML put around them. */
export function wordsOfSource(text: string): string[] {
  const body = text
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replace(/<!--[\s\S]*?-->/g, " ")
    .replace(/\]\([^()\s]*\)/g, "] ")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?>/gi, "");
  return wordsIn(body.replace(/\*\*|__|(?<![\p{L}\p{N}])[*_]|[*_](?![\p{L}\p{N}])/gu, ""));
}

/** The words of a page's body in order, without its head, its contents and what is said to screen readers alone. */
export function wordsOfPage(page: string): string[] {
  const main = elementsOf(parseHtml(page)).find((it) => it.tagName === "main");
  const content = main?.children.filter(
    (it) => it.type !== "element" || (it.tagName !== "nav" && it.tagName !== "header" && !isHidden(it)),
  );
  return wordsIn(visibleText(content ?? []));
}

function isHidden({ properties }: Element): boolean {
  return String(properties.className) === "visually-hidden";
}
