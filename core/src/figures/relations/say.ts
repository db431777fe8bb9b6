// Calculations of tables in plain words.

import Big from "big.js";
import { printLike } from "../../paper/figure.js";
import type { Blame } from "./blame.js";
import { type Check, computedText, isAbout } from "./check.js";
import type { Spot } from "./sheet.js";

/** More figures than these are counted in words and not listed. */
const mostListed = 8;

/** The arithmetic of a check, without a full stop: "5,357 of 17,211 is 31.1%". `undefined` where it has no result. */
export function sayCheck(check: Check): string | undefined {
  const computed = computedText(check);
  if (computed === undefined) return undefined;
  const is = isAbout(check) ? "is about" : "is";
  const { formula, inputs, per, result } = check;
  const [a, b] = inputs.map((it) => it.figure.text);
  switch (formula) {
    case "sum":
      return `${terms(inputs)} ${is} ${computed}`;
    case "difference":
      return `the difference between ${a} and ${b} ${is} ${computed}`;
    case "change":
      return `${a} is ${isAbout(check) ? "about " : ""}${sayChange(check, computed)} than ${b}`;
    case "ratio":
      return per === 1
        ? `${a} ÷ ${b} ${is} ${computed}`
        : `${a} of ${b} ${is} ${sayShare(computed, per, result)}`;
    case "part":
      return `${a} of ${a} + ${b} ${is} ${sayShare(computed, 100, result)}`;
    case "shareOfSum":
      return `${a} of ${sumOf(inputs.slice(1))} ${is} ${sayShare(computed, 100, result)}`;
    case "mean":
      return `the mean of ${list(inputs)} ${is} ${computed}`;
    case "pooled":
      return `${sayPooled(inputs)}, ${is} ${computed}`;
    case "same":
      return `the figure of ${inputs[0]?.label ?? ""} is ${computed}`;
  }
}

/** What a finding says of a result that does not follow. */
export function sayFinding(check: Check): string | undefined {
  const computed = computedText(check);
  const arithmetic = sayCheck(check);
  if (computed === undefined || arithmetic === undefined) return undefined;
  const about = isAbout(check) ? "about " : "";
  const reason =
    check.formula === "pooled"
      ? sayPooled(check.inputs)
      : check.formula === "difference"
        ? arithmetic.replace(/ is (?:about )?\S+$/, "")
        : arithmetic;
  return `${check.result.figure.text} should be ${about}${computed}: ${reason}.`;
}

/** The arithmetic of a figure that others show to be off: "the figures worked out from it, 22.1 and 5,357, fit 17,211". */
export function sayInput({ figure, checks }: Extract<Blame, { kind: "input" }>): string {
  const results = checks
    .map((it) => it.result)
    .filter((it, i, all) => all.findIndex((x) => x.cell === it.cell) === i);
  const [first] = results;
  const those =
    results.length === 1
      ? `${first?.figure.text ?? ""}, worked out from it, fits`
      : `the ${results.length} figures worked out from it, ${list(results)}, fit`;
  return `${those} ${figure.text}`;
}

function sayChange(check: Check, computed: string): string {
  const [a, b] = check.inputs.map((it) => it.figure.value);
  const word = a && b && a.lt(b) ? "less" : "more";
  return `${withPercent(computed.replace(/^[-–−(]+|\)$/g, ""))} ${word}`;
}

function sayShare(computed: string, per: number, { figure }: Spot): string {
  if (per === 100) return figure.unit === "%" ? computed : withPercent(computed);
  return `${computed} per ${per.toLocaleString("en-GB")}`;
}

function withPercent(text: string): string {
  return text.includes("%") ? text : `${text}%`;
}

function sayPooled(inputs: readonly Spot[]): string {
  const parts = inputs.filter((_, i) => i % 2 === 0);
  const weights = inputs.filter((_, i) => i % 2 === 1);
  const said = parts.map((it, i) => `${it.figure.text} (${weights[i]?.figure.text ?? ""})`);
  const many = said.length > mostListed ? `the ${said.length} parts` : joined(said);
  return `the mean of ${many}, weighted by ${sizeOf(weights)}`;
}

/** What the weights are called: the part of their labels that they share. */
function sizeOf(weights: readonly Spot[]): string {
  const [first, second] = weights.map((it) => it.label.split(", "));
  const shared = first?.find((it) => second?.includes(it)) ?? "size";
  const short = shared.length > 40 ? "size" : shared;
  return /^[A-Z][a-z]/.test(short) ? short.charAt(0).toLowerCase() + short.slice(1) : short;
}

/** The whole that several figures make together: "1,625, the sum of the 4 figures,". */
function sumOf(parts: readonly Spot[]): string {
  const sum = parts.reduce((all, it) => all.plus(it.figure.value), new Big(0));
  const longest = parts.reduce((a, b) => (b.figure.value.gt(a.figure.value) ? b : a));
  const grouped = parts.some((it) => it.figure.grouped) || parts.every((it) => it.figure.value.lt(1000));
  return `${printLike(sum, { ...longest.figure, grouped })}, the sum of the ${parts.length} figures,`;
}

function terms(inputs: readonly Spot[]): string {
  if (inputs.length > mostListed) return `the sum of the ${inputs.length} figures`;
  return inputs
    .map(({ figure }) => (/^[-–−]/.test(figure.text) ? `(${figure.text})` : figure.text))
    .join(" + ");
}

function list(spots: readonly Spot[]): string {
  if (spots.length > mostListed) return `the ${spots.length} figures`;
  return joined(spots.map((it) => it.figure.text));
}

function joined(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
