import { isInHeading, mayBeWord, printedShort, sayTimes, viewAcronym } from "../lint/acronyms.js";
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
    {
      bad: "1. The NSF met.\n\n2. The National Strategy Forum (NSF) agreed.\n",
      good: "## Work of the NSF\n\n1. The National Strategy Forum (NSF) agreed.\n",
    },
  ],

  *check(key, entries, context) {
    const { early, definitions, details } = viewAcronym(key, entries, context);
    const [first] = early;
    const [definition] = definitions;
    const known = details.length > 0 || context.glossary.has(key) || context.template.known.includes(key);
    if (!first || !definition || known) return;
    if (definitions.some((it) => it.definition.form === "glossary")) return;
    if (early.every((it) => isInHeading(it.block, it.use.span))) return;
    const { name } = first.use;
    // "DIP sampling" before the Drug Intervention Programme is the word.
    if (mayBeWord(name, early.length + 1, context)) return;
    const {
      block,
      definition: { expansion, form, whole },
    } = definition;
    // "VRU stands for …" may well follow the word in the same paragraph.
    if (form === "reversed" && early.every((it) => it.block === block)) return;
    yield {
      at: { block: first.block, span: first.use.span },
      message: `${name} is explained only later: it is used ${sayTimes(early.length)} before "${expansion} (${printedShort(definition)})". Explain it here.`,
      related: [{ at: { block, span: whole }, message: "Explained here." }],
    };
  },
});
