// Judges by rules that look at one block, or at a block and those beside it. What was found is kept with the block.

import type { Block } from "../paper/block.js";
import type { Chunk } from "../paper/chunk.js";
import type { Paper } from "../paper/paper.js";
import { contextOf, type Finding, findingOf, type WorkCounter } from "./finding.js";
import type { ActiveSettings } from "./settings.js";

interface BlockJudgement {
  readonly before: Block | undefined;
  readonly after: Block | undefined;
  readonly findings: readonly Finding[];
}

interface ChunkJudgement {
  readonly before: Block | undefined;
  readonly after: Block | undefined;
  readonly findings: readonly Finding[];
}

/** Per settings: what was found in a block, and in a chunk, beside these neighbours. */
const judgements = new WeakMap<
  ActiveSettings,
  { readonly blocks: WeakMap<Block, BlockJudgement>; readonly chunks: WeakMap<Chunk, ChunkJudgement> }
>();

/** The findings of block and neighbour rules. */
export function judgeBlocks(paper: Paper, active: ActiveSettings, work: WorkCounter): Finding[] {
  const known = judgements.get(active) ?? { blocks: new WeakMap(), chunks: new WeakMap() };
  judgements.set(active, known);
  return paper.chunks.flatMap((chunk, i) => {
    const before = paper.chunks[i - 1]?.blocks.at(-1);
    const after = paper.chunks[i + 1]?.blocks[0];
    const judged = known.chunks.get(chunk);
    if (judged && judged.before === before && judged.after === after) return judged.findings;
    const findings = chunk.blocks.flatMap((block, j) =>
      judgeBlock(
        block,
        chunk.blocks[j - 1] ?? before,
        chunk.blocks[j + 1] ?? after,
        active,
        known.blocks,
        work,
      ),
    );
    known.chunks.set(chunk, { before, after, findings });
    return findings;
  });
}

function judgeBlock(
  block: Block,
  before: Block | undefined,
  after: Block | undefined,
  active: ActiveSettings,
  known: WeakMap<Block, BlockJudgement>,
  work: WorkCounter,
): readonly Finding[] {
  const judged = known.get(block);
  const looksAside = active.rules.some(({ rule }) => rule.scope === "neighbour" && rule.applies(block));
  if (judged && (!looksAside || (judged.before === before && judged.after === after))) return judged.findings;
  work.blocks++;
  const findings: Finding[] = [];
  for (const it of active.rules) {
    const { rule } = it;
    const context = contextOf(active, it);
    if (rule.scope === "block") {
      for (const problem of rule.check(block, context)) findings.push(findingOf(it, problem));
    } else if (rule.scope === "neighbour" && rule.applies(block)) {
      for (const problem of rule.check(block, { before, after }, context))
        findings.push(findingOf(it, problem));
    }
  }
  known.set(block, { before, after, findings });
  return findings;
}
