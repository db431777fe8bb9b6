// Totals in tables: which rows and columns are meant as sums, and of what. Footing adds up a column,
// cross-footing a row.

import type Big from "big.js";
import { type Figure, printLike } from "../paper/figure.js";
import type { Cell, Table } from "../paper/tables.js";
import type { Adds } from "./details.js";
import { isYear, type Line, type Role, readGrid } from "./grid.js";
import { isOfOthers, type Unproved } from "./nested.js";
import type { TableNotes } from "./notes.js";
import { saysPartial } from "./partial.js";
import { columnSums, type Part, partsAt, rowSums, type Term } from "./readings.js";
import { add, agrees, type Printing, printingOf } from "./sums.js";
import { believable, type Doubt, type Footing } from "./trust.js";
import { isLessByOthers } from "./turned.js";

/** A total and the figures that it should be the sum of. */
export interface TotalCheck {
  readonly cell: Cell;
  readonly total: Figure;
  readonly parts: readonly Part[];
  readonly sum: Big;
  /** Whether the parts, as printed, can add up to the total. */
  readonly holds: boolean;
  /** What was added up. */
  readonly across: "rows" | "columns";
  /** Where the cell stands in the table, from 0, the heading row left out. */
  readonly row: number;
  readonly column: number;
  /** Whether it is an amount of money, by its sign or its heading. */
  readonly money: boolean;
  /** How surely it is meant as the sum: `unsure` where the parts may be a selection. */
  readonly trust: "sure" | "likely" | "unsure";
  /** For a total that only other rows or columns show to be one: its label. */
  readonly proved?: string;
  /** The label of the part that the total has left out, where that is all that differs. */
  readonly leftOut?: string;
}

/** Lines in one direction, and the lines that they cross. */
interface View {
  readonly lines: readonly Line[];
  readonly across: readonly Line[];
  readonly direction: "rows" | "columns";
  readonly notes: TableNotes;
}

/** A table with more work than this is none that a person wrote. */
const mostWork = 40_000;

/** The totals of a table that its parts do not add up to. A total that any reading of the table explains is left out. */
export function failingTotals(table: Table, given: TableNotes): TotalCheck[] {
  return tableTotals(table, given).filter((check) => !check.holds);
}

/** What the parts of a total add up to, printed as the total is, with as many decimals as any of them has. */
export function computedTotal({ total, sum, parts }: TotalCheck): string {
  const decimals = Math.max(total.decimals, ...parts.map((it) => it.figure.decimals));
  return printLike(sum, { ...total, decimals });
}

/** The newest totals of a table, and the notes that they were judged by: several rules ask for the same ones. */
const known = new WeakMap<Table, { readonly given: TableNotes; readonly totals: readonly TotalCheck[] }>();

/** The totals of a table with the sums that they are, or should be: those that hold and `failingTotals`. */
export function tableTotals(table: Table, given: TableNotes): readonly TotalCheck[] {
  const old = known.get(table);
  if (old && old.given.words === given.words && old.given.continued === given.continued) return old.totals;
  const totals = readTotals(table, given);
  known.set(table, { given, totals });
  return totals;
}

function readTotals(table: Table, given: TableNotes): TotalCheck[] {
  const { rows, columns } = readGrid(table);
  const { words: around, continued } = given;
  // The first column's heading says what the whole table is about: `£000`.
  const notes = { words: `${around} ${columns[0]?.label ?? ""}`, continued };
  const views: View[] = [
    { lines: rows, across: columns, direction: "rows", notes },
    { lines: columns, across: rows, direction: "columns", notes },
  ];
  const checks = views.flatMap((view) => {
    const totals = continued && view.direction === "rows" ? [] : candidates(view);
    return totals.length * rows.length * columns.length > mostWork
      ? []
      : totals.flatMap((at) => judge(view, at));
  });
  const failing = checks.filter((it) => !it.holds);
  const cells = new Set<Cell>();
  const distinct = failing.filter(({ cell }) => !cells.has(cell) && cells.add(cell));
  const holding = checks.filter(({ holds, cell }) => holds && !cells.has(cell));
  return [...distinct.filter((check) => !follows(check, distinct)), ...holding];
}

/** The lines that may be totals: those that say so, and where none does, the first and the last. */
function candidates({ lines, direction }: View): number[] {
  const all = lines.flatMap((line, at) => (line.role === "break" ? [] : [at]));
  const withRole = (...roles: Role[]): number[] =>
    all.filter((at) => roles.some((it) => lines[at]?.role === it));
  const said = withRole("total", "subtotal");
  const edges = direction === "rows" ? [all[0], all.at(-1)] : [all.at(-1)];
  const silent = edges.filter((at) => at !== undefined && (said.length === 0 || lines[at]?.role === "whole"));
  const maybe = direction === "rows" ? withRole("totalOf") : withRole("totalOf", "whole");
  return [...new Set([...said, ...maybe, ...silent.filter((at) => at !== undefined)])];
}

/** Whether a total differs only because one of its parts is a total that differs by as much. */
function follows(check: TotalCheck, all: readonly TotalCheck[]): boolean {
  const difference = check.sum.minus(check.total.value);
  return all.some(
    (other) =>
      other !== check &&
      check.parts.some((part) => part.cell === other.cell) &&
      other.total.value.minus(other.sum).eq(difference),
  );
}

/** The cells of a total line: those that differ from the sum which explains it best, and those that are sums. */
function judge(view: View, at: number): TotalCheck[] {
  const line = view.lines[at];
  if (!line) return [];
  const { best, explained } = explain(view, line, at);
  const holding = [...explained.values()].filter((it) => it.weighty);
  const settled = best.map((it) =>
    !it.holds && (explained.has(it.position) || isLessByOthers(it, best, view.lines))
      ? { ...it, holds: true, weighty: false }
      : it,
  );
  const partial = saysPartial(view.notes.words);
  const isProved = settled.some((it) => it.holds && it.weighty);
  const isOther = !isProved && settled.some((it) => !it.holds && isOfOthers(unproved(view, it, at)));
  const doubts = isOther ? [] : [...believable(settled, line, view.direction, partial)];
  const shown = holding.filter((it) => isShown(it, holding, settled, line));
  return [
    ...doubts.map((doubt) => ({ ...checkOf(doubt, view, at), holds: false })),
    ...shown.map((footing) => ({ ...checkOf({ footing, trust: "sure" }, view, at), holds: true })),
  ];
}

/** A total that differs, with the figures between its parts and it; a subtotal says itself what it is, and is none. */
function unproved({ lines }: View, { position, total, sum, parts, printing }: Footing, at: number): Unproved {
  const cells = new Set(parts.map((it) => it.cell));
  const before = lines.slice(0, at);
  const last = before.findLastIndex(({ cells: own }) => own[position] && cells.has(own[position]));
  const between = before.slice(last + 1).flatMap(({ role, cells: own }) => {
    const value = own[position]?.value;
    return value?.kind === "figure" && role !== "subtotal" ? [value.figure.value] : [];
  });
  return { total: total.value, sum, parts, printing, between: last < 0 ? [] : between };
}

/** The reading of a total line that holds at most places, and of each place the first sum that it is. */
function explain(
  view: View,
  line: Line,
  at: number,
): { best: readonly Footing[]; explained: ReadonlyMap<number, Footing> } {
  const { lines, across, direction } = view;
  const sums =
    direction === "rows" ? rowSums(lines, at, across.length, addsIn(view, line)) : columnSums(lines, at);
  const explained = new Map<number, Footing>();
  let best: Footing[] = [];
  let proof = -1;
  for (const { terms, leastPlaces } of sums) {
    const footings = view.across.flatMap((_, position) => footAt(view, line, terms, position) ?? []);
    if (footings.length < leastPlaces) continue;
    const holds = footings.filter((it) => it.holds);
    for (const it of leastPlaces === 0 || holds.length === footings.length ? holds : [])
      if (!explained.has(it.position)) explained.set(it.position, it);
    const holding = holds.filter((it) => it.weighty).length;
    if (footings.length > 0 && holding > proof) [best, proof] = [footings, holding];
    if (proof >= 0 && best.every((it) => explained.has(it.position))) break;
  }
  return { best, explained };
}

/** Whether figures of a position can add up to another one there, as the total of that position is printed. */
function addsIn({ across, notes }: View, { label, cells }: Line): Adds {
  const read = (position: number): Printing => {
    const value = cells[position]?.value;
    const figures = value?.kind === "figure" ? [value.figure] : [];
    return printingOf(figures, `${label} ${across[position]?.label ?? ""}`, notes.words);
  };
  const printings = new Map<number, Printing>();
  return (parts, whole, position) => {
    const printing = printings.get(position) ?? read(position);
    printings.set(position, printing);
    return agrees(parts, whole, printing);
  };
}

/** Whether a sum that holds is a total, and no chance: its line says so, or other places show it as well. */
function isShown(
  footing: Footing,
  holding: readonly Footing[],
  all: readonly Footing[],
  line: Line,
): boolean {
  if (line.role === "total" || line.role === "subtotal") return true;
  const least = line.role === "part" ? 3 : 2;
  const shows = (it: Footing): boolean => it.parts.length >= least && it.total.value.abs().gte(10);
  return shows(footing) && holding.filter(shows).length >= 2 && holding.length + 1 >= all.length;
}

function checkOf(
  { footing, trust, proved, leftOut }: Doubt,
  { lines, direction }: View,
  at: number,
): Omit<TotalCheck, "holds"> {
  const { position, cell, total, parts, sum, printing } = footing;
  return {
    ...{ cell, total, parts, sum, across: direction, money: printing.money, trust },
    row: direction === "rows" ? at : position,
    column: direction === "rows" ? position : at,
    ...(proved && { proved: lines[at]?.label ?? "" }),
    ...(leftOut !== undefined && { leftOut }),
  };
}

/** A total against the figures of a sum, or `undefined` where these are not to be added up. */
function footAt(view: View, line: Line, terms: readonly Term[], position: number): Footing | undefined {
  const cell = line.cells[position];
  const crossing = view.across[position];
  if (cell?.value.kind !== "figure" || !isAmount(crossing) || !isAmount(line)) return undefined;
  const total = cell.value.figure;
  const parts = partsAt(terms, position);
  if (!parts || parts.length < 2 || !sameMeasure(parts, total)) return undefined;
  if (isYear(cell) && parts.every((part) => isYear(part.cell))) return undefined;
  // 7.30 may be seven hours and a half.
  if (total.decimals === 2 && /\bhours?\b|\btimes?\b/i.test(crossing.label)) return undefined;
  const figures = parts.map((part) => part.figure);
  // A total of nothing but noughts and dashes is of figures that are not told.
  if (!total.value.eq(0) && figures.every((it) => it.value.eq(0))) return undefined;
  const heading = `${line.label} ${crossing.label}`;
  const printing = printingOf([...figures, total], heading, view.notes.words);
  const holds = agrees(figures, total, printing);
  const weighty = figures.filter((it) => !it.value.eq(0)).length >= 2 && !total.value.eq(0);
  return { position, heading, cell, total, parts, sum: add(figures), printing, holds, weighty };
}

function isAmount(line: Line | undefined): line is Line {
  return line?.additive === true && line.mayBeRate === "no";
}

/** Whether the parts measure what the total does: a share or a length of time is not added to a count. */
function sameMeasure(parts: readonly Part[], total: Figure): boolean {
  return (
    parts.every(
      ({ figure: { unit } }) => unit !== "%" && (unit === total.unit || unit === "" || total.unit === ""),
    ) && total.unit !== "%"
  );
}
