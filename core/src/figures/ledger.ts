// The ledger of a paper: every figure that was read, and what was checked with it.

import type { Block } from "../paper/block.js";
import type { Paper } from "../paper/paper.js";
import { lastAt } from "../text/halving.js";
import { memo } from "../text/memo.js";
import type { Span } from "../text/span.js";
import type { Calculation, PlacedFigure } from "./calculation.js";
import { type BesideBlock, blocksBeside, calculationsIn } from "./calculations.js";
import { figuresIn, type ReadFigure } from "./figures-in.js";

/** A figure, and the calculations that it has a part in. */
export interface LedgerFigure extends ReadFigure {
  /** Those whose result it is. */
  readonly results: readonly Calculation[];
  /** Those that rest on it. */
  readonly uses: readonly Calculation[];
}

/** What was read and checked in a paper, in its order. */
export interface Ledger {
  readonly figures: readonly LedgerFigure[];
  readonly calculations: readonly Calculation[];
}

/** How much was read and checked. */
export interface LedgerCounts {
  readonly read: number;
  /** Figures with a part in a calculation. */
  readonly checked: number;
  /** Figures that are not what they are calculated from. */
  readonly differing: number;
}

/** The ledger of a version of a paper. What a block says is read once, as long as those beside it stay. */
export const ledgerOf = memo((paper: Paper): Ledger => ledgerAmong(paper, [...blocksBeside(paper)]));

/** The ledger of some blocks of a paper alone. */
export function ledgerAmong(paper: Paper, blocks: readonly BesideBlock[]): Ledger {
  const calculations = blocks.flatMap((it) => calculationsIn(paper, it));
  const parts = partsByBlock(calculations);
  const figures = blocks.flatMap(({ block }) => enter(figuresIn(block), parts.get(block) ?? []));
  return { figures, calculations };
}

/** How many figures of a ledger there are, and how they fared. */
export function countLedger({ figures }: Ledger): LedgerCounts {
  return {
    read: figures.length,
    checked: figures.filter((it) => it.results.length + it.uses.length > 0).length,
    differing: figures.filter(differs).length,
  };
}

/** The sums of the counts of two ledgers. */
export function addLedgers(a: LedgerCounts, b: LedgerCounts): LedgerCounts {
  return {
    read: a.read + b.read,
    checked: a.checked + b.checked,
    differing: a.differing + b.differing,
  };
}

/** Whether a figure is not what it is calculated from. */
export function differs({ results }: LedgerFigure): boolean {
  return results.some((it) => !it.holds);
}

/** "142 figures read, 61 checked, 4 do not agree"; empty where there are none. */
export function sayLedger({ read, checked, differing }: LedgerCounts): string {
  if (read === 0) return "";
  const say = (count: number): string => count.toLocaleString("en-GB");
  const agree = differing === 1 ? "1 does not agree" : `${say(differing)} do not agree`;
  const end =
    checked === 0 ? "none checked" : `${say(checked)} checked, ${differing === 0 ? "all agree" : agree}`;
  return `${read === 1 ? "1 figure" : `${say(read)} figures`} read, ${end}`;
}

/** A figure's part in a calculation. */
interface Part {
  readonly placed: PlacedFigure;
  readonly calculation: Calculation;
  readonly role: "result" | "input";
}

function partsByBlock(calculations: readonly Calculation[]): Map<Block, Part[]> {
  const byBlock = new Map<Block, Part[]>();
  const add = (part: Part): void => {
    const { block } = part.placed.at;
    const known = byBlock.get(block);
    if (known) known.push(part);
    else byBlock.set(block, [part]);
  };
  for (const calculation of calculations) {
    add({ placed: calculation.result, calculation, role: "result" });
    for (const placed of calculation.inputs) add({ placed, calculation, role: "input" });
  }
  return byBlock;
}

/** The figures of a block with their parts; figures that only a calculation reads, such as "halved", are added. */
function enter(read: readonly ReadFigure[], parts: readonly Part[]): LedgerFigure[] {
  const known = read.map((figure) => ({
    figure,
    results: new Set<Calculation>(),
    uses: new Set<Calculation>(),
  }));
  const added = new Map<number, (typeof known)[number]>();
  for (const { placed, calculation, role } of parts) {
    const { span } = placed.at;
    let entry = overlapping(known, span) ?? added.get(span.start);
    if (!entry) {
      entry = { figure: { ...placed, where: whereIs(placed) }, results: new Set(), uses: new Set() };
      added.set(span.start, entry);
    }
    entry[role === "result" ? "results" : "uses"].add(calculation);
  }
  return [...known, ...added.values()]
    .sort((a, b) => a.figure.at.span.start - b.figure.at.span.start)
    .map(({ figure, results, uses }) => ({ ...figure, results: [...results], uses: [...uses] }));
}

function whereIs({ at: { block, span } }: PlacedFigure): ReadFigure["where"] {
  const inTable = block.facts.tables.some((it) => it.span.start <= span.start && span.end <= it.span.end);
  return inTable ? "table" : "text";
}

/** The entry whose figure stands where the span is; entries are in order and do not overlap. */
function overlapping<Entry extends { readonly figure: ReadFigure }>(
  entries: readonly Entry[],
  { start, end }: Span,
): Entry | undefined {
  const at = lastAt(entries, ({ figure }) => figure.at.span.start <= start);
  return [entries[at], entries[at + 1]].find((it) => {
    const span = it?.figure.at.span;
    return span && span.start < Math.max(end, start + 1) && start < Math.max(span.end, span.start + 1);
  });
}
