import type { Block } from "../paper/block.js";
import { type Neighbours, neighboursOfChunks, nobody, spokenBeside } from "../paper/neighbours.js";
import type { Paper } from "../paper/paper.js";
import type { Calculation } from "./calculation.js";
import { claimsIn } from "./claims/claims.js";
import { listTotals } from "./lists.js";
import { tableCalculations } from "./table-calculations.js";

/** A block that says something, and those beside it. */
export interface BesideBlock {
  readonly block: Block;
  readonly beside: Neighbours;
}

/** All that a block of a paper calculates or claims, whether it holds or not, in the order of its results. */
export function calculationsIn(paper: Paper, { block, beside }: BesideBlock): readonly Calculation[] {
  const totals = listTotals(block, beside).map((it) => it.calculation);
  return [...tableCalculations(block, beside), ...totals, ...claimsIn(paper, block)].sort(
    (a, b) => a.result.at.span.start - b.result.at.span.start,
  );
}

/**
 * The blocks of a paper with those beside them, in order; comments are left out. With `near`, only those of the chunk of
 * that index and of the chunks beside it.
 */
export function* blocksBeside(paper: Paper, near?: number): Generator<BesideBlock> {
  const outer = neighboursOfChunks(paper);
  for (const [i, chunk] of paper.chunks.entries()) {
    if (near !== undefined && Math.abs(i - near) > 1) continue;
    for (const [block, beside] of spokenBeside(chunk, outer[i] ?? nobody)) yield { block, beside };
  }
}
