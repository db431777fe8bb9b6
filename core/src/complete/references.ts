// Completions of "paragraph …", "Table …" and "Appendix …": what there is to point to, and the label that comes next.

import { captionsOf, nameAt } from "../lint/captions.js";
import type { Label } from "../paper/labels.js";
import type { Indexed, Outline } from "../paper/outline.js";
import { blockAt, type Paper } from "../paper/paper.js";
import { type BegunReference, findBegunReference } from "../paper/references.js";
import { countPassing } from "../text/halving.js";
import type { Caret } from "./caret.js";
import type { Completion, CompletionSource, Completions } from "./completion.js";
import { firstWords } from "./first-words.js";

/** The most places that are offered at once: the nearest ones. */
const most = 100;
/** Characters of a paragraph that tell it from others. */
const noteLength = 60;

/** The places that a reference which is begun here can point to; `undefined` where none is begun. */
export function completeReference(
  caret: Caret,
  { report, paper }: CompletionSource,
  asked: boolean,
): Completions | undefined {
  const begun = findBegunReference(caret.before);
  const rest = /^[\dA-Za-z]{0,4}(?:\.\d{1,2})*/.exec(caret.after)?.[0] ?? "";
  if (!begun || begun.elsewhere || (!asked && (rest !== "" || !isMeant(begun, caret)))) return undefined;
  const { outline } = report().memory.outline;
  const span = { start: caret.offset - begun.begun.length, end: caret.offset + rest.length };
  const next = nextLabel(begun, caret, outline);
  const isCaption = next !== undefined && captionPlace.exec(caret.before)?.groups?.mark !== "";
  const targets = isCaption ? [] : targetsOf(begun, caret, outline);
  const near = nearest(targets, caret.index);
  const items = near.map((it) => itemOf(it, paper, outline));
  return { span, items: next ? [next, ...items] : items, more: near.length < targets.length };
}

/** What a reference can point to. */
interface Target {
  readonly kind: "paragraph" | "subparagraph" | Label["kind"];
  readonly name: string;
  readonly block: number;
  /** Where its words begin in the block. */
  readonly behind: number;
}

/** Whether a noun surely begins a reference, so that one may be offered unasked. */
function isMeant({ kind, noun, named, start, begun }: BegunReference, { before }: Caret): boolean {
  if (begun !== "") return false;
  if (kind !== "paragraph") return /^[A-Z]/.test(noun) && (named.length === 0 || /s$|ices$/.test(noun));
  if (determined.test(before.slice(Math.max(0, start - 30), start))) return false;
  return named.length === 0 || /s\.?$/.test(noun);
}

/** Words before "paragraph" that make it any paragraph, and no reference. */
const determined =
  /\b(?:the|this|that|these|those|an?|each|every|any|all|some|no|same|next|last|first|second|third|final|opening|closing|following|previous|preceding|new|one|two|three|four|five|six|\d+|numbered|separate|short|long|single|whole|per|its|their|our) $/i;

function targetsOf(
  { kind, named, endsRange, begun }: BegunReference,
  caret: Caret,
  outline: Outline,
): Target[] {
  const all = kind === "paragraph" ? paragraphsOf(outline) : labelsOf(outline, kind);
  const seen = new Set(named);
  const from = endsRange ? all.findIndex((it) => it.name === named.at(-1)) + 1 : 0;
  const start = begun.toUpperCase();
  return all.slice(from).filter(({ block, name }) => {
    if (block === caret.index || seen.has(name) || !name.startsWith(start)) return false;
    // Of two with one name, a reader finds the first.
    seen.add(name);
    return true;
  });
}

function paragraphsOf({ paragraphs, sectionNumbers }: Outline): Target[] {
  const numbered = paragraphs.map(({ block, mark }): Target => {
    return { kind: "paragraph", name: String(mark.ordinal), block, behind: mark.span.end };
  });
  const bySection = sectionNumbers
    .filter((it) => it.opens)
    .map(({ name, block, span }): Target => ({ kind: "subparagraph", name, block, behind: span.end }));
  return [...numbered, ...bySection].sort((a, b) => a.block - b.block || a.behind - b.behind);
}

function labelsOf({ labels }: Outline, kind: Target["kind"]): Target[] {
  return labels.flatMap(({ label, block }) =>
    label.kind === kind && !label.continued
      ? [{ kind, name: label.name, block, behind: label.span.end }]
      : [],
  );
}

/** The targets nearest to a block, in their order. */
function nearest(targets: readonly Target[], block: number): readonly Target[] {
  const before = countPassing(targets, (it) => it.block < block);
  const from = Math.max(0, Math.min(before - most / 2, targets.length - most));
  return targets.slice(from, from + most);
}

function itemOf(target: Target, paper: Paper, outline: Outline): Completion {
  const { kind, name } = target;
  const note = wordsOf(target, paper, outline);
  return {
    kind: "reference",
    label: name,
    ...(note !== "" && { note }),
    text: name,
    about: { kind, name },
  };
}

/** The first words of a paragraph, or what a caption says; a bare caption has the headings of its table. */
function wordsOf(target: Target, paper: Paper, outline: Outline): string {
  const { kind, block, behind } = target;
  const text = blockAt(paper, block)?.text ?? "";
  const end = kind === "paragraph" || kind === "subparagraph" ? text.length : lineOf(text, behind);
  const words = firstWords(text.slice(0, end), behind, noteLength).replace(/^[\s:.–—|*-]+/, "");
  return words !== "" || kind !== "table"
    ? words
    : firstWords(tableHeadings(block, paper, outline), 0, noteLength);
}

/** The headings of the table that a caption in a block stands at; an empty text where there is none close by. */
export function tableHeadings(caption: number, paper: Paper, { tables }: Outline): string {
  const table = tables[countPassing(tables, (it) => it.block < caption)];
  const block = table && table.block - caption <= 2 ? blockAt(paper, table.block) : undefined;
  const headings = block?.facts.tables[0]?.rows[0]?.map((it) => it.words) ?? [];
  return headings.filter((it) => it !== "").join(", ");
}

function lineOf(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n|]/);
  return end < 0 ? text.length : from + end;
}

const captionPlace =
  /^(?<mark>(?:\*\*|__|#{1,6}[ \t]+)?)(?:Table|Figure|Appendix|Annex)[ \u00a0][\dA-Z]{0,3}$/;

/** At the start of a block, where captions stand: the label behind the last one before it. */
function nextLabel({ noun, begun }: BegunReference, caret: Caret, outline: Outline): Completion | undefined {
  if (!captionPlace.test(caret.before) || caret.lineStart > 0) return undefined;
  const run = captionsOf(outline).runs.findLast((it) => it.noun === noun);
  const others: readonly Indexed<{ readonly label: Label }>[] =
    run?.captions.filter((it) => it.block !== caret.index) ?? [];
  const last = run?.captions.findLast((it) => it.block !== caret.index);
  if (!run || !last || others.some((it) => it.block > caret.index)) return undefined;
  const name = nameAt(run.style, Math.floor(last.rank / 100) + 1);
  if (name === undefined || !name.startsWith(begun.toUpperCase())) return undefined;
  return { kind: "reference", label: name, note: "a new one", text: name };
}
