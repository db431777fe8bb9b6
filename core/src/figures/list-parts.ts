// Lists in prose whose items have one figure each, and the figures before them that may be their total.

import Big from "big.js";
import type { Block } from "../paper/block.js";
import type { Figure } from "../paper/figure.js";
import type { Passage } from "../paper/passages.js";
import type { Hedge, Quantity } from "../paper/quantities.js";
import type { Span } from "../text/span.js";

/** A figure of a list or before it, and the words that it stands in. */
export interface ListFigure {
  readonly block: Block;
  readonly passage: Passage;
  readonly figure: Figure;
  readonly hedge: Hedge;
  /** Where it stands in the passage's text. */
  readonly span: Span;
  /** What it counts: the words of its item without the figure. */
  readonly label: string;
}

/** An itemised list and what may be its total. */
export interface FigureList {
  readonly parts: readonly ListFigure[];
  /** In the order of the paper. */
  readonly totals: readonly ListFigure[];
  /** Whether the words say that one of them is a total: `in total`, `Total:` as an item. */
  readonly isSaid: boolean;
  /** Whether the list looks complete: an "and" before the last item, or "other"; brackets may hold a selection. */
  readonly isClosed: boolean;
  /** Whether the figures before it stand in another sentence than the one that introduces the list. */
  readonly isApart: boolean;
  /** Whether its items are of several years, of which one alone may be meant. */
  readonly isByPeriod: boolean;
}

/** The words for a total in a sentence. */
export const totalWords = /\b(?:totals?|totall?ed|totall?ing|in all|altogether|combined|sum of)\b/i;

/** The figure of a quantity of a passage, and what it counts. */
export function listFigure(block: Block, passage: Passage, quantity: Quantity, label: string): ListFigure {
  const { figure, hedge, span } = quantity;
  return { block, passage, figure: unsigned(figure, passage.text, span), hedge, span, label };
}

/** A dash between an item's words and its figure is no minus sign: `Low –4`. */
function unsigned(figure: Figure, text: string, span: Span): Figure {
  const isDash = figure.value.lt(0) && /[\p{L})] ?$/u.test(text.slice(0, span.start));
  return isDash
    ? { ...figure, value: figure.value.abs(), text: figure.text.replace(/^[-–−]\s?/, "") }
    : figure;
}

/** Whether a quantity is an amount or a count that a sum can have: no share, multiple, range or percentage. */
export function isSummand({ kind, figure }: Quantity): boolean {
  return (kind === "number" || kind === "word") && figure.unit !== "%" && figure.unit !== "points";
}

/** Those that are as large as the largest part or larger, of the parts' unit, so that they can be the total. */
export function possibleTotals(
  totals: readonly ListFigure[],
  parts: readonly ListFigure[],
): readonly ListFigure[] {
  const [first] = parts;
  if (!first) return [];
  const largest = parts.reduce(
    (most, { figure }) => (figure.value.gt(most) ? figure.value : most),
    new Big(0),
  );
  return totals.filter(({ figure }) => figure.unit === first.figure.unit && figure.value.gte(largest));
}
