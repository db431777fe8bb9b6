// A table as lines to add up: each row and each column with its label and what the label says it is.

import type { Cell, Table } from "../paper/tables.js";
import { memo } from "../text/memo.js";

/**
 * What a label says of its line. `total` is the total word with at most a noun, `totalOf` one with more words, `whole`
 * a label such as "All" that may be a total, `break` a heading, a gap, or a line without figures.
 */
export type Role = "part" | "total" | "subtotal" | "totalOf" | "whole" | "break";

/** A row, or a column under its headings. */
export interface Line {
  /** `Premises`; of a column all its headings: `Budget 2019/20`. */
  readonly label: string;
  /** The second of two words cells that lead a row: `Male` in `| North | Male | 20 |`. */
  readonly category: string;
  readonly role: Role;
  /** Whether its figures are amounts that can be summed, and not rates, averages or percentages. */
  readonly additive: boolean;
  /** Whether its label may be that of a rate or a price, though it is additive. */
  readonly mayBeRate: "no" | "perhaps" | "hardly";
  /** Of a row by column; of a column by row. */
  readonly cells: readonly (Cell | undefined)[];
}

/** A table's rows under its headings, and its columns over the same rows. */
interface Grid {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
}

const notSums =
  /\b(?:running(?! costs?)|cumulative|previous|prior|last|average|averages|mean|median|target|of which|less|excluding|not included|change|variance)\b/i;
const totalWords =
  /^(?:(?:grand|overall|net|gross|combined|final) )*totals?(?: [\w&'’-]+)?$|^[\w&'’-]+ totals?$/i;
const totalOfAll =
  /^(?:(?:grand|overall) totals?\b|totals? (?:for|across|in|of) (?:all|the)\b|totals? all\b)/i;
const subtotal = /^sub[- ]?totals?\b|\bsub[- ]?totals?$/i;
const whole = /^(?:all(?! other)|overall|combined|both|sum|whole)\b/i;
const notAdditive =
  /%|\b(?:rates?|average|avg|ave|mean|median|per ?cent|percentages?|proportion|ratio|index|scores?|rank(?:ing)?|cumulative|running(?! costs?)|unit costs?|unit price|price|prices|1 in|unique|distinct|max(?:imum)?|min(?:imum)?|peak|highest|lowest|per (?!annum|year)\w+)\b/i;
/** Taxes and pressures that are called rates or prices, and are amounts like any other. */
const amountWords =
  /\b(?:business|non-domestic|domestic|water|drainage)\s+rates?\b|\brents?(?:,| and| &) rates\b|\bprice (?:inflation|increases?|rises?|pressures|growth)\b/gi;
/** The same as the name of a row: `Rates`, `Rates and insurance`, `Prices`. */
const amountRows = /^\W*(?:rates(?! (?:of|per|for)\b)|(?:pay and )?prices)\b/i;
/** Words that name an amount as often as not where they stand among rows of amounts. */
const doubtful = /\b(?:rates|prices?|peak)\b/gi;

const longestLabel = 160;
const period =
  /^(?:q[1-4]\b|(?:19|20)?\d\d ?[-–/] ?(?:19|20)?\d\d$|(?:19|20)\d\d\b|[a-z]{3,9}\.?[- ’']?(?:19|20)?\d\d$)/i;

/** The grid of a table. */
export const readGrid = memo((table: Table): Grid => {
  const [first = [], ...body] = table.rows;
  const read = readRows(body);
  const over = Math.max(
    0,
    read.findIndex((row) => row.role !== "break"),
  );
  const headings = [first, ...body.slice(0, over)];
  const rows = read.map((row, at) =>
    at >= over && isUntold(row, first) ? { ...row, role: "part" as const } : row,
  );
  const columns = Array.from({ length: table.columns }, (_, column) =>
    readColumn(
      headings,
      rows.map((row) => (row.role === "break" ? undefined : row.cells[column])),
      column,
    ),
  );
  return { rows, columns };
});

/** A label without the names of amounts that sound like rates or prices: `Business rates`. */
export function withoutAmounts(label: string): string {
  return label.replace(amountWords, " ");
}

/** What a label says its line is. */
export function roleOf(label: string): Exclude<Role, "break"> {
  const bare = label
    .slice(0, longestLabel)
    .replace(/\([^()]*\)/g, " ")
    .replace(/[^A-Za-z&'’-]+|(?<![A-Za-z])-|-(?![A-Za-z])/g, " ")
    .trim();
  if (notSums.test(bare)) return "part";
  if (subtotal.test(bare)) return "subtotal";
  if (totalWords.test(bare) || totalOfAll.test(bare)) return "total";
  if (/^totals?\b/i.test(bare)) return "totalOf";
  return whole.test(bare) ? "whole" : "part";
}

/** Whether a line is no total, subtotal or heading, though its label may sound like a total's. */
export function isPart({ role }: Line): boolean {
  return role === "part" || role === "whole";
}

/** The rows; where two columns of words lead them, a gap in the first goes on with the group above. */
function readRows(rows: readonly (readonly Cell[])[]): Line[] {
  const wordy = (column: number): boolean =>
    2 * rows.filter((row) => row[column]?.value.kind === "words").length > rows.length;
  const grouped = wordy(1);
  let group = "";
  return rows.map((cells) => {
    const [first, second] = cells;
    const goesOn = grouped && first?.words === "" && second?.value.kind === "words";
    if (!goesOn) group = first?.words ?? "";
    return readRow(cells, goesOn ? group : "");
  });
}

function readRow(cells: readonly Cell[], group: string): Line {
  const firstFigure = cells.findIndex((cell) => cell.value.kind === "figure" && !isYear(cell));
  const leading = cells.slice(0, firstFigure < 0 ? cells.length : Math.max(1, firstFigure));
  const words = leading.filter((cell) => cell.value.kind === "words").map((cell) => cell.words);
  const numbered = cells.slice(1, 3).find((cell) => cell.value.kind === "words")?.words;
  const labels = group === "" ? words : [group, ...words];
  const [label = firstFigure === 0 ? (numbered ?? "") : "", category = ""] = labels;
  const own = roleOf(label);
  const ofCategory = roleOf(category);
  const role = own === "part" && (ofCategory === "total" || ofCategory === "subtotal") ? ofCategory : own;
  return {
    ...{ label, category, cells, role: isBreak(cells) ? "break" : role },
    ...additivityOf(label),
  };
}

/** Whether a row's figures can be summed. A single rate is no amount among others; rates may be the tax. */
function additivityOf(label: string): Pick<Line, "additive" | "mayBeRate"> {
  if (isAdditive(label)) return { additive: true, mayBeRate: "no" };
  const additive = isAdditive(label.slice(0, longestLabel).replace(doubtful, " "));
  return { additive, mayBeRate: additive ? (amountRows.test(label) ? "hardly" : "perhaps") : "no" };
}

/** Whether a row has words where its figures should be, and not headings again: `| North | not yet agreed |`. */
function isUntold({ role, label, cells: [, ...cells] }: Line, headings: readonly Cell[]): boolean {
  const words = cells.flatMap((cell) => (cell && cell.words !== "" ? [cell.words] : []));
  const again = words.every((it) => headings.some((heading) => heading.words === it));
  return role === "break" && label !== "" && words.length > 0 && !again;
}

/** Whether a row has nothing to add: a group's title, a gap, or a second row of headings such as years. */
function isBreak([, ...cells]: readonly Cell[]): boolean {
  const figures = cells.filter((cell) => cell.value.kind === "figure");
  if (figures.length > 0) {
    const years = figures.map((cell) => (isYear(cell) ? Number(cell.words) : 0));
    return (
      years.length >= 2 &&
      years.every((year, i) => year > 0 && (i === 0 || Math.abs(year - (years[i - 1] ?? 0)) === 1))
    );
  }
  return cells.every(({ words, value }) =>
    value.kind === "nothing"
      ? words === ""
      : value.kind === "words" && (!/\d/.test(words) || period.test(words)),
  );
}

function readColumn(
  headings: readonly (readonly (Cell | undefined)[])[],
  cells: readonly (Cell | undefined)[],
  column: number,
): Line {
  const own = headings.map((row) => row[column]?.words ?? "").filter((it) => it !== "");
  // A heading over several columns is written in the first of them; the second row of headings tells them apart.
  const over = headings[0]?.slice(0, column + 1).findLast((cell) => cell?.words !== "")?.words ?? "";
  const label = (headings.length > 1 && !own.includes(over) ? [over, ...own] : own).join(" ").trim();
  const figures = cells.filter((cell) => cell?.value.kind === "figure").length;
  const role = own.map(roleOf).find((it) => it !== "part") ?? "part";
  const wordy = cells.filter((cell) => cell?.value.kind === "words").length > figures;
  return {
    label,
    category: "",
    role: figures === 0 || wordy ? "break" : role,
    additive: isAdditive(label),
    mayBeRate: "no",
    cells,
  };
}

/** Whether a label allows its figures to be summed. `Number (%)` is a number with a share beside it. */
function isAdditive(label: string): boolean {
  const words = withoutAmounts(label.slice(0, longestLabel));
  return !notAdditive.test(words.replace(/\b(?:number|no\.?|n|count)\s*(?:and |& ?)?\(?%\)?/i, ""));
}

/** Whether a cell can be a year, which is never added up: `2019`. */
export function isYear(cell: Cell): boolean {
  if (cell.value.kind !== "figure") return false;
  const { value, grouped, decimals, unit } = cell.value.figure;
  return !grouped && decimals === 0 && unit === "" && value.gte(1900) && value.lte(2100);
}
