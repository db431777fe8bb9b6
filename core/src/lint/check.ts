// Judges a paper. Rules declare what they look at; with the report of an earlier version at hand, a rule is
// asked again only about blocks, keys and orders that changed. The findings are the same without it.

import { type DigestedOutline, outlineOf } from "../paper/outline.js";
import { frontMatterOf, type Paper } from "../paper/paper.js";
import { blockStart } from "../paper/places.js";
import type { CheckWork, Finding, PlacedFinding, Silenced, WorkCounter } from "./finding.js";
import { judgeBlocks } from "./judge-blocks.js";
import { judgeDetails } from "./judge-details.js";
import { joinGroups, judgeKeys, type KeyJudgement } from "./judge-keys.js";
import { judgeReach } from "./judge-reach.js";
import { judgeSequences, type SequenceJudgement } from "./judge-sequences.js";
import type { FullKey } from "./keys.js";
import { type ActiveSettings, type Settings, settle } from "./settings.js";
import { suppress } from "./suppress.js";

/** The findings of one version of a paper, in its order. */
export interface Report {
  readonly paper: Paper;
  readonly settings: Settings;
  readonly findings: readonly Finding[];
  /** What the author keeps as it is. */
  readonly silenced: readonly Silenced[];
  readonly work: CheckWork;
  /** What the next report starts from. */
  readonly memory: Memory;
}

interface Memory {
  readonly paper: Paper;
  readonly active: ActiveSettings;
  readonly outline: DigestedOutline;
  readonly byKey: ReadonlyMap<FullKey, KeyJudgement>;
  readonly sequences: readonly SequenceJudgement[];
}

/** The report of a paper; `previous` is one of an earlier version, of which what still holds is taken over. */
export function checkPaper(paper: Paper, settings: Settings, previous?: Report): Report {
  const active = settle(settings, frontMatterOf(paper));
  const before = previous?.memory.active === active ? previous.memory : undefined;
  const work: WorkCounter = { blocks: 0, tables: 0, keys: 0, sequences: 0, details: 0 };
  const outline = outlineOf(paper, before?.outline);
  const byKey = judgeKeys(paper, active, outline, before, work);
  const sequences = judgeSequences(paper, active, outline, before, work);
  const found = place(paper, [
    ...judgeBlocks(paper, active, work),
    ...judgeReach(paper, active, work),
    ...joinGroups(byKey.values()),
    ...sequences.map((it) => it.finding),
    ...judgeDetails(paper, active, work),
  ]);
  const { findings, silenced } = suppress(paper, settings, active, found);
  return {
    paper,
    settings,
    findings: (findings === found ? found : inOrder(findings)).map((it) => it.finding),
    silenced,
    work,
    memory: { paper, active, outline, byKey, sequences },
  };
}

/** The findings in the order of the paper. */
function place(paper: Paper, findings: readonly Finding[]): readonly PlacedFinding[] {
  const placed: PlacedFinding[] = [];
  for (const finding of findings) {
    const start = blockStart(paper, finding.at.block);
    if (start) placed.push({ finding, at: start.offset + finding.at.span.start });
  }
  return inOrder(placed);
}

function inOrder(placed: readonly PlacedFinding[]): readonly PlacedFinding[] {
  return [...placed].sort(
    (a, b) =>
      a.at - b.at || compare(a.finding.rule, b.finding.rule) || compare(a.finding.message, b.finding.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
