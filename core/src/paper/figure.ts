import Big from "big.js";

/** What a figure counts: `£`, `%`, a noun such as `days`, or `""` for a plain count. */
export type Unit = string;

/** A number as printed. Its value is exact: `£0.4m` is 400000, never a binary fraction. */
export interface Figure {
  /** The exact value, scale applied, brackets and minus signs read as negative. */
  readonly value: Big;
  readonly unit: Unit;
  /** The power of ten that the print stands for: 3 in `12k`, 6 in `£0.4m`, 0 in `1,234`. */
  readonly scale: number;
  /** Digits printed behind the point, trailing zeros included: 2 in `1.80%`. */
  readonly decimals: number;
  /** Whether thousands are set apart by commas. */
  readonly grouped: boolean;
  /** The digits and their marks, without unit and footnote marks: `(1,234.50)`. */
  readonly text: string;
}

/**
 * What a table cell holds. `nothing` stands for no amount (empty, a dash, `nil`); `hidden` for an amount that
 * is not told (`n/k`, `<5`, `TBC`); `words` for anything else.
 */
export type CellValue =
  | { readonly kind: "figure"; readonly figure: Figure }
  | { readonly kind: "nothing" | "hidden" | "words" };

const nothing = /^(?:£?[-–—]{1,3}|\.|n\/?a|nil|none|\[z\])?$/i;
const hidden =
  /^(?:[*~]|\.\.+|[cx]|\[(?:c|x|low|u)\]|n\/[kd]|tb[cad]|[<≤] ?\d+|(?:under|fewer than|less than|up to) \d+|\d ?(?:-|–|to) ?\d|(?:not|to be) (?:known|available|agreed|confirmed|recorded|stated|provided)|unknown|withheld|suppressed|redacted|awaited|pending|no data)$/i;
/** What may stand around a figure: footnote marks, `(r)` for revised, a share behind a count. */
const besideFigure =
  /^[*†‡§#^]+(?=[(£$€\d-])|[*†‡§#^¹²³⁴⁵⁶⁷⁸⁹⁰]+$|\^\d{1,2}\^?$|\s?\[(?:note )?\w{1,2}\]$|\s\((?:[a-z]|i{1,3}|est\.?|estimated?|prov\.?|provisional|rev\.?|revised|forecast|\d{1,3}(?:\.\d{1,2})?\s?%)\)$/giu;
/** What stands behind a difference of two percentages: `+3pp`. */
const points = /(?<=\d) ?(?:pp|ppts?|p\.p\.|% ?(?:pts?|points?)|percentage points?)$/i;
/** A longer cell is words. */
const longest = 60;

/** The figure's print, in parts. Every part is bounded by another kind of character, so matching is linear. */
const print =
  /^(?<open>\()?(?<sign>[-–−+])?\s?(?<currency>[£$€])?(?<inner>[-–−])?\s?(?<digits>\d{1,3}(?:,\d{3})+|\d+)?(?:\.(?<fraction>\d+))?\s?(?<scale>k|m|bn|thousand|million|billion)?\s?(?<percent>%|per ?cent)?(?<close>\))?\s?(?<late>%)?\s?(?<noun>days?|weeks?|months?|hours?|minutes?|years?|FTEs?)?$/i;

const scales: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  m: 6,
  million: 6,
  bn: 9,
  billion: 9,
};

/** Reads a cell's words, which carry no Markdown, as a figure where they are one. */
export function readCell(words: string): CellValue {
  if (words.length > longest) return { kind: "words" };
  const text = words.trim();
  if (nothing.test(text)) return { kind: "nothing" };
  if (hidden.test(text)) return { kind: "hidden" };
  const figure = readFigure(text) ?? readPoints(text) ?? readFigure(text.replace(besideFigure, "").trim());
  return figure ? { kind: "figure", figure } : { kind: "words" };
}

function readPoints(text: string): Figure | undefined {
  const bare = text.replace(points, "");
  const figure = bare.length < text.length ? readFigure(bare) : undefined;
  return figure?.unit === "" && figure.scale === 0 ? { ...figure, unit: "points", text } : undefined;
}

/** Reads a text that is one figure and no more, such as `£1,234.50`, `(12.3%)`, `−4` or `102 days`. */
export function readFigure(text: string): Figure | undefined {
  // `£(50)` is `(£50)`.
  const groups = print.exec(text.replace(/^([£$€]) ?\((?=[\d.])/, "($1"))?.groups;
  if (!groups) return undefined;
  const { digits, fraction, open, close } = groups;
  if (digits === undefined && fraction === undefined) return undefined;
  if ((open === undefined) !== (close === undefined)) return undefined;
  // A telephone number or a reference; a count does not start with 0.
  if (digits !== undefined && /^0\d/.test(digits)) return undefined;
  const scale = scales[groups.scale?.toLowerCase() ?? ""] ?? 0;
  const negative = open !== undefined || isMinus(groups.sign) || isMinus(groups.inner);
  const plain = `${(digits ?? "0").replaceAll(",", "")}${fraction === undefined ? "" : `.${fraction}`}`;
  const value = new Big(`${negative ? "-" : ""}${plain}e${scale}`);
  return {
    value,
    unit: unitOf(groups.currency, groups.percent ?? groups.late, groups.noun),
    scale,
    decimals: fraction?.length ?? 0,
    grouped: digits?.includes(",") ?? false,
    text,
  };
}

function isMinus(sign: string | undefined): boolean {
  return sign !== undefined && sign !== "+";
}

function unitOf(currency: string | undefined, percent: string | undefined, noun: string | undefined): Unit {
  if (currency !== undefined) return currency;
  if (percent !== undefined) return "%";
  return noun === undefined ? "" : noun.toLowerCase().replace(/s$/, "").concat("s");
}

/** The smallest step that the print of a figure shows: 1 for `12`, 0.01 for `1.80`, 100000 for `£0.4m`. */
export function stepOf(figure: Pick<Figure, "decimals" | "scale">): Big {
  return new Big(`1e${figure.scale - figure.decimals}`);
}

/** `value` printed as `like` is: its currency, thousands commas, decimals, scale mark, plus sign and way of negatives. */
export function printLike(value: Big, like: Figure): string {
  const step = value.div(`1e${like.scale}`);
  const [whole = "0", fraction] = step.abs().toFixed(like.decimals).split(".");
  const grouped = like.grouped || (like.unit === "£" && whole.length > 3) ? groupThousands(whole) : whole;
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  const currency = /[£$€]/.exec(like.text)?.[0] ?? "";
  const tail = /\s?[a-z%][a-z% ]*$/i.exec(like.text.replace(/\)$/, ""))?.[0] ?? "";
  if (value.eq(0)) return `${currency}${digits}${tail}`;
  if (value.gt(0)) return `${like.text.startsWith("+") ? "+" : ""}${currency}${digits}${tail}`;
  if (like.text.includes("(")) return `(${currency}${digits}${tail})`;
  return `${/[-–−]/.exec(like.text)?.[0] ?? "-"}${currency}${digits}${tail}`;
}

/** `1234567` as `1,234,567`. */
function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** An amount in plain words: `29p`, `£1,204.50`, `496`, `2.5 percentage points`. The sign is left out. */
export function sayAmount(value: Big, unit: Unit): string {
  const amount = value.abs();
  if (unit === "£" && amount.lt(1)) return `${amount.times(100).toString()}p`;
  const [whole = "0", fraction] = (
    unit === "£" && !isWhole(amount) ? amount.toFixed(2) : amount.toFixed()
  ).split(".");
  const digits = fraction === undefined ? groupThousands(whole) : `${groupThousands(whole)}.${fraction}`;
  if (/^[£$€]$/.test(unit)) return `${unit}${digits}`;
  if (unit === "%") return `${digits} percentage points`;
  return unit === "" ? digits : `${digits} ${unit}`;
}

function isWhole(value: Big): boolean {
  return value.mod(1).eq(0);
}
