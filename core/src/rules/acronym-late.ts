import { sayTimes, viewAcronym } from "../lint/acronyms.js";
import { defineRule } from "../lint/rule.js";

export default defineRule({
  id: "acronym-late",
  summary: "An acronym is explained where it first appears, not later.",
  why: "The reader needs the words at the first meeting with the short form.",
  severity: "info",
  scope: "key",
  families: ["acronym"],
  options: {},
  examples: [
    {
      bad: "1. The VRU met in May.\n\n2. The Violence Reduction Unit (VRU) will report.\n",
      good: "1. The Violence Reduction Unit (VRU) met in May.\n\n2. The VRU will report.\n",
    },
  ],

  *check(key, entries, context) {
    const view = viewAcronym(key, entries, context);
    const [definition] = view.definitions;
    const known =
      view.details.length > 0 || context.glossary.has(key) || context.template.known.includes(key);
    if (!definition || known || view.definitions.some((it) => it.definition.form === "glossary")) return;
    const early = view.order.findIndex((it) => it.kind === "definition");
    const first = view.order[0];
    if (early <= 0 || first?.kind !== "use") return;
    const at = { block: first.block, span: first.use.span };
    const name = first.use.name;
    yield {
      at,
      message: `${name} is explained only later: it is used ${sayTimes(early)} before "${definition.definition.expansion} (${name})". Explain it here.`,
      related: [
        { at: { block: definition.block, span: definition.definition.whole }, message: "Explained here." },
      ],
    };
  },
});
