// What a figure was calculated from, and what is calculated from it, for whoever points at it.

import { chunkOfOffset, type Paper } from "../paper/paper.js";
import { type Place, rangeOf, spanOf } from "../paper/places.js";
import { shorten } from "../text/shorten.js";
import type { Calculation, PlacedFigure } from "./calculation.js";
import { blocksBeside } from "./calculations.js";
import { ledgerAmong } from "./ledger.js";

/** What there is to say of a figure, in plain sentences without Markdown. */
export interface FigureExplanation {
  readonly at: Place;
  /** What it is calculated from: a sentence a calculation. */
  readonly results: readonly ResultSentence[];
  /** What it goes into: a sentence a calculation, at most six. */
  readonly uses: readonly string[];
}

/** The arithmetic of a figure, and whether the figure is what it gives. */
export interface ResultSentence {
  readonly holds: boolean;
  readonly sentence: string;
}

/** How far from a figure, in blocks, its calculations may stand. */
const reach = 12;
const mostUses = 6;
const longestLabel = 60;

/** The figure at an offset that is part of a calculation; `undefined` where there is none. */
export function explainFigure(paper: Paper, offset: number): FigureExplanation | undefined {
  const blocks = [...blocksBeside(paper, chunkOfOffset(paper, offset))];
  const here = blocks.findIndex(({ block }) =>
    isIn(paper, { block, span: { start: 0, end: block.text.length } }, offset),
  );
  if (here < 0) return undefined;
  const { figures } = ledgerAmong(paper, blocks.slice(Math.max(0, here - reach), here + reach + 1));
  const found = figures.find(
    (it) =>
      it.at.block === blocks[here]?.block &&
      it.results.length + it.uses.length > 0 &&
      isIn(paper, it.at, offset),
  );
  if (!found) return undefined;
  const { at, results, uses } = found;
  return { at, results: results.map(sayResult), uses: sayUses(paper, at, uses) };
}

function isIn(paper: Paper, place: Place, offset: number): boolean {
  const span = spanOf(paper, place);
  return span !== undefined && span.start <= offset && offset <= span.end;
}

function sayResult({ arithmetic, holds, result }: Calculation): ResultSentence {
  const sentence = upperFirst(arithmetic);
  return { holds, sentence: holds ? `${sentence}.` : `${sentence}. The paper says ${result.figure.text}.` };
}

function sayUses(paper: Paper, at: Place, uses: readonly Calculation[]): string[] {
  const said = uses.map(({ result }) => `${sayFigure(result)}${sayLine(paper, at, result)}`);
  const distinct = [...new Set(said)];
  if (distinct.length <= mostUses) return distinct;
  const shown = distinct.slice(0, mostUses - 1);
  return [...shown, `${distinct.length - shown.length} others`];
}

function sayFigure({ label, figure: { text } }: PlacedFigure): string {
  return label === "" ? text : `${shorten(label, longestLabel)}: ${text}`;
}

/** The line of a figure where it is another than that of the figure pointed at. */
function sayLine(paper: Paper, at: Place, result: PlacedFigure): string {
  const [own, line] = [rangeOf(paper, at)?.start.line, rangeOf(paper, result.at)?.start.line];
  return line === undefined || line === own ? "" : ` (line ${line + 1})`;
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
