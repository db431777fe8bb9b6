import { tableCalculations } from "../figures/table-calculations.js";
import { problemOf, writeComputed } from "../lint/figure-fixes.js";
import { defineRule } from "../lint/rule.js";

export default defineRule({
  id: "table-relation",
  summary:
    "A figure that was worked out from others in its table follows from them, as the figures beside it do.",
  why: "A change, a rate or an average that does not follow from its own table makes readers doubt both.",
  severity: "warning",
  scope: "neighbour",
  options: {},
  fix: "Writes the computed figure as its neighbours are printed, after you have checked which figure is right.",
  examples: [
    {
      bad: "| District | 2022 | 2023 | Change |\n| --- | --: | --: | --: |\n| North | 4,120 | 5,016 | 896 |\n| South | 3,377 | 4,190 | 813 |\n| East | 2,905 | 3,218 | 331 |\n",
      good: "| District | 2022 | 2023 | Change |\n| --- | --: | --: | --: |\n| North | 4,120 | 5,016 | 896 |\n| South | 3,377 | 4,190 | 813 |\n| East | 2,905 | 3,218 | 313 |\n",
    },
    {
      bad: "| | Completed | Left early | All |\n| --- | --: | --: | --: |\n| Sample size | 120 | 60 | 180 |\n| % who reoffend | 10% | 40% | 20% |\n| % who move | 5% | 20% | 30% |\n",
      good: "| Force | Officers | Calls per officer |\n| --- | --: | --: |\n| North | 410 | 83.5 |\n| South | 377 | 91.7 |\n| East | 290 | 86.9 |\n",
    },
  ],

  applies: (block) => block.facts.tables.length > 0,

  *check(block, beside) {
    for (const calculation of tableCalculations(block, beside)) {
      if (calculation.rule !== "table-relation" || calculation.holds) continue;
      yield { ...problemOf(calculation), fixes: writeComputed(calculation) };
    }
  },
});
