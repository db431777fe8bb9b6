// Judges by rules that look at the paper's details. What was found is kept with their block.

import type { Block } from "../paper/block.js";
import { frontMatterOf, type Paper } from "../paper/paper.js";
import { contextOf, type Finding, findingOf, type WorkCounter } from "./finding.js";
import type { ActiveSettings } from "./settings.js";

/** Per settings: what was found in the block of the details, or in the first one of a paper that has none. */
const judgements = new WeakMap<ActiveSettings, WeakMap<Block, readonly Finding[]>>();

/** The findings of details rules. */
export function judgeDetails(paper: Paper, active: ActiveSettings, work: WorkCounter): readonly Finding[] {
  const frontMatter = frontMatterOf(paper);
  const block = paper.chunks[0]?.blocks.find(
    (it) => it.frontMatter === frontMatter || frontMatter === undefined,
  );
  if (!block) return [];
  const known = judgements.get(active) ?? new WeakMap<Block, readonly Finding[]>();
  judgements.set(active, known);
  const judged = known.get(block);
  if (judged) return judged;
  const findings: Finding[] = [];
  for (const it of active.rules) {
    const { rule } = it;
    if (rule.scope !== "details") continue;
    work.details++;
    for (const problem of rule.check(frontMatter, block, contextOf(active, it)))
      findings.push(findingOf(it, problem));
  }
  known.set(block, findings);
  return findings;
}
