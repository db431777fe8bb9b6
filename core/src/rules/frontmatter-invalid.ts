import { distance } from "fastest-levenshtein";
import { defineRule, type Problem, replace } from "../lint/rule.js";
import type { FieldRule, Template } from "../lint/template.js";
import type { Block } from "../paper/block.js";
import { findDates } from "../paper/dates.js";
import { type Field, type FrontMatter, fieldOf } from "../paper/front-matter.js";

export default defineRule({
  id: "frontmatter-invalid",
  summary: "The paper's details can be read, and hold what the template asks for.",
  why: "The header of the published paper, the agenda and the search are made from the details.",
  severity: "error",
  scope: "details",
  options: {},
  fix: "Adds a missing field, or renames a misspelt one.",
  examples: [
    {
      bad: "---\ntemplate: spcb\nboard: Strategic Policing and Crime Board\ntitle: Budget\npresented-by: [Chief Finance Officer]\nauthors: [Chief Finance Officer]\n---\n\n1. The budget is £2m.\n",
      good: "---\ntemplate: spcb\nboard: Strategic Policing and Crime Board\ndate: 17 November 2020\ntitle: Budget\npresented-by: [Chief Finance Officer]\nauthors: [Chief Finance Officer]\nclassification: open\n---\n\n1. The budget is £2m.\n",
    },
  ],

  *check(frontMatter, block, { template }) {
    if (!frontMatter) {
      const at = { block, span: { start: 0, end: 0 } };
      const fixes = [replace(at, skeleton(template), "Add the paper details")];
      yield { at, message: "This paper has no paper details (front matter) at the top.", fixes };
      return;
    }
    for (const { message, span } of frontMatter.problems) yield { at: { block, span }, message };
    const misspelt = new Set<string>();
    for (const field of frontMatter.fields) {
      const meant = nearField(field.key, template, frontMatter);
      // Where a line cannot be read, what the fields hold is not what was meant.
      if (meant === undefined) {
        if (frontMatter.problems.length === 0) yield* checkKind(field, template, block);
      } else {
        misspelt.add(meant);
        yield sayMisspelt(field, meant, block);
      }
    }
    if (frontMatter.problems.length > 0) return;
    for (const rule of template.fields)
      if (!misspelt.has(rule.name)) yield* checkPresence(rule, frontMatter, block);
  },
});

function skeleton(template: Template): string {
  const lines = template.fields
    .filter((it) => it.need === "required" || it.name === "template")
    .map((it) => `${it.name}: ${it.example}\n`);
  return `---\n${lines.join("")}---\n\n`;
}

/** The template's field that an unknown key was probably meant for. */
function nearField(key: string, template: Template, frontMatter: FrontMatter): string | undefined {
  const plain = (name: string): string => name.toLowerCase().replace(/[_ -]+/g, "");
  const names = template.fields.map((it) => it.name);
  if (names.includes(key)) return undefined;
  const free = names.filter((name) => fieldOf(frontMatter, name) === undefined);
  return (
    free.find((name) => plain(name) === plain(key)) ??
    free.find((name) => name.length > 4 && distance(plain(name), plain(key)) <= 2)
  );
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
  if (rule.need === "optional") return;
  const given = (name: string): boolean => (fieldOf(frontMatter, name)?.value.kind ?? "empty") !== "empty";
  if ([rule.name, ...(rule.instead ?? [])].some(given)) return;
  const names = [rule.name, ...(rule.instead ?? [])].map((name) => `"${name}"`).join(" or ");
  const present = fieldOf(frontMatter, rule.name);
  const at = { block, span: present?.keySpan ?? { start: 0, end: 3 } };
  const value = ` ${rule.example}`;
  const end = frontMatter.body.end;
  const behind = present && { start: present.keySpan.end + 1, end: present.keySpan.end + 1 };
  const edit = behind
    ? replace({ block, span: behind }, value, `Fill in "${rule.name}"`)
    : replace({ block, span: { start: end, end } }, `${rule.name}:${value}\n`, `Add "${rule.name}"`);
  const message = present ? `The field "${rule.name}" is empty.` : `The paper details have no ${names}.`;
  yield {
    at,
    ...(rule.need === "recommended" && { severity: "info" as const }),
    message: `${message} ${rule.meaning}`,
    fixes: [edit],
  };
}

function* checkKind({ key, value }: Field, template: Template, block: Block): Generator<Problem> {
  const rule = template.fields.find((it) => it.name === key);
  if (!rule || value.kind === "empty") return;
  const at = { block, span: value.span };
  if (rule.kind === "text" && value.kind !== "text") yield { at, message: `"${key}" should be one text.` };
  else if (rule.kind === "texts" && value.kind !== "text" && value.kind !== "list")
    yield { at, message: `"${key}" should be a text or a list of texts.` };
  else if (rule.kind === "texts" && value.kind === "list" && value.items.some((it) => it.kind !== "text")) {
    yield {
      at,
      message: `Every item of "${key}" should be a text. One with a colon in it needs quotation marks.`,
    };
  } else if (rule.kind === "definitions" && value.kind !== "map") {
    yield { at, message: `"${key}" should be lines such as "VRU: Violence Reduction Unit".` };
  } else if (rule.kind === "date" && (value.kind !== "text" || findDates(value.text).length !== 1)) {
    yield { at, message: `"${key}" should be one date, such as "17 November 2020" or "2020-11-17".` };
  }
}
