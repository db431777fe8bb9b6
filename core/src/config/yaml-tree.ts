import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import { isUnclosed, sayYamlError } from "../paper/yaml-errors.js";
import { lineEnd, lineStart } from "../text/lines.js";
import type { Span } from "../text/span.js";

/** A sentence about a place of the file. Offsets are UTF-16, in the file's text. */
export interface ConfigProblem {
  readonly message: string;
  readonly span: Span;
}

/** A value of the file with its place. */
export type Tree =
  | { readonly kind: "scalar"; readonly value: string | boolean | null; readonly span: Span }
  | { readonly kind: "list"; readonly items: readonly Tree[]; readonly span: Span }
  | TreeMap;

/** Names with their values, each name once. */
export interface TreeMap {
  readonly kind: "map";
  readonly entries: readonly Entry[];
  readonly span: Span;
}

/** `key: value`. */
export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Tree;
}

/** The file as a tree, or what keeps it from being read. An empty file is an empty map. */
interface TreeReading {
  readonly tree: Tree;
  readonly problems: readonly ConfigProblem[];
}

/**
 * Reads YAML. Aliases, tags and names that stand twice are problems; nothing is followed or unfolded. So are characters that
 * stand for bytes which were no UTF-8.
 */
export function readTree(text: string): TreeReading {
  const empty: Tree = { kind: "map", entries: [], span: { start: 0, end: 0 } };
  const unread = text.search(/[\ufffd\0]/);
  if (unread >= 0)
    return { tree: empty, problems: [{ message: notUtf8, span: { start: unread, end: unread + 1 } }] };
  const document = parseDocument(text, {
    schema: "core",
    prettyErrors: false,
    strict: true,
    // The library compares each key with all others; the reader below finds those that stand twice.
    uniqueKeys: false,
    // With less, a second document would go unnoticed; nothing is printed here anyway.
    logLevel: "error",
  });
  const problems = sayYamlProblems(document, text);
  if (problems.length > 0) return { tree: empty, problems };
  const found: ConfigProblem[] = [];
  const root = document.contents;
  const tree = root === null || isNull(root) ? empty : readNode(root, { start: 0, end: 0 }, found);
  return { tree, problems: found };
}

const notUtf8 = "A character here is not UTF-8. Save the file as UTF-8, then try again.";

/** The value as plain data: numbers as the texts they are written as, so that nobody's `1.10` becomes 1.1. */
export function plain(tree: Tree): unknown {
  if (tree.kind === "scalar") return tree.value;
  if (tree.kind === "list") return tree.items.map(plain);
  return Object.fromEntries(tree.entries.map(({ key, value }) => [key, plain(value)]));
}

/** The value at a path of names, if it is there. */
export function valueAt(tree: Tree, path: readonly string[]): Tree | undefined {
  let at: Tree | undefined = tree;
  for (const name of path)
    at = at?.kind === "map" ? at.entries.find((it) => it.key === name)?.value : undefined;
  return at;
}

/** Where the value at a path stands, or its name for `what` "key"; the nearest place above where it is missing. */
export function placeOf(tree: Tree, path: readonly (string | number)[], what: "key" | "value"): Span {
  let at = tree;
  let span = tree.span;
  for (const [i, step] of path.entries()) {
    if (at.kind === "list" && typeof step === "number" && at.items[step] !== undefined) {
      at = at.items[step];
      span = (at.kind === "map" && at.entries[0]?.keySpan) || at.span;
      continue;
    }
    const entry = at.kind === "map" ? at.entries.find((it) => it.key === step) : undefined;
    if (entry === undefined) return span;
    at = entry.value;
    const isLast = i === path.length - 1;
    // A map or a list is long: its name stands for it.
    span = (isLast && what === "key") || at.kind !== "scalar" || isEmpty(at.span) ? entry.keySpan : at.span;
  }
  return span;
}

function isEmpty({ start, end }: Span): boolean {
  return start === end;
}

function isNull(node: Node): boolean {
  return isScalar(node) && node.value === null;
}

function readNode(node: Node | null, missing: Span, problems: ConfigProblem[]): Tree {
  if (node === null) return { kind: "scalar", value: null, span: missing };
  const span = spanOf(node, missing);
  if (isAlias(node)) {
    problems.push({
      message: "A text that starts with * needs quotation marks. YAML's aliases are not read here.",
      span,
    });
    return { kind: "scalar", value: null, span };
  }
  if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined)
    problems.push({
      message: "A text that starts with & needs quotation marks. YAML's anchors are not read here.",
      span,
    });
  if (isSeq(node)) {
    return { kind: "list", items: node.items.map((it) => readNode(it as Node | null, span, problems)), span };
  }
  if (isMap(node)) return { kind: "map", entries: readEntries(node.items, span, problems), span };
  return { kind: "scalar", value: isScalar(node) ? scalarValue(node.value, node.source) : null, span };
}

function readEntries(
  pairs: readonly { readonly key: unknown; readonly value: unknown }[],
  missing: Span,
  problems: ConfigProblem[],
): Entry[] {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (const pair of pairs) {
    const keySpan = spanOf(pair.key as Node | null, missing);
    const key = isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : undefined;
    if (key === undefined || notNames.has(key)) {
      problems.push({
        message: "This cannot be a name here. A name is one text and a colon.",
        span: keySpan,
      });
      continue;
    }
    if (seen.has(key)) problems.push({ message: `"${key}" stands twice. Keep one of them.`, span: keySpan });
    else {
      const value = readNode(pair.value as Node | null, { start: keySpan.end, end: keySpan.end }, problems);
      entries.push({ key, keySpan, value });
    }
    seen.add(key);
  }
  return entries;
}

/** Names that mean something to the language this is written in, and nothing to a board. */
const notNames: ReadonlySet<string> = new Set(["", "__proto__", "constructor", "prototype"]);

function scalarValue(value: unknown, source: string | undefined): string | boolean | null {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  return source ?? String(value);
}

function spanOf(node: Node | null, missing: Span): Span {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : missing;
}

/** The first problem of each line, and none behind a bracket that does not close: the rest only follows from these. */
function sayYamlProblems(document: Document.Parsed, text: string): ConfigProblem[] {
  const errors = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const open = errors.find(isUnclosed);
  const opened = open && openedBefore(document, open.pos[0]);
  const problems = new Map<number, ConfigProblem>();
  for (const error of errors) {
    const isOpen = isUnclosed(error);
    const at = Math.min((isOpen ? opened : undefined) ?? error.pos[0], text.length);
    const line = lineStart(text, at);
    const start = isOpen ? at : line;
    const span = { start, end: Math.max(start, lineEnd(text, start)) };
    if (!problems.has(line)) problems.set(line, { message: sayYamlError(error) ?? sayCode(error), span });
    if (isOpen) break;
  }
  return [...problems.values()].filter((it) => opened === undefined || it.span.start <= opened);
}

/** Where the innermost bracket or quotation mark stands that is still open where an error was noticed. */
function openedBefore(document: Document.Parsed, noticed: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Node: (_, node) => {
      const isBracketed = (isMap(node) || isSeq(node)) && node.flow === true;
      const isQuoted = isScalar(node) && node.type?.startsWith("QUOTE") === true;
      if ((isBracketed || isQuoted) && node.range?.[1] === noticed) start = node.range[0];
    },
  });
  return start;
}

function sayCode({ code }: YAMLError): string {
  switch (code) {
    case "BAD_INDENT":
      return "This line is indented in another way than those above. Names that belong together start in the same column.";
    case "MULTIPLE_DOCS":
      return "The file has a second part, behind a line of three dashes. Keep one.";
    case "MISSING_CHAR":
    case "MULTILINE_IMPLICIT_KEY":
      return "This line cannot be read. Write a name, a colon and a value, such as 'template: spcb'.";
    default:
      return "This line cannot be read. A text with a colon in it, or one that starts with a symbol, needs quotation marks.";
  }
}
