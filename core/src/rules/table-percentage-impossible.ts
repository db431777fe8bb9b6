import { tableCalculations } from "../figures/table-calculations.js";
import { problemOf } from "../lint/figure-fixes.js";
import { defineRule } from "../lint/rule.js";

export default defineRule({
  id: "table-percentage-impossible",
  summary: "A percentage of a small sample is one that a whole number of people can give.",
  why: "Of 36 people, 88.9% or 91.7% may agree, but not 90%: such a percentage is of another sample, or was typed amiss.",
  severity: "info",
  scope: "neighbour",
  options: {},
  examples: [
    {
      bad: "| | Control | Completed |\n| --- | --: | --: |\n| Sample size | 36 | 20 |\n| % who reoffend | 90% | 10% |\n",
      good: "| | Control | Completed |\n| --- | --: | --: |\n| Sample size | 36 | 13 |\n| % who reoffend | 89% | 53% |\n",
    },
  ],

  applies: (block) => block.facts.tables.length > 0,

  *check(block, beside) {
    for (const calculation of tableCalculations(block, beside))
      if (calculation.rule === "table-percentage-impossible" && !calculation.holds)
        yield problemOf(calculation);
  },
});
