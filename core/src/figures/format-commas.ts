// Thousands with and without commas in one column.

import type { FormatCell, FormatGrid, FormatLine } from "./format-cells.js";
import type { FormatBreak } from "./formats.js";

/** The columns in which some thousands have commas and others have none, together. */
export function* commaBreaks({ columns }: FormatGrid): Generator<FormatBreak> {
  const mixed = columns.filter((it) => !isCode.test(it.label)).flatMap(mixedThousands);
  const grouped = mixed.filter((it) => it.figure.grouped);
  const plain = mixed.filter((it) => !it.figure.grouped);
  if (grouped.length === 0 || plain.length === 0) return;
  const kind = plain.length <= grouped.length ? "no-comma" : "comma";
  const [odd, others] = kind === "no-comma" ? [plain, grouped] : [grouped, plain];
  if (others.length < 3) return;
  const among = new Set(mixed.map((it) => it.column)).size === 1 ? "column" : "table";
  yield { kind, odd, others, among, sure: kind === "no-comma" && others.length >= 3 * odd.length };
}

/** Columns of numbers that name and do not count. */
const isCode = /\b(?:ref(?:erence)?|codes?|id|urn|postcodes?|years?|no\.?)$/i;

/** The thousands of a column that has them in both ways, where no other reason explains the two. */
function mixedThousands({ cells }: FormatLine): FormatCell[] {
  const units = new Set(cells.map((it) => it.figure.unit));
  const thousands = cells.filter(isThousand);
  const grouped = thousands.filter((it) => it.figure.grouped);
  const plain = thousands.filter((it) => !it.figure.grouped);
  if (units.size !== 1 || grouped.length === 0 || plain.length === 0) return [];
  if (plain.every(isShort) && !grouped.some(isShort)) return [];
  return isByRow(grouped, plain) ? [] : thousands;
}

function isThousand({ figure }: FormatCell): boolean {
  return figure.value.abs().gte(`1e${figure.scale + 3}`);
}

/** Numbers of four digits; some set commas only in longer ones. */
function isShort({ figure }: FormatCell): boolean {
  return figure.value.abs().lt(`1e${figure.scale + 4}`);
}

/** Whether rows print their figures each in its own way, because each is another measure; a total and its parts are one. */
function isByRow(grouped: readonly FormatCell[], plain: readonly FormatCell[]): boolean {
  const uniform = [...grouped, ...plain].every(({ figure, row }) => {
    const thousands = row.cells.filter((it) => it.figure.unit === figure.unit && isThousand(it));
    return thousands.length > 1 && thousands.every((it) => it.figure.grouped === figure.grouped);
  });
  const totals = grouped.every((it) => it.row.isTotal) || plain.every((it) => it.row.isTotal);
  return uniform && !totals;
}
