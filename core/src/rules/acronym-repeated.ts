import { isInHeading, printedShort, sameExpansion, viewAcronym } from "../lint/acronyms.js";
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
    // A heading is read by itself, like the title: the text under it may explain again.
    const inText = viewAcronym(key, entries, context).definitions.filter(
      (it) => it.definition.form !== "glossary" && !isInHeading(it.block, it.definition.span),
    );
    const [first, ...later] = inText;
    if (!first) return;
    for (const again of later) {
      const { block, definition } = again;
      if (!sameExpansion(first.definition.expansion, definition.expansion)) continue;
      const at = { block, span: definition.whole };
      const short = printedShort(again);
      const marked = /[*_[\]`<]/.test(block.text.slice(at.span.start, at.span.end));
      yield {
        at,
        message: `${definition.name} was explained before. "${short}" is enough here.`,
        related: [{ at: { block: first.block, span: first.definition.whole }, message: "Explained here." }],
        fixes: marked ? [] : [replace(at, short, `Write "${short}"`)],
      };
    }
  },
});
