import type { Claim } from "../figures/claims/claim.js";
import { claimsOf, makesClaims } from "../figures/claims/claims.js";
import { restingOn } from "../lint/figure-fixes.js";
import { defineRule, replace } from "../lint/rule.js";

export default defineRule({
  id: "claim-change",
  summary: "A change or share that is stated in words is what its figures give.",
  why: "Readers quote the sentence and not the table; a reduction of 46% that its own figures put at 44% is quoted for years.",
  severity: "warning",
  scope: "tables",
  options: {},
  fix: "Writes the computed figure, after you have checked which figure is right.",
  examples: [
    {
      bad: "Calls rose from 400 in 2018/19 to 448 in 2019/20, an increase of 18%.\n",
      good: "Calls rose from 400 in 2018/19 to 448 in 2019/20, an increase of 12%.\n",
    },
    {
      bad: "Of the 120 households helped, 30 (35%) had moved within a year.\n",
      good: "The unit cost fell by over 20%, from £14.50 to £11.20.\n",
    },
  ],

  applies: makesClaims,

  *check(block, tables) {
    for (const claim of claimsOf(block, tables)) {
      if (claim.holds) continue;
      const { at, figure } = claim.result;
      yield {
        at,
        message: say(claim),
        related: restingOn(claim.inputs),
        fixes:
          claim.replacement === undefined || !figure.text
            ? []
            : [replace(at, claim.replacement, `Write ${claim.replacement}`)],
      };
    }
  },
});

function say({ arithmetic, claimed }: Claim): string {
  const sentence = arithmetic.charAt(0).toUpperCase() + arithmetic.slice(1);
  return `${sentence}, not ${claimed}. Check which figure is right.`;
}
