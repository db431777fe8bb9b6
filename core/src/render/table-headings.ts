import { isYear } from "../figures/grid.js";
import type { Cell, Table } from "../paper/tables.js";

/**
 * How many rows of a table are headings. Pipe tables have room for one; a second is written as the first row below, with
 * nothing in its first cell, under headings that leave the cells empty which they stretch over.
 */
export function headingRows({ rows }: Table): 0 | 1 | 2 {
  const [first = [], second = []] = rows;
  if (first.every((cell) => cell.words === "")) return 0;
  const gap = first.some(
    (cell, column) => column > 0 && cell.words === "" && (second[column]?.words ?? "") !== "",
  );
  const named = second.filter((cell) => cell.words !== "");
  const isBelow =
    rows.length > 2 && gap && second[0]?.words === "" && named.length >= 2 && named.every(isName);
  return isBelow ? 2 : 1;
}

/** Whether a cell can name a column: words, or a year. */
function isName(cell: Cell): boolean {
  return cell.value.kind === "words" || isYear(cell);
}
