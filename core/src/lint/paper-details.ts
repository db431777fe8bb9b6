// Short forms and what they stand for, put among the paper's details as its author writes them.

import type { Field, FrontMatter, Value } from "../paper/front-matter.js";
import { fieldOf } from "../paper/front-matter.js";
import { lineEndingOf, type Paper, paperText } from "../paper/paper.js";
import { spanOf } from "../paper/places.js";
import type { TextEdit } from "../text/edit.js";
import { lineStart, nextLine } from "../text/lines.js";
import { shift } from "../text/span.js";
import { yamlText } from "../text/yaml-text.js";

/** A short form and the words that it stands for. */
export interface Explained {
  readonly short: string;
  readonly words: string;
}

/**
 * The edit that adds short forms under `acronyms` in the paper's details, in the line ends of the paper; the field and
 * the details are made where there are none. Gives `undefined` where `acronyms` holds something that is not short forms.
 */
export function addToDetails(paper: Paper, added: readonly Explained[]): TextEdit[] | undefined {
  const block = paper.chunks[0]?.blocks.slice(0, 2).find((it) => it.frontMatter);
  const details = block?.frontMatter;
  if (!block || !details) return newDetails(paper, added);
  const edit = addTo(details, block.text, added, lineEndingOf(paper));
  const start = spanOf(paper, { block, span: { start: 0, end: 0 } })?.start;
  return edit && start !== undefined ? [{ ...shift(edit, start), text: edit.text }] : undefined;
}

function newDetails(paper: Paper, added: readonly Explained[]): TextEdit[] {
  const text = paperText(paper);
  const newline = lineEndingOf(paper);
  const at = text.startsWith("\ufeff") ? 1 : 0;
  const lines = ["---", "acronyms:", ...added.map((it) => `  ${entry(it, "block")}`), "---", "", ""];
  return [{ start: at, end: at, text: lines.join(newline) }];
}

function addTo(
  details: FrontMatter,
  text: string,
  added: readonly Explained[],
  newline: string,
): TextEdit | undefined {
  const field = fieldOf(details, "acronyms");
  const lines = added.map((it) => `  ${entry(it, "block")}${newline}`).join("");
  if (!field) {
    // What cannot be read may swallow a line behind it, but not one before it.
    const at = details.problems.length > 0 ? details.body.start : details.body.end;
    const opens = at > 0 && !"\r\n".includes(text.charAt(at - 1)) ? newline : "";
    return { start: at, end: at, text: `${opens}acronyms:${newline}${lines}` };
  }
  const { value } = field;
  const flow = added.map((it) => entry(it, "flow")).join(", ");
  switch (value.kind) {
    case "map":
      return text.charAt(value.span.start) === "{"
        ? intoBraces(value.fields, value, text, flow)
        : intoLines(value.fields, text, added, newline);
    case "empty": {
      if (value.span.start < value.span.end) return { ...value.span, text: `{ ${flow} }` };
      const at = nextLine(text, field.keySpan.end);
      return { start: at, end: at, text: lines };
    }
    default:
      return undefined;
  }
}

/** `{ VRU: Violence Reduction Unit }`: behind its last entry, or before the first where that one is not plain. */
function intoBraces(fields: readonly Field[], { span }: Value, text: string, flow: string): TextEdit {
  const last = fields.at(-1);
  if (!last) return { ...span, text: `{ ${flow} }` };
  const end = last.value.span.end;
  const isPlain = last.value.kind === "text" && /^\s*\}$/.test(text.slice(end, span.end));
  const at = isPlain ? end : span.start + 1;
  return { start: at, end: at, text: isPlain ? `, ${flow}` : ` ${flow},` };
}

/** Lines of their own: behind the last one, or before the first where the last goes on over several lines. */
function intoLines(
  fields: readonly Field[],
  text: string,
  added: readonly Explained[],
  newline: string,
): TextEdit | undefined {
  const [first, last] = [fields[0], fields.at(-1)];
  if (!first || !last) return undefined;
  const firstLine = lineStart(text, first.keySpan.start);
  const indent = text.slice(firstLine, first.keySpan.start);
  if (indent.trim() !== "") return undefined;
  const lines = added.map((it) => `${indent}${entry(it, "block")}${newline}`).join("");
  const { span, kind } = last.value;
  const isOneLine = kind !== "map" && kind !== "list" && lineStart(text, span.end) <= last.keySpan.start;
  const at = isOneLine ? nextLine(text, span.end) : firstLine;
  return { start: at, end: at, text: lines };
}

function entry({ short, words }: Explained, within: "block" | "flow"): string {
  return `${yamlText(short, within)}: ${yamlText(words, within)}`;
}
