import type Big from "big.js";
import type { FormatCell } from "../figures/format-cells.js";
import { type FormatBreak, formatBreaks } from "../figures/formats.js";
import { defineRule, type Fix, type PlacedEdit } from "../lint/rule.js";
import type { Block } from "../paper/block.js";
import type { Place } from "../paper/places.js";

export default defineRule({
  id: "table-number-format",
  summary: "The figures of one measure are printed in one way.",
  why: "A figure without its % sign, or with a decimal more than its neighbours, looks like another measure, and makes the reader doubt where it comes from.",
  severity: "info",
  scope: "block",
  options: {},
  fix: "Prints them like the others: signs and commas keep the figure; rounding is yours to check.",
  examples: [
    {
      bad: "| | 2018 | 2019 | 2020 | 2021 |\n| --- | --: | --: | --: | --: |\n| Visits | 210 | 198 | 240 | 260 |\n| % on time | 41.2% | 38.5% | 40.1 | 39.9% |\n",
      good: "| | 2018 | 2019 | 2020 | 2021 |\n| --- | --: | --: | --: | --: |\n| Visits | 210 | 198 | 240 | 260 |\n| % on time | 41.2% | 38.5% | 40.1% | 39.9% |\n",
    },
    {
      bad: "| Area | Calls |\n| --- | --: |\n| North | 4,107 |\n| South | 3,290 |\n| East | 4047 |\n| West | 5,201 |\n",
      good: "| Area | Calls | Cost |\n| --- | --: | --: |\n| North | 4107 | £12,500 |\n| South | 3290 | £11,700 |\n| East | 4047 | £14,200 |\n| West | 5201 | £18,900 |\n",
    },
  ],

  *check(block) {
    for (const table of block.facts.tables) {
      for (const found of formatBreaks(table)) {
        const [first, ...more] = found.odd;
        if (!first) continue;
        yield {
          at: { block, span: first.cell.span },
          message: say(found),
          related: more.map((it) => ({ at: { block, span: it.cell.span }, message: "This one, too." })),
          fixes: reprint(block, found),
        };
      }
    }
  },
});

function say(found: FormatBreak): string {
  const { kind, odd, others } = found;
  const [names, rest] = [listed(odd), restOf(found)];
  const has = odd.length > 1 ? "have" : "has";
  switch (kind) {
    case "no-percent":
      return `${names} ${has} no % sign; ${rest} ${others.length > 1 ? "have" : "has"} one: ${listed(others)}.`;
    case "no-pound":
      return `${names} ${has} no £ sign; ${rest} have one: ${listed(others)}.`;
    case "percent-twice":
      return `${names} ${has} a % sign; ${rest} have none: ${listed(others)}. The heading says it for all.`;
    case "no-comma":
      return `${names} ${has} no thousands comma; ${rest} have one: ${listed(others)}.`;
    case "comma":
      return `${names} ${has} a thousands comma; ${rest} have none: ${listed(others)}.`;
    case "pence":
      return `${names} ${has} one digit of pence; ${rest} have two: ${listed(others)}.`;
    case "decimals":
      return `${names} ${has} ${decimals(odd)}; ${rest} have ${decimals(others)}: ${listed(others)}.`;
  }
}

/** "the 3 other percentages in the row". */
function restOf({ kind, others, among }: FormatBreak): string {
  const noun =
    kind === "comma" || kind === "no-comma"
      ? "other figures over a thousand"
      : kind === "pence" || kind === "no-pound"
        ? "other amounts"
        : others[0]?.figure.unit === "%"
          ? "other percentages"
          : "other figures";
  return `the ${others.length} ${noun} in the ${among}`;
}

const words = ["no decimals", "one decimal", "two decimals", "three decimals"];

function decimals(cells: readonly FormatCell[]): string {
  const [first, ...more] = new Set(cells.map((it) => it.figure.decimals));
  return first === undefined || more.length > 0 ? "other decimals" : (words[first] ?? `${first} decimals`);
}

/** The first three figures as printed. */
function listed(cells: readonly FormatCell[]): string {
  const texts = cells.slice(0, 3).map((it) => it.figure.text);
  const last = texts.pop() ?? "";
  if (cells.length > 3) return `${[...texts, last].join(", ")} and ${cells.length - 3} more`;
  return texts.length > 0 ? `${texts.join(", ")} and ${last}` : last;
}

function reprint(block: Block, found: FormatBreak): Fix[] {
  const { kind, odd, others, sure } = found;
  switch (kind) {
    case "no-percent":
      return rewrite(block, odd, (text) => `${text}%`, sure);
    case "no-pound":
      return rewrite(block, odd, (text) => text.replace(/\d/, "£$&"), false);
    case "percent-twice":
      return rewrite(block, odd, (text) => text.replace(/\s?(?:%|per ?cent)/i, ""), sure);
    case "no-comma":
      return rewrite(block, odd, withCommas, sure);
    case "comma":
      // Readers expect the comma, so it is added to the others rather than taken away.
      return rewrite(block, others, withCommas, false);
    case "pence":
      return rewrite(block, odd, (text) => text.replace(/\.\d/, "$&0"), false);
    case "decimals":
      return round(block, odd, others);
  }
}

/** Fewer decimals, where there are too many; those that a figure lacks only its author knows. */
function round(block: Block, odd: readonly FormatCell[], [other]: readonly FormatCell[]): Fix[] {
  const usual = other?.figure.decimals ?? 0;
  if (odd.some((it) => it.figure.decimals < usual || it.figure.grouped)) return [];
  const shorter = (text: string, value: Big): string => text.replace(/[\d.]+/, value.abs().toFixed(usual));
  return rewrite(block, odd, (text, it) => shorter(text, it.figure.value.div(`1e${it.figure.scale}`)), false);
}

function withCommas(text: string): string {
  return text.replace(/\d+/, (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, ","));
}

/** One fix that prints all these figures anew, where each stands in its cell as it was read. */
function rewrite(
  block: Block,
  cells: readonly FormatCell[],
  print: (text: string, it: FormatCell) => string,
  safe: boolean,
): Fix[] {
  const edits = cells.flatMap((it): PlacedEdit<Place>[] => {
    const { text } = it.figure;
    const start = block.text.slice(it.cell.span.start, it.cell.span.end).indexOf(text);
    if (start < 0) return [];
    const span = { start: it.cell.span.start + start, end: it.cell.span.start + start + text.length };
    return [{ at: { block, span }, text: print(text, it) }];
  });
  const [first, ...more] = edits;
  if (!first || edits.length < cells.length) return [];
  const title =
    more.length === 0 ? `Write ${first.text}` : `Write ${first.text}, and ${more.length} more like it`;
  return [{ kind: "edit", title, safe, edits }];
}
