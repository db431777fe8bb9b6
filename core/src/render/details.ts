// The head of a paper, from its details: board, title, date, item, priorities, and who presents and wrote it.

import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { type Field, type FrontMatter, fieldOf, type Value } from "../paper/front-matter.js";
import { Annotator } from "./annotate.js";
import { type BlockInput, isInstruction } from "./input.js";

/** What readers are not shown: it serves the tool. */
const hidden: ReadonlySet<string> = new Set(["template", "acronyms", "glossary", "language", "lang"]);
/** What stands at the top, apart from the list. */
const above: ReadonlySet<string> = new Set(["board", "title"]);

/** The head of a paper, and the findings it does not mark. Fields that its house template does not know are not shown. */
export function renderDetails(
  frontMatter: FrontMatter,
  input: BlockInput,
  source: string,
): { readonly elements: readonly ElementContent[]; readonly unmarked: readonly number[] } {
  const annotator = new Annotator(input, source);
  const marked = (field: Field, content: readonly ElementContent[]): ElementContent[] =>
    annotator.whole({ start: field.keySpan.start, end: field.value.span.end }, content);
  const shown = (key: string): Field | undefined => {
    const field = fieldOf(frontMatter, key);
    return field && textsIn(field.value).some((text) => !input.hidesGuidance || !isInstruction(text))
      ? field
      : undefined;
  };
  const title = shown("title") ?? (input.lacksTitle ? (shown("priorities") ?? shown("board")) : undefined);
  const board = shown("board");
  const rows = input.details.flatMap((key): Element[] => {
    const field = hidden.has(key) || above.has(key) ? undefined : shown(key);
    if (!field || field === title) return [];
    const texts = textsIn(field.value).map((text) => h("dd", marked(field, [{ type: "text", value: text }])));
    return [h("div", h("dt", labelOf(key)), ...texts)];
  });
  const elements = [
    ...(board && board !== title ? [h("p", { className: ["board"] }, marked(board, words(board)))] : []),
    ...(title ? [h("h1", marked(title, words(title)))] : []),
    ...(rows.length > 0 ? [h("dl", rows)] : []),
  ];
  return {
    elements: elements.length > 0 ? [h("header", { className: ["details"] }, elements)] : [],
    unmarked: annotator.unmarked(),
  };
}

/** The texts of a value, in order; a person's name, role and date are one. */
export function textsIn(value: Value): string[] {
  switch (value.kind) {
    case "text":
      return value.text.trim() === "" ? [] : [value.text.trim()];
    case "list":
      return value.items.flatMap(textsIn);
    case "map": {
      const parts = value.fields.flatMap((field) => textsIn(field.value));
      return parts.length > 0 ? [parts.join(", ")] : [];
    }
    default:
      return [];
  }
}

function words({ value }: Field): ElementContent[] {
  return [{ type: "text", value: textsIn(value).join(", ") }];
}

/** The name of a field for readers: `presented-by` is "Presented by". */
function labelOf(key: string): string {
  const label = key.replace(/[-_]+/g, " ").trim();
  return label.charAt(0).toUpperCase() + label.slice(1);
}
