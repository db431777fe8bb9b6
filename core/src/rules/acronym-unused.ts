import { type BlockDefinition, printedShort, tableAt, viewAcronym } from "../lint/acronyms.js";
import { defineRule, type Fix, replace } from "../lint/rule.js";

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
    const { definitions, isUsed } = viewAcronym(key, entries, context);
    const [only, ...more] = definitions;
    if (!only || more.length > 0 || isUsed || only.definition.form === "glossary") return;
    const { block, definition } = only;
    const at = { block, span: definition.span };
    const table = tableAt(block, definition.span);
    if (table !== undefined)
      yield { at, message: definition.name, group: `table ${table}`, fixes: removal(only) };
    else
      yield {
        at,
        message: `${definition.name} is explained here but not used again.`,
        fixes: removal(only),
      };
  },

  join([first, ...more]) {
    if (!first) throw new RangeError("a group has at least one problem");
    if (more.length === 0)
      return { ...first, message: `${first.message} is explained here but not used again.` };
    const names = [first, ...more].map((it) => it.message).join(", ");
    return {
      at: first.at,
      message: `${more.length + 1} acronyms of this table are explained but not used again: ${names}.`,
    };
  },
});

/** Takes out `(VRU)` where it is all that the brackets hold. */
function removal(only: BlockDefinition): Fix[] {
  const { block, definition } = only;
  const { start, end } = definition.span;
  const before = /\s*\((?:the )?["'“‘]?$/.exec(block.text.slice(Math.max(0, start - 12), start));
  const after = /^["'”’]?\)/.exec(block.text.slice(end, end + 2));
  if (definition.form !== "bracket" || !before || !after) return [];
  const span = { start: start - before[0].length, end: end + after[0].length };
  return [replace({ block, span }, "", `Remove "(${printedShort(only)})"`)];
}
