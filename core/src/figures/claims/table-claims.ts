// A stated change against the cells of a table that the words describe. Nothing is said where it is not sure which cells
// are meant.

import type { Block } from "../../paper/block.js";
import type { Figure } from "../../paper/figure.js";
import type { ReachedTable } from "../../paper/table-reach.js";
import type { Cell, Table } from "../../paper/tables.js";
import { isYear, type Line, readGrid } from "../grid.js";
import { type Claim, givesChange, judgeChange, type Source, type StatedChange } from "./claim.js";
import { type Clause, clauseOf } from "./clause.js";
import { countsBehind } from "./counts-behind.js";
import { isExplained, isMeasured } from "./explained.js";
import { bestNamed, namedLines, stemsOf } from "./label-words.js";
import { timeOf } from "./pairs.js";
import type { OpenChange } from "./prose-claims.js";
import { statedOf } from "./stated.js";

/** A table with its lines in both directions. */
export interface Layout {
  readonly reached: ReachedTable;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
}

/** Two lines that are compared, and the lines along which they may be. */
interface Reading {
  readonly from: Line;
  readonly to: Line;
  /** Lines across the two: one where the words single it out. */
  readonly along: readonly Line[];
  /** Whether the words leave no doubt about the cells. */
  readonly sure: boolean;
  /** Whether it is said of each of the lines. */
  readonly ofAll: boolean;
}

/** The claim of a change against the tables in reach, or `undefined` where none can bear on it. */
export function tableClaim(
  open: OpenChange,
  tables: readonly ReachedTable[],
  block: Block,
): Claim | undefined {
  const stated = statedOf(open.change, open.sentence, block);
  if (!stated || tables.length === 0) return undefined;
  const clause = clauseOf(open);
  const failing: Claim[] = [];
  for (const reached of tables) {
    // A paragraph's own words do not say what the table behind it is about.
    const layout = layoutOf({ ...reached, about: reached.about.filter((it) => it !== block) });
    const claim = claimIn(stated, clause, layout);
    if (claim?.holds) return claim;
    if (claim) failing.push(claim);
    else if (couldGive(stated, layout)) return undefined;
  }
  return failing.length === 1 && !clause.isQuoted ? failing[0] : undefined;
}

function layoutOf(reached: ReachedTable): Layout {
  return { reached, ...readGrid(reached.table) };
}

function claimIn(stated: StatedChange, clause: Clause, layout: Layout): Claim | undefined {
  const { reached } = layout;
  const reading = overTime(clause, layout) ?? betweenLines(clause, layout);
  if (!reading || printsChange(stated, layout)) return undefined;
  const judged = reading.along.flatMap((line) => {
    const claim = judgeLine(stated, line, reading, layout);
    return claim ? [{ line, claim }] : [];
  });
  if (reading.ofAll) {
    const worst = judged.filter((it) => !it.claim.holds)[0];
    if (judged.length < 2) return undefined;
    return worst
      ? { ...worst.claim, arithmetic: `for ${worst.line.label}, ${worst.claim.arithmetic}` }
      : judged[0]?.claim;
  }
  const holding = judged.find((it) => it.claim.holds);
  if (holding) return holding.claim;
  const [only] = judged;
  return reading.sure &&
    judged.length === 1 &&
    only &&
    isMeasured(clause, only.claim, [only.line, reading.from, reading.to], reached)
    ? only.claim
    : undefined;
}

/** A change over time: two rows or columns of the table are periods, and a line across them is named, or all are. */
function overTime(clause: Clause, { reached, rows, columns }: Layout): Reading | undefined {
  for (const [periods, across] of [
    [columns, rows],
    [rows, columns],
  ] as const) {
    const dated = periods.flatMap((line) => {
      const time = line.role === "break" ? undefined : timeOf(nameOfLine(line));
      return time === undefined ? [] : [{ line, time }];
    });
    if (dated.length < 2 || new Set(dated.map((it) => it.time)).size < dated.length) continue;
    dated.sort((a, b) => a.time - b.time);
    const chosen = chosenPeriods(clause, dated);
    if (!chosen) return undefined;
    const [from, to] = chosen.lines;
    const parts = across.filter((it) => it.role === "part" || it.role === "whole");
    const near = reached.way === "named" || reached.beside;
    if (clause.isOfAll)
      return near
        ? { from, to, along: parts, sure: chosen.sure && !clause.isRestricted, ofAll: true }
        : undefined;
    const best = bestNamed(namedLines(across, clause.subject)) ?? bestNamed(namedLines(across, clause.stems));
    const sure =
      best !== undefined &&
      chosen.sure &&
      (near || chosen.said) &&
      isExplained(clause, reached, [best.line, from, to]);
    return { from, to, along: best ? [best.line] : across, sure, ofAll: false };
  }
  return undefined;
}

/** A line's label; of a row that begins with a year or a month, that. */
function nameOfLine({ label, cells }: Line): string {
  return label === "" ? (cells[0]?.words ?? "") : label;
}

interface Dated {
  readonly line: Line;
  readonly time: number;
}

/** The two periods that are compared: those that are said, else those of a table that has two. */
function chosenPeriods(
  clause: Clause,
  dated: readonly Dated[],
): { lines: readonly [Line, Line]; sure: boolean; said: boolean } | undefined {
  const [first, second] = dated;
  const last = dated.at(-1);
  if (!first || !second || !last) return undefined;
  const at = (times: readonly number[]): Dated[] => dated.filter((it) => times.includes(it.time));
  const said = at(clause.times);
  const isElsewhere = clause.times.some((time) => !dated.some((it) => it.time === time));
  if (isElsewhere) return undefined;
  const pair = said.length === 2 ? said : said.length === 0 ? at(clause.timesAround) : [];
  if (pair[0] && pair[1] && pair.length === 2)
    return { lines: [pair[0].line, pair[1].line], sure: true, said: said.length === 2 };
  if (said.length === 1 && said[0]) {
    const before = dated[dated.indexOf(said[0]) - 1];
    if (clause.isSince)
      return { lines: [said[0].line, last.line], sure: dated.length > 1 && said[0] !== last, said: true };
    // A quarter or a month is as often held against that of the year before.
    const isYears = said[0].time % 12 === 0;
    return before && { lines: [before.line, said[0].line], sure: isYears, said: true };
  }
  if (said.length > 2) return undefined;
  return { lines: [first.line, last.line], sure: dated.length === 2, said: false };
}

/** A change between two rows or columns that the words name: "between the control group and course completers". */
function betweenLines(clause: Clause, { reached, rows, columns }: Layout): Reading | undefined {
  const base = stemsOf(clause.base);
  const target = stemsOf(clause.target);
  const readings = [
    [columns, rows],
    [rows, columns],
  ].flatMap(([lines = [], across = []]): Reading[] => {
    const from = bestNamed(namedLines(lines, base));
    const others = from ? lines.filter((it) => it !== from.line) : [];
    const to = bestNamed(namedLines(others, target));
    if (!from || !to) return [];
    const used = new Set([...from.matched, ...to.matched]);
    const named = namedLines(across, new Set([...clause.stems].filter((it) => !used.has(it))));
    const best = bestNamed(named);
    const isClear = isExplained(clause, reached, [from.line, to.line, ...(best ? [best.line] : [])]);
    return [
      {
        from: from.line,
        to: to.line,
        along: best ? [best.line] : across,
        sure: best !== undefined && isClear,
        ofAll: false,
      },
    ];
  });
  return readings.length === 1 ? readings[0] : undefined;
}

function judgeLine(
  stated: StatedChange,
  line: Line,
  { from, to }: Reading,
  layout: Layout,
): Claim | undefined {
  const pair = sourcesAt(line, from, to, layout);
  // Counts have no points, and where nothing says that a table's figures are percentages, they may be counts.
  if (!pair || (stated.claim.figure.unit === "points" && pair.some((it) => it.figure.unit !== "%")))
    return undefined;
  return judgeChange(stated, ...pair);
}

/** The two figures of a line that are compared, with the counts behind them. */
function sourcesAt(line: Line, from: Line, to: Line, layout: Layout): [Source, Source] | undefined {
  const [a, b] = [crossing(from, line, layout), crossing(to, line, layout)];
  if (!a || !b) return undefined;
  const [first, second] = [sourceOfCell(a, from, line, layout), sourceOfCell(b, to, line, layout)];
  if (!first || !second || !sameMeasure(first.figure, second.figure)) return undefined;
  const counted = countsBehind(layout, [
    [from, first],
    [to, second],
  ]);
  return [counted[0] ?? first, counted[1] ?? second];
}

/** The cell where a row and a column meet, whichever of the two is which. */
function crossing(a: Line, b: Line, { rows, columns }: Layout): Cell | undefined {
  const [row, column] = rows.includes(a) ? [a, b] : [b, a];
  return row.cells[columns.indexOf(column)];
}

const inPercent = /%|\bper ?cent(?:ages?)?\b/i;

function sourceOfCell(cell: Cell, line: Line, across: Line, { reached }: Layout): Source | undefined {
  if (cell.value.kind !== "figure" || isYear(cell)) return undefined;
  const isPercent = cell.value.figure.unit === "" && [line, across].some((it) => inPercent.test(it.label));
  const figure: Figure = isPercent ? { ...cell.value.figure, unit: "%" } : cell.value.figure;
  return {
    figure,
    hedge: "exactly",
    at: { block: reached.block, span: cell.span },
    label: line.label,
    text: cell.words,
  };
}

function sameMeasure(a: Figure, b: Figure): boolean {
  return a.unit === b.unit || a.unit === "" || b.unit === "";
}

const changeLabel =
  /\b(?:change|difference|variance|variation|increase|decrease|reduction|growth|movement)\b|\+\/-|±/i;

/** Whether a column or row of changes prints the claimed figure: it is quoted, and the table's own rules judge it. */
function printsChange({ claim }: StatedChange, { rows, columns }: Layout): boolean {
  return [...rows, ...columns].some(
    (line) =>
      changeLabel.test(line.label) &&
      line.cells.some(
        (cell) =>
          cell?.value.kind === "figure" &&
          cell.value.figure.value.abs().round(claim.figure.decimals).eq(claim.figure.value.abs()),
      ),
  );
}

/** More cells than these are not all compared. */
const mostPairs = 2000;

/** What the cells of a table could give, by claim: with each key the words around a claim change, and it does not. */
const given = new WeakMap<Table, Map<string, boolean>>();

/** Whether any two cells of one line of a table give the change. */
function couldGive(stated: StatedChange, layout: Layout): boolean {
  const { table } = layout.reached;
  const known = given.get(table) ?? new Map<string, boolean>();
  given.set(table, known);
  const { claim, direction, word } = stated;
  const { value, unit, decimals, scale } = claim.figure;
  const key = [value.toFixed(), unit, decimals, scale, claim.hedge, claim.kind, direction, word].join(" ");
  const could = known.get(key) ?? hasPairFor(stated, layout);
  known.set(key, could);
  return could;
}

function hasPairFor(stated: StatedChange, layout: Layout): boolean {
  let left = mostPairs;
  for (const [lines, across] of [
    [layout.rows, layout.columns],
    [layout.columns, layout.rows],
  ] as const)
    for (const from of lines)
      for (const to of lines)
        for (const line of from === to ? [] : across) {
          if (left-- <= 0) return true;
          const pair = sourcesAt(line, from, to, layout);
          if (pair && givesChange(stated, ...pair)) return true;
        }
  return false;
}
