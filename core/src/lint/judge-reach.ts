// Judges by rules that look at a block's words and the tables that these may be about. What was found is kept with the
// block, for as long as it reaches the same tables.

import type { Block } from "../paper/block.js";
import type { Paper } from "../paper/paper.js";
import { type ReachedTable, type TableReach, tableReach } from "../paper/table-reach.js";
import { memo } from "../text/memo.js";
import { contextOf, type Finding, findingOf, type WorkCounter } from "./finding.js";
import type { Rule } from "./rule.js";
import type { ActiveRule, ActiveSettings } from "./settings.js";

type TablesRule = Extract<Rule, { readonly scope: "tables" }>;

/** What was found in a block beside these tables. */
interface Judgement {
  readonly tables: readonly ReachedTable[];
  readonly findings: readonly Finding[];
}

/** Per active rule: the newest judgement of each block. */
const judgements = new WeakMap<ActiveRule, WeakMap<Block, Judgement>>();
const none: readonly ReachedTable[] = [];

/** The blocks that a rule is about, by chunk, and the tables that they reach. */
const reachFor = memo(
  (rule: TablesRule): ((paper: Paper) => { wanting: readonly Block[]; reach: TableReach }) => {
    const wantingOf = memo((chunk: Paper["chunks"][number]) => chunk.blocks.filter(rule.applies));
    const reach = tableReach(rule.applies);
    return (paper) => ({ wanting: paper.chunks.flatMap(wantingOf), reach: reach(paper) });
  },
);

/** The findings of rules about words and their tables. */
export function judgeReach(paper: Paper, active: ActiveSettings, work: WorkCounter): Finding[] {
  return active.rules.flatMap((it) =>
    it.rule.scope === "tables" ? judgeRule(paper, active, it, it.rule, work) : [],
  );
}

function judgeRule(
  paper: Paper,
  active: ActiveSettings,
  settled: ActiveRule,
  rule: TablesRule,
  work: WorkCounter,
): readonly Finding[] {
  const known = judgements.get(settled) ?? new WeakMap<Block, Judgement>();
  judgements.set(settled, known);
  const { wanting, reach } = reachFor(rule)(paper);
  return wanting.flatMap((block) => {
    const tables = reach.get(block) ?? none;
    const judged = known.get(block);
    if (judged && sameTables(judged.tables, tables)) return judged.findings;
    work.tables++;
    const problems = [...rule.check(block, tables, contextOf(active, settled))];
    const findings = problems.map((problem) => findingOf(settled, problem));
    known.set(block, { tables, findings });
    return findings;
  });
}

function sameTables(a: readonly ReachedTable[], b: readonly ReachedTable[]): boolean {
  return (
    a.length === b.length &&
    a.every((it, i) => {
      const other = b[i];
      return (
        other !== undefined &&
        it.block === other.block &&
        it.name === other.name &&
        it.way === other.way &&
        it.beside === other.beside &&
        it.about.length === other.about.length &&
        it.about.every((block, j) => block === other.about[j])
      );
    })
  );
}
