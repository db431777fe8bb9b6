import type { Nodes, Root } from "mdast";
import { bracketedLabels, normalizeLabel } from "../markdown/labels.js";
import { parseBlock, type Tree } from "../markdown/parse.js";
import type { BlockKind } from "../markdown/split.js";
import { lineStarts } from "../text/lines.js";
import { memo } from "../text/memo.js";
import { type AcronymDefinition, acronymOf, findAcronyms } from "./acronyms.js";
import { type Facts, noFacts, readFacts } from "./facts.js";
import { type FrontMatter, fieldOf, readFrontMatter, textsOf } from "./front-matter.js";

/**
 * A stretch of the paper that parses on its own: a heading, a numbered paragraph with what is indented under it, a
 * table. Its text runs up to the next block. An edit elsewhere leaves the very same object in the next version.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
  /** The line endings in the text. */
  readonly lines: number;
  readonly facts: Facts;
  readonly frontMatter: FrontMatter | undefined;
  /** Labels in square brackets that the text uses, normalised: links, where some block defines them. */
  readonly usedLabels: readonly string[];
}

const none: readonly string[] = [];

/** The block of a text. `defined` are the paper's link and footnote labels, normalised. */
export function makeBlock(kind: BlockKind, text: string, defined: ReadonlySet<string>): Block {
  const lines = lineStarts(text).length - 1;
  if (kind === "blank")
    return { kind, text, lines, facts: noFacts, frontMatter: undefined, usedLabels: none };
  if (kind === "frontMatter") {
    const frontMatter = readFrontMatter(text);
    const definitions = frontMatterDefinitions(frontMatter);
    return { kind, text, lines, facts: { ...noFacts, definitions }, frontMatter, usedLabels: none };
  }
  if (isOverEmphasised(text))
    return { kind, text, lines, facts: wordsOnly, frontMatter: undefined, usedLabels: none };
  const tree = blockTree(text, defined);
  const facts = tree ? readFacts(tree, text) : wordsOnly;
  const labels = bracketedLabels(text);
  return { kind, text, lines, facts, frontMatter: undefined, usedLabels: labels.map(normalizeLabel) };
}

/**
 * The tree of a block's text, and `undefined` for one that is not looked into. `defined` are the paper's link and
 * footnote labels, normalised.
 */
export function blockTree(text: string, defined: ReadonlySet<string>): Tree | undefined {
  if (isOverEmphasised(text)) return undefined;
  const used =
    defined.size === 0 ? [] : bracketedLabels(text).filter((label) => defined.has(normalizeLabel(label)));
  const tree = parseBlock(
    text,
    used.map((label) => label.replace(/\s+/g, " ")),
  );
  return isTooDeep(tree.root) ? undefined : tree;
}

/**
 * The tree of a block, for what its facts do not tell; links by label are read as words. `undefined` for details, and for
 * a block that is not looked into.
 */
export function treeOf({ kind, text }: Block): Tree | undefined {
  if (kind === "frontMatter" || isOverEmphasised(text)) return undefined;
  const tree = parseBlock(text, []);
  return isTooDeep(tree.root) ? undefined : tree;
}

/** The facts of a block that is not looked into. */
const wordsOnly: Facts = { ...noFacts, hasContent: true };

/** The most emphasis marks in a line; the parser's time grows with their square, and faster still in one run. */
const mostMarks = 1000;

function isOverEmphasised(text: string): boolean {
  let marks = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 10) marks = 0;
    else if ((char === 42 || char === 95) && ++marks > mostMarks) return true;
  }
  return false;
}

/** Nesting deeper than any paper's, which only a text made to break things has; it is kept and not looked into. */
const deepest = 100;

function isTooDeep(root: Root): boolean {
  let level: readonly Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap((node) => ("children" in node ? node.children : []));
  }
  return false;
}

/** The block with another text that differs only in the blank lines at its end. */
export function withText(block: Block, text: string): Block {
  return { ...block, text, lines: lineStarts(text).length - 1 };
}

/** The offsets at which a block's lines start. */
export const blockLineStarts = memo((block: Block) => lineStarts(block.text));

/** The acronyms that the details define: under `acronyms`, and in the words of title and priorities. */
function frontMatterDefinitions(frontMatter: FrontMatter): AcronymDefinition[] {
  const definitions: AcronymDefinition[] = [];
  const acronyms = fieldOf(frontMatter, "acronyms")?.value;
  for (const { key: short, keySpan, value } of acronyms?.kind === "map" ? acronyms.fields : []) {
    const acronym = acronymOf(short) ?? { key: short.toUpperCase(), name: short };
    if (value.kind !== "text") continue;
    const whole = { start: keySpan.start, end: value.span.end };
    definitions.push({ ...acronym, span: keySpan, expansion: value.text, form: "details", whole });
  }
  for (const key of ["title", "priorities"]) {
    const field = fieldOf(frontMatter, key);
    for (const { text, span } of field ? textsOf(field.value) : []) {
      for (const it of findAcronyms(text).definitions)
        definitions.push({ ...it, form: "details", span, whole: span });
    }
  }
  return definitions;
}
