import { type ListCount, miscounts } from "../figures/list-counts.js";
import { type ListTotal, listTotals } from "../figures/lists.js";
import { restingOn } from "../lint/figure-fixes.js";
import { defineRule, type Problem, replace } from "../lint/rule.js";
import { sayAmount } from "../paper/figure.js";

export default defineRule({
  id: "list-total",
  summary: "A total in a sentence is what the items listed for it add up to.",
  why: "Readers add up what a sentence lists for them, and a list that falls short of its total makes them ask what was left out.",
  severity: "warning",
  scope: "neighbour",
  options: {},
  fix: "Writes the computed total, after you have checked which figure is right.",
  examples: [
    {
      bad: "1. There were 12 cases (5 burglaries, 4 robberies and 2 other offences).\n",
      good: "1. There were 12 cases (5 burglaries, 4 robberies and 3 other offences).\n",
    },
    {
      bad: "1. The scheme has 2,140 members, by level of risk:\n\n   - High: 140\n   - Medium: 600\n   - Low: 1,300\n",
      good: "1. The scheme has 2,140 members, by level of risk:\n\n   - High: 140\n   - Medium: 700\n   - Low: 1,300\n",
    },
  ],

  applies: ({ facts }) => facts.passages.length > 0,

  *check(block, beside) {
    for (const it of listTotals(block, beside)) if (!it.calculation.holds) yield differing(it);
    for (const it of miscounts(block, beside)) yield miscounted(it);
  },
});

function differing({ calculation, sum, trust }: ListTotal): Problem {
  const { result, inputs, computed } = calculation;
  const { figure, at } = result;
  const difference = sayAmount(sum.minus(figure.value), figure.unit);
  return {
    at,
    message: `The total is ${figure.text}, but the ${inputs.length} items add up to ${computed}: ${difference} different. Check which is right.`,
    ...(trust === "unsure" && { severity: "info" }),
    related: restingOn(inputs),
    fixes: [replace(at, computed, `Write ${computed}`)],
  };
}

function miscounted({ at, words, items }: ListCount): Problem {
  return {
    at,
    message: `The text says "${words}", but the list that follows has ${items.length} items. Check that none is missing.`,
    severity: "info",
  };
}
