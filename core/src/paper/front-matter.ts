import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLError } from "yaml";
import { lineEnd, lineStart, nextLine } from "../text/lines.js";
import type { Span } from "../text/span.js";
import { isUnclosed, sayYamlError } from "./yaml-errors.js";

/** A value in the front matter, with its span in the block. */
export type Value =
  | { readonly kind: "text"; readonly text: string; readonly span: Span }
  | { readonly kind: "other"; readonly span: Span }
  | { readonly kind: "empty"; readonly span: Span }
  | { readonly kind: "list"; readonly items: readonly Value[]; readonly span: Span }
  | { readonly kind: "map"; readonly fields: readonly Field[]; readonly span: Span };

/** `key: value`. */
export interface Field {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Value;
}

/** What YAML could not make sense of. */
interface YamlProblem {
  readonly message: string;
  readonly span: Span;
}

/** The paper's details. Keys and values keep their order and places; a broken part is a problem, not an error. */
export interface FrontMatter {
  readonly fields: readonly Field[];
  readonly problems: readonly YamlProblem[];
  /** The span of the lines between the fences. */
  readonly body: Span;
}

/** Reads the front matter block `text`, fences included. Aliases and tags are read as problems, never followed. */
export function readFrontMatter(text: string): FrontMatter {
  const start = nextLine(text, 0);
  const end = Math.max(start, closingFence(text, start));
  const source = text.slice(start, end);
  const document = parseDocument(source, {
    schema: "core",
    prettyErrors: false,
    strict: true,
    // The library compares each key with all others; the reader below finds those that stand twice.
    uniqueKeys: false,
    logLevel: "silent",
  });
  const root = document.contents;
  const keys =
    root !== null && isMap(root) ? root.items.map((it) => (it.key as Node | null)?.range?.[0] ?? 0) : [];
  const problems = document.errors.map((error) => problem(error, start, source, keys));
  const reader = new ValueReader(start, problems);
  let fields: readonly Field[] = [];
  if (root !== null && isMap(root)) fields = reader.fields(root.items);
  else if (root !== null && problems.length === 0) {
    problems.push({
      message: "The paper details should be lines such as 'date: 17 November 2020'.",
      span: { start, end },
    });
  }
  return { fields, problems: onePerLine(problems, text), body: { start, end } };
}

/** The first problem of each line: what cannot be read once is often said in several ways. */
function onePerLine(problems: readonly YamlProblem[], text: string): YamlProblem[] {
  const byLine = new Map<number, YamlProblem>();
  for (const it of problems) {
    const line = lineStart(text, it.span.start);
    if (!byLine.has(line)) byLine.set(line, it);
  }
  return [...byLine.values()];
}

/** The field of that name, if it is there. */
export function fieldOf(frontMatter: FrontMatter | undefined, key: string): Field | undefined {
  return frontMatter?.fields.find((field) => field.key === key);
}

/** All texts in a value, in order: one for a text, those of its items for a list. */
export function textsOf(value: Value): Extract<Value, { kind: "text" }>[] {
  if (value.kind === "text") return [value];
  if (value.kind === "list") return value.items.flatMap(textsOf);
  return [];
}

class ValueReader {
  readonly #start: number;
  readonly #problems: YamlProblem[];

  constructor(start: number, problems: YamlProblem[]) {
    this.#start = start;
    this.#problems = problems;
  }

  fields(items: readonly { readonly key: unknown; readonly value: unknown }[]): Field[] {
    const fields: Field[] = [];
    const seen = new Set<string>();
    for (const item of items) {
      if (!isScalar(item.key)) continue;
      const keySpan = this.#span(item.key);
      const name = String(item.key.value);
      if (seen.has(name))
        this.#problems.push({ message: "This field stands twice in the paper details.", span: keySpan });
      seen.add(name);
      const value = item.value as Node | null;
      fields.push({
        key: name,
        keySpan,
        value: this.value(value, { start: keySpan.end, end: keySpan.end }),
      });
    }
    return fields;
  }

  value(node: Node | null, missing: Span): Value {
    if (node === null) return { kind: "empty", span: missing };
    const span = this.#span(node);
    if (isAlias(node)) {
      this.#problems.push({ message: "'*' starts a YAML alias. Put the text in quotation marks.", span });
      return { kind: "other", span };
    }
    if (isSeq(node))
      return { kind: "list", items: node.items.map((item) => this.value(item as Node | null, span)), span };
    if (isMap(node)) return { kind: "map", fields: this.fields(node.items), span };
    if (!isScalar(node) || node.value === null || node.value === "") return { kind: "empty", span };
    if (typeof node.value === "string") return { kind: "text", text: node.value, span };
    // A bare number such as "5" reads as the author wrote it.
    if (typeof node.value === "number")
      return { kind: "text", text: String(node.source ?? node.value), span };
    return { kind: "other", span };
  }

  #span(node: Node): Span {
    const [start, end] = node.range ?? [0, 0, 0];
    return { start: this.#start + start, end: this.#start + end };
  }
}

function closingFence(text: string, from: number): number {
  for (let at = from; at < text.length; at = nextLine(text, at)) {
    if (/^---[ \t]*$/.test(text.slice(at, lineEnd(text, at)))) return at;
  }
  return text.length;
}

function problem(error: YAMLError, start: number, source: string, keys: readonly number[]): YamlProblem {
  const { pos } = error;
  // What does not close belongs to the field above.
  const opening = isUnclosed(error) ? keys.findLast((key) => key < pos[0]) : undefined;
  const from = Math.min(opening ?? pos[0], source.length);
  const line = opening ?? source.lastIndexOf("\n", from - 1) + 1;
  const span = { start: start + line, end: start + Math.max(lineEnd(source, line), line) };
  return { message: sayYamlError(error) ?? sayCode(error), span };
}

function sayCode({ code }: YAMLError): string {
  switch (code) {
    case "MISSING_CHAR":
    case "MULTILINE_IMPLICIT_KEY":
      return "This line is not a field. Write a name, a colon and a text, such as 'title: Annual report'.";
    default:
      return "This line of the paper details cannot be read. A text with a colon in it, or one that starts with a symbol, needs quotation marks.";
  }
}
