import { defineRule, type Fix, type Problem, replace, type Severity } from "../lint/rule.js";
import { namesOf, type Outline } from "../paper/outline.js";
import type { LabelKind } from "../paper/references.js";
import type { Span } from "../text/span.js";

const nouns: Readonly<Record<LabelKind, string>> = {
  paragraph: "paragraph",
  subparagraph: "paragraph",
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
    const misnumbered =
      (kind === "paragraph" && isMisnumbered(Number(name), outline)) ||
      (kind === "subparagraph" && isLeftOut(name, outline));
    const severity = misnumbered ? "info" : severityWithout(known, kind, outline);
    if (severity === "silent") return;
    const near = misnumbered ? [] : nearest(name, known);
    const rest = misnumbered ? sayMisnumbered : sayLast(kind, known, name);
    for (const entry of entries) {
      if (entry.kind !== "reference") continue;
      const { block, reference, name: written } = entry;
      const apart = kind === "appendix" && apartness(block.text, reference.span);
      if (apart === "apart") continue;
      const isOpen = reference.doubtful || apart === "perhaps";
      const at = { block, span: written.span };
      yield {
        at: reference.names.length === 1 ? { block, span: reference.span } : at,
        message: `There is no ${nounOf(kind, block.text, reference.span)} ${name}${isOpen && !misnumbered ? sayDoubtful(kind) : rest}`,
        ...((severity ?? isOpen) && { severity: severity ?? "info" }),
        fixes: (isOpen ? [] : near).map((other): Fix => replace(at, other, `Write ${nouns[kind]} ${other}`)),
        group: `${kind} ${reference.span.start}`,
      };
    }
  },

  join(problems) {
    const [first] = problems;
    const last = problems.at(-1);
    if (!first || !last || first === last) return first as Problem;
    const { block } = first.at;
    const names = problems.map((it) => block.text.slice(it.at.span.start, it.at.span.end));
    const [, noun = "", rest = ""] = /^There is no (\w+) [\w.]*\w(.*)$/.exec(first.message) ?? [];
    const plural = noun === "Appendix" ? "Appendices" : noun === "Annex" ? "Annexes" : `${noun}s`;
    const list = `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
    return {
      ...first,
      at: { block, span: { start: first.at.span.start, end: last.at.span.end } },
      message: `There are no ${plural} ${list}${rest}`,
      fixes: [],
    };
  },
});

function splitKey(key: string): [LabelKind, string] {
  const space = key.indexOf(" ");
  return [key.slice(0, space) as LabelKind, key.slice(space + 1)];
}

/** Whether the number lies within the run: that it is missing is a matter of the numbers, and found there. */
function isMisnumbered(number: number, { paragraphs }: Outline): boolean {
  const last = paragraphs.findLastIndex((it) => it.part === 0);
  return number > 0 && number <= Math.max(last + 1, paragraphs[last]?.mark.ordinal ?? 0);
}

/** Whether the numbers of its section go past it: `3.3`, where 3.2 is followed by 3.4. */
function isLeftOut(name: string, { sectionNumbers }: Outline): boolean {
  const [section, ordinal = 0] = name.split(".").map(Number);
  return sectionNumbers.some(({ levels }) => levels[0] === section && (levels[1] ?? 0) > ordinal);
}

/** Where a paper has nothing of the kind, what is meant is often outside it: appendices travel as files of their own. */
function severityWithout(
  names: ReadonlySet<string>,
  kind: LabelKind,
  outline: Outline,
): Severity | "silent" | undefined {
  if (names.size > 0) return undefined;
  return kind === "table" && outline.tables.length > 0 ? "info" : "silent";
}

/** Whether the words around an appendix say that it is not part of the paper, or that it travels with it. */
function apartness(text: string, { start, end }: Span): "apart" | "perhaps" | undefined {
  const before = /[^.;\n]*$/.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? "";
  const after = /^[^.;\n]*/.exec(text.slice(end, end + 60))?.[0] ?? "";
  const says = (words: RegExp): boolean => words.test(before) || words.test(after);
  if (says(/\b(?:separate(?:ly)?|circulated|exempt|private|confidential|restricted)\b/i)) return "apart";
  return says(/\b(?:attached|enclosed|appended|published (?:with|alongside))\b/i) ? "perhaps" : undefined;
}

function nounOf(kind: LabelKind, text: string, { start }: Span): string {
  return /^annex/i.test(text.slice(start, start + 5)) ? "Annex" : nouns[kind];
}

function sayDoubtful(kind: LabelKind): string {
  if (kind === "appendix") return " in this paper. If it is a file of its own, say that it is separate.";
  return " in this paper. If another document is meant, name it.";
}
const sayMisnumbered = ": the numbers are out of order. Put them right first.";

function sayLast(kind: LabelKind, names: ReadonlySet<string>, name: string): string {
  const section = `${name.split(".")[0]}.`;
  const ofSection =
    kind === "subparagraph" ? [...names].filter((it) => it.startsWith(section)).at(-1) : undefined;
  if (ofSection !== undefined) return `. The last of its section is paragraph ${ofSection}.`;
  const noun = nouns[kind];
  if (names.size === 0) return `: no ${noun.toLowerCase()} of this paper has a label.`;
  let last = "";
  for (const name of names) if (kind !== "paragraph" || Number(name) > Number(last)) last = name;
  return `. The ${names.size === 1 ? "only one" : "last"} is ${noun} ${last}.`;
}

/** Up to three names that are most like the one written, the most like first. */
function nearest(name: string, names: ReadonlySet<string>): string[] {
  const best: { readonly name: string; readonly distance: number }[] = [];
  for (const other of names) {
    const numbers = Math.abs(Number(name) - Number(other));
    const distance = Number.isNaN(numbers) ? Math.abs(ordinalOf(name) - ordinalOf(other)) : numbers;
    const behind = best.findIndex((it) => it.distance > distance);
    if (behind >= 0) best.splice(behind, 0, { name: other, distance });
    else if (best.length < 3) best.push({ name: other, distance });
    best.length = Math.min(best.length, 3);
  }
  return best.map((it) => it.name);
}

function ordinalOf(name: string): number {
  let value = 0;
  for (const char of name) value = value * 40 + char.charCodeAt(0) - 47;
  return value;
}
