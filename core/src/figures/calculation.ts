// What the tool believes that a paper calculates: a result as printed, the figures it rests on, and whether they agree.

import type { Figure } from "../paper/figure.js";
import type { Place } from "../paper/places.js";

/** A figure where it is printed. */
export interface PlacedFigure {
  readonly at: Place;
  readonly figure: Figure;
  /** What names it: a cell's row and column, or the words before it in a sentence. */
  readonly label: string;
}

/** The rules that judge calculations; each reports those of its name that do not hold. */
export type CalculationRule =
  | "table-total"
  | "table-share"
  | "table-relation"
  | "table-percentage-impossible"
  | "list-total"
  | "claim-change";

/** A calculation that the paper states, or that its figures show. */
export interface Calculation {
  /** The rule that reports it where it does not hold. */
  readonly rule: CalculationRule;
  /** The figure that was calculated, as printed. */
  readonly result: PlacedFigure;
  /** What it rests on, in the order of the paper. */
  readonly inputs: readonly PlacedFigure[];
  /**
   * The arithmetic in plain words with its figures, without a full stop:
   * "the 4 rows add up to 8,260: 3,269 + 3,126 + 610 + 1,255", "£5,357 of £17,211 is 31.1%".
   */
  readonly arithmetic: string;
  /** The computed figure, printed as the result is: `8,260`, `4.8%`. */
  readonly computed: string;
  /** Whether some unrounded inputs that print as these do could give the printed result. */
  readonly holds: boolean;
  /** What a finding says where it does not hold, when that is more than its arithmetic: one or two sentences. */
  readonly finding?: string;
}
