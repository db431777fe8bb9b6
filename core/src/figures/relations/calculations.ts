// What a search of a table found, as calculations with their words.

import type { Block } from "../../paper/block.js";
import { type Figure, printLike } from "../../paper/figure.js";
import type { Cell, Table } from "../../paper/tables.js";
import type { Calculation, CalculationRule, PlacedFigure } from "../calculation.js";
import type { TableNotes } from "../notes.js";
import type { TotalCheck } from "../totals.js";
import type { Blame } from "./blame.js";
import { type Check, computedText } from "./check.js";
import { type SampleCheck, sampleChecks } from "./impossible.js";
import { tableRelations } from "./relations.js";
import { sayCheck, sayFinding, sayInput } from "./say.js";
import type { Spot } from "./sheet.js";
import { type WholeCheck, wholeChecks } from "./whole.js";

/** The relations of a block's table as calculations; `totals` are its totals, whose cells are left to them. */
export function relationCalculations(
  block: Block,
  table: Table,
  notes: TableNotes,
  totals: readonly TotalCheck[],
): Calculation[] {
  const { checks, blames, sheets } = tableRelations(table, notes, totals);
  const place = placer(block);
  const taken = new Set<Cell>(totals.map((it) => it.cell));
  const add = (cells: readonly (Cell | undefined)[]): void => {
    for (const cell of cells) if (cell) taken.add(cell);
  };
  const doubts = blames.filter((it) => !taken.has(it.spot.cell));
  const doubted = doubts.flatMap((it) => ofBlame(it, place) ?? []);
  add(doubts.map((it) => it.spot.cell));
  const holding = checks.filter((it) => it.holds && !taken.has(it.result.cell));
  const held = holding.flatMap((it) => ofCheck(it, place, undefined) ?? []);
  add(holding.map((it) => it.result.cell));
  const wholes = sheets.flatMap(wholeChecks).filter((it) => isNews(it, taken, doubts));
  add(wholes.map((it) => resultOf(it)?.cell));
  const samples = sheets.flatMap(sampleChecks).filter((it) => !taken.has(it.result.cell));
  return [
    ...[...doubted, ...held],
    ...wholes.flatMap((it) => ofWhole(it, place) ?? []),
    ...samples.map((it) => ofSample(it, place)),
  ];
}

type Placer = (spot: Spot) => PlacedFigure;

function placer(block: Block): Placer {
  return ({ cell, figure, label }) => ({ at: { block, span: cell.span }, figure, label });
}

function ofBlame(doubt: Blame, place: Placer): Calculation | undefined {
  if (doubt.kind === "result") return ofCheck(doubt.check, place, sayFinding(doubt.check));
  const { spot, figure, checks } = doubt;
  const arithmetic = sayInput(doubt);
  return {
    rule: "table-relation",
    result: place(spot),
    inputs: distinct(checks.map((it) => it.result)).map(place),
    arithmetic,
    computed: figure.text,
    holds: false,
    finding: `${spot.figure.text} should be ${figure.text}: ${arithmetic}.`,
  };
}

function ofCheck(check: Check, place: Placer, finding: string | undefined): Calculation | undefined {
  const arithmetic = sayCheck(check);
  const computed = computedText(check);
  if (arithmetic === undefined || computed === undefined) return undefined;
  return {
    rule: ruleOf(check),
    result: place(check.result),
    inputs: distinct(check.inputs).map(place),
    ...{ arithmetic, computed, holds: check.holds },
    ...(finding !== undefined && { finding }),
  };
}

/** Percentages of counts are shares; changes, rates, averages and the rest are relations. */
function ruleOf({ formula, per }: Check): CalculationRule {
  const isShare = formula === "part" || formula === "shareOfSum" || (formula === "ratio" && per === 100);
  return isShare ? "table-share" : "table-relation";
}

/** Whether shares that add up, or do not, say what no other calculation of the table has said. */
function isNews(check: WholeCheck, taken: ReadonlySet<Cell>, doubts: readonly Blame[]): boolean {
  const result = resultOf(check);
  if (!result || (check.holds && check.total === undefined) || taken.has(result.cell)) return false;
  return !check.parts.some((it) => doubts.some(({ spot }) => spot.cell === it.cell));
}

/** Where shares are reported: at their printed total, or at the last of them. */
function resultOf({ parts, total }: WholeCheck): Spot | undefined {
  return total ?? parts.at(-1);
}

function ofWhole(check: WholeCheck, place: Placer): Calculation | undefined {
  const result = resultOf(check);
  if (!result) return undefined;
  const { parts, sum, holds } = check;
  const like: Figure = { ...result.figure, decimals: Math.max(...parts.map((it) => it.figure.decimals)) };
  const said = withPercent(printLike(sum, like));
  const terms = parts.length > 8 ? "" : `: ${parts.map((it) => it.figure.text).join(" + ")}`;
  const arithmetic = `the ${parts.length} shares add up to ${said}${terms}`;
  return {
    rule: "table-share",
    result: place(result),
    inputs: parts.filter((it) => it !== result).map(place),
    ...{ arithmetic, holds, computed: printLike(sum, like) },
    ...(!holds && {
      finding: `These ${parts.length} shares of one whole add up to ${said}, not 100%. Check which of them is right.`,
    }),
  };
}

function ofSample({ result, size, of, counts, holds }: SampleCheck, place: Placer): Calculation {
  const { figure } = result;
  const said = counts.map((count) => `${count} of ${of} is ${percentOf(count, of, figure)}`).join(", ");
  const computed = percentOf(counts[0] ?? 0, of, figure);
  return {
    rule: "table-percentage-impossible",
    result: place(result),
    inputs: size ? [place(size)] : [],
    ...{ arithmetic: said, computed, holds },
    ...(!holds && {
      finding: `No whole number out of ${of} gives ${withPercent(figure.text)}: ${said.replace(", ", " and ")}.`,
    }),
  };
}

function percentOf(count: number, of: number, like: Figure): string {
  const decimals = Math.max(1, like.decimals);
  return withPercent(printLike(like.value.times(0).plus(count).times(100).div(of), { ...like, decimals }));
}

function withPercent(text: string): string {
  return text.includes("%") ? text : `${text}%`;
}

function distinct(spots: readonly Spot[]): Spot[] {
  return spots.filter((spot, i) => spots.findIndex((it) => it.cell === spot.cell) === i);
}
