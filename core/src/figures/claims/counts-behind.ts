// Whole numbers behind printed percentages: 33% of a sample of 18 is 6, and 6/18 may have been reckoned with.

import Big from "big.js";
import type { Line } from "../grid.js";
import { type Shortening, unprint } from "../range.js";
import type { Source } from "./claim.js";
import type { Layout } from "./table-claims.js";

const sample =
  /\bsample(?: size)?\b|^(?:n|base|number|total)$|\bnumber (?:of|in|receiving|asked|referred)\b|\brespondents\b|\bcohort size\b/i;
/** Of larger samples every percentage is that of some whole number. */
const largest = 1000;
const most = 12;

/** The sources with the shares of whole numbers that print as they do, where their lines have a sample size. */
export function countsBehind(
  { rows, columns }: Layout,
  sources: readonly (readonly [Line, Source])[],
): Source[] {
  return sources.map(([line, source]) => {
    if (source.figure.unit !== "%") return source;
    const across = rows.includes(line) ? columns : rows;
    const sizes = across
      .filter((it) => sample.test(it.label))
      .flatMap((it) => sizeAt(line, it, { rows, columns }));
    const shares = (how: Shortening): Big[] => sizes.flatMap((size) => sharesOf(source, size, how));
    return sizes.length === 0
      ? source
      : { ...source, parts: { rounded: shares("rounded"), cut: shares("cut") } };
  });
}

function sizeAt(line: Line, across: Line, { rows, columns }: Pick<Layout, "rows" | "columns">): number[] {
  const [row, column] = rows.includes(line) ? [line, across] : [across, line];
  const value = row.cells[columns.indexOf(column)]?.value;
  if (value?.kind !== "figure" || value.figure.unit === "%") return [];
  const size = Number(value.figure.value.toFixed());
  return Number.isInteger(size) && size > 1 && size <= largest ? [size] : [];
}

/** The percentages that whole numbers out of a sample give and that print as the figure. */
function sharesOf({ figure }: Source, size: number, how: Shortening): Big[] {
  const shares: Big[] = [];
  const { low, high } = unprint(figure, how);
  const first = Number(low.times(size).div(100).round(0, Big.roundUp).toFixed());
  for (let count = Math.max(0, first); count <= size && shares.length < most; count++) {
    const share = new Big(count).times(100).div(size);
    if (share.gt(high)) break;
    shares.push(share);
  }
  return shares;
}
