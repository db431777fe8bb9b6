import { defineRule, replace } from "../lint/rule.js";
import { failingTotals, type TotalCheck } from "../lint/totals.js";
import type { Block } from "../paper/block.js";
import { printLike, sayAmount } from "../paper/figure.js";

export default defineRule({
  id: "table-total",
  summary: "A total row or column is what its parts add up to.",
  why: "A table that does not add up is the error that readers find first, and it puts every other figure in doubt.",
  severity: "error",
  scope: "neighbour",
  options: {},
  fix: "Writes the computed total, after you have checked which figure is right.",
  examples: [
    {
      bad: "| Area | Cost |\n| --- | --: |\n| North | £10.20 |\n| South | £12.30 |\n| Total | £22.40 |\n",
      good: "| Area | Cost |\n| --- | --: |\n| North | £10.20 |\n| South | £12.30 |\n| Total | £22.50 |\n",
    },
    {
      bad: "| Disposal | 2019 |\n| --- | --: |\n| **Total** | 96 |\n| Cautions | 60 |\n| Resolutions | 40 |\n",
      good: "| Force | Rate per 1,000 |\n| --- | --: |\n| North | 83.5 |\n| South | 91.7 |\n| Total | 86.9 |\n",
    },
  ],

  applies: (block) => block.facts.tables.length > 0,

  *check(block, { before, after }) {
    const words = [
      introduction(before),
      ...block.text.split("\n").filter((line) => !line.includes("|")),
      note(after),
    ].join(" ");
    for (const table of block.facts.tables) {
      for (const check of failingTotals(table, { words })) {
        const at = { block, span: check.cell.span };
        const { total, sum } = check;
        const decimals = Math.max(total.decimals, ...check.parts.map((it) => it.decimals));
        const computed = printLike(sum, { ...total, decimals });
        yield {
          at,
          message: say(check, computed),
          ...(check.certain ? {} : { severity: "info" as const }),
          fixes: [replace(at, check.cell.words.replace(total.text, computed), `Write ${computed}`)],
        };
      }
    }
  },
});

function say({ total, sum, parts, across, money }: TotalCheck, computed: string): string {
  const difference = sayAmount(sum.minus(total.value), money ? "£" : total.unit);
  return `The total is ${total.text}, but the ${parts.length} ${across} add up to ${computed}: ${difference} different. Check which is right.`;
}

/** The words that lead to a table: a caption, or the paragraph before it. */
function introduction(before: Block | undefined): string {
  return before && before.facts.tables.length === 0 ? before.text.slice(-400) : "";
}

/** A note under a table, such as "Figures may not sum because of rounding"; a numbered paragraph is none. */
function note(after: Block | undefined): string {
  return after && after.facts.marks.length + after.facts.headings.length + after.facts.tables.length === 0
    ? after.text.slice(0, 400)
    : "";
}
