import type { AcronymView, BlockUse } from "../lint/acronyms.js";
import { isExplainedPlural, isInHeading, mayBeWord, viewAcronym } from "../lint/acronyms.js";
import { expansionPlaceholder } from "../lint/expansions.js";
import { nearFinder } from "../lint/near-words.js";
import { defineRule, type Fix, type KeyContext } from "../lint/rule.js";
import { memo } from "../text/memo.js";

export default defineRule({
  id: "acronym-undefined",
  summary: "Every acronym is explained in the paper, its details, the house glossary or the template.",
  why: "Board members and the public do not share a department's short forms, and a paper is read for years.",
  severity: "warning",
  scope: "key",
  families: ["acronym"],
  fix: "Corrects it to an acronym that it is a slip away from; spells it out here; adds it to the paper's details. Where the paper nowhere says what it stands for, it leaves the place for it.",
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
    if (!first || view.isShown || view.definitions.length + view.details.length > 0) return;
    // What is called an operation in one place is its name in all.
    if (entries.some((it) => it.kind === "use" && it.use.codeName)) return;
    const { name } = first.use;
    if (mayBeWord(name, view.uses.length, context)) return;
    // Somebody has said where the words are to be written, and placeholder-left keeps an eye on it.
    if (view.uses.some(isBeingExplained)) return;
    const at = { block: first.block, span: first.use.span };
    const more = view.uses.length - 1;
    const table = onlyTable(view);
    const fixes: Fix[] = [explain(view), define([name])];
    if (table !== undefined) yield { at, severity: "info", message: name, group: `table ${table}`, fixes };
    else {
      const count = more === 0 ? "" : ` (used ${more === 1 ? "once more" : `${more} more times`})`;
      const meant = nearOne(key, view, context);
      const slip = meant === undefined ? "" : ` Perhaps ${meant} is meant.`;
      const message = `${name} is not explained.${slip} Spell it out here, where it first appears${count}.`;
      yield { at, message, fixes: meant === undefined ? fixes : [correct(view, meant), ...fixes] };
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
    const fixes = names.length === 1 ? (first.fixes ?? []) : [define(names)];
    return { at: first.at, severity: "info", message, fixes };
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

function isBeingExplained({ block, use }: BlockUse): boolean {
  return block.text.slice(0, use.span.start).endsWith(`${expansionPlaceholder} (`);
}

/** The acronym that is a slip away, and is explained or used far more: in this paper, or in the house glossary. */
function nearOne(
  key: string,
  { uses }: AcronymView,
  { near, glossary }: Pick<KeyContext, "near" | "glossary">,
): string | undefined {
  const better = near(key)
    .filter((it) => it.isExplained || glossary.has(it.key) || it.uses >= Math.max(3, 3 * uses.length))
    .filter((it) => it.uses + 1 >= uses.length)
    .sort(
      (a, b) => Number(b.isExplained) - Number(a.isExplained) || b.uses - a.uses || (a.key < b.key ? -1 : 1),
    );
  return better[0]?.name ?? nearInGlossary(glossary)(key)[0];
}

const nearInGlossary = memo((glossary: ReadonlyMap<string, unknown>) => nearFinder(glossary.keys()));

function correct({ uses }: AcronymView, meant: string): Fix {
  const edits = uses.map(({ block, use: { name, span } }) => ({
    at: { block, span: { start: span.start, end: span.start + name.length } },
    text: meant,
  }));
  return { kind: "edit", title: `Correct it to ${meant}`, safe: false, edits };
}

/** Spells it out at its first use in the text; a heading is no place for it while there is another. */
function explain({ uses }: AcronymView): Fix {
  const [first] = uses;
  const best = uses.find((it) => !isInHeading(it.block, it.use.span)) ?? first;
  if (!best) throw new RangeError("an acronym that is not explained is used");
  const { name, span } = best.use;
  return {
    kind: "explain",
    title: `Spell ${name} out where it first appears`,
    safe: false,
    at: { block: best.block, span },
    short: name,
  };
}

function define(shorts: readonly string[]): Fix {
  const what = shorts.length === 1 ? shorts[0] : `these ${shorts.length}`;
  return { kind: "define", title: `Add ${what} to the paper's details`, safe: false, shorts };
}
