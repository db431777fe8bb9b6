import { placeholdersOf } from "../lint/detail-placeholders.js";
import { conditionOf, fieldFaults, isEmpty, isNeeded, meantWord } from "../lint/field-kinds.js";
import { defineRule, type Fix, type Problem, replace } from "../lint/rule.js";
import type { FieldRule, Template } from "../lint/template.js";
import type { Block } from "../paper/block.js";
import { type Field, type FrontMatter, fieldOf } from "../paper/front-matter.js";
import type { Place } from "../paper/places.js";
import type { Span } from "../text/span.js";

export default defineRule({
  id: "frontmatter-invalid",
  summary: "The paper's details can be read, and hold what the template asks for.",
  why: "The header of the published paper, the agenda and the search are made from the details.",
  severity: "error",
  scope: "details",
  options: {},
  fix: "Adds a missing field, renames a misspelt one, or puts a text in quotation marks.",
  examples: [
    {
      bad: "---\ntemplate: spcb\nboard: Strategic Policing and Crime Board\ntitle: Budget\npresented-by: [Chief Finance Officer]\nauthors: [Chief Finance Officer]\n---\n\n1. The budget is £2m.\n",
      good: "---\ntemplate: spcb\nboard: Strategic Policing and Crime Board\ndate: 17 November 2020\ntitle: Budget\npresented-by: [Chief Finance Officer]\nauthors: [Chief Finance Officer]\nclassification: open\n---\n\n1. The budget is £2m.\n",
    },
  ],

  *check(frontMatter, block, { template }) {
    if (!frontMatter) {
      yield sayNone(block, template);
      return;
    }
    for (const { message, span } of frontMatter.problems)
      yield { at: { block, span }, message, fixes: quote(block, fieldText(block, span)) };
    const misspelt = new Set<string>();
    const names = template.fields.map((it) => it.name);
    const free = names.filter((name) => fieldOf(frontMatter, name) === undefined);
    for (const field of frontMatter.fields) {
      const meant = names.includes(field.key) ? undefined : meantWord(field.key, free);
      // Where a line cannot be read, what the fields hold is not what was meant.
      if (meant === undefined) {
        if (frontMatter.problems.length === 0) yield* checkKind(field, template, block);
      } else {
        misspelt.add(meant);
        yield sayMisspelt(field, meant, block);
      }
    }
    if (frontMatter.problems.length > 0) return;
    for (const rule of template.fields) {
      if (![rule.name, ...(rule.instead ?? [])].some((name) => misspelt.has(name)))
        yield* checkPresence(rule, frontMatter, block);
    }
  },
});

/** Where the text of a field or an item stands that has a colon in it, or starts with a symbol. */
function fieldText(block: Block, { start, end }: Span): Span | undefined {
  const line = block.text.slice(start, end);
  const match = /^[ \t]*(?:- |[\w-]+:[ \t]+)(?<text>(?:[@`%*&!|>]|[^"'[{\s].*?: ).*)$/.exec(line);
  const text = match?.groups?.text;
  return text === undefined ? undefined : { start: end - text.length, end };
}

/** Puts the text of one line in quotation marks. */
function quote(block: Block, span: Span | undefined): Fix[] {
  const text = span && block.text.slice(span.start, span.end).trimEnd();
  if (!span || !text || /[\r\n\\"]/.test(text)) return [];
  const at = { block, span: { start: span.start, end: span.start + text.length } };
  return [replace(at, `"${text}"`, "Put it in quotation marks")];
}

function sayNone(block: Block, template: Template): Problem {
  if (/^\ufeff?---[ \t]*(?:[\r\n]|$)/.test(block.text)) {
    const start = block.text.indexOf("---");
    const message =
      "The paper details (front matter) have no end. Put a line of three dashes, ---, behind the last of them.";
    return { at: { block, span: { start, end: start + 3 } }, message };
  }
  const at = { block, span: { start: 0, end: 0 } };
  const fixes = [replace(at, skeleton(template), "Add the paper details")];
  return { at, message: "This paper has no paper details (front matter) at the top.", fixes };
}

function skeleton(template: Template): string {
  const lines = template.fields
    .filter((it) => (it.need === "required" && it.when === undefined) || it.name === "template")
    .map((it) => `${it.name}:${exampleOf(it)}\n`);
  return `---\n${lines.join("")}---\n\n`;
}

/** What a new field is filled with, as it stands behind the colon. */
function exampleOf({ kind, example }: FieldRule): string {
  if (kind === "definitions") return `\n  ${example}`;
  const isPlain = /^["'[{]/.test(example) || !/^[@`%*&!|>#?-]|: | #|:$/.test(example);
  return isPlain ? ` ${example}` : ` ${JSON.stringify(example)}`;
}

function sayMisspelt({ key, keySpan }: Field, meant: string, block: Block): Problem {
  const at = { block, span: keySpan };
  return {
    at,
    severity: "warning",
    message: `"${key}" is not a field of paper details. Did you mean "${meant}"?`,
    fixes: [replace(at, meant, `Rename to "${meant}"`)],
  };
}

function* checkPresence(rule: FieldRule, frontMatter: FrontMatter, block: Block): Generator<Problem> {
  if (!isNeeded(rule, frontMatter)) return;
  const given = (name: string): boolean => !isEmpty(fieldOf(frontMatter, name)?.value);
  if ([rule.name, ...(rule.instead ?? [])].some(given)) return;
  const names = [rule.name, ...(rule.instead ?? [])].map((name) => `"${name}"`).join(" or ");
  const present = fieldOf(frontMatter, rule.name);
  const at = { block, span: present?.keySpan ?? { start: 0, end: 3 } };
  const condition = rule.when && conditionOf(rule.when, frontMatter);
  const because =
    condition === undefined ? "" : ` It is needed where "${rule.when?.field}" is "${condition}".`;
  const value = exampleOf(rule);
  const end = frontMatter.body.end;
  const behind = present && {
    start: present.keySpan.end + 1,
    end: Math.max(present.keySpan.end + 1, present.value.span.end),
  };
  // A comment behind the field stays one.
  const gap = block.text.charAt(behind?.end ?? 0) === "#" ? " " : "";
  const edit = behind
    ? replace({ block, span: behind }, value + gap, `Fill in "${rule.name}"`)
    : replace({ block, span: { start: end, end } }, `${rule.name}:${value}\n`, `Add "${rule.name}"`);
  const message = present ? `The field "${rule.name}" is empty.` : `The paper details have no ${names}.`;
  yield {
    at,
    ...(rule.need === "recommended" && { severity: "info" as const }),
    message: `${message}${because} ${rule.meaning}`,
    fixes: [edit],
  };
}

/** Looks a field's value over by its kind. */
function* checkKind(field: Field, template: Template, block: Block): Generator<Problem> {
  const rule = template.fields.find((it) => it.name === field.key);
  if (!rule) return;
  // What a template put there is said to be left over already; an author fills it in, and then its kind counts.
  const left = placeholdersOf(field.value, block.text).filter((it) => it.certainty === "certain");
  const faults = fieldFaults(field, rule).filter(
    ({ span }) => !left.some((it) => it.span.start < span.end && span.start < it.span.end),
  );
  for (const { span, message, severity, unquoted, slip } of faults) {
    const at = { block, span };
    const fixes = unquoted ? quote(block, span) : slip ? respell(at, slip) : [];
    yield { at, message, ...(severity && { severity }), fixes };
  }
}

/** Writes what was meant in place of what is written, which may be one word of several. */
function respell({ block, span }: Place, { written, meant }: { written: string; meant: string }): Fix[] {
  const from = block.text.slice(span.start, span.end).indexOf(written);
  if (from < 0) return [];
  const start = span.start + from;
  return [replace({ block, span: { start, end: start + written.length } }, meant, `Write "${meant}"`)];
}
