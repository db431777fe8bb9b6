import { repeatedRun } from "../lint/repeats.js";
import { defineRule } from "../lint/rule.js";
import type { Block } from "../paper/block.js";
import { sentenceKey } from "../paper/sentences.js";

export default defineRule({
  id: "repeated-text",
  summary: "No sentence of 12 words or more stands twice.",
  why: "A sentence that was pasted twice looks careless, and when one of the two is brought up to date, they contradict each other.",
  severity: "info",
  scope: "key",
  families: ["sentence"],
  options: {},
  examples: [
    {
      bad: "1. The panel looks at every complaint that is not answered within a month of its receipt.\n\n2. It met twice. The panel looks at every complaint that is not answered within a month of its receipt.\n",
      good: "1. The panel looks at every complaint that is not answered within a month of its receipt.\n\n2. It met twice. The panel looked at every complaint of the spring.\n",
    },
  ],

  *check(key, entries, { template }) {
    const places = entries.flatMap((it) => (it.kind === "sentence" ? [it] : []));
    const [first, again, ...more] = places;
    if (!first || !again || template.sections.some((it) => sentenceKey(it.guidance ?? "") === key)) return;
    const run = repeatedRun(again, first);
    if (!run) return;
    const told = [first, ...more].slice(0, mostTold);
    yield {
      at: run.at,
      message: say(run.sentences, again.block === first.block, numberOf(first.block), more.length),
      related: told.map((it) => ({
        at: { block: it.block, span: it.sentence.span },
        message: it === first ? "It stands here first." : "And here again.",
      })),
    };
  },
});

/** More places than these are counted and not shown. */
const mostTold = 10;

function say(sentences: number, isSame: boolean, paragraph: number | undefined, more: number): string {
  const what = sentences === 1 ? "This sentence stands" : `These ${sentences} sentences stand`;
  const where = isSame
    ? "further up in this paragraph"
    : paragraph === undefined
      ? "further up"
      : `in paragraph ${paragraph}`;
  const others = more === 0 ? "" : more === 1 ? ", and once more below" : `, and ${more} more times below`;
  return `${what} ${where} already, word for word${others}.`;
}

/** The number that a block's paragraph has, as typed. */
function numberOf({ facts }: Block): number | undefined {
  return facts.marks[0]?.ordinal;
}
