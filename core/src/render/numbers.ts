// Takes a number as typed out of the words that it opens, so that it can be shown as one.

import type { List, ListItem, Paragraph, Parents, PhrasingContent, RootContent } from "mdast";
import { alignText } from "../markdown/inline.js";
import type { Rendered } from "./convert.js";

type Source = Pick<Rendered, "block" | "spanOf">;

/** The children of a numbered list item without its number, which ends at `end`: `- **2.** Words`, `- 2. Words`. */
export function startOf(item: ListItem, end: number, source: Source): RootContent[] {
  const [first, ...rest] = item.children;
  if (!first || source.spanOf(first).start >= end) return [...item.children];
  if (first.type === "paragraph") return [cutStart(first, end, source), ...rest];
  if (first.type !== "list") return [...item.children];
  const [inner, ...others] = first.children;
  const list: List = { ...first, children: others };
  return [...(inner?.children ?? []), ...(others.length > 0 ? [list] : []), ...rest];
}

/** A paragraph without the words before `end`, an offset in the block, and without the space behind them. */
export function cutStart<Node extends Paragraph>(node: Node, end: number, source: Source): Node {
  const children = trimStart(cut(node.children, end, source));
  return { ...node, children };
}

function cut(children: readonly PhrasingContent[], end: number, source: Source): PhrasingContent[] {
  return children.flatMap((child): PhrasingContent[] => {
    const span = source.spanOf(child);
    if (span.start >= end) return [child];
    if (span.end <= end) return [];
    if ("children" in child) {
      const inner = cut((child as Parents).children as PhrasingContent[], end, source);
      return inner.length === 0 ? [] : [{ ...child, children: inner } as PhrasingContent];
    }
    if (child.type !== "text" || !child.position) return [child];
    const pieces = alignText(child.value, source.block.text, span);
    const at = pieces.find((it) => it.source + it.length > end);
    const from = at ? at.at + Math.max(0, end - at.source) : child.value.length;
    const offset = end - span.start;
    const position = {
      ...child.position,
      start: { ...child.position.start, offset: (child.position.start.offset ?? 0) + offset },
    };
    return [{ ...child, value: child.value.slice(from), position }];
  });
}

/** Without white space at the start. */
function trimStart(children: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = children;
  if (first?.type === "break") return trimStart(rest);
  if (first?.type !== "text" || !first.position) return [...children];
  const value = first.value.trimStart();
  const cutLength = first.value.length - value.length;
  if (value === "") return trimStart(rest);
  const { start } = first.position;
  const position = { ...first.position, start: { ...start, offset: (start.offset ?? 0) + cutLength } };
  return [{ ...first, value, position }, ...rest];
}
