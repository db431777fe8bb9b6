// What a completion is about, in words: told when a person looks at it.

import { entriesOf, fullKey } from "../lint/keys.js";
import { settle } from "../lint/settings.js";
import type { FieldRule, SectionRule, Template } from "../lint/template.js";
import type { AcronymDefinition } from "../paper/acronyms.js";
import type { Block } from "../paper/block.js";
import type { Outline } from "../paper/outline.js";
import { blockAt, frontMatterOf } from "../paper/paper.js";
import { blockStart, rangeOf } from "../paper/places.js";
import type { CompletionSource, Subject } from "./completion.js";
import { templateField } from "./details.js";
import { firstWords } from "./first-words.js";
import { tableHeadings } from "./references.js";

/** Characters of a paragraph that are shown of it. */
const longest = 400;

/** What is to be said of a subject, in plain sentences; `undefined` where there is nothing, or it is no longer there. */
export function explainSubject(source: CompletionSource, { kind, name }: Subject): string | undefined {
  const { template } = settle(source.settings, frontMatterOf(source.paper));
  switch (kind) {
    case "field": {
      const rule = [...template.fields, templateField].find((it) => it.name === name);
      return rule && sayField(rule);
    }
    case "template": {
      const named = source.settings.templates.find((it) => it.name === name);
      return named && sayTemplate(named);
    }
    case "section": {
      const rule = template.sections.find((it) => it.titles.includes(name));
      return rule && saySection(rule);
    }
    case "acronym":
      return sayAcronym(source, name);
    default:
      return sayTarget(source, kind, name);
  }
}

function sayField({ kind, meaning, example, choices = [], words }: FieldRule): string {
  const isChoice = choices.length > 0 && (kind === "choice" || kind === "choices");
  const rest = isChoice
    ? `${kind === "choice" ? "One" : "One or more"} of: ${choices.join(", ")}.`
    : example === ""
      ? undefined
      : `Such as: ${example}`;
  const limit = words === undefined ? undefined : `At most ${words} words.`;
  return [meaning, rest, limit].filter((it) => it !== undefined && it !== "").join("\n\n");
}

function sayTemplate({ title, sections }: Template): string {
  const asked = sections.filter((it) => it.need === "required").map((it) => it.titles.join(" or "));
  return asked.length === 0 ? title : `${title}\n\nSections that it asks for: ${asked.join(", ")}.`;
}

function saySection({ titles, guidance }: SectionRule): string | undefined {
  const others = titles.length > 1 ? `Any of these will do: ${titles.join(", ")}.` : undefined;
  const said = [guidance?.replace(/^\[|\]$/g, ""), others].filter((it) => it !== undefined);
  return said.length > 0 ? said.join("\n\n") : undefined;
}

function sayAcronym(source: CompletionSource, key: string): string | undefined {
  const { paper, settings } = source;
  const entries = entriesOf(paper, fullKey("acronym", key));
  for (const it of entries)
    if (it.kind === "definition")
      return `${it.definition.expansion}\n\n${sayWhere(source, it.block, it.definition)}`;
  const words = settle(settings, frontMatterOf(paper)).glossary.get(key);
  if (words === undefined) return undefined;
  const isHouse = Object.keys(settings.glossary).some((it) => it.toUpperCase() === key);
  return `${words}\n\nExplained in the ${isHouse ? "house" : "template's"} glossary.`;
}

function sayWhere(
  { paper, report }: CompletionSource,
  block: Block,
  { form, span }: AcronymDefinition,
): string {
  if (form === "details") return "Explained in the paper details.";
  const index = blockStart(paper, block)?.index;
  const paragraph = report().memory.outline.outline.paragraphs.find((it) => it.block === index);
  if (paragraph) return `Explained in paragraph ${paragraph.mark.ordinal}.`;
  const line = rangeOf(paper, { block, span })?.start.line ?? 0;
  return `Explained in line ${line + 1}.`;
}

type TargetKind = Exclude<Subject["kind"], "field" | "template" | "section" | "acronym">;

function sayTarget({ paper, report }: CompletionSource, kind: TargetKind, name: string): string | undefined {
  const { outline } = report().memory.outline;
  const index = blockOf(outline, kind, name);
  const text = index === undefined ? undefined : blockAt(paper, index)?.text;
  if (index === undefined || text === undefined) return undefined;
  const words = firstWords(text, 0, longest);
  const headings = kind === "table" ? tableHeadings(index, paper, outline) : "";
  return headings === "" ? words : `${words}\n\n${headings}`;
}

function blockOf(
  { paragraphs, sectionNumbers, labels }: Outline,
  kind: TargetKind,
  name: string,
): number | undefined {
  if (kind === "paragraph") return paragraphs.find((it) => String(it.mark.ordinal) === name)?.block;
  if (kind === "subparagraph") return sectionNumbers.find((it) => it.opens && it.name === name)?.block;
  return labels.find(({ label }) => label.kind === kind && label.name === name)?.block;
}
