import { viewAcronym } from "../lint/acronyms.js";
import { defineRule, replace } from "../lint/rule.js";

export default defineRule({
  id: "acronym-unused",
  summary: "An acronym that is explained is used.",
  why: "A short form that never comes back is one more thing to remember for nothing.",
  severity: "info",
  scope: "key",
  families: ["acronym"],
  options: {},
  fix: "Removes the acronym and keeps the words.",
  examples: [
    {
      bad: "1. The Violence Reduction Unit (VRU) met in May.\n",
      good: "1. The Violence Reduction Unit (VRU) met in May; the VRU's report follows.\n",
    },
  ],

  *check(key, entries, context) {
    const { uses, definitions } = viewAcronym(key, entries, context);
    const [only, ...more] = definitions;
    if (!only || more.length > 0 || uses.length > 0 || only.definition.form === "glossary") return;
    const { block, definition } = only;
    const fixes =
      definition.form === "bracket"
        ? [replace({ block, span: definition.whole }, definition.expansion, `Remove "(${definition.name})"`)]
        : [];
    yield {
      at: { block, span: definition.span },
      message: `${definition.name} is explained here but not used again.`,
      fixes,
    };
  },
});
