// Where and how new lines of YAML are written, so that they look like those that are there.

import type { TextEdit } from "../text/edit.js";
import { lineEnd, nextLine } from "../text/lines.js";
import { yamlText } from "../text/yaml-text.js";
import type { Entry, Tree, TreeMap } from "./yaml-tree.js";

/** Names with their values, one inside the other. */
export type Content = readonly { readonly name: string; readonly value: string | Content }[];

/** Values under names, in the maps of a path. */
export function nested(path: readonly string[], values: Readonly<Record<string, string>>): Content {
  const [name, ...rest] = path;
  if (name !== undefined) return [{ name, value: nested(rest, values) }];
  return Object.entries(values).map(([it, value]) => ({ name: it, value }));
}

/** Puts content behind the last entry of a map; behind everything when the map is the file. */
export function insert(text: string, map: TreeMap, content: Content, isRoot: boolean): TextEdit {
  const last = map.entries.at(-1);
  if (isFlow(text, map)) {
    const inside = flowContent(content);
    if (last === undefined) return { start: map.span.start, end: map.span.end, text: `{ ${inside} }` };
    const hasValue = !isNothing(last.value);
    const at = hasValue ? last.value.span.end : map.span.start + 1;
    return { start: at, end: at, text: hasValue ? `, ${inside}` : ` ${inside},` };
  }
  const [first] = map.entries;
  const column = first === undefined ? 0 : columnOf(text, first.keySpan.start);
  const end = last === undefined || isRoot ? text.length : endOf(text, last);
  const gap = isRoot && /\n[ \t]*\r?\n/.test(text.trimEnd()) ? eolOf(text) : "";
  return insertLines(text, end, gap, blockLines(content, column, stepOf(text, map), eolOf(text)));
}

/** Gives a value to a name that has none. */
export function fill(text: string, map: TreeMap, entry: Entry, content: Content): TextEdit {
  const { start, end } = entry.value.span;
  if (isFlow(text, map) || start < end)
    return { start, end, text: `${start < end ? "" : " "}{ ${flowContent(content)} }` };
  const column = columnOf(text, entry.keySpan.start);
  const step = stepOf(text, map);
  return insertLines(text, entry.keySpan.end, "", blockLines(content, column + step, step, eolOf(text)));
}

/** Puts whole lines behind the line of an offset. */
function insertLines(text: string, behind: number, gap: string, lines: string): TextEdit {
  const startsLine = behind === 0 || "\r\n".includes(text.charAt(behind - 1));
  if (startsLine) return { start: behind, end: behind, text: gap + lines };
  const at = nextLine(text, behind);
  const isOpen = at === lineEnd(text, behind);
  return { start: at, end: at, text: (isOpen ? eolOf(text) : "") + gap + lines };
}

/** Puts another value behind a name that has a text, or none. */
export function replaceValue(
  text: string,
  map: TreeMap,
  { keySpan, value }: Entry,
  written: string,
): TextEdit {
  const { start, end } = value.span;
  const said = valueText(written, isFlow(text, map) ? "flow" : "block");
  if (start === end) {
    const behind = text.indexOf(":", keySpan.end) + 1;
    return { start: behind, end: behind, text: ` ${said}` };
  }
  // A text in lines of its own ends with the last of them.
  const isLines = "\r\n".includes(text.charAt(end - 1));
  return { start, end, text: isLines ? said + eolOf(text) : said };
}

/** Whether it is a name without a value. */
export function isNothing(tree: Tree): boolean {
  return tree.kind === "scalar" && tree.value === null;
}

function blockLines(content: Content, column: number, step: number, eol: string): string {
  const indent = " ".repeat(column);
  return content
    .map(({ name, value }) => {
      const start = `${indent}${yamlText(name)}:`;
      return typeof value === "string"
        ? `${start} ${valueText(value, "block")}${eol}`
        : `${start}${eol}${blockLines(value, column + step, step, eol)}`;
    })
    .join("");
}

function flowContent(content: Content): string {
  return content
    .map(({ name, value }) => {
      const said = typeof value === "string" ? valueText(value, "flow") : `{ ${flowContent(value)} }`;
      return `${yamlText(name, "flow")}: ${said}`;
    })
    .join(", ");
}

/** `off` is how a rule is turned off; quotation marks would make it look like something else. */
function valueText(value: string, within: "block" | "flow"): string {
  return value === "off" ? value : yamlText(value, within);
}

function isFlow(text: string, map: TreeMap): boolean {
  return text.charAt(map.span.start) === "{";
}

/** Where the last text of an entry ends. */
function endOf(text: string, { keySpan, value }: Entry): number {
  if (isNothing(value)) return Math.max(keySpan.end, value.span.end);
  const isBracketed = "[{".includes(text.charAt(value.span.start));
  if (value.kind === "map" && !isBracketed) {
    const last = value.entries.at(-1);
    if (last !== undefined) return endOf(text, last);
  }
  if (value.kind === "list" && !isBracketed) {
    const last = value.items.at(-1);
    if (last !== undefined) return endOf(text, { key: "", keySpan: last.span, value: last });
  }
  return value.span.end;
}

function columnOf(text: string, at: number): number {
  let start = at;
  while (start > 0 && !"\r\n".includes(text.charAt(start - 1))) start--;
  return at - start;
}

/** How far the file indents what belongs to a name. */
function stepOf(text: string, map: TreeMap): number {
  for (const { keySpan, value } of map.entries) {
    if (value.kind !== "map" || isFlow(text, value)) continue;
    const [inner] = value.entries;
    if (inner !== undefined) return columnOf(text, inner.keySpan.start) - columnOf(text, keySpan.start);
  }
  return 2;
}

function eolOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? "\n";
}
