import { conflictsAmong } from "../figures/conflicts.js";
import type { PlacedMention } from "../figures/same-quantity.js";
import { defineRule, type Problem } from "../lint/rule.js";

export default defineRule({
  id: "figure-conflict",
  summary: "One quantity has one figure wherever it is printed.",
  why: "A figure that is typed again is typed amiss again and again, and readers who find two for one thing trust neither.",
  severity: "info",
  scope: "key",
  families: ["figure"],
  options: {},
  examples: [
    {
      bad: "1. In 2019/20 the force recorded 183,581 burglary offences.\n\n| Offences | 2018/19 | 2019/20 |\n| --- | --: | --: |\n| Burglary offences recorded | 179,204 | 183,851 |\n",
      good: "1. In 2019/20 the force recorded 183,851 burglary offences.\n\n| Offences | 2018/19 | 2019/20 |\n| --- | --: | --: |\n| Burglary offences recorded | 179,204 | 183,851.4 |\n",
    },
  ],

  *check(key, entries) {
    const mentions = entries.flatMap((it) => (it.kind === "figure" ? [it] : []));
    // A key is a number of digits and a word.
    for (const [one, other] of conflictsAmong(mentions, key.replace(/^\d+ /, ""))) yield problem(one, other);
  },
});

function problem(one: PlacedMention, other: PlacedMention): Problem {
  const [here, there] = [one.mention.figure.text, other.mention.figure.text];
  const place = other.mention.where.kind === "cell" ? "a table" : "the text";
  return {
    at: { block: one.block, span: one.mention.span },
    message: `${here} here, but ${there} in ${place} above, for what seems to be the same thing. Check which is right.`,
    related: [
      { at: { block: other.block, span: other.mention.span }, message: `The other figure: ${there}.` },
    ],
  };
}
