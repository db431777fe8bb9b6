import { sameExpansion, viewAcronym } from "../lint/acronyms.js";
import { defineRule } from "../lint/rule.js";

export default defineRule({
  id: "acronym-redefined",
  summary: "An acronym stands for one thing.",
  why: "Two meanings of one short form make every later use a guess.",
  severity: "warning",
  scope: "key",
  families: ["acronym"],
  options: {},
  examples: [
    {
      bad: "1. The National Probation Service (NPS) and new psychoactive substances (NPS) were discussed.\n",
      good: "1. The Drug Intervention Programme (DIP) began in May.\n\n2. The Drug Intervention Program (DIP) was reviewed.\n",
    },
  ],

  *check(key, entries, context) {
    const { definitions, details } = viewAcronym(key, entries, context);
    const [first, ...later] = [...details, ...definitions];
    if (!first) return;
    for (const { block, definition } of later) {
      if (sameExpansion(first.definition.expansion, definition.expansion)) continue;
      yield {
        at: { block, span: definition.span },
        message: `${definition.name} stands for "${definition.expansion}" here, but for "${first.definition.expansion}" before.`,
        related: [
          { at: { block: first.block, span: first.definition.whole }, message: "The other meaning." },
        ],
      };
      return;
    }
  },
});
