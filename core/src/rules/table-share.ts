import { tableCalculations } from "../figures/table-calculations.js";
import { problemOf } from "../lint/figure-fixes.js";
import { defineRule } from "../lint/rule.js";

export default defineRule({
  id: "table-share",
  summary: "Percentages are those of the counts beside them, and the shares of one whole reach 100%.",
  why: "Readers quote the percentage and not the count; one that was not worked out again lives on in other papers.",
  severity: "warning",
  scope: "neighbour",
  options: {},
  examples: [
    {
      bad: "| Year | Offered | Accepted | % accepted |\n| --- | --: | --: | --: |\n| 2021 | 3,081 | 1,412 | 45.8% |\n| 2022 | 3,806 | 1,793 | 41.7% |\n| 2023 | 1,916 | 819 | 42.7% |\n",
      good: "| Year | Offered | Accepted | % accepted |\n| --- | --: | --: | --: |\n| 2021 | 3,081 | 1,412 | 45.8% |\n| 2022 | 3,806 | 1,793 | 47.1% |\n| 2023 | 1,916 | 819 | 42.7% |\n",
    },
    {
      bad: "| Source | Share of funding |\n| --- | --: |\n| Grant | 58% |\n| Precept | 35% |\n| Other | 17% |\n",
      good: "| Need (a person may have more than one) | % of people |\n| --- | --: |\n| Housing | 58% |\n| Alcohol | 35% |\n| Other | 17% |\n",
    },
  ],

  applies: (block) => block.facts.tables.length > 0,

  *check(block, beside) {
    for (const calculation of tableCalculations(block, beside))
      if (calculation.rule === "table-share" && !calculation.holds) yield problemOf(calculation);
  },
});
