import { lineEndingOf, type Paper } from "../paper/paper.js";
import { type Place, spanOf } from "../paper/places.js";
import type { TextEdit } from "../text/edit.js";
import { countPassing } from "../text/halving.js";
import type { Report } from "./check.js";
import { expansionPlaceholder, spellOut, writtenOut } from "./expansions.js";
import type { Finding } from "./finding.js";
import { addToDetails } from "./paper-details.js";
import { relabel } from "./relabel.js";
import { renumber } from "./renumber.js";
import type { Fix, PlacedEdit } from "./rule.js";

/**
 * A fix as edits, all in the offsets of this version of the paper. Gives `undefined`, and so refuses, when
 * the finding is of another version whose words here have changed. New lines end as the paper's do.
 */
export function fixEdits(paper: Paper, finding: Finding, fix: Fix): TextEdit[] | undefined {
  return resolve(paper, finding, fix)?.map((edit) => ({
    ...edit,
    text: edit.text.replace(/\r?\n/g, () => lineEndingOf(paper)),
  }));
}

function resolve(paper: Paper, finding: Finding, fix: Fix): TextEdit[] | undefined {
  const at = spanOf(paper, finding.at);
  switch (fix.kind) {
    case "renumber":
      return at && [...renumber(paper, fix.scope, at.start).edits];
    case "append":
      return [append(paper, fix.text)];
    case "relabel":
      return relabel(paper, finding.at, fix.scope);
    case "explain":
      return spellOut(paper, fix.at, wordsFor(paper, fix.short));
    case "define": {
      const added = fix.shorts.map((short) => ({ short, words: wordsFor(paper, short) }));
      return at && addToDetails(paper, added);
    }
    case "edit":
      return placed(paper, fix.edits);
  }
}

function placed(paper: Paper, placedEdits: readonly PlacedEdit<Place>[]): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const { at, text } of placedEdits) {
    const span = spanOf(paper, at);
    if (!span) return undefined;
    edits.push({ ...span, text });
  }
  return edits;
}

/** Puts words at the paper's end, behind an empty line. */
function append(paper: Paper, text: string): TextEdit {
  const last = paper.chunks.at(-1)?.blocks.at(-1)?.text ?? "";
  const ends = /(?:\r?\n|\r){0,2}[ \t]*$/.exec(last.slice(-8))?.[0].match(/\r?\n|\r/g)?.length ?? 0;
  const gap = paper.length === 0 ? "" : "\n".repeat(2 - Math.min(ends, 2));
  return { start: paper.length, end: paper.length, text: gap + text };
}

function wordsFor(paper: Paper, short: string): string {
  return writtenOut(paper, short) ?? expansionPlaceholder;
}

/**
 * The edits of the report's safe fixes, and of the first fix of findings that `also` lets through. Where two fixes
 * touch, the later one waits for the next round. Edits of one fix are taken all or none.
 */
export function allFixes(report: Report, also: (finding: Finding) => boolean = () => false): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const finding of report.findings) {
    const fix = finding.fixes.find((it) => it.safe) ?? (also(finding) ? finding.fixes[0] : undefined);
    const edits = fix && fixEdits(report.paper, finding, fix);
    if (edits?.every((edit) => isFree(taken, edit))) for (const edit of edits) insert(taken, edit);
  }
  return taken;
}

/** Whether an edit touches none of those taken, which are in order. */
function isFree(taken: readonly TextEdit[], edit: TextEdit): boolean {
  const at = firstFrom(taken, edit.start);
  const [before, after] = [taken[at - 1], taken[at]];
  return (before === undefined || before.end < edit.start) && (after === undefined || edit.end < after.start);
}

function insert(taken: TextEdit[], edit: TextEdit): void {
  taken.splice(firstFrom(taken, edit.start), 0, edit);
}

/** The index of the first edit that starts at the offset or behind it. */
function firstFrom(taken: readonly TextEdit[], start: number): number {
  return countPassing(taken, (it) => it.start < start);
}
