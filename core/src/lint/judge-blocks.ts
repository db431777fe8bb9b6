// Judges by rules that look at one block, or at a block and those beside it. What was found is kept with the block.

import type { Block } from "../paper/block.js";
import type { Chunk } from "../paper/chunk.js";
import {
  type Neighbours,
  neighboursOfChunks,
  nobody,
  sameNeighbours,
  spokenBeside,
} from "../paper/neighbours.js";
import type { Paper } from "../paper/paper.js";
import { contextOf, type Finding, findingOf, type WorkCounter } from "./finding.js";
import type { ActiveSettings } from "./settings.js";

/** What was found in a block, or in a chunk, beside these neighbours. */
interface Judgement {
  readonly beside: Neighbours;
  readonly findings: readonly Finding[];
}

interface BlockJudgement extends Judgement {
  /** Those of the findings that hold whatever stands beside the block. */
  readonly own: readonly Finding[];
}

/** Per settings: the newest judgement of each block and chunk. */
const judgements = new WeakMap<
  ActiveSettings,
  { readonly blocks: WeakMap<Block, BlockJudgement>; readonly chunks: WeakMap<Chunk, Judgement> }
>();

/** The findings of block and neighbour rules. */
export function judgeBlocks(paper: Paper, active: ActiveSettings, work: WorkCounter): Finding[] {
  const known = judgements.get(active) ?? { blocks: new WeakMap(), chunks: new WeakMap() };
  judgements.set(active, known);
  const beside = neighboursOfChunks(paper);
  return paper.chunks.flatMap((chunk, i) => {
    const around = beside[i] ?? nobody;
    const judged = known.chunks.get(chunk);
    if (judged && sameNeighbours(judged.beside, around)) return judged.findings;
    const findings = [...spokenBeside(chunk, around)].flatMap(([block, its]) =>
      judgeBlock(block, its, active, known.blocks, work),
    );
    known.chunks.set(chunk, { beside: around, findings });
    return findings;
  });
}

function judgeBlock(
  block: Block,
  beside: Neighbours,
  active: ActiveSettings,
  known: WeakMap<Block, BlockJudgement>,
  work: WorkCounter,
): readonly Finding[] {
  const judged = known.get(block);
  const looksAside = active.rules.some(({ rule }) => rule.scope === "neighbour" && rule.applies(block));
  if (judged && (!looksAside || sameNeighbours(judged.beside, beside))) return judged.findings;
  work.blocks++;
  const own = judged?.own ?? judgeAlone(block, active);
  const findings = looksAside ? [...own, ...judgeBeside(block, beside, active)] : own;
  known.set(block, { beside, findings, own });
  return findings;
}

function judgeAlone(block: Block, active: ActiveSettings): Finding[] {
  return active.rules.flatMap((it) =>
    it.rule.scope === "block"
      ? Array.from(it.rule.check(block, contextOf(active, it)), (problem) => findingOf(it, problem))
      : [],
  );
}

function judgeBeside(block: Block, beside: Neighbours, active: ActiveSettings): Finding[] {
  return active.rules.flatMap((it) =>
    it.rule.scope === "neighbour" && it.rule.applies(block)
      ? Array.from(it.rule.check(block, beside, contextOf(active, it)), (problem) => findingOf(it, problem))
      : [],
  );
}
