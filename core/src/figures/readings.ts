// The ways to read a total: which rows or columns it may be the sum of, and which of them count.

import Big from "big.js";
import type { Figure } from "../paper/figure.js";
import type { Cell } from "../paper/tables.js";
import { type Line, roleOf } from "./grid.js";

/** A line that goes into a sum, or comes off it. */
export interface Term {
  readonly line: Line;
  readonly sign: 1 | -1;
}

/** Lines that a total may be the sum of. */
export interface Sum {
  readonly terms: readonly Term[];
  /** It explains a total only where it explains all places of it, and at least so many; 0 if one does not need others. */
  readonly leastPlaces: 0 | 1 | 2;
}

/** A figure that a total may have taken in; a deduction with its sign turned. */
export interface Part {
  readonly label: string;
  readonly cell: Cell;
  readonly figure: Figure;
}

const ofWhich =
  /^(?:of which|of whom|of these|including|includes|incl?\.|memo)\b|^[-–—•] |\b(?:not included|excluded|memorandum)\b/i;
const opposite = /^(?:less|minus|deduct)\b|\b(?:income|receipts|grants?|savings|recharges?|reserves)\b/i;
const toDate = /\bytd\b|\bto date\b/i;
/** More columns than these are not cross-footed, and in more rows details are not looked for. */
const mostColumns = 24;
const mostRows = 200;

const isPart = ({ role }: Line): boolean => role === "part" || role === "whole";
const isTotal = ({ role }: Line): boolean => role === "total" || role === "subtotal" || role === "totalOf";

/** The sums that the total row `at` may be, the likeliest first. */
export function rowSums(rows: readonly Line[], at: number, columns: number): Iterable<Sum> {
  return sumsOf(rowReadings(rows, at), columns);
}

/** The sums that the column `at` may be, the likeliest first. */
export function columnSums(columns: readonly Line[], at: number): Iterable<Sum> {
  return columns.length > mostColumns ? [] : sumsOf(columnReadings(columns, at), 0);
}

/** The figures of a sum at a position of its lines; `undefined` when one of them is not told or not a figure. */
export function partsAt(terms: readonly Term[], position: number): Part[] | undefined {
  const parts: Part[] = [];
  for (const { line, sign } of terms) {
    const cell = line.cells[position];
    if (cell?.value.kind === "figure") {
      const { figure } = cell.value;
      parts.push({
        label: line.label,
        cell,
        figure: sign > 0 ? figure : { ...figure, value: figure.value.neg() },
      });
    } else if (cell && cell.value.kind !== "nothing") return undefined;
  }
  return parts;
}

function rowReadings(rows: readonly Line[], at: number): Line[][] {
  const total = rows[at];
  const above = rows.slice(0, at);
  const below = rows.slice(at + 1);
  if (total && total.category !== "" && roleOf(total.label) === "total") {
    const same = above.filter((row) => row.category === total.category);
    if (same.length > 0) return [same];
  }
  const since = above.slice(above.findLastIndex((row) => !isPart(row)) + 1);
  const sinceTotal = above.slice(above.findLastIndex(isTotal) + 1).filter(isPart);
  const nextOther = below.findIndex((row) => !isPart(row));
  // Where the table starts with a total, or nothing stands above this one, a total may lead what it sums.
  const leads = since.length < 2 || (rows.find((row) => row.role !== "break") ?? rows[0])?.role !== "part";
  const led = leads ? below.slice(0, nextOther < 0 ? undefined : nextOther) : [];
  const parts = above.filter(isPart);
  if (parts.length < 2) return [led, below.filter(isPart), below.filter(isTotal), parts];
  if (total?.role === "subtotal") return [sinceTotal, since, led];
  const subtotals = above.filter((row) => row.role === "subtotal");
  const grand = [[...subtotals, ...sinceTotal], parts, [...above.filter(isTotal), ...sinceTotal]];
  const own = [sinceTotal, since];
  return [...(subtotals.length > 0 || sinceTotal.length < 2 ? [...grand, ...own] : [...own, ...grand]), led];
}

/** Contiguous columns beside the one `at`, the widest first; then subtotals. */
function columnReadings(columns: readonly Line[], at: number): Line[][] {
  const usable = (line: Line): boolean => line.role !== "break" && line.additive && !toDate.test(line.label);
  const left = columns.slice(0, at).filter(usable);
  const right = columns.slice(at + 1).filter(usable);
  const nearLeft = left.slice(left.findLastIndex(isTotal) + 1);
  const end = right.findIndex(isTotal);
  const nearRight = end < 0 ? right : right.slice(0, end);
  const readings: Line[][] = [];
  for (let from = 0; from + 2 <= nearLeft.length; from++) readings.push(nearLeft.slice(from));
  for (let to = nearRight.length; to >= 2; to--) readings.push(nearRight.slice(0, to));
  if (left.some(isTotal)) {
    const totals = left.filter(isTotal);
    readings.push(totals, [...totals, ...nearLeft], left.filter(isPart));
  }
  return readings;
}

/** The sums that readings give, and those without lines whose labels leave open whether they are amounts. */
function* sumsOf(readings: readonly (readonly Line[])[], positions: number): Generator<Sum> {
  for (const terms of sureSums(readings, positions)) {
    yield { terms, leastPlaces: 0 };
    const sure = terms.filter(({ line }) => line.mayBeRate === "no");
    const isHardly = terms.some(({ line }) => line.mayBeRate === "hardly");
    if (sure.length < terms.length && sure.length >= 2) yield { terms: sure, leastPlaces: isHardly ? 2 : 1 };
  }
}

/** Of each reading: the lines that are amounts of their own; all lines; with deductions; without details of others. */
function* sureSums(readings: readonly (readonly Line[])[], positions: number): Generator<readonly Term[]> {
  const bases: Term[][] = [];
  for (const lines of readings) {
    if (lines.length < 2 || bases.some((it) => sameLines(it, lines))) continue;
    const base = lines.map((line): Term => ({ line, sign: 1 }));
    const own = base.filter(({ line }) => line.additive && !ofWhich.test(line.label));
    bases.push(...(own.length < base.length && own.length >= 2 ? [own] : []), base);
  }
  yield* bases;
  for (const base of bases) {
    const signed = base.map((it): Term => (opposite.test(it.line.label) ? { ...it, sign: -1 } : it));
    if (signed.some((it) => it.sign < 0)) yield signed;
  }
  for (const base of bases.slice(0, 4)) {
    if (base.length > mostRows) continue;
    for (let position = 0; position < Math.min(positions, 6); position++) {
      for (const order of [base, [...base].reverse()]) {
        const kept = withoutDetails(order, position);
        if (kept.length < base.length && kept.length >= 2) yield kept;
      }
    }
  }
}

function sameLines(terms: readonly Term[], lines: readonly Line[]): boolean {
  return terms.length === lines.length && terms.every((it, i) => it.line === lines[i]);
}

/** Leaves out lines whose figures the one before them is the sum of: `Staff 50`, `officers 30`, `others 20`. */
function withoutDetails(terms: readonly Term[], position: number): Term[] {
  const valueAt = (i: number): Big | undefined => {
    const value = terms[i]?.line.cells[position]?.value;
    return value?.kind === "figure" ? value.figure.value : undefined;
  };
  const kept: Term[] = [];
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i];
    if (!term) continue;
    kept.push(term);
    const whole = valueAt(i);
    if (!whole || whole.eq(0)) continue;
    let sum = new Big(0);
    for (let j = i + 1; j < terms.length && j <= i + 12; j++) {
      sum = sum.plus(valueAt(j) ?? 0);
      if (j > i + 1 && sum.eq(whole)) {
        i = j;
        break;
      }
    }
  }
  return kept;
}
