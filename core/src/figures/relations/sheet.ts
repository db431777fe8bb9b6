// A table as lanes of figures in one direction, ready to be searched: every column over the rows, or every row over the
// columns.

import Big from "big.js";
import type { Figure } from "../../paper/figure.js";
import type { Cell, Table } from "../../paper/tables.js";
import { isYear, type Line, type Role, readGrid } from "../grid.js";
import type { TableNotes } from "../notes.js";
import { readRounding } from "../sums.js";
import { isWished, type Kind, kindOf, namesOnly, unitIn } from "./words.js";

/** A cell that holds a figure, and where it stands in its sheet. */
export interface Spot {
  readonly cell: Cell;
  readonly figure: Figure;
  /** The smallest step that its print shows, as its whole lane does; 0 for a count, which is exact. */
  readonly least: Big;
  readonly isExact: boolean;
  /** What it is by its sign and both its headings. */
  readonly kind: Kind;
  readonly label: string;
}

/** A row or a column that holds figures. */
export interface Lane {
  readonly at: number;
  readonly label: string;
  readonly role: Role;
  readonly kind: Kind;
  readonly unit: string;
  readonly spots: readonly (Spot | undefined)[];
  /** The figures as binary numbers, for a first look; `NaN` where there is none. */
  readonly values: Float64Array;
  /** How far each figure may be from its value, at most. */
  readonly slacks: Float64Array;
  /** How far apart the prints of neighbouring values are. */
  readonly steps: Float64Array;
  /** Whether its figures may be worked out from others, and not names, ranks or targets. */
  readonly canResult: boolean;
}

/** What lanes cross: of columns the rows, of rows the columns. */
export interface Crossing {
  readonly label: string;
  readonly role: Role;
  readonly kind: Kind;
}

/** The lanes of one direction. */
export interface Sheet {
  readonly direction: "rows" | "columns";
  readonly lanes: readonly Lane[];
  readonly crossings: readonly Crossing[];
  readonly notes: TableNotes;
}

/** Both directions of a table: its columns as lanes, and its rows. */
export function sheetsOf(table: Table, notes: TableNotes): readonly [columns: Sheet, rows: Sheet] {
  const { rows, columns } = readGrid(table);
  const about = { ...notes, words: `${notes.words} ${table.rows[0]?.[0]?.words ?? ""}` };
  return [readSheet(columns, rows, "columns", about), readSheet(rows, columns, "rows", about)];
}

function readSheet(
  lines: readonly Line[],
  across: readonly Line[],
  direction: "rows" | "columns",
  notes: TableNotes,
): Sheet {
  const crossings = across.map(({ label, role }) => ({ label, role, kind: kindOf(label) }));
  const lanes = lines.flatMap((line, at) => {
    const lane = readLane(line, at, crossings, direction, notes);
    return lane ? [lane] : [];
  });
  return { direction, lanes, crossings, notes };
}

function readLane(
  line: Line,
  at: number,
  across: readonly Crossing[],
  direction: "rows" | "columns",
  notes: TableNotes,
): Lane | undefined {
  if (line.role === "break") return undefined;
  const cells = across.map((crossing, i) => (crossing.role === "break" ? undefined : line.cells[i]));
  const held = cells.filter((cell) => cell?.value.kind === "figure");
  if (held.length === 0 || held.every((cell) => cell && isYear(cell)) || isIndex(held)) return undefined;
  const label = line.category === "" ? line.label : `${line.label} ${line.category}`;
  if (namesOnly(label)) return undefined;
  const kind = kindIn(label, held);
  const granule = kind === "amount" ? granuleOf(held, label, notes) : new Big(0);
  const said = kindOf(label);
  const spots = cells.map((cell, i) => {
    if (cell?.value.kind !== "figure") return undefined;
    const crossing = across[i];
    const own = crossing === undefined || crossing.kind === "amount" ? said : crossing.kind;
    const names = direction === "rows" ? [label, crossing?.label] : [crossing?.label, label];
    return readSpot(cell, cell.value.figure, own, granule, names.filter(Boolean).join(", "));
  });
  const numbers = (read: (spot: Spot) => number): Float64Array =>
    Float64Array.from(spots, (spot) => (spot ? read(spot) : Number.NaN));
  return {
    ...{ at, label, role: line.role, kind, unit: unitOf(label, held), spots },
    values: numbers((it) => it.figure.value.toNumber()),
    slacks: numbers((it) => (it.isExact ? 0 : it.least.toNumber())),
    steps: numbers((it) => it.least.toNumber()),
    canResult: !isWished(label),
  };
}

function readSpot(cell: Cell, figure: Figure, said: Kind, granule: Big, label: string): Spot {
  const kind = isPercent(figure) ? "percent" : said;
  const own = stepAt(figure.scale - figure.decimals);
  const least = own.gt(granule) ? own : granule;
  const money = /^[£$€]$/.test(figure.unit);
  const isExact =
    kind === "amount" &&
    figure.scale === 0 &&
    least.lte(own) &&
    (money ? figure.decimals >= 2 : figure.decimals === 0);
  return { cell, figure, least, isExact, kind, label };
}

/** A power of ten. Few are asked for, and each is made once. */
function stepAt(exponent: number): Big {
  const known = powers.get(exponent) ?? new Big(`1e${exponent}`);
  powers.set(exponent, known);
  return known;
}
const powers = new Map<number, Big>();

/** What a lane's figures are, by its label and the signs in its cells. */
function kindIn(label: string, cells: readonly (Cell | undefined)[]): Kind {
  const signed = cells.filter((it) => it?.value.kind === "figure" && isPercent(it.value.figure)).length;
  return 2 * signed > cells.length ? "percent" : kindOf(label);
}

/** Whether a figure is a percentage, or a difference of two in points. */
function isPercent({ unit }: Figure): boolean {
  return unit === "%" || unit === "points";
}

function unitOf(label: string, cells: readonly (Cell | undefined)[]): string {
  const own = cells.find((it) => it?.value.kind === "figure" && it.value.figure.unit !== "")?.value;
  if (own?.kind !== "figure") return unitIn(label);
  return unitIn(label) || (isPercent(own.figure) ? "%" : own.figure.unit);
}

/** Whether figures count the lines: 1, 2, 3. */
function isIndex(cells: readonly (Cell | undefined)[]): boolean {
  if (cells.length < 3) return false;
  const values = cells.map((it) => (it?.value.kind === "figure" ? it.value.figure.value.toNumber() : 0));
  return values.every((value, i) => Math.abs(value - (values[i - 1] ?? value - 1)) === 1);
}

const granules = [1_000_000, 100_000, 10_000, 1000, 100];

/** The step that a lane's figures look rounded to, or are said to be; 0 where they are not. */
function granuleOf(cells: readonly (Cell | undefined)[], label: string, notes: TableNotes): Big {
  const said = readRounding(`${label} ${notes.words}`);
  if (said instanceof Big) return said;
  const values = cells.flatMap((it) => (it?.value.kind === "figure" ? [it.value.figure.value] : []));
  const some = values.filter((it) => !it.eq(0));
  if (some.length < 2 || some.some((it) => it.abs().lt(1000))) return new Big(0);
  const found = granules.find((granule) => some.every((it) => it.mod(granule).eq(0)));
  const ten = said === "some" && some.every((it) => it.mod(10).eq(0)) ? 10 : 0;
  return new Big(found ?? ten);
}
