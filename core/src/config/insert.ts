// Where and how new lines of YAML are written, so that they look like those that are there.

import type { TextEdit } from "../text/edit.js";
import { lineEnd, lineEnding, lineStart, nextLine } from "../text/lines.js";
import { yamlText } from "../text/yaml-text.js";
import type { Entry, Tree, TreeMap } from "./yaml-tree.js";

/** Names with their values, one inside the other. */
export type Content = readonly { readonly name: string; readonly value: string | List | Content }[];

/** Texts in a row. */
interface List {
  readonly items: readonly string[];
}

/** Values under names, or content, in the maps of a path. */
export function nested(path: readonly string[], values: Readonly<Record<string, string>> | Content): Content {
  const [name, ...rest] = path;
  if (name !== undefined) return [{ name, value: nested(rest, values) }];
  if (isContent(values)) return values;
  return Object.entries(values).map(([it, value]) => ({ name: it, value }));
}

function isContent(values: Readonly<Record<string, string>> | Content): values is Content {
  return Array.isArray(values);
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
  const gap = isRoot && /\n[ \t]*\r?\n/.test(text.trimEnd()) ? lineEnding(text) : "";
  return insertLines(text, end, gap, blockLines(content, column, stepOf(text, map), lineEnding(text)));
}

/** Gives a value to a name that has none. */
export function fill(text: string, map: TreeMap, entry: Entry, content: Content): TextEdit {
  const { start, end } = entry.value.span;
  if (isFlow(text, map) || start < end)
    return { start, end, text: `${start < end ? "" : " "}{ ${flowContent(content)} }` };
  const column = columnOf(text, entry.keySpan.start);
  const step = stepOf(text, map);
  return insertLines(text, entry.keySpan.end, "", blockLines(content, column + step, step, lineEnding(text)));
}

/** Puts whole lines behind the line of an offset. */
function insertLines(text: string, behind: number, gap: string, lines: string): TextEdit {
  const startsLine = behind === 0 || "\r\n".includes(text.charAt(behind - 1));
  if (startsLine) return { start: behind, end: behind, text: gap + lines };
  const at = nextLine(text, behind);
  const isOpen = at === lineEnd(text, behind);
  return { start: at, end: at, text: (isOpen ? lineEnding(text) : "") + gap + lines };
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
  return { start, end, text: isLines ? said + lineEnding(text) : said };
}

/** Puts texts behind the last of a list. */
export function appendItems(
  text: string,
  list: Extract<Tree, { kind: "list" }>,
  items: readonly string[],
): TextEdit {
  const { start, end } = list.span;
  const last = list.items.at(-1);
  if (text.charAt(start) !== "[") {
    const indent = " ".repeat(columnOf(text, start));
    const lines = items.map((it) => `${indent}- ${yamlText(it)}${lineEnding(text)}`).join("");
    return insertLines(text, last?.span.end ?? start, "", lines);
  }
  if (last === undefined) return { start, end, text: listText(items) };
  return { start: last.span.end, end: last.span.end, text: `, ${flowItems(items)}` };
}

/** Texts as a list in one line. */
export function listText(items: readonly string[]): string {
  return `[${flowItems(items)}]`;
}

function flowItems(items: readonly string[]): string {
  return items.map((it) => yamlText(it, "flow")).join(", ");
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
      if (typeof value === "string") return `${start} ${valueText(value, "block")}${eol}`;
      if ("items" in value) return `${start} ${listText(value.items)}${eol}`;
      return `${start}${eol}${blockLines(value, column + step, step, eol)}`;
    })
    .join("");
}

function flowContent(content: Content): string {
  return content
    .map(({ name, value }) => {
      return `${yamlText(name, "flow")}: ${flowValue(value)}`;
    })
    .join(", ");
}

function flowValue(value: Content[number]["value"]): string {
  if (typeof value === "string") return valueText(value, "flow");
  return "items" in value ? listText(value.items) : `{ ${flowContent(value)} }`;
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
  return at - lineStart(text, at);
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
