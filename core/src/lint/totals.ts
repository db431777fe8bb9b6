// Totals in tables: which rows and columns are meant as sums, and of what. Footing adds up a column,
// cross-footing a row.

import Big from "big.js";
import { type Figure, stepOf } from "../paper/figure.js";
import type { Cell, Table } from "../paper/tables.js";

/** A total and the figures that it should be the sum of. */
export interface TotalCheck {
  readonly cell: Cell;
  readonly total: Figure;
  readonly parts: readonly Figure[];
  readonly sum: Big;
  /** What was added up. */
  readonly across: "rows" | "columns";
  /** Whether it is an amount of money, by its sign or its heading. */
  readonly money: boolean;
  /** Whether this is surely meant as the sum; else the rows may be a selection. */
  readonly certain: boolean;
}

/** What is known of a table beside its cells. */
export interface TableNotes {
  /** Caption, introduction and notes, in which rounding is declared. */
  readonly words: string;
}

interface Line {
  readonly label: string;
  readonly kind: "part" | "total" | "subtotal" | "heading";
  readonly cells: readonly Cell[];
}

const totalLabel = /^(?:grand |overall |net |combined )?totals?\b/i;
const subtotalLabel = /^sub[- ]?totals?\b/i;
const ofWhich = /^(?:of which|of these|including|includes|incl?\.|memo|\(?of whom)\b|^[-–—•] /i;
const opposite = /^(?:less|minus|deduct)\b|\b(?:income|receipts|grants?|savings|recharges?)\b/i;
const notAdded =
  /%|\b(?:rates?|average|avg|mean|median|per ?cent|percentage|proportion|ratio|index|score|rank(?:ing)?|cumulative|running|unit cost|price|per (?:\d|head|capita|day|week|month|year|person|officer|case|hour)|cost per|ytd|1 in)\b/i;
const moneyHeading =
  /£|\b(?:amount|cost|costs|spend|spending|budget|expenditure|funding|allocation|income|grant|payment|price)\b/i;
const declaredRounded = /\bround(?:ed|ing)\b|£\s?[’']?(?:000|k|m|bn)\b|\b(?:thousands|millions)\b/i;

/** The totals of a table that its parts do not add up to. A total that any reading of the table explains is left out. */
export function failingTotals(table: Table, notes: TableNotes): TotalCheck[] {
  const lines = table.rows.slice(1).map(readLine);
  const headings = columnHeadings(table, lines);
  return [...failingRows(table, lines, headings, notes), ...failingColumns(table, lines, headings, notes)];
}

function readLine(cells: readonly Cell[]): Line {
  const first = cells.find((cell) => cell.words !== "");
  const label = first?.value.kind === "figure" ? "" : (first?.words ?? "");
  if (!cells.some((cell) => cell !== first && cell.value.kind === "figure"))
    return { label, kind: "heading", cells };
  return { label, kind: labelKind(label), cells };
}

/** `Total`, `TOTAL =`, `Grand total`, `Total OOCD`: the total word and at most one noun. */
function labelKind(label: string): "part" | "total" | "subtotal" {
  const bare = label
    .replace(/\([^)]*\)/g, " ")
    .replace(/[\d/=:.*†‡–-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (subtotalLabel.test(bare)) return "subtotal";
  if (!totalLabel.test(bare)) return "part";
  return bare.replace(totalLabel, "").trim().split(" ").length <= 1 ? "total" : "part";
}

/** The words over each column: its heading cell, and the cells of heading rows right under it. */
function columnHeadings(table: Table, lines: readonly Line[]): string[] {
  const rows = [table.rows[0] ?? []];
  for (const line of lines) {
    if (line.kind !== "heading") break;
    rows.push(line.cells);
  }
  return Array.from({ length: table.columns }, (_, column) =>
    rows
      .map((row) => row[column]?.words ?? "")
      .join(" ")
      .trim(),
  );
}

// ---- total rows ------------------------------------------------------------------------------------------

interface Footing {
  readonly check: TotalCheck;
  readonly holds: boolean;
  readonly column: number;
}

function* failingRows(
  table: Table,
  lines: readonly Line[],
  headings: readonly string[],
  notes: TableNotes,
): Generator<TotalCheck> {
  for (const [at, line] of lines.entries()) {
    const named = line.kind === "total" || line.kind === "subtotal";
    const last = at === lines.findLastIndex((it) => it.kind !== "heading");
    if (!named && !(last && line.kind === "part")) continue;
    const footings: Footing[] = [];
    for (let column = 0; column < table.columns; column++) {
      const footing = foot(lines, at, column, headings[column] ?? "", notes);
      if (footing) footings.push(footing);
    }
    yield* believable(footings, named);
  }
}

/** The failing columns of a total row, unless the row as a whole looks like no sum of the rows around it. */
function* believable(footings: readonly Footing[], named: boolean): Generator<TotalCheck> {
  const failing = footings.filter((it) => !it.holds);
  const holding = footings.filter(
    (it) => it.holds && it.check.parts.length > 1 && !it.check.total.value.eq(0),
  );
  if (failing.length === 0) return;
  // A row that is not called a total must be proved one by other columns; then a column that fails is a slip.
  if (!named && (holding.length < 2 || failing.length > 1 || holding.some((it) => it.check.parts.length < 3)))
    return;
  if (named && holding.length === 0 && failing.length > 2) return;
  for (const { check } of failing) {
    const near = check.sum
      .minus(check.total.value)
      .abs()
      .lte(check.sum.abs().div(named ? 2 : 5));
    if (near) yield check;
    else if (named) yield { ...check, certain: holding.length > 0 };
  }
}

/** A total row's column against the rows it may sum, or `undefined` where the column is not one to be added up. */
function foot(
  lines: readonly Line[],
  at: number,
  column: number,
  heading: string,
  notes: TableNotes,
): Footing | undefined {
  const cell = lines[at]?.cells[column];
  if (cell?.value.kind !== "figure") return undefined;
  const total = cell.value.figure;
  if (notAdded.test(heading) || total.unit === "%") return undefined;
  const readings = rowReadings(lines, at).map((rows) => columnFigures(rows, column));
  const usable = readings.filter((it) => it !== undefined).filter((it) => it.length >= 2);
  const money = total.unit === "£" || moneyHeading.test(heading) || moneyHeading.test(notes.words);
  const rounded = declaredRounded.test(`${heading} ${notes.words}`);
  const [main] = usable;
  if (!main || !usable.every((it) => sameMeasure(it, total))) return undefined;
  if (main.every((it) => isYear(it.figure))) return undefined;
  const tries = usable.flatMap(explanations);
  const holds = tries.some((parts) => agrees(parts, total, money, rounded));
  const best = nearestSum(
    usable.map((it) => it.map((part) => part.figure)),
    total,
  );
  if (!holds && looksLikeMean(best, total)) return undefined;
  return {
    column,
    holds,
    check: { cell, total, parts: best, sum: add(best), across: "rows", money, certain: true },
  };
}

/** The rows that a total may be the sum of, the likeliest first. */
function rowReadings(lines: readonly Line[], at: number): Line[][] {
  const isPart = (line: Line): boolean => line.kind === "part";
  const isTotal = (line: Line): boolean => line.kind === "total" || line.kind === "subtotal";
  const above = lines.slice(0, at);
  const below = lines.slice(at + 1);
  const since = above.slice(above.findLastIndex((line) => line.kind !== "part") + 1);
  const sinceTotal = above.slice(above.findLastIndex(isTotal) + 1).filter(isPart);
  const nextOther = below.findIndex((line) => line.kind !== "part");
  const until = nextOther < 0 ? below : below.slice(0, nextOther);
  const readings = above.some(isPart)
    ? [
        sinceTotal,
        above.filter(isPart),
        since,
        [...above.filter((it) => it.kind === "subtotal"), ...sinceTotal],
        [...above.filter(isTotal), ...sinceTotal],
      ]
    : [below.filter(isPart), until];
  return above.some(isPart) && lines[at]?.kind === "subtotal" ? [sinceTotal, since, until] : readings;
}

interface Part {
  readonly label: string;
  readonly figure: Figure;
}

/** The figures of a column in these rows; `undefined` when one of them is not told or not a figure. */
function columnFigures(rows: readonly Line[], column: number): Part[] | undefined {
  const parts: Part[] = [];
  for (const { cells, label } of rows) {
    const value = cells[column]?.value ?? { kind: "nothing" as const };
    if (value.kind === "figure") parts.push({ label, figure: value.figure });
    else if (value.kind !== "nothing") return undefined;
  }
  return parts;
}

/** The ways to read parts as summing to a total: all of them, without details of others, with deductions. */
function explanations(parts: readonly Part[]): Figure[][] {
  const all = parts.map((it) => it.figure);
  const whole = parts.filter((it) => !ofWhich.test(it.label)).map((it) => it.figure);
  const signed = parts.map(({ label, figure }) =>
    opposite.test(label) ? { ...figure, value: figure.value.neg() } : figure,
  );
  return [all, whole, signed, withoutDetails(all), withoutDetails([...all].reverse())];
}

/** Leaves out figures that the one before them is the sum of: `Staff 50`, `officers 30`, `others 20`. */
function withoutDetails(figures: readonly Figure[]): Figure[] {
  const kept: Figure[] = [];
  for (let i = 0; i < figures.length; i++) {
    const figure = figures[i];
    if (!figure) continue;
    kept.push(figure);
    let sum = new Big(0);
    for (let j = i + 1; j < figures.length && j <= i + 12; j++) {
      sum = sum.plus(figures[j]?.value ?? 0);
      if (j > i + 1 && sum.eq(figure.value) && !sum.eq(0)) {
        i = j;
        break;
      }
    }
  }
  return kept;
}

function nearestSum(readings: readonly (readonly Figure[])[], total: Figure): readonly Figure[] {
  const distance = (parts: readonly Figure[]): Big => add(parts).minus(total.value).abs();
  return readings.reduce(
    (best, parts) => (distance(parts).lt(distance(best)) ? parts : best),
    readings[0] ?? [],
  );
}

// ---- total columns ---------------------------------------------------------------------------------------

interface CrossFooting {
  readonly from: number;
  readonly to: number;
  readonly holding: number;
  readonly checks: readonly TotalCheck[];
}

/**
 * The cells of a total column that the columns beside it do not add up to. The columns that it covers are the
 * contiguous ones for which most rows hold; without such proof nothing is said.
 */
function* failingColumns(
  table: Table,
  lines: readonly Line[],
  headings: readonly string[],
  notes: TableNotes,
): Generator<TotalCheck> {
  for (const [column, heading] of headings.entries()) {
    if (labelKind(heading) === "part" || notAdded.test(heading)) continue;
    let best: CrossFooting | undefined;
    for (const [from, to] of ranges(column, table.columns)) {
      const found = crossFoot(lines, headings, column, from, to, notes);
      if (found && (!best || found.holding > best.holding)) best = found;
    }
    if (best && best.holding >= 2 && best.holding >= 2 * best.checks.length) yield* best.checks;
  }
}

function* ranges(column: number, columns: number): Generator<[number, number]> {
  for (let from = 0; from <= column - 2; from++) yield [from, column];
  for (let to = column + 3; to <= columns; to++) yield [column + 1, to];
}

function crossFoot(
  lines: readonly Line[],
  headings: readonly string[],
  column: number,
  from: number,
  to: number,
  notes: TableNotes,
): CrossFooting | undefined {
  if (headings.slice(from, to).some((it) => notAdded.test(it) || labelKind(it) !== "part")) return undefined;
  const checks: TotalCheck[] = [];
  let holding = 0;
  for (const { cells } of lines) {
    const cell = cells[column];
    if (cell?.value.kind !== "figure" || cell.value.figure.unit === "%") continue;
    const total = cell.value.figure;
    const parts: Figure[] = [];
    for (const { value } of cells.slice(from, to)) {
      if (value.kind === "figure") parts.push(value.figure);
      else if (value.kind !== "nothing") return undefined;
    }
    if (
      parts.length < 2 ||
      !sameMeasure(
        parts.map((figure) => ({ label: "", figure })),
        total,
      )
    )
      continue;
    const money = total.unit === "£" || moneyHeading.test(`${headings[column]} ${notes.words}`);
    if (agrees(parts, total, money, declaredRounded.test(`${headings[column]} ${notes.words}`))) {
      if (!total.value.eq(0)) holding++;
    } else checks.push({ cell, total, parts, sum: add(parts), across: "columns", money, certain: true });
  }
  return { from, to, holding, checks };
}

// ---- agreement -------------------------------------------------------------------------------------------

/**
 * Whether the total is what figures that print as these could add up to. Counts and pence add up exactly. Other
 * figures stand for all values that print so: all of them rounded, or all cut off; the total either.
 */
function agrees(parts: readonly Figure[], total: Figure, money: boolean, declared: boolean): boolean {
  const difference = total.value.minus(add(parts));
  if (difference.eq(0)) return true;
  const decimals = Math.max(...parts.map((it) => it.decimals));
  const scaled = parts.some((it) => it.scale > 0) || total.scale > 0;
  const inPence = money && decimals >= 2 && !scaled;
  const counted = !money && decimals === 0 && total.decimals === 0 && !scaled;
  if ((inPence || counted) && !declared) return false;
  const step = parts.map(stepOf).reduce((a, b) => (a.gt(b) ? a : b), stepOf(total));
  const spread = step.times(parts.length);
  const own = stepOf(total);
  const rounded = difference.abs().lte(spread.plus(own).div(2));
  const cutOff = difference.gt(own.neg()) && difference.lte(spread.plus(own.div(2)));
  return rounded || cutOff;
}

function sameMeasure(parts: readonly Part[], total: Figure): boolean {
  return (
    parts.every(({ figure }) => figure.unit === total.unit || figure.unit === "" || total.unit === "") &&
    parts.every(({ figure }) => figure.unit !== "%")
  );
}

function isYear(figure: Figure): boolean {
  return (
    !figure.grouped &&
    figure.decimals === 0 &&
    figure.unit === "" &&
    figure.value.gte(1900) &&
    figure.value.lte(2100)
  );
}

/** A "total" between its smallest and largest part, and far from the sum, is an average or another measure. */
function looksLikeMean(parts: readonly Figure[], total: Figure): boolean {
  const values = parts.map((it) => it.value);
  if (values.some((it) => it.lt(0))) return false;
  const between = values.some((it) => it.lte(total.value)) && values.some((it) => it.gte(total.value));
  return between && total.value.minus(add(parts)).abs().gt(add(parts).div(5));
}

function add(figures: readonly Figure[]): Big {
  return figures.reduce((sum, figure) => sum.plus(figure.value), new Big(0));
}
