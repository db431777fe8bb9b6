import { sameExpansion, viewAcronym } from "../lint/acronyms.js";
import { defineRule, replace } from "../lint/rule.js";

export default defineRule({
  id: "acronym-repeated",
  summary: "An acronym is explained once.",
  why: "A second explanation makes the reader look for a difference.",
  severity: "info",
  scope: "key",
  families: ["acronym"],
  options: {},
  fix: "Leaves the acronym alone, without its explanation.",
  examples: [
    {
      bad: "1. The Violence Reduction Unit (VRU) met.\n\n2. The Violence Reduction Unit (VRU) agreed.\n",
      good: "1. The Violence Reduction Unit (VRU) met.\n\n2. The VRU agreed.\n",
    },
  ],

  *check(key, entries, context) {
    const inText = viewAcronym(key, entries, context).definitions.filter(
      (it) => it.definition.form !== "glossary",
    );
    const [first, ...later] = inText;
    if (!first) return;
    for (const { block, definition } of later) {
      if (!sameExpansion(first.definition.expansion, definition.expansion)) continue;
      const at = { block, span: definition.whole };
      const short = block.text.slice(definition.span.start, definition.span.end);
      yield {
        at,
        message: `${definition.name} was explained before. "${short}" is enough here.`,
        related: [{ at: { block: first.block, span: first.definition.whole }, message: "Explained here." }],
        fixes: [replace(at, short, `Write "${short}"`)],
      };
    }
  },
});
