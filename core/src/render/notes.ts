// Footnotes: their calls in the text, and the notes themselves. They are named as typed.

import type { ElementContent } from "hast";
import { h } from "hastscript";
import type { FootnoteDefinition, FootnoteReference } from "mdast";
import { normalizeLabel } from "../markdown/labels.js";
import type { Rendered } from "./convert.js";
import { isParagraph, own, withNumber } from "./pieces.js";

/** The call of a footnote; one that there is no note for stays as typed. */
export function renderCall(node: FootnoteReference, rendered: Rendered): ElementContent[] {
  const label = node.label ?? node.identifier;
  const key = normalizeLabel(`^${label}`);
  const isFirst = own(rendered.input.calls, key);
  if (isFirst === undefined) return [{ type: "text", value: `[^${label}]` }];
  const id = noteId(label);
  const takesId = isFirst && !rendered.called.has(key);
  rendered.called.add(key);
  const link = h(
    "a",
    {
      href: `#note-${id}`,
      role: "doc-noteref",
      ariaLabel: `Note ${label}`,
      ...(takesId && { id: `call-${id}` }),
    },
    label,
  );
  return rendered.annotator.whole(rendered.spanOf(node), [h("sup", link)]);
}

/** A footnote, with the way back to its call. */
export function renderNote(node: FootnoteDefinition, rendered: Rendered): ElementContent {
  const label = node.label ?? node.identifier;
  const id = noteId(label);
  const content = rendered.flow(node.children, node);
  const back = h(
    "a",
    {
      className: ["back"],
      href: `#call-${id}`,
      role: "doc-backlink",
      ariaLabel: `Back to note ${label} in the text`,
    },
    "↩",
  );
  const number = h("span", { className: ["number"] }, label);
  const last = content.at(-1);
  if (last && isParagraph(last)) last.children.push({ type: "text", value: " " }, back);
  else content.push(h("p", back));
  return h("div", { className: ["note"], id: `note-${id}` }, withNumber([number], content));
}

/** A footnote's label as part of an id. */
function noteId(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, (char) => `_${char.charCodeAt(0).toString(16)}`)
    .slice(0, 80);
}
