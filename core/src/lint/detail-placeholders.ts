// Placeholders in the paper's details, where a value is a text, a list, or a map of texts.

import type { Block } from "../paper/block.js";
import type { Value } from "../paper/front-matter.js";
import { findPlaceholders, type Placeholder } from "../paper/placeholders.js";
import type { Span } from "../text/span.js";

/** Placeholders in the values of the paper's details, each with the span of the text that it stands in. */
export function detailPlaceholders({ frontMatter, text }: Block): Placeholder[] {
  return frontMatter?.fields.flatMap((field) => placeholdersOf(field.value, text)) ?? [];
}

/** Placeholders in one value of the paper's details; `source` is the text of the details' block. */
export function placeholdersOf(value: Value, source: string): Placeholder[] {
  return [...textsIn(value, source)].flatMap((it) =>
    findPlaceholders(it.text, false).map((found): Placeholder => ({ ...found, span: it.span })),
  );
}

/** The texts of a value; one in square brackets that YAML reads as a list is what the author typed. */
function* textsIn(value: Value, source: string): Generator<{ text: string; span: Span }> {
  if (value.kind === "text") yield value;
  if (value.kind === "map") for (const field of value.fields) yield* textsIn(field.value, source);
  if (value.kind !== "list") return;
  const typed = source.slice(value.span.start, value.span.end);
  const isPlain =
    typed.startsWith("[") && value.items.every((it) => it.kind === "text" && !isQuoted(it.span, source));
  if (isPlain && findPlaceholders(typed, false).length > 0) yield { text: typed, span: value.span };
  else for (const item of value.items) yield* textsIn(item, source);
}

function isQuoted({ start }: Span, source: string): boolean {
  return /["']/.test(source.charAt(start));
}
