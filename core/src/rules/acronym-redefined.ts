import { sameExpansion, viewAcronym } from "../lint/acronyms.js";
import { defineRule, type KeyContext, type KeyEntry, type Problem } from "../lint/rule.js";

export default defineRule({
  id: "acronym-redefined",
  summary: "An acronym stands for one thing, and one thing has one acronym.",
  why: "Two meanings of one short form make every later use a guess; two short forms of one thing look like two things.",
  severity: "warning",
  scope: "key",
  families: ["acronym", "expansion"],
  options: {},
  examples: [
    {
      bad: "1. The National Probation Service (NPS) and new psychoactive substances (NPS) were discussed.\n",
      good: "1. The Drug Intervention Programme (DIP) began in May.\n\n2. The Drug Intervention Program (DIP) was reviewed.\n",
    },
    {
      bad: "1. Out of court disposals (OOCs) fell.\n\n2. Each out-of-court disposal (OOCD) is reviewed.\n",
      good: "1. Out of court disposals (OOCDs) fell.\n\n2. Each out-of-court disposal (OOCD) is reviewed.\n",
    },
  ],

  check(key, entries, context) {
    return context.family === "expansion" ? secondForms(entries) : secondMeanings(key, entries, context);
  },
});

function* secondMeanings(key: string, entries: readonly KeyEntry[], context: KeyContext): Generator<Problem> {
  const { definitions, details } = viewAcronym(key, entries, context);
  const [first, ...later] = [...details, ...definitions];
  if (!first) return;
  const house = context.glossary.get(key);
  if (house !== undefined && !sameExpansion(house, first.definition.expansion)) {
    const { name, expansion, span } = first.definition;
    yield {
      at: { block: first.block, span },
      message: `${name} stands for "${expansion}" here, but for "${house}" in the house glossary.`,
    };
    return;
  }
  const other = later.find((it) => !sameExpansion(first.definition.expansion, it.definition.expansion));
  if (!other) return;
  const { name, expansion, span } = other.definition;
  yield {
    at: { block: other.block, span },
    message: `${name} stands for "${expansion}" here, but for "${first.definition.expansion}" before.`,
    related: [{ at: { block: first.block, span: first.definition.whole }, message: "The other meaning." }],
  };
}

function* secondForms(entries: readonly KeyEntry[]): Generator<Problem> {
  const definitions = entries.flatMap((it) => (it.kind === "definition" ? [it] : []));
  const [first] = definitions;
  const other = definitions.find((it) => it.definition.key !== first?.definition.key);
  if (!first || !other) return;
  const { name, expansion, span } = other.definition;
  yield {
    at: { block: other.block, span },
    message: `"${expansion}" is ${name} here, but ${first.definition.name} before. Use one of them.`,
    related: [{ at: { block: first.block, span: first.definition.whole }, message: "The other short form." }],
  };
}
