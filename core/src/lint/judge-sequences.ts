// Judges by rules that look at the order of the paper. Their problems name blocks by index, and hold for as long as
// the outline does.

import type { Block } from "../paper/block.js";
import type { DigestedOutline } from "../paper/outline.js";
import { blockAt, type Paper } from "../paper/paper.js";
import type { Place } from "../paper/places.js";
import { contextOf, type Finding, findingOf, type WorkCounter } from "./finding.js";
import type { Fix, IndexedPlace, Problem } from "./rule.js";
import type { ActiveRule, ActiveSettings } from "./settings.js";

/** A problem as the rule stated it, and the finding that it is in this version of the paper. */
export interface SequenceJudgement {
  readonly rule: ActiveRule;
  readonly problem: Problem<IndexedPlace>;
  readonly finding: Finding;
}

/** What was found for an earlier version, and the outline it was found by. */
interface EarlierSequences {
  readonly outline: DigestedOutline;
  readonly sequences: readonly SequenceJudgement[];
}

/** The findings of sequence rules. */
export function judgeSequences(
  paper: Paper,
  active: ActiveSettings,
  outline: DigestedOutline,
  before: EarlierSequences | undefined,
  work: WorkCounter,
): SequenceJudgement[] {
  if (before?.outline === outline) {
    return before.sequences.flatMap((it) => {
      const [fresh] = settleProblem(paper, it.rule, it.problem);
      if (!fresh) return [];
      return sameBlocks(fresh.finding, it.finding) ? [it] : [fresh];
    });
  }
  const judged: SequenceJudgement[] = [];
  for (const it of active.rules) {
    if (it.rule.scope !== "sequence") continue;
    work.sequences++;
    for (const problem of it.rule.check(outline.outline, contextOf(active, it))) {
      judged.push(...settleProblem(paper, it, problem));
    }
  }
  return judged;
}

/** The problem with blocks in place of their indexes; nothing when one is not there, which an outline rules out. */
function settleProblem(paper: Paper, rule: ActiveRule, problem: Problem<IndexedPlace>): SequenceJudgement[] {
  let lost = false;
  const nowhere = paper.chunks[0]?.blocks[0];
  const place = ({ block: index, span }: IndexedPlace): Place => {
    const block = blockAt(paper, index);
    lost ||= block === undefined;
    return { block: block ?? (nowhere as Block), span };
  };
  const settledProblem: Problem = {
    at: place(problem.at),
    message: problem.message,
    ...(problem.severity && { severity: problem.severity }),
    related: problem.related?.map((it) => ({ at: place(it.at), message: it.message })) ?? [],
    fixes: problem.fixes?.map((fix) => settleFix(fix, place)) ?? [],
  };
  return lost ? [] : [{ rule, problem, finding: findingOf(rule, settledProblem) }];
}

/** Whether two findings of one problem stand in the very same blocks. */
function sameBlocks(a: Finding, b: Finding): boolean {
  const [left, right] = [blocksOf(a), blocksOf(b)];
  return left.every((block, i) => block === right[i]);
}

function blocksOf({ at, related, fixes }: Finding): Block[] {
  const edits = fixes.flatMap((fix) => (fix.kind === "edit" ? fix.edits : []));
  return [at, ...related.map((it) => it.at), ...edits.map((it) => it.at)].map((place) => place.block);
}

function settleFix(fix: Fix<IndexedPlace>, place: (at: IndexedPlace) => Place): Fix {
  if (fix.kind === "explain") return { ...fix, at: place(fix.at) };
  if (fix.kind !== "edit") return fix;
  return { ...fix, edits: fix.edits.map((edit) => ({ at: place(edit.at), text: edit.text })) };
}
