// Words with their marks: findings, links to what they refer to, short forms, and the ids of labels.

import type { ElementContent } from "hast";
import { h } from "hastscript";
import { alignText, type Piece } from "../markdown/inline.js";
import { countPassing } from "../text/halving.js";
import type { Span } from "../text/span.js";
import type { Annotation, BlockInput, ShownFinding } from "./input.js";

const severityWords = { error: "Must fix", warning: "Please check", info: "Suggestion" } as const;

/** What a finding says, with how much it counts in front. */
export function sayFinding({ severity, message }: ShownFinding): string {
  return `${severityWords[severity]}: ${message}`;
}

/** The element around the words of a finding. */
export function findingMark(
  finding: ShownFinding,
  index: number,
  content: readonly ElementContent[],
): ElementContent {
  return h(
    "mark",
    { className: ["finding", finding.severity], dataFinding: String(index), title: sayFinding(finding) },
    [...content],
  );
}

/** The element that names a finding whose words are not shown, or which is about no words. */
export function findingNote({ findings, firstFinding }: BlockInput, index: number): ElementContent {
  const finding = findings[index];
  if (!finding) return { type: "text", value: "" };
  const said = sayFinding(finding);
  const properties = {
    className: ["finding-note", finding.severity],
    dataFinding: String(firstFinding + index),
    title: said,
  };
  return h("span", properties, h("span", { className: ["visually-hidden"] }, said));
}

/** Puts marks around words as they are rendered, and remembers which findings got one. */
export class Annotator {
  readonly #input: BlockInput;
  readonly #source: string;
  /** Those that are short, by where they start; and the few that are long. */
  readonly #short: readonly Annotation[];
  readonly #long: readonly Annotation[];
  readonly #marked = new Set<number>();
  /** Links and ids that stand already: each only once. */
  readonly #placed = new Set<Annotation>();

  constructor(input: BlockInput, source: string) {
    this.#input = input;
    this.#source = source;
    const isLong = ({ start, end }: Annotation): boolean => end - start > longestShort;
    this.#short = input.annotations.filter((it) => !isLong(it)).sort((a, b) => a.start - b.start);
    this.#long = input.annotations.filter(isLong);
  }

  /** The words of a text node that has this span. Words behind `[` inside a link get no link of their own. */
  words(value: string, span: Span, inLink: boolean): ElementContent[] {
    const near = this.#near(span).filter((it) => !(inLink && it.kind === "link"));
    if (near.length === 0) return value === "" ? [] : [{ type: "text", value }];
    const pieces = alignText(value, this.#source, span);
    const placed = near.flatMap((it) => {
      const start = valueOffset(pieces, Math.max(it.start, span.start), value.length);
      const end = endOffset(pieces, Math.min(it.end, span.end), value.length);
      return start < end ? [{ it, start, end }] : [];
    });
    return this.#nest(value, 0, value.length, placed);
  }

  /** Something that is no words, such as a picture, with the marks of the findings that touch it. */
  whole(span: Span, content: readonly ElementContent[]): ElementContent[] {
    const near = this.#input.annotations.filter(
      (it) =>
        it.kind === "finding" &&
        it.start < Math.max(span.end, span.start + 1) &&
        span.start < Math.max(it.end, it.start + 1),
    );
    return near.reduceRight<ElementContent[]>((inner, it) => this.#wrap(it, inner), [...content]);
  }

  /** The findings that no mark names yet. */
  unmarked(): number[] {
    return this.#input.findings.flatMap((_, index) => (this.#marked.has(index) ? [] : [index]));
  }

  /** The annotations that share a character with a span. */
  #near(span: Span): Annotation[] {
    const from = countPassing(this.#short, (it) => it.start < span.start - longestShort);
    const to = countPassing(this.#short, (it) => it.start < span.end);
    const near = [...this.#long, ...this.#short.slice(from, to)];
    return near.filter((it) => it.start < span.end && span.start < it.end);
  }

  /** The words `[from, to)`, the marks that begin first outside; a mark that ends inside another is cut in two. */
  #nest(value: string, from: number, to: number, placed: readonly Placed[]): ElementContent[] {
    const result: ElementContent[] = [];
    let at = from;
    const ordered = placed.toSorted((a, b) => a.start - b.start || b.end - a.end || rank(a.it) - rank(b.it));
    for (let rest = ordered; rest.length > 0; ) {
      const [first] = rest;
      if (!first) break;
      if (at < first.start) result.push({ type: "text", value: value.slice(at, first.start) });
      const inside = rest.slice(1).filter((it) => it.start < first.end);
      const within = inside.map((it) => ({ ...it, end: Math.min(it.end, first.end) }));
      result.push(...this.#wrap(first.it, this.#nest(value, first.start, first.end, within)));
      at = first.end;
      rest = rest
        .slice(1)
        .filter((it) => it.end > at)
        .map((it) => (it.start < at ? { ...it, start: at } : it))
        .sort((a, b) => a.start - b.start || b.end - a.end || rank(a.it) - rank(b.it));
    }
    if (at < to) result.push({ type: "text", value: value.slice(at, to) });
    return result;
  }

  #wrap(it: Annotation, content: ElementContent[]): ElementContent[] {
    if (it.kind === "short") return [h("abbr", { title: it.words }, content)];
    if (it.kind !== "finding") {
      if (this.#placed.has(it)) return content;
      this.#placed.add(it);
      if (it.kind === "anchor") return [h("span", { id: it.id }, content)];
      return [h("a", { className: ["reference"], href: `#${it.id}` }, content)];
    }
    const finding = this.#input.findings[it.index];
    if (!finding) return content;
    this.#marked.add(it.index);
    return [findingMark(finding, this.#input.firstFinding + it.index, content)];
  }
}

/** Annotations up to this length are looked for by where they start. */
const longestShort = 200;

interface Placed {
  readonly it: Annotation;
  readonly start: number;
  readonly end: number;
}

/** Of marks around the same words, findings stand outside, and what a short form stands for inside. */
function rank({ kind }: Annotation): number {
  return ["finding", "anchor", "link", "short"].indexOf(kind);
}

/** The first character of the words that stands at an offset of the source or behind it. */
function valueOffset(pieces: readonly Piece[], offset: number, length: number): number {
  const piece = pieces[countPassing(pieces, (it) => it.source + it.length <= offset)];
  return piece ? piece.at + Math.max(0, offset - piece.source) : length;
}

/** Behind the last character of the words that stands before an offset of the source. */
function endOffset(pieces: readonly Piece[], offset: number, length: number): number {
  const piece = pieces[countPassing(pieces, (it) => it.source + it.length < offset)];
  return piece ? piece.at + Math.max(0, offset - piece.source) : length;
}
