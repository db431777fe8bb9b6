// The relations of a table: which of its figures were worked out from which others, and which do not follow.

import type { Cell, Table } from "../../paper/tables.js";
import type { TableNotes } from "../notes.js";
import type { TotalCheck } from "../totals.js";
import { alongRelations } from "./along.js";
import { type Blame, blame } from "./blame.js";
import { type Check, judge } from "./check.js";
import { pairRelations } from "./pairs.js";
import { pooledRelations } from "./pooled.js";
import type { Relation } from "./relation.js";
import { runRelations } from "./runs.js";
import { type Sheet, type Spot, sheetsOf } from "./sheet.js";
import { isDelta, saysEnd } from "./told.js";
import type { Work } from "./trial.js";
import { saysChange } from "./words.js";

/** What a search of a table found. */
export interface TableRelations {
  /** The relations that are believed. */
  readonly relations: readonly Relation[];
  /** One check of each figure that a relation gives, the best that there is: those that hold, and those that do not. */
  readonly checks: readonly Check[];
  /** The cells that do not fit: results that do not follow, and figures that several others show to be off. */
  readonly blames: readonly Blame[];
  /** The table's columns, and its rows, as they were searched. */
  readonly sheets: readonly Sheet[];
  /** What the search has cost. */
  readonly work: Readonly<Work>;
}

/** The farthest that a lane is from those that it is worked out from, counted in lanes. */
export const farthest = 12;

/**
 * How many lines a search of one direction may try. The reach of a search is drawn in until it fits, so that a table of
 * any size costs at most this; ordinary tables stay far below.
 */
export const mostLines = 1_000_000;

/** Lines that a combination of lanes is tried at before it is given up, and formulas that are tried of it; about. */
const linesEach = 20;
const nearest = 2;

/** Searches a table for relations. `totals` are its totals, which count as relations when figures are doubted. */
export function tableRelations(
  table: Table,
  notes: TableNotes,
  totals: readonly TotalCheck[] = [],
): TableRelations {
  const work: Work = { lines: 0, combinations: 0 };
  const sheets = sheetsOf(table, notes);
  const relations = sheets.flatMap((sheet) => search(sheet, work));
  const spots = new Map<Cell, Spot>();
  for (const sheet of sheets)
    for (const lane of sheet.lanes)
      for (const spot of lane.spots) if (spot && !spots.has(spot.cell)) spots.set(spot.cell, spot);
  const sums = totals.flatMap((it) => totalCheck(it, spots));
  const kept = canonical(relations);
  return { relations: kept, checks: bestChecks(kept), blames: blame(kept, sums), sheets, work };
}

function search(sheet: Sheet, work: Work): Relation[] {
  const reach = reachOf(sheet.lanes.length);
  if (reach < nearest || sheet.lanes.length < 2) return [];
  return [
    ...pairRelations(sheet, reach, work),
    ...alongRelations(sheet, reach, work),
    ...runRelations(sheet, work),
    ...pooledRelations(sheet, work),
  ];
}

/** How far relations are looked for among so many lanes. */
function reachOf(lanes: number): number {
  const affordable = Math.sqrt(mostLines / (4 * linesEach * Math.max(1, lanes)));
  return Math.min(farthest, Math.floor(affordable));
}

/** A total as a check; `undefined` where a part was deducted, or is not among the lanes. */
function totalCheck({ cell, parts, holds }: TotalCheck, spots: ReadonlyMap<Cell, Spot>): Check[] {
  const result = spots.get(cell);
  const inputs = parts.flatMap((part) => {
    const spot = spots.get(part.cell);
    return spot?.figure.value.eq(part.figure.value) ? [spot] : [];
  });
  if (!result || inputs.length !== parts.length) return [];
  return [{ ...judge("sum", 1, result, inputs), holds }];
}

/**
 * One relation of those that say the same: a = b + c is b = a − c as well. The one that headings speak for stays, or
 * else the one whose result stands last.
 */
function canonical(relations: readonly Relation[]): Relation[] {
  const groups = new Map<string, Relation[]>();
  const others: Relation[] = [];
  for (const relation of relations) {
    const { formula, from, result, sheet } = relation;
    if ((formula !== "sum" && formula !== "difference") || from.length !== 2) {
      others.push(relation);
      continue;
    }
    const key = [sheet.direction, ...[result, ...from].map((it) => it.at).sort((a, b) => a - b)].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), relation]);
  }
  const linear = [...groups.values()].flatMap((it) => it.sort(byWords)[0] ?? []).map(ofChange);
  return [...linear, ...others];
}

/**
 * A relation that its numbers alone show, of whose lanes one is called a change, as that of the change: nobody works out
 * a year's figure from the next year's and the change between them.
 */
function ofChange(relation: Relation): Relation {
  const { level, result, from } = relation;
  const [change, more] = from.filter((it) => isDelta(it.label));
  if (level !== "numbers" || !change || more || saysChange(result.label) || saysEnd(result.label))
    return relation;
  const others = [result, ...from.filter((it) => it !== change)].sort((a, b) => a.at - b.at);
  const checks = relation.checks.flatMap((check): Check[] => {
    const spots = [check.result, ...check.inputs];
    const spot = spots.find((it) => change.spots.includes(it));
    const inputs = others.flatMap(({ spots: own }) => spots.find((it) => own.includes(it)) ?? []);
    return spot && inputs.length === 2 ? [judge("difference", 1, spot, inputs)] : [];
  });
  return { ...relation, formula: "difference", result: change, from: others, level: "worded", checks };
}

const levels = { told: 0, named: 1, worded: 2, numbers: 3 } as const;

function byWords(one: Relation, other: Relation): number {
  return levels[one.level] - levels[other.level] || other.result.at - one.result.at;
}

/** Of each result the check to show: one that holds before one that does not, then by words and evidence. */
function bestChecks(relations: readonly Relation[]): Check[] {
  const best = new Map<Cell, { readonly check: Check; readonly relation: Relation }>();
  for (const relation of relations) {
    for (const check of relation.checks) {
      const old = best.get(check.result.cell);
      if (!old || isBetter(check, relation, old.check, old.relation))
        best.set(check.result.cell, { check, relation });
    }
  }
  return [...best.values()].map((it) => it.check);
}

function isBetter(check: Check, relation: Relation, old: Check, other: Relation): boolean {
  if (check.holds !== old.holds) return check.holds;
  const level = levels[relation.level] - levels[other.level];
  return level !== 0 ? level < 0 : relation.bits > other.bits;
}
