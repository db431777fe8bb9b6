// Signs of a unit that a figure lacks, or has though its column's heading says it for all.

import type { FormatCell, FormatGrid, FormatLine } from "./format-cells.js";
import type { FormatBreak } from "./formats.js";

/** Figures without the sign that the others of their row or column have. */
export function* signBreaks({ rows, columns }: FormatGrid): Generator<FormatBreak> {
  const told = new Set<FormatCell>();
  for (const line of [...columns, ...rows]) {
    for (const found of breaksOf(line)) {
      if (found.odd.some((it) => told.has(it))) continue;
      for (const it of found.odd) told.add(it);
      yield found;
    }
  }
}

const counts = /\b(?:numbers?|no\.|counts?|sample|base|size|responses?|people|persons?|cases)\b|^n$/i;
const saysPercent = /%|\bper ?cent|\bpercentage/i;

function* breaksOf(line: FormatLine): Generator<FormatBreak> {
  const plain = line.cells.filter((it) => it.figure.unit === "");
  for (const unit of ["%", "£"]) {
    const signed = line.cells.filter((it) => it.figure.unit === unit);
    if (plain.length + signed.length < line.cells.length) continue;
    const among = line.direction;
    if (signed.length >= 3 && signed.length >= 3 * plain.length) {
      const odd = plain.filter((it) => lacks(it, line, signed, unit));
      const sure = odd.every((it) => isSure(it, signed));
      const kind = unit === "%" ? "no-percent" : "no-pound";
      if (odd.length > 0) yield { kind, odd, others: signed, among, sure };
    } else if (unit === "%" && among === "column" && saysPercent.test(line.label) && isFew(signed, plain)) {
      const odd = signed.filter((it) => !others(it.row, it).some((other) => other.figure.unit === "%"));
      if (odd.length > 0) yield { kind: "percent-twice", odd, others: plain, among, sure: true };
    }
  }
}

function isFew(some: readonly FormatCell[], rest: readonly FormatCell[]): boolean {
  return some.length > 0 && rest.length >= 3 && rest.length >= 3 * some.length;
}

/** Whether a bare figure is of its line's measure: the line that crosses it is not one of bare figures. */
function lacks(it: FormatCell, line: FormatLine, signed: readonly FormatCell[], unit: string): boolean {
  const crossing = line.direction === "row" ? it.column : it.row;
  const beside = others(crossing, it);
  const bare = beside.filter((other) => other.figure.unit === "").length;
  const isSaid = unit === "%" && saysPercent.test(line.label) && !counts.test(crossing.label);
  if (!isSaid && beside.length > 0 && 2 * bare >= beside.length) return false;
  if (!isInReach(it, signed)) return false;
  if (unit === "£") return it.figure.decimals === 2 || it.figure.grouped;
  return beside.length > 0 || saysPercent.test(crossing.label) || isShaped(it, signed);
}

/** Whether a figure has decimals, and as many as others. */
function isShaped({ figure }: FormatCell, signed: readonly FormatCell[]): boolean {
  return figure.decimals > 0 && signed.some((it) => it.figure.decimals === figure.decimals);
}

/** Whether a figure is of about the size of the others. */
function isInReach({ figure }: FormatCell, signed: readonly FormatCell[]): boolean {
  const sizes = signed.map((it) => it.figure.value.abs());
  const size = figure.value.abs();
  return sizes.some((it) => size.lte(it.times(5))) && sizes.some((it) => size.times(5).gte(it));
}

/** Whether the sign can be added without a doubt. */
function isSure(it: FormatCell, signed: readonly FormatCell[]): boolean {
  return signed.every((other) => other.figure.decimals === it.figure.decimals);
}

function others({ cells }: FormatLine, it: FormatCell): readonly FormatCell[] {
  return cells.filter((other) => other !== it);
}
