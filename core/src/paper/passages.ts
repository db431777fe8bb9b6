import { type Piece, sourceSpan } from "../markdown/inline.js";
import type { Span } from "../text/span.js";

/** The words of one paragraph or list item, without Markdown, comments and tags; code and images are `GAP`s. */
export interface Passage {
  readonly text: string;
  /** How many lists it stands in: 1 for a numbered paragraph's own words, 2 for a bullet under it. */
  readonly depth: number;
  /** Whether it begins its list item. */
  readonly begins: boolean;
  /** Where the words lie in the block, stretch by stretch. */
  readonly pieces: readonly Piece[];
}

/** The span in the block of the words `[start, end)` of a passage. */
export function spanIn(passage: Passage, start: number, end: number): Span {
  return sourceSpan(passage.pieces, start, end);
}
