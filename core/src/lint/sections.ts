// Which of a paper's titles are the sections that a template speaks of.

import type { Outline } from "../paper/outline.js";
import { memo } from "../text/memo.js";
import type { Span } from "../text/span.js";
import type { IndexedPlace } from "./rule.js";
import type { SectionRule } from "./template.js";

/** A title in a paper: a heading, or a line that stands for one. */
export interface SectionTitle {
  readonly block: number;
  readonly span: Span;
  readonly text: string;
  /** 1 to 6 of a heading; a line that is none counts as a section's. */
  readonly depth: number;
  readonly form: "heading" | "strong" | "plain";
}

/** The sections of a paper, without its title and its appendices. */
export interface Sections {
  /** All titles in order, those of parts of sections too. */
  readonly titles: readonly SectionTitle[];
  /** Those that begin a section. */
  readonly tops: readonly SectionTitle[];
  /** The level that sections have. */
  readonly depth: number;
  /** Where the first section would begin: the first block with words that are not the paper's title. */
  readonly start: number;
  /** The title of the first appendix, before which the paper's sections end. */
  readonly end: SectionTitle | undefined;
}

const appendix = /^\W*(?:appendix|appendices|annexe?s?)\b/i;
/** Titles of what stands before the first section, protective markings among them. */
const front =
  /^\W*(?:(?:table of )?(?:contents|agenda(?: item\b.*)?|cover (?:sheet|page))|not (?:protectively marked|restricted)|(?:protective |security )?marking\b.*|official(?:\W+sensitive)?|restricted|(?:strictly )?confidential|for publication)\W*$/i;

/** The sections of a paper. */
export const sectionsOf = memo((outline: Outline): Sections => {
  const all = titlesOf(outline);
  const endAt = all.findIndex((it, i) => i > 0 && it.form !== "plain" && appendix.test(it.text));
  const body = endAt < 0 ? all : all.slice(0, endAt);
  const headings = body.filter((it) => it.form === "heading");
  const [first, ...others] = headings;
  const isTitle = first?.depth === 1 && others.length > 0 && others.every((it) => it.depth > 1);
  const sections = isTitle ? others : headings;
  const depth = sections.reduce((least, it) => Math.min(least, it.depth), sections.length > 0 ? 6 : 2);
  const titles = body.filter((it) => !(isTitle && it === first) && !front.test(it.text));
  const isTop = (it: SectionTitle): boolean =>
    headings.length > 0 ? it.form === "heading" && it.depth === depth : it.form === "strong";
  return {
    titles,
    tops: titles.filter(isTop),
    depth,
    start: firstWords(outline, body, isTitle ? first : undefined),
    end: endAt < 0 ? undefined : all[endAt],
  };
});

/** The title that is a section's, if one is: a section of its own before a part of one, and a heading before a line. */
export function findSection({ titles, tops }: Sections, rule: SectionRule): SectionTitle | undefined {
  const isIt = (it: SectionTitle): boolean => rule.titles.some((title) => isTitled(it.text, title));
  const isHead = (it: SectionTitle): boolean => it.form !== "plain" && isIt(it);
  return tops.find(isIt) ?? titles.find(isHead) ?? titles.find(isIt);
}

/** Where a title stands. */
export function placeOfTitle({ block, span }: SectionTitle): IndexedPlace {
  return { block, span };
}

/**
 * Whether a title as written is a section's, alone or with another: "2. Financial and legal implications:". One word
 * has to be all of a part, for "Background papers" is not "Background".
 */
function isTitled(written: string, title: string): boolean {
  const bare = written
    .slice(0, longestTitle)
    .toLowerCase()
    .replace(/^\W*(?:section |part )?(?:\d{1,3}(?:\.\d{1,3}){0,3}[.):]?|[a-z][.)]|[ivx]{1,4}[.)])\s+/, "");
  const words = plainWords(title.toLowerCase()).split(" ");
  if (words.length === 1) return partsOf(bare).some((it) => it === words[0]);
  const given = new Set(plainWords(bare).split(" "));
  return words.every((it) => given.has(it));
}

const longestTitle = 200;

function partsOf(title: string): string[] {
  return title.split(/[,;:/()&]|\s[-–—]\s|\band\b/).map(plainWords);
}

/** The words of a title without what varies: articles, plurals, and that it is this paper's. */
function plainWords(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}' ]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:the|a|an) /, "")
    .replace(/ of (?:the |this )?(?:board )?(?:paper|report|briefing|document)$/, "")
    .replace(/(?<=\w{3})s\b(?<!ss)/g, "");
}

/** All titles in the order of the paper. */
function titlesOf({ headings, titles }: Outline): SectionTitle[] {
  const all: SectionTitle[] = headings.map(({ block, heading }) => ({
    block,
    span: heading.span,
    text: heading.text,
    depth: heading.depth,
    form: "heading",
  }));
  for (const { block, title } of titles) {
    const form = title.strong ? "strong" : "plain";
    all.push({ block, span: title.span, text: title.text, depth: 6, form });
  }
  return all.sort((a, b) => a.block - b.block || a.span.start - b.span.start);
}

/** The first block with words, or a heading, that is neither the paper's title nor a bold line over another title. */
function firstWords(
  { content }: Outline,
  titles: readonly SectionTitle[],
  title: SectionTitle | undefined,
): number {
  const heads = titles.filter((it) => it.form !== "plain" && it.block > (title?.block ?? -1));
  const headAt = new Map(heads.map((it, i) => [it.block, heads[i + 1]?.block]));
  const hasWords = (from: number, to: number): boolean => content.slice(from, to).includes(true);
  for (let block = title ? title.block + 1 : 0; block < content.length; block++) {
    if (!content[block] && !headAt.has(block)) continue;
    const next = headAt.get(block);
    if (next === undefined || hasWords(block + 1, next)) return block;
  }
  return content.length;
}
