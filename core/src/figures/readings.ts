// The ways to read a total: which rows or columns it may be the sum of, and which of them count.

import type { Figure } from "../paper/figure.js";
import type { Cell } from "../paper/tables.js";
import { type Adds, withoutDetails } from "./details.js";
import { isPart, type Line, roleOf } from "./grid.js";
import { deductedLines, detailsBelow, isOfWhich, isOpposite, isOutflow, netBefore } from "./term-words.js";

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

const toDate = /\bytd\b|\bto date\b/i;
/** The same, where a sum so far stands for the years before. */
const soFar = /\bytd\b|\bto date\b|\bcumulative\b/i;
/** More columns than these are not cross-footed, and in more rows details are not looked for. */
const mostColumns = 24;
const mostRows = 200;

const isTotal = ({ role }: Line): boolean => role === "total" || role === "subtotal" || role === "totalOf";

/** The sums that the total row `at` may be over so many columns, the likeliest first. */
export function rowSums(rows: readonly Line[], at: number, columns: number, adds: Adds): Iterable<Sum> {
  const [deducted, below] = [deductedLines(rows), detailsBelow(rows)];
  const readings = [...rowReadings(rows, at), netBefore(rows, at, deducted)];
  return sumsOf({ readings, positions: columns, deducted, below, adds });
}

/** The sums that the column `at` may be, the likeliest first. */
export function columnSums(columns: readonly Line[], at: number): Iterable<Sum> {
  if (columns.length > mostColumns) return [];
  const readings = columnReadings(columns, at);
  return sumsOf({ readings, positions: 0, deducted: deductedLines(columns), below: [] });
}

/** What a total is read by. */
interface Reading {
  /** The lines that it may take in. */
  readonly readings: readonly (readonly Line[])[];
  /** At how many positions of the lines their figures are asked which are details of others. */
  readonly positions: number;
  /** The lines that are said to be taken away. */
  readonly deducted: ReadonlySet<Line>;
  /** Lines that may be details together, by a heading above them. */
  readonly below: readonly ReadonlySet<Line>[];
  readonly adds?: Adds;
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

/**
 * Contiguous columns beside the one `at`, the widest first; then subtotals. What was spent to date is a running total,
 * or what earlier years add to the whole: both are tried.
 */
function columnReadings(columns: readonly Line[], at: number): Line[][] {
  const isAmount = (it: Line): boolean => it.role !== "break" && it.additive && !toDate.test(it.label);
  const isSoFar = (it: Line): boolean => it.role !== "break" && soFar.test(it.label) && !/%/.test(it.label);
  const own = readingsBeside(columns, at, isAmount);
  const first = columns.findIndex(isSoFar);
  if (first < 0 || first === at) return own;
  const all = readingsBeside(columns, at, (it) => isAmount(it) || isSoFar(it));
  const leads = columns.slice(first + 1, at).some(isAmount);
  return leads ? [...all, ...own] : [...own, ...all];
}

function readingsBeside(columns: readonly Line[], at: number, usable: (line: Line) => boolean): Line[][] {
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
function* sumsOf(reading: Reading): Generator<Sum> {
  for (const terms of sureSums(reading)) {
    yield { terms, leastPlaces: 0 };
    const sure = terms.filter(({ line }) => line.mayBeRate === "no");
    const isHardly = terms.some(({ line }) => line.mayBeRate === "hardly");
    if (sure.length < terms.length && sure.length >= 2) yield { terms: sure, leastPlaces: isHardly ? 2 : 1 };
  }
}

/** Of each reading: the lines that are amounts of their own; all lines; with deductions; without details of others. */
function* sureSums(reading: Reading): Generator<readonly Term[]> {
  const bases = basesOf(reading);
  const { deducted, below } = reading;
  yield* turned(bases, (it) => deducted.has(it));
  yield* bases;
  yield* turned(bases, isOpposite);
  yield* turned(bases, isOutflow);
  for (const base of bases) {
    for (const details of below) {
      const kept = base.filter(({ line }) => !details.has(line));
      if (kept.length < base.length && kept.length >= 2) yield kept;
    }
  }
  for (const base of bases.slice(0, 4)) yield* withoutTheirDetails(base, reading);
}

function basesOf({ readings }: Reading): Term[][] {
  const bases: Term[][] = [];
  for (const lines of readings) {
    if (lines.length < 2 || bases.some((it) => sameLines(it, lines))) continue;
    const base = lines.map((line): Term => ({ line, sign: 1 }));
    const own = base.filter(({ line }) => line.additive && !isOfWhich(line));
    bases.push(...(own.length < base.length && own.length >= 2 ? [own] : []), base);
  }
  return bases;
}

/** The sums in which some of the lines come off, and others do not. */
function* turned(bases: readonly (readonly Term[])[], comesOff: (line: Line) => boolean): Generator<Term[]> {
  for (const base of bases) {
    const signed = base.map((it): Term => (comesOff(it.line) ? { ...it, sign: -1 } : it));
    if (signed.some((it) => it.sign < 0)) yield signed;
  }
}

/** A sum without the lines that, at some position, are what the line before or after them adds up. */
function* withoutTheirDetails(base: readonly Term[], { positions, adds }: Reading): Generator<Term[]> {
  if (base.length > mostRows) return;
  for (let position = 0; position < Math.min(positions, 6); position++) {
    for (const order of [base, [...base].reverse()]) {
      const kept = withoutDetails(order, position);
      const about = withoutDetails(order, position, adds);
      if (kept.length < base.length && kept.length >= 2) yield kept;
      if (about.length < kept.length && about.length >= 2) yield about;
    }
  }
}

function sameLines(terms: readonly Term[], lines: readonly Line[]): boolean {
  return terms.length === lines.length && terms.every((it, i) => it.line === lines[i]);
}
