import { defineRule, type Fix, replace, type Severity } from "../lint/rule.js";
import { namesOf, type Outline } from "../paper/outline.js";
import type { LabelKind } from "../paper/references.js";

const nouns: Readonly<Record<LabelKind, string>> = {
  paragraph: "paragraph",
  table: "Table",
  figure: "Figure",
  appendix: "Appendix",
};

export default defineRule({
  id: "reference-unresolved",
  summary: 'Every "paragraph 12", "Table F" and "Appendix 2" points to something in the paper.',
  why: "A reference to nothing stops the reader, and often shows that a table or paragraph was lost on the way.",
  severity: "error",
  scope: "key",
  families: ["reference"],
  options: {},
  fix: "Offers the nearest names that there are.",
  examples: [
    {
      bad: "1. Costs are in paragraph 7.\n\n2. The budget is £2m.\n",
      good: "1. Costs are in paragraph 2, and paragraph 7 of the Act applies.\n\n2. The budget is £2m.\n",
    },
    {
      bad: "1. Table B shows the costs.\n\n**Table A**\n\n| Year | £ |\n| --- | --: |\n| 2020 | 12 |\n",
      good: "1. Table A shows the costs.\n\n**Table A**\n\n| Year | £ |\n| --- | --: |\n| 2020 | 12 |\n",
    },
  ],

  *check(key, entries, { outline }) {
    const [kind, name] = splitKey(key);
    const known = namesOf(outline, kind);
    if (known.has(name)) return;
    const names = [...known];
    const severity = severityWithout(names, kind, outline);
    if (severity === "silent") return;
    for (const entry of entries) {
      if (entry.kind !== "reference") continue;
      const at = { block: entry.block, span: entry.name.span };
      yield {
        at: {
          block: entry.block,
          span: entry.reference.names.length === 1 ? entry.reference.span : entry.name.span,
        },
        message: say(kind, name, names),
        ...(severity && { severity }),
        fixes: nearest(name, names).map((other): Fix => replace(at, other, `Write ${nouns[kind]} ${other}`)),
      };
    }
  },
});

function splitKey(key: string): [LabelKind, string] {
  const space = key.indexOf(" ");
  return [key.slice(0, space) as LabelKind, key.slice(space + 1)];
}

/** Where a paper has nothing of the kind, what is meant is often outside it: appendices travel as files of their own. */
function severityWithout(
  names: readonly string[],
  kind: LabelKind,
  outline: Outline,
): Severity | "silent" | undefined {
  if (names.length > 0) return undefined;
  return kind === "table" && outline.tables > 0 ? "info" : "silent";
}

function say(kind: LabelKind, name: string, names: readonly string[]): string {
  const noun = nouns[kind];
  const last = kind === "paragraph" ? String(Math.max(...names.map(Number))) : names.at(-1);
  if (last === undefined)
    return `There is no ${noun} ${name}: no ${noun.toLowerCase()} of this paper has a label.`;
  return names.length === 1
    ? `There is no ${noun} ${name}. The only one is ${noun} ${last}.`
    : `There is no ${noun} ${name}. The last is ${noun} ${last}.`;
}

/** Up to three names that are most like the one written. */
function nearest(name: string, names: readonly string[]): string[] {
  const distance = (other: string): number => {
    const numbers = Math.abs(Number(name) - Number(other));
    return Number.isNaN(numbers) ? Math.abs(ordinalOf(name) - ordinalOf(other)) : numbers;
  };
  return [...new Set(names)].sort((a, b) => distance(a) - distance(b)).slice(0, 3);
}

function ordinalOf(name: string): number {
  let value = 0;
  for (const char of name) value = value * 40 + char.charCodeAt(0) - 47;
  return value;
}
