import { notesAround } from "../figures/notes.js";
import { computedTotal, failingTotals, type TotalCheck } from "../figures/totals.js";
import { defineRule, type Fix, replace } from "../lint/rule.js";
import type { Block } from "../paper/block.js";
import { sayAmount } from "../paper/figure.js";
import type { Cell, Table } from "../paper/tables.js";
import { shorten } from "../text/shorten.js";

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

  *check(block, beside) {
    const notes = notesAround(block, beside);
    for (const table of block.facts.tables) {
      const checks = failingTotals(table, notes);
      for (const check of checks) {
        const { cell, trust } = check;
        const computed = computedTotal(check);
        const suspect = suspectOf(check, checks, table);
        const severity =
          trust === "sure" ? {} : ({ severity: trust === "likely" ? "warning" : "info" } as const);
        yield {
          at: { block, span: cell.span },
          message: say(check, computed),
          ...severity,
          ...(suspect && {
            related: [
              {
                at: { block, span: suspect.span },
                message: "Its row and its column differ by the same amount.",
              },
            ],
          }),
          fixes: mayBeBase(check) ? [] : rewrite(block, check, computed),
        };
      }
    }
  },
});

function say(check: TotalCheck, computed: string): string {
  const { total, sum, parts, across, money, trust, proved, leftOut } = check;
  if (leftOut !== undefined && trust === "unsure")
    return `The total leaves out "${shorten(leftOut)}": with it, the ${parts.length} ${across} add up to ${computed}. Check that this is meant.`;
  const unit = money && /[£$€]/.test(`${total.text}${parts[0]?.figure.text}`) ? "£" : total.unit;
  const difference = sayAmount(sum.minus(total.value), unit);
  const which = leftOut === undefined ? "" : `, as much as "${shorten(leftOut)}"`;
  const end = `${difference} different${which}. Check which is right.`;
  if (proved === undefined)
    return `The total is ${total.text}, but the ${parts.length} ${across} add up to ${computed}: ${end}`;
  const others = across === "rows" ? "columns" : "rows";
  return `In other ${others} "${shorten(proved)}" is the sum of ${parts.length} ${across}. Here it is ${total.text}, but they add up to ${computed}: ${end}`;
}

/** The figure that stands in a row and in a column which both differ by as much. */
function suspectOf(check: TotalCheck, checks: readonly TotalCheck[], table: Table): Cell | undefined {
  const difference = check.sum.minus(check.total.value);
  const crossing = checks.find(
    (it) => it.across !== check.across && it.sum.minus(it.total.value).eq(difference),
  );
  if (!crossing) return undefined;
  const [down, along] = check.across === "rows" ? [check, crossing] : [crossing, check];
  return table.rows[along.row + 1]?.[down.column];
}

/** Whether the total leaves out what leads the table, which may be no part of it: then nothing is there to write. */
function mayBeBase({ leftOut, trust, parts }: TotalCheck): boolean {
  return leftOut !== undefined && trust === "unsure" && parts[0]?.label === leftOut;
}

function rewrite(block: Block, { cell, total }: TotalCheck, computed: string): Fix[] {
  const { start, end } = cell.span;
  const at = block.text.slice(start, end).indexOf(total.text);
  if (at < 0) return [];
  const span = { start: start + at, end: start + at + total.text.length };
  return [replace({ block, span }, computed, `Write ${computed}`)];
}
