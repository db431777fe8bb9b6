import { countedWord, isConflict } from "../figures/same-quantity.js";
import { defineRule, type KeyEntry, type Problem } from "../lint/rule.js";

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
    for (const [at, one] of mentions.entries()) {
      const other = mentions.slice(0, at).find((it) => isAsked(key, it, one) && isConflict(it, one));
      if (other) yield problem(one, other);
    }
  },
});

type FigureEntry = Extract<KeyEntry, { kind: "figure" }>;

/** Whether two mentions are compared for this key: two quantities share many words, and are for what they count. */
function isAsked(key: string, { mention: a }: FigureEntry, { mention: b }: FigureEntry): boolean {
  if (a.where.kind === "cell" || b.where.kind === "cell") return true;
  return key === `${a.digits.length} ${countedWord(a.where)}`;
}

function problem(one: FigureEntry, other: FigureEntry): Problem {
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
