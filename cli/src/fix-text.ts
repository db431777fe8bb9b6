// Repairs a paper's text in rounds: a repair may make room for another, and a paper that does not settle is left.

import {
  allFixes,
  applyEdits,
  checkPaper,
  defaultSettings,
  type Finding,
  type Paper,
  parsePaper,
  positionAt,
  renumber as renumbering,
  type Severity,
  spanOf,
  type TextEdit,
} from "@board-papers/core";
import { isFixable } from "./records.js";

/** What came of repairing a text. */
export type Repair =
  | {
      readonly kind: "settled";
      readonly text: string;
      /** How many numbers the renumbering changed. */
      readonly renumbered: number;
      /** How many findings the safe fixes settled. */
      readonly repaired: number;
      readonly left: readonly LeftPlace[];
      /** What is found in the repaired paper. */
      readonly remaining: readonly { readonly severity: Severity }[];
    }
  | { readonly kind: "refused"; readonly sentence: string };

/** A reference that the renumbering left for a person. */
export interface LeftPlace {
  /** In the repaired text, from 1. */
  readonly line: number;
  /** The reference as it stands. */
  readonly words: string;
  readonly reason: string;
}

const mostRounds = 10;

/** Which repairs are made beside the safe ones. */
export interface Asked {
  /** Number the paragraphs anew first. */
  readonly renumber?: boolean;
  /** The rules, by id, whose first fix is applied although something may be at stake. */
  readonly rules?: ReadonlySet<string>;
}

/** The text with its safe fixes and those that are asked for. */
export function fixText(text: string, { renumber, rules }: Asked, settings = defaultSettings): Repair {
  const also = ({ rule }: Finding) => rules?.has(rule) === true;
  const state: State = { text, left: [], renumbered: 0 };
  let first: number | undefined;
  let renumbers = false;
  // One round more than may change anything: the last has to find that nothing does.
  for (let round = 0; round <= mostRounds; round++) {
    const before = state.text;
    if (renumber && !renumberAll(state)) return refused;
    const report = checkPaper(parsePaper(state.text), settings);
    const fixable = report.findings.filter((it) => isFixable(it) || (also(it) && it.fixes.length > 0)).length;
    first ??= fixable;
    if (!apply(state, allFixes(report, also))) return refused;
    if (state.text !== before) {
      renumbers ||= report.findings.some((it) => also(it) && it.fixes[0]?.kind === "renumber");
      continue;
    }
    return {
      kind: "settled",
      text: state.text,
      renumbered: state.renumbered,
      repaired: Math.max(0, first - fixable),
      left: placesIn(state),
      remaining: report.findings,
    };
  }
  return renumbers ? endless : refused;
}

/** One number that is changed may put the next one out, down the whole paper. */
const endless: Repair = {
  kind: "refused",
  sentence:
    "Each number that is changed puts the next one out, so it is left as it is. --renumber numbers the whole paper anew.",
};

const refused: Repair = {
  kind: "refused",
  sentence: "Its repairs contradict one another, so it is left as it is.",
};

interface State {
  text: string;
  left: { readonly start: number; readonly end: number; readonly reason: string }[];
  renumbered: number;
}

function renumberAll(state: State): boolean {
  const paper = parsePaper(state.text);
  const { edits, left } = renumbering(paper, "all");
  const known = new Set(state.left.map((it) => it.start));
  state.left.push(
    ...left.flatMap((it) => {
      const span = spanOf(paper, it.at);
      return span && !known.has(span.start) ? [{ ...span, reason: it.message }] : [];
    }),
  );
  state.renumbered += edits.length;
  return apply(state, edits);
}

/** Applies edits, and moves what is remembered along. Whether that was possible. */
function apply(state: State, edits: readonly TextEdit[]): boolean {
  if (edits.length === 0) return true;
  const next = applyEdits(state.text, edits);
  if (next === undefined) return false;
  state.text = next;
  state.left = state.left.map((it) => ({
    ...it,
    start: moved(it.start, edits, false),
    end: moved(it.end, edits, true),
  }));
  return true;
}

/** Where an offset is after edits; `behind` is for the end of a stretch, which an edit in it also moves. */
function moved(offset: number, edits: readonly TextEdit[], behind: boolean): number {
  let by = 0;
  for (const edit of edits) {
    if (edit.end < offset || (edit.end === offset && (behind ? edit.start < offset : true)))
      by += edit.text.length - (edit.end - edit.start);
  }
  return offset + by;
}

function placesIn({ text, left }: State): LeftPlace[] {
  const paper: Paper = parsePaper(text);
  return left.map(({ start, end, reason }) => ({
    line: positionAt(paper, start).line + 1,
    words: text.slice(start, end).replace(/\s+/g, " "),
    reason,
  }));
}
