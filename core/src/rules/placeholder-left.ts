import { detailPlaceholders } from "../lint/detail-placeholders.js";
import { defineRule, type Fix, type Problem } from "../lint/rule.js";
import type { Template } from "../lint/template.js";
import type { Block } from "../paper/block.js";
import type { Placeholder } from "../paper/placeholders.js";
import { memo } from "../text/memo.js";
import { shorten } from "../text/shorten.js";

export default defineRule({
  id: "placeholder-left",
  summary: "Nothing is left of the template's guidance, of TBC and XX, or of a draft's marks.",
  why: "A paper is published for good. What was to be filled in, or was struck out, tells the public that nobody read it to the end.",
  severity: "error",
  scope: "block",
  options: {},
  fix: "Takes the marks of a highlighted or struck-out passage away, or the passage with them.",
  examples: [
    {
      bad: "1. The scheme cost £XX in its first year.\n",
      good: "1. The scheme cost £41,200 in its first year. The cost of the second is to be confirmed.\n",
    },
    {
      bad: "1. [Insert a summary of the consultation]\n",
      good: '1. A resident said: "They [the team] never came back."\n',
    },
  ],

  *check(block, context) {
    const placeholders = block.frontMatter ? detailPlaceholders(block) : block.facts.placeholders;
    for (const it of placeholders) {
      // TBC may be a council, and one that the house explains is.
      if (it.kind === "awaited" && context.glossary.has(it.text.toUpperCase())) continue;
      if (it.kind === "struck" && showsChanges.test(block.text)) continue;
      const at = { block, span: it.span };
      yield { at, message: messageOf(it), ...severityOf(it), fixes: fixesOf(it, block) };
    }
    yield* unchangedGuidance(block, context.template);
  },
});

/** What says that struck-out words are there to be seen, as where a board is asked to agree changes. */
const showsChanges =
  /\b(?:struck (?:through|out)|strike-?through|crossed out|track(?:ed)? changes?|(?:deletions?|changes|amendments|deleted (?:words|text|wording)) (?:\w+ ){0,3}shown)\b/i;

function severityOf({ certainty }: Placeholder): Pick<Problem, "severity"> {
  if (certainty === "certain") return {};
  return { severity: certainty === "likely" ? "warning" : "info" };
}

function messageOf({ kind, text, certainty }: Placeholder): string {
  const words = quote(text);
  switch (kind) {
    case "instruction":
      return `${words} tells the author what to write. Write it, or take this out.`;
    case "choice":
      return `${words} leaves the choice to the reader. Delete it, and what does not apply.`;
    case "filler":
      return `${words} is filler text. Write what belongs here.`;
    case "lost":
      return `${words} was left by a program that lost what stood here. Write what is meant.`;
    case "awaited":
      if (certainty === "doubtful") return sayDoubtful(text);
      return certainty === "open"
        ? `${words} stands in this cell. If it is known by now, write it.`
        : `${words} holds the place of something that was not known yet. Write it, or say when it will be known.`;
    case "unknown":
      return `${words} holds the place of something that was not known yet. Write it.`;
    case "highlight":
      return `${words} is highlighted, as in a draft. Settle it, and take the marks away.`;
    case "struck":
      return `${words} is struck out, but the public can still read it. Delete it, or take the marks away.`;
  }
}

/** What TBC says where it may be the name of a body, too. */
function sayDoubtful(text: string): string {
  const meaning = { TBA: "to be announced", TBD: "to be decided" }[text] ?? "to be confirmed";
  return `"${text}" stands here. If it means "${meaning}", write what is meant, or say when it will be known; if it is a name, it can stay.`;
}

function quote(text: string): string {
  return `"${shorten(text.replace(/\s+/g, " ").trim(), 60)}"`;
}

function fixesOf({ kind, span, inner }: Placeholder, block: Block): Fix[] {
  if (!inner) return [];
  const cut = (start: number, end: number) => ({ at: { block, span: { start, end } }, text: "" });
  const keep: Fix = {
    kind: "edit",
    title: "Keep the words, without the marks",
    safe: false,
    edits: [cut(span.start, inner.start), cut(inner.end, span.end)],
  };
  if (kind === "highlight") return [keep];
  const before =
    block.text.charAt(span.start - 1) === " " && /^[\s.,;:)]?$/.test(block.text.charAt(span.end));
  const whole = cut(before ? span.start - 1 : span.start, span.end);
  return [{ kind: "edit", title: "Delete the struck-out words", safe: false, edits: [whole] }, keep];
}

/** Sentences of the template's guidance that stand as they came. */
function* unchangedGuidance(block: Block, template: Template): Generator<Problem> {
  if (block.kind === "frontMatter" || block.kind === "html") return;
  for (const { titles, pattern } of guidanceOf(template)) {
    const match = pattern.exec(block.text);
    if (!match?.[0]) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    if (block.facts.placeholders.some((it) => it.span.start < span.end && span.start < it.span.end)) continue;
    const section = titles[0] ?? "";
    const message = `This is the template's guidance for "${section}". Write the section in its place.`;
    yield { at: { block, span }, message };
  }
}

interface Guidance {
  readonly titles: readonly string[];
  readonly pattern: RegExp;
}

const guidanceOf = memo((template: Template): readonly Guidance[] =>
  template.sections.flatMap(({ titles, guidance }) => {
    const words = guidance?.trim().split(/\s+/) ?? [];
    // A word or two may well be what an author writes.
    if (words.length < 3) return [];
    const escaped = words.map((it) => it.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return [{ titles, pattern: new RegExp(`(?<![\\w-])${escaped.join("\\s+(?:>\\s*)?")}(?!\\w)`) }];
  }),
);
