import { sameExpansion, viewAcronym } from "../lint/acronyms.js";
import { expansionKey } from "../lint/keys.js";
import { defineRule, type KeyContext, type KeyEntry, type Problem } from "../lint/rule.js";
import { memo } from "../text/memo.js";

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
    return context.family === "expansion"
      ? secondForms(key, entries, context)
      : secondMeanings(key, entries, context);
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

function* secondForms(key: string, entries: readonly KeyEntry[], context: KeyContext): Generator<Problem> {
  const definitions = entries.flatMap((it) => (it.kind === "definition" ? [it] : []));
  const house = houseForms(context.glossary).get(key);
  const strange = house && definitions.find((it) => !house.includes(it.definition.key));
  if (house && strange) {
    const { name, expansion, span } = strange.definition;
    yield {
      at: { block: strange.block, span },
      message: `"${expansion}" is ${name} here, but ${house.join(" or ")} in the house glossary. Use one of them.`,
    };
    return;
  }
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

/** The short forms of a house by the key of what they stand for. */
const houseForms = memo((glossary: KeyContext["glossary"]): ReadonlyMap<string, readonly string[]> => {
  const forms = new Map<string, string[]>();
  for (const [short, words] of glossary) {
    const key = expansionKey(words);
    forms.set(key, [...(forms.get(key) ?? []), short]);
  }
  return forms;
});
