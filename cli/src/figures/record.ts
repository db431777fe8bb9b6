// The figures of a paper as `figures --format json` prints them. The fields are a contract.

import {
  type Calculation,
  countLedger,
  differs,
  type Ledger,
  type LedgerFigure,
  type Paper,
  type Place,
  rangeOf,
} from "@board-papers/core";

/** A place in the file; lines and columns from 1, columns in UTF-16 code units. */
interface PlaceRecord {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A figure as printed. `value` is exact, in decimal digits, with its scale applied. */
interface PrintRecord extends PlaceRecord {
  readonly figure: string;
  readonly value: string;
  readonly unit: string;
  readonly label: string;
}

/**
 * How a figure fared: `agrees` or `differs` where it is calculated from others, `used` where others are calculated from
 * it, `no` where nothing was checked with it.
 */
export type Checked = "agrees" | "differs" | "used" | "no";

/** A figure that was read. */
export interface FigureRecord extends PrintRecord {
  readonly in: "table" | "text";
  readonly checked: Checked;
  /** The calculations whose result it is, as indexes into the paper's. */
  readonly results: readonly number[];
  /** The calculations that rest on it. */
  readonly uses: readonly number[];
}

/** A calculation that the paper states, or that its figures show. */
export interface CalculationRecord {
  /** The rule that reports it where it does not agree. */
  readonly rule: string;
  readonly agrees: boolean;
  readonly arithmetic: string;
  readonly computed: string;
  readonly result: PrintRecord;
  readonly inputs: readonly PrintRecord[];
}

/** The figures of a paper. */
export interface PaperRecord {
  readonly file: string;
  readonly figures: readonly FigureRecord[];
  readonly calculations: readonly CalculationRecord[];
  readonly summary: { readonly read: number; readonly checked: number; readonly differing: number };
}

/** The record of a paper's ledger. */
export function recordOf(file: string, paper: Paper, ledger: Ledger): PaperRecord {
  const indexes = new Map(ledger.calculations.map((it, index) => [it, index]));
  const indexOf = (it: Calculation): number => indexes.get(it) ?? -1;
  return {
    file,
    figures: ledger.figures.map((it) => ({
      ...printOf(paper, it),
      in: it.where,
      checked: checkedOf(it),
      results: it.results.map(indexOf),
      uses: it.uses.map(indexOf),
    })),
    calculations: ledger.calculations.map(({ rule, holds, arithmetic, computed, result, inputs }) => ({
      ...{ rule, agrees: holds, arithmetic, computed },
      result: printOf(paper, result),
      inputs: inputs.map((it) => printOf(paper, it)),
    })),
    summary: countLedger(ledger),
  };
}

function checkedOf(figure: LedgerFigure): Checked {
  if (figure.results.length > 0) return differs(figure) ? "differs" : "agrees";
  return figure.uses.length > 0 ? "used" : "no";
}

function printOf(paper: Paper, { at, figure, label }: Calculation["result"]): PrintRecord {
  const { text, value, unit } = figure;
  return { figure: text, value: value.toFixed(), unit, label, ...placeOf(paper, at) };
}

function placeOf(paper: Paper, at: Place): PlaceRecord {
  const { start, end } = rangeOf(paper, at) ?? nowhere;
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
