import type { AcronymView } from "../lint/acronyms.js";
import { isExplainedPlural, mayBeWord, viewAcronym } from "../lint/acronyms.js";
import { defineRule, type KeyContext } from "../lint/rule.js";

export default defineRule({
  id: "acronym-undefined",
  summary: "Every acronym is explained in the paper, its details, the house glossary or the template.",
  why: "Board members and the public do not share a department's short forms, and a paper is read for years.",
  severity: "warning",
  scope: "key",
  families: ["acronym"],
  options: {
    ignore: {
      default: [] as readonly string[],
      summary: "Short forms that need no explanation, such as names of firms.",
    },
  },
  examples: [
    {
      bad: "1. The OPCC met the VRU.\n\n2. The OPCC (Office of the Police and Crime Commissioner) will report.\n",
      good: "1. The Violence Reduction Unit (VRU) met in May.\n\n2. The VRU works across the UK.\n",
    },
  ],

  *check(key, entries, context) {
    if (isKnown(key, context) || isExplainedPlural(key, entries, context)) return;
    const view = viewAcronym(key, entries, context);
    const [first] = view.uses;
    if (!first || view.definitions.length + view.details.length > 0) return;
    const { name } = first.use;
    if (mayBeWord(name, view.uses.length, context)) return;
    const at = { block: first.block, span: first.use.span };
    const more = view.uses.length - 1;
    const table = onlyTable(view);
    if (table !== undefined) yield { at, severity: "info", message: name, group: `table ${table}` };
    else {
      const count = more === 0 ? "" : ` (used ${more === 1 ? "once more" : `${more} more times`})`;
      yield { at, message: `${name} is not explained. Spell it out here, where it first appears${count}.` };
    }
  },

  join(problems) {
    const [first] = problems;
    const names = problems.map((it) => it.message);
    if (!first) throw new RangeError("a group has at least one problem");
    const message =
      names.length === 1
        ? `${names[0]} stands only in this table and is not explained. Say what it means in a note.`
        : `${names.length} codes of this table are not explained: ${names.join(", ")}. Say what they mean in a note.`;
    return { at: first.at, severity: "info", message };
  },
});

function isKnown(
  key: string,
  { template, glossary, options }: KeyContext<{ readonly ignore: readonly string[] }>,
): boolean {
  const listed = (list: readonly string[]): boolean => list.some((it) => it.toUpperCase() === key);
  return listed(template.known) || glossary.has(key) || listed(options.ignore);
}

/** The table that holds all uses, where they all stand in cells of one. */
function onlyTable({ uses }: AcronymView): number | undefined {
  const [first] = uses;
  const table = first?.use.table;
  return uses.every((it) => it.use.table === table && it.block === first?.block) ? table : undefined;
}
