import type { Calculation, PlacedFigure } from "../figures/calculation.js";
import { type Fix, type Problem, replace } from "./rule.js";

/** A calculation that does not hold as a problem of its result; the figures that it rests on are marked beside it. */
export function problemOf({ result, inputs, finding, arithmetic, computed }: Calculation): Problem {
  return {
    at: result.at,
    message: finding ?? `${result.figure.text} should be ${computed}: ${arithmetic}.`,
    related: restingOn(inputs),
  };
}

/** The figures that a result rests on, as related places of its problem. */
export function restingOn(inputs: readonly PlacedFigure[]): NonNullable<Problem["related"]> {
  return inputs.map(({ at, label, figure }) => ({
    at,
    message: label === "" ? `${figure.text}.` : `${label}: ${figure.text}.`,
  }));
}

/** Writes the computed figure in the result's place; nothing where its print is not found there. */
export function writeComputed({ result, computed }: Calculation): Fix[] {
  const { block, span } = result.at;
  const { text } = result.figure;
  const at = block.text.slice(span.start, span.end).indexOf(text);
  if (at < 0 || computed === text) return [];
  const start = span.start + at;
  return [replace({ block, span: { start, end: start + text.length } }, computed, `Write ${computed}`)];
}
