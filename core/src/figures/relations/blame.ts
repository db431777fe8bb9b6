// Which cell is off where figures do not follow from one another. A result that nothing else speaks against is; but
// where several results fail that share a figure, and one other value of it would satisfy them all, it is that figure.

import Big from "big.js";
import { type Figure, printLike, readFigure, stepOf } from "../../paper/figure.js";
import type { Cell } from "../../paper/tables.js";
import { type Check, cellsOf, fits, solvedFor } from "./check.js";
import { isFootnoted } from "./footnotes.js";
import type { Relation } from "./relation.js";
import type { Spot } from "./sheet.js";

/** A cell that does not fit. */
export type Blame =
  | {
      /** A result that does not follow from its inputs. */
      readonly kind: "result";
      readonly spot: Spot;
      readonly check: Check;
    }
  | {
      /** A figure that others were worked out from, which fit another value of it. */
      readonly kind: "input";
      readonly spot: Spot;
      /** The value that they fit. */
      readonly figure: Figure;
      /** Those that fit it, sums of which it is a part among them. */
      readonly checks: readonly Check[];
    };

/** More failing checks than these are blamed on their results without a search for what they share. */
const mostFailing = 60;

interface Suspect {
  readonly spot: Spot;
  readonly figure: Figure;
  readonly explained: readonly Check[];
}

/** The cells to doubt. `totals` are the table's sums; one that fails alone is no business of relations. */
export function blame(relations: readonly Relation[], totals: readonly Check[]): Blame[] {
  const derived = relations.flatMap((it) => it.checks);
  const all = [...derived, ...totals];
  const kept = new Set(all.filter((it) => it.holds).map((it) => it.result.cell));
  let failing = all.filter((it) => !it.holds);
  if (derived.every((it) => it.holds)) return [];
  const around = byCell(all);
  const blames: Blame[] = [];
  while (failing.length > 0 && failing.length <= mostFailing) {
    const suspect = mostSuspect(failing, around);
    if (!suspect || suspect.explained.length < 2) break;
    const { spot, explained } = suspect;
    const own = explained.find((it) => it.result.cell === spot.cell && derived.includes(it));
    const isTotal = explained.some((it) => it.result.cell === spot.cell && totals.includes(it));
    if (own) blames.push({ kind: "result", spot, check: own });
    else if (!isTotal) blames.push(...inputBlame(suspect, derived, kept));
    failing = failing.filter((it) => !explained.includes(it));
  }
  const blamed = new Set(blames.map((it) => it.spot.cell));
  const left = failing.filter((it) => derived.includes(it) && !kept.has(it.result.cell));
  for (const check of left) {
    const { spot } = { spot: check.result };
    if (blamed.has(spot.cell) || totals.some((it) => it.result.cell === spot.cell)) continue;
    blamed.add(spot.cell);
    blames.push({ kind: "result", spot, check });
  }
  return blames.filter(({ spot }) => !isFootnoted(spot));
}

/** An input is blamed where two results at least do not fit it, and not only sums and such as fit otherwise. */
function inputBlame(
  { spot, figure, explained }: Suspect,
  derived: readonly Check[],
  kept: ReadonlySet<Cell>,
): Blame[] {
  const checks = explained.filter((it) => derived.includes(it) && !kept.has(it.result.cell));
  if (checks.length === 0) return [];
  const results = new Set(explained.filter((it) => !kept.has(it.result.cell)).map((it) => it.result.cell));
  return results.size >= 2 ? [{ kind: "input", spot, figure, checks: explained }] : [];
}

/** The cell whose other value would satisfy most failing checks and spoil none that holds. */
function mostSuspect(
  failing: readonly Check[],
  around: ReadonlyMap<Cell, readonly Check[]>,
): Suspect | undefined {
  let most: Suspect | undefined;
  const counts = byCell(failing);
  for (const [cell, checks] of counts) {
    if (checks.length < Math.max(2, (most?.explained.length ?? 0) + 1)) continue;
    const suspect = suspectAt(cell, checks, around.get(cell) ?? []);
    if (suspect && suspect.explained.length > (most?.explained.length ?? 1)) most = suspect;
  }
  return most;
}

/** The best other value of a cell among those that its failing checks ask for. */
function suspectAt(cell: Cell, failing: readonly Check[], all: readonly Check[]): Suspect | undefined {
  const spot = failing.flatMap((it) => [it.result, ...it.inputs]).find((it) => it.cell === cell);
  if (!spot) return undefined;
  const holding = all.filter((it) => it.holds);
  let best: Suspect | undefined;
  for (const check of failing) {
    const solved = solvedFor(check, cell);
    const figure = solved && figureLike(solved, spot.figure);
    if (!figure || figure.value.eq(spot.figure.value)) continue;
    const instead = { cell, figure };
    const explained = failing.filter((it) => fits(it, instead));
    if (explained.length <= (best?.explained.length ?? 0)) continue;
    if (holding.every((it) => fits(it, instead))) best = { spot, figure, explained };
  }
  return best;
}

/** A value as a figure that prints as another does. */
function figureLike(value: Big, like: Figure): Figure | undefined {
  const step = stepOf(like);
  const rounded = value.div(step).round().times(step);
  return readFigure(printLike(new Big(rounded), like));
}

function byCell(checks: readonly Check[]): Map<Cell, Check[]> {
  const found = new Map<Cell, Check[]>();
  for (const check of checks)
    for (const cell of new Set(cellsOf(check))) {
      const known = found.get(cell);
      if (known) known.push(check);
      else found.set(cell, [check]);
    }
  return found;
}
