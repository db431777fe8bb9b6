// Renumbering: paragraphs get the numbers of their run, and references to them follow.

import type { Mark } from "../paper/marks.js";
import type { NumberedParagraph } from "../paper/numbering.js";
import { outlineOf } from "../paper/outline.js";
import { blockAt, type Paper } from "../paper/paper.js";
import { type Place, spanOf } from "../paper/places.js";
import type { Reference } from "../paper/references.js";
import type { TextEdit } from "../text/edit.js";
import { indentation, isBlankLine, nextLine } from "../text/lines.js";
import { shift } from "../text/span.js";
import { followReference, NumberMoves } from "./follow-reference.js";
import type { RenumberScope } from "./rule.js";

/** A reference that was left as it is, and why. */
export interface LeftReference {
  readonly at: Place;
  readonly message: string;
}

/** The edits of a renumbering, in the offsets of the paper, and what they leave for a person to decide. */
export interface Renumbering {
  readonly edits: readonly TextEdit[];
  readonly left: readonly LeftReference[];
}

/**
 * Numbers the paper's paragraphs anew: all of them from 1, those from the offset `from` on, or only the one
 * there. References follow, lists and ranges too; a range whose paragraphs come to stand apart becomes a list. Left
 * are references to a number that several paragraphs bore, or none. The house form of the marks is another matter.
 */
export function renumber(paper: Paper, scope: RenumberScope, from = 0): Renumbering {
  const { paragraphs } = outlineOf(paper).outline;
  const numbers = newNumbers(paper, paragraphs, scope, from);
  const edits = paragraphs.flatMap((it, i) => numberEdits(paper, it, paragraphs[i + 1], numbers[i]));
  const left = edits.length === 0 ? [] : followReferences(paper, paragraphs, numbers, edits);
  return { edits: edits.sort((a, b) => a.start - b.start), left };
}

/** The number that each paragraph gets; an appendix with numbers of its own starts again at 1. */
function newNumbers(
  paper: Paper,
  paragraphs: readonly NumberedParagraph[],
  scope: RenumberScope,
  from: number,
): number[] {
  const first = scope === "all" ? 0 : paragraphs.findIndex((it) => digitsEnd(paper, it) >= from);
  const end = scope === "this" ? first + 1 : paragraphs.length;
  const latest = new Map<number, number>();
  return paragraphs.map(({ mark, part }, i) => {
    // An excerpt in an appendix keeps the number that it starts with.
    const counted = (latest.get(part) ?? (part > 0 ? mark.ordinal - 1 : 0)) + 1;
    const number = first >= 0 && i >= first && i < end ? counted : mark.ordinal;
    latest.set(part, number);
    return number;
  });
}

function digitsEnd(paper: Paper, { block: index, mark }: NumberedParagraph): number {
  const block = blockAt(paper, index);
  return (block && spanOf(paper, { block, span: mark.digits })?.end) ?? 0;
}

/** The edits that give a paragraph its number and move the lines under it along with its words. */
function numberEdits(
  paper: Paper,
  { block: index, mark }: NumberedParagraph,
  next: NumberedParagraph | undefined,
  number = mark.ordinal,
): TextEdit[] {
  const block = blockAt(paper, index);
  if (!block || number === mark.ordinal) return [];
  const end = next?.block === index ? next.mark.lineStart : block.text.length;
  const text = String(number);
  const edits = [{ ...mark.digits, text }, ...moveLines(block.text, mark, end, text)];
  const start = spanOf(paper, { block, span: { start: 0, end: 0 } })?.start ?? 0;
  return edits.map((edit) => ({ ...shift(edit, start), text: edit.text }));
}

/** The edits that keep the lines under a mark under its words when its digits take more room, or less. */
function moveLines(source: string, mark: Mark, end: number, digits: string): TextEdit[] {
  const by = digits.length - (mark.digits.end - mark.digits.start);
  const { at: words } = indentation(source, mark.span.end);
  const lead = source.slice(mark.lineStart, words);
  // Tabs give way by themselves, and a mark that is no list item has its lines at the margin.
  if (by === 0 || lead.includes("\t") || mark.form === "bold" || mark.form === "escaped") return [];
  const gap = words - mark.span.end;
  const under = lead.length - gap + (gap > 4 || isBlankLine(source, words) ? 1 : gap);
  const edits: TextEdit[] = [];
  for (let at = nextLine(source, mark.lineStart); at < end; at = nextLine(source, at)) {
    if (isBlankLine(source, at) || source.slice(at, at + under).trim() !== "") continue;
    if (source.slice(at, at + under).includes("\t")) continue;
    edits.push({ start: at, end: at + Math.max(-by, 0), text: " ".repeat(Math.max(by, 0)) });
  }
  return edits;
}

function followReferences(
  paper: Paper,
  paragraphs: readonly NumberedParagraph[],
  numbers: readonly number[],
  edits: TextEdit[],
): LeftReference[] {
  const moves = new NumberMoves(paragraphs, numbers);
  const left: LeftReference[] = [];
  let index = 0;
  let part = 0;
  let paragraph = 0;
  for (const chunk of paper.chunks) {
    for (const block of chunk.blocks) {
      for (; (paragraphs[paragraph]?.block ?? Number.POSITIVE_INFINITY) <= index; paragraph++)
        part = paragraphs[paragraph]?.part ?? part;
      index++;
      for (const reference of block.facts.references.filter(isToParagraphs)) {
        const result = followReference(reference, block.text, moves.of(part));
        const start = spanOf(paper, { block, span: { start: 0, end: 0 } })?.start ?? 0;
        if (typeof result === "string") left.push({ at: { block, span: reference.span }, message: result });
        else edits.push(...result.map((edit) => ({ ...shift(edit, start), text: edit.text })));
      }
    }
  }
  return left;
}

function isToParagraphs(reference: Reference): boolean {
  return reference.kind === "paragraph";
}
