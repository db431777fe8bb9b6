// Totals in prose and the itemised lists that they are the sums of.

import Big from "big.js";
import type { Block } from "../paper/block.js";
import { printLike } from "../paper/figure.js";
import { type Neighbours, sameNeighbours } from "../paper/neighbours.js";
import { spanIn } from "../paper/passages.js";
import type { Calculation, PlacedFigure } from "./calculation.js";
import { bulletList } from "./list-bullets.js";
import { leadsOf } from "./list-leads.js";
import { type FigureList, type ListFigure, possibleTotals } from "./list-parts.js";
import { sentenceLists } from "./list-sentences.js";
import { add, agrees, printingOf } from "./sums.js";

/** A total in prose and its parts, with how sure it is that it was meant as their sum. */
export interface ListTotal {
  readonly calculation: Calculation;
  readonly sum: Big;
  /** `likely` where the words or the figures leave little doubt; `unsure` where the list may be a part of it. */
  readonly trust: "likely" | "unsure";
}

interface Known {
  readonly beside: Neighbours;
  readonly totals: readonly ListTotal[];
}

/** A block's lists, kept with it as long as it stands beside the same blocks. */
const known = new WeakMap<Block, Known>();

/**
 * The totals of a block's prose that a list itemises, those that hold and those that do not, in the order of the paper.
 * A list that any figure before it is the sum of holds. Remembered by the block and those beside it.
 */
export function listTotals(block: Block, beside: Neighbours): readonly ListTotal[] {
  const old = known.get(block);
  if (old && sameNeighbours(old.beside, beside)) return old.totals;
  const totals = readLists(block, beside).flatMap(judge);
  known.set(block, { beside, totals });
  return totals;
}

function readLists(block: Block, beside: Neighbours): FigureList[] {
  const sentences = block.facts.passages.flatMap((passage) => [...sentenceLists(block, passage)]);
  const bullets = leadsOf(block, beside).flatMap((lead) => bulletList(lead) ?? []);
  return [...sentences, ...bullets];
}

function judge(list: FigureList): ListTotal[] {
  const { parts, isSaid } = list;
  const possible = possibleTotals(list.totals, parts);
  const sum = add(parts.map((it) => it.figure));
  const held = possible.findLast((it) => holds(it, sum, list));
  if (!held && isNet(possible, list)) return [];
  const nearest = possible.at(-1);
  const total =
    held ?? (possible.length === 1 || isSaid || isClose(nearest, sum, "0.1") ? nearest : undefined);
  if (!total) return [];
  const trust = held ? "likely" : trustIn(total, sum, list);
  return trust ? [{ calculation: calculationOf(total, sum, list, held !== undefined), sum, trust }] : [];
}

function holds({ figure, hedge, passage }: ListFigure, sum: Big, { parts }: FigureList): boolean {
  const printing = printingOf([figure], "", passage.text);
  if (
    agrees(
      parts.map((it) => it.figure),
      figure,
      printing,
    )
  )
    return true;
  const ratio = figure.value.eq(0) ? new Big(0) : sum.div(figure.value);
  switch (hedge) {
    case "over":
    case "just over":
      return ratio.gte(1);
    case "under":
      return ratio.lte(1);
    case "almost":
      return ratio.lte(1) && ratio.gte("0.8");
    case "about":
      return ratio.gte("0.85") && ratio.lte("1.15");
    case "exactly":
      return false;
  }
}

/** Words of an item that comes off the others: `and savings of £0.2m`. */
const comesOff =
  /\b(?:savings?|efficienc(?:y|ies)|income|receipts|grants?|recharges?|credits?|refunds?|rebates?|discounts?|reductions?|underspends?|leavers?|left|withdraw\w*|withdrew|closed|drawn|use of|used)\b/i;

/** Whether a total is what the items make when those whose words allow it are taken away. */
function isNet(possible: readonly ListFigure[], list: FigureList): boolean {
  const parts = list.parts.map((it) =>
    comesOff.test(it.label) ? { ...it, figure: { ...it.figure, value: it.figure.value.neg() } } : it,
  );
  const sum = add(parts.map((it) => it.figure));
  return possible.some((it) => holds(it, sum, { ...list, parts }));
}

/** How surely a total that differs was meant as the sum; `undefined` where it may well be something else. */
function trustIn(total: ListFigure, sum: Big, list: FigureList): ListTotal["trust"] | undefined {
  const { isSaid, isClosed, isApart, isByPeriod } = list;
  if (isByPeriod && !isSaid) return undefined;
  if (isApart) return total.figure.value.gte(20) && isClose(total, sum, "0.1") ? "likely" : undefined;
  if (total.hedge !== "exactly") return isClose(total, sum, "0.25") ? "unsure" : undefined;
  const near = isSaid && isClosed ? "0.5" : isSaid || isClosed ? "0.26" : "0.1";
  if (isClose(total, sum, near)) return "likely";
  // Of what is listed in brackets, much may be left out: "22 hearings (11 in the north and 1 in the south)".
  const most = isClosed && sum.gt(total.figure.value) ? "0.5" : "0.26";
  return isClose(total, sum, most) ? "unsure" : undefined;
}

/** Whether a sum differs from a total by no more than this part of the larger of them. */
function isClose(total: ListFigure | undefined, sum: Big, share: string): boolean {
  if (!total) return false;
  const { value } = total.figure;
  const larger = sum.gt(value) ? sum : value;
  return sum.minus(value).abs().lte(larger.abs().times(share));
}

/** More parts than these are counted in a calculation's words and not listed. */
const mostListed = 12;

function calculationOf(total: ListFigure, sum: Big, { parts }: FigureList, isHeld: boolean): Calculation {
  const decimals = Math.max(total.figure.decimals, ...parts.map((it) => it.figure.decimals));
  const isWord = !/\d/.test(total.figure.text);
  const like = { ...total.figure, decimals, ...(isWord && { text: "", grouped: sum.gte(1000) }) };
  const computed = printLike(sum, like);
  const terms = parts.length > mostListed ? "" : `: ${parts.map((it) => it.figure.text).join(" + ")}`;
  return {
    rule: "list-total",
    result: placed(total),
    inputs: parts.map(placed),
    arithmetic: `the ${parts.length} items add up to ${computed}${terms}`,
    computed,
    holds: isHeld,
  };
}

function placed({ block, passage, figure, span, label }: ListFigure): PlacedFigure {
  return { at: { block, span: spanIn(passage, span.start, span.end) }, figure, label };
}
