import type { Block } from "../paper/block.js";
import { withoutComments } from "../paper/comments.js";
import type { Neighbours } from "../paper/neighbours.js";

/** What is known of a table beside its cells. */
export interface TableNotes {
  /** Caption, introduction and notes, in which rounding is declared. */
  readonly words: string;
  /** Whether its rows go on from another table, so that a total may take in more than it shows. */
  readonly continued: boolean;
}

/** What the words around a table say of its figures. */
export function notesAround(block: Block, { before, after }: Neighbours): TableNotes {
  const own = plain(block)
    .split("\n")
    .filter((line) => !line.includes("|"));
  const introduction = before && before.facts.tables.length === 0 ? plain(before).slice(-400) : "";
  const heading = (it: Block | undefined): string =>
    it?.facts.tables
      .at(-1)
      ?.rows[0]?.map((cell) => cell.words)
      .join("|") ?? "";
  return {
    words: [introduction, ...own, note(after)].join(" "),
    continued: heading(before) !== "" && heading(before) === heading(block),
  };
}

/** The text of a block without its comments, and the room that they take. */
function plain({ text }: Block): string {
  return withoutComments(text).replace(/ {2,}/g, " ");
}

/** A note under a table, such as "Figures may not sum because of rounding"; a numbered paragraph is none. */
function note(after: Block | undefined): string {
  return after && after.facts.marks.length + after.facts.headings.length + after.facts.tables.length === 0
    ? plain(after).slice(0, 400)
    : "";
}
