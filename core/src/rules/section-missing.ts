import { risingItems } from "../lint/rising.js";
import { defineRule, type Fix, type IndexedPlace, type Problem } from "../lint/rule.js";
import { findSection, placeOfTitle, type Sections, type SectionTitle, sectionsOf } from "../lint/sections.js";
import type { SectionRule, Template } from "../lint/template.js";
import type { Outline } from "../paper/outline.js";
import { shorten } from "../text/shorten.js";

export default defineRule({
  id: "section-missing",
  summary: "The paper has the sections that the template asks for, in its order.",
  why: "Members look for the purpose of a paper and what it costs where every paper has them, and a section that is not there reads as a question nobody asked.",
  severity: "warning",
  scope: "sequence",
  options: {},
  fix: "Inserts the heading where the template has it.",
  examples: [
    {
      bad: "## Performance\n\n1. Response times fell.\n\n## Next steps\n\n2. A report follows in May.\n",
      good: "## 1. Purpose of this report\n\n1. To inform the Board of response times.\n\n## Performance\n\n2. They fell.\n",
    },
    {
      bad: "## Performance\n\n1. Response times fell.\n\n## Background\n\n2. The Board asked for this in May.\n",
      good: "**Background and context**\n\n1. The Board asked for this in May.\n\n**Performance**\n\n2. Response times fell.\n",
    },
  ],

  *check(outline, { template }) {
    if (template.sections.length === 0 || !outline.content.includes(true)) return;
    const sections = sectionsOf(outline);
    const found = new Map<SectionRule, SectionTitle>();
    for (const rule of template.sections) {
      const title = findSection(sections, rule);
      if (title) found.set(rule, title);
    }
    for (const rule of template.sections) {
      const title = found.get(rule);
      if (title) {
        const before = rule.first ? titleBefore(title, sections, outline) : undefined;
        if (before) yield sayNotFirst(title, before);
      } else if (rule.need === "required" && !isShort(rule, sections))
        yield sayMissing(rule, template, { sections, found, outline });
    }
    yield* checkOrder(template, found, sections);
  },
});

/** What of a paper the search for its sections found. */
interface Findings {
  readonly sections: Sections;
  readonly found: ReadonlyMap<SectionRule, SectionTitle>;
  readonly outline: Outline;
}

function sayMissing(
  rule: SectionRule,
  template: Template,
  { sections, found, outline }: Findings,
): Problem<IndexedPlace> {
  const names = rule.titles.slice(0, 3).map((it) => `"${it}"`);
  const which =
    names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}` : (names[0] ?? "");
  const [first] = sections.tops;
  // The section before which it belongs: one that the template has behind it.
  const next = template.sections
    .slice(template.sections.indexOf(rule) + 1)
    .map((it) => found.get(it))
    .find((it) => it !== undefined && sections.tops.includes(it));
  const words = sectionWords(rule, sections);
  const title = `Insert "${rule.titles[0] ?? ""}"`;
  if (rule.first && first) {
    return {
      at: placeOfTitle(first),
      ...(isIntroduction(first.text) && { severity: "info" }),
      message: `The first section should be ${which}; the paper begins with "${shorten(first.text, 60)}".`,
      fixes: [insertAt(sections.start, words, title)],
    };
  }
  const end = next ?? sections.end;
  const at = next ?? sections.tops.at(-1);
  const fix: Fix<IndexedPlace> = end
    ? insertAt(end.block, words, title)
    : { kind: "append", title, safe: false, text: words };
  return {
    at: at ? placeOfTitle(at) : startOf(sections, outline),
    message: `The paper has no section ${which}, which the template asks for.`,
    fixes: [fix],
  };
}

/** Whether a title is another one that papers begin with, so that the template's is not missed for certain. */
function isIntroduction(title: string): boolean {
  return /^[\W\d]*(?:introduction|(?:executive |report )?summary|foreword|preface|overview|context|scope)\b/i.test(
    title,
  );
}

/** Whether the paper is one without any sections, in which no first one is missed. */
function isShort(rule: SectionRule, { titles }: Sections): boolean {
  return rule.first === true && !titles.some((it) => it.form !== "plain");
}

function startOf({ start }: Sections, { content }: Outline): IndexedPlace {
  return { block: Math.min(start, content.length - 1), span: { start: 0, end: 1 } };
}

/** The section's title, written as the paper writes titles, and what is to be put there. */
function sectionWords({ titles: [title = ""], guidance }: SectionRule, { tops, depth }: Sections): string {
  const isStrong = tops[0]?.form === "strong";
  const heading = isStrong ? `**${title}**` : `${"#".repeat(depth)} ${title}`;
  return guidance === undefined ? `${heading}\n\n` : `${heading}\n\n${guidance}\n\n`;
}

function insertAt(block: number, text: string, title: string): Fix<IndexedPlace> {
  return { kind: "edit", title, safe: false, edits: [{ at: { block, span: { start: 0, end: 0 } }, text }] };
}

/** The section that stands before the one that should be first; a title with nothing under it is none. */
function titleBefore(
  title: SectionTitle,
  { tops }: Sections,
  { content }: Outline,
): SectionTitle | undefined {
  return tops.find((it) => {
    if (it.block >= title.block) return false;
    for (let block = it.block + 1; block < title.block; block++) if (content[block]) return true;
    return false;
  });
}

function sayNotFirst(title: SectionTitle, before: SectionTitle): Problem<IndexedPlace> {
  return {
    at: placeOfTitle(title),
    message: `"${shorten(title.text, 60)}" should be the first section, but "${shorten(before.text, 60)}" stands before it.`,
    related: [{ at: placeOfTitle(before), message: "This one stands before it." }],
  };
}

/** Sections that stand where the template does not have them: the fewest that would have to move. */
function* checkOrder(
  { sections: rules }: Template,
  found: ReadonlyMap<SectionRule, SectionTitle>,
  { tops }: Sections,
): Generator<Problem<IndexedPlace>> {
  const places = rules.flatMap((rule, rank) => {
    const title = rule.first ? undefined : found.get(rule);
    return title && tops.includes(title) ? [{ title, rank }] : [];
  });
  places.sort((a, b) => a.title.block - b.title.block || a.title.span.start - b.title.span.start);
  const kept = risingItems(places, (it) => it.rank);
  for (const [i, { title, rank }] of places.entries()) {
    if (kept.has(i)) continue;
    const before = places.findLast((it, j) => j < i && kept.has(j) && it.rank > rank)?.title;
    const after = places.find((it, j) => j > i && kept.has(j) && it.rank < rank)?.title;
    const other = before ?? after;
    if (!other) continue;
    const [is, should] = before ? ["after", "before"] : ["before", "after"];
    yield {
      at: placeOfTitle(title),
      message: `"${shorten(title.text, 60)}" stands ${is} "${shorten(other.text, 60)}"; in the template it stands ${should} it.`,
      related: [{ at: placeOfTitle(other), message: "The other section." }],
    };
  }
}
