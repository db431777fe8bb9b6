// Completions of headings: the sections that the template asks for and the paper does not have yet.

import { findSection, type Sections, sectionsOf } from "../lint/sections.js";
import { settle } from "../lint/settings.js";
import type { SectionRule } from "../lint/template.js";
import { frontMatterOf } from "../paper/paper.js";
import type { Caret, Gap } from "./caret.js";
import type { Completion, CompletionSource, Completions } from "./completion.js";

const headingBefore =
  /^(?<signs>#{1,6})[ \t]+(?:\d{1,3}(?:\.\d{1,3})*[.)]?[ \t]+)?(?<begun>(?!\d)\S.{0,80}|)$/;

/** The titles of missing sections for a heading that is begun here; `undefined` where none is. */
export function completeHeading(caret: Caret, source: CompletionSource): Completions | undefined {
  const { signs, begun = "" } = headingBefore.exec(caret.before)?.groups ?? {};
  if (signs === undefined || caret.block.kind !== "heading") return undefined;
  const rest = caret.after.trimEnd();
  // Behind a space a title goes on; one that is there already is not written over.
  if (begun === "" && rest !== "") return undefined;
  const missing = missingSections(caret.gap, source, signs.length);
  const items = missing
    .flatMap((rule) => rule.titles.map((title) => itemOf(rule, title, title)))
    .filter(({ label }) => isBegun(label, begun + rest));
  return {
    span: { start: caret.offset - begun.length, end: caret.offset + rest.length },
    items,
    more: false,
  };
}

/** Headings of missing sections for an empty line. */
export function offerHeadings(gap: Gap, source: CompletionSource): Completion[] {
  return missingSections(gap, source).flatMap((rule) => {
    const { tops, depth } = sectionsOf(source.report().memory.outline.outline);
    // Titles that are bold lines are written in the way that the paper has.
    const isStrong = tops[0]?.form === "strong";
    return rule.titles.map((title) => {
      const heading = isStrong ? `**${title}**` : `${"#".repeat(depth)} ${title}`;
      return itemOf(rule, heading, title);
    });
  });
}

/** Whether a title, or a word in it, begins so; one that is written already is not begun. */
function isBegun(title: string, begun: string): boolean {
  return title !== begun && ` ${title.toLowerCase()}`.includes(` ${begun.toLowerCase()}`);
}

function itemOf({ need, titles: [first = ""] }: SectionRule, text: string, title: string): Completion {
  const note = title !== first ? `instead of “${first}”` : need === "required" ? "needed" : "optional";
  return { kind: "section", label: text, note, text, about: { kind: "section", name: title } };
}

/** The sections that are missing, those that belong behind what stands before the place first. */
function missingSections(gap: Gap, source: CompletionSource, depth?: number): SectionRule[] {
  const rules = settle(source.settings, frontMatterOf(source.paper)).template.sections;
  if (rules.length === 0) return [];
  const sections = sectionsOf(source.report().memory.outline.outline);
  if (depth !== undefined && !isSectionDepth(sections, gap, depth)) return [];
  if (sections.end && sections.end.block < gap.from) return [];
  const found = rules.map((rule) => findSection(sections, rule));
  const last = found.reduce((rank, it, i) => (it && it.block < gap.from ? i : rank), -1);
  const missing = rules.filter((_, i) => found[i] === undefined);
  const isBehind = (rule: SectionRule): boolean =>
    rules.indexOf(rule) > last && !comesLate(rule, sections, gap);
  return [...missing.filter(isBehind), ...missing.filter((it) => !isBehind(it))];
}

/** Whether it has to be the first section, and another stands before the place. */
function comesLate({ first }: SectionRule, { tops }: Sections, { from }: Gap): boolean {
  return first === true && tops.some((it) => it.block < from);
}

/** Whether a heading of this depth is one of a section; the heading at the place itself tells nothing. */
function isSectionDepth({ tops }: Sections, { from, to }: Gap, depth: number): boolean {
  const others = tops.filter((it) => (it.block < from || it.block >= to) && it.form === "heading");
  return others.length > 0 ? others.some((it) => it.depth === depth) : depth === 2;
}
