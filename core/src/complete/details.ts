// Completions in the paper's details: fields that are not there yet, and what a field may say.

import { conditionOf } from "../lint/field-kinds.js";
import { settle } from "../lint/settings.js";
import type { FieldRule, Template } from "../lint/template.js";
import { unexplainedAcronyms } from "../lint/unexplained.js";
import type { FrontMatter } from "../paper/front-matter.js";
import { fieldOf } from "../paper/front-matter.js";
import { lineEnding } from "../text/lines.js";
import { yamlText } from "../text/yaml-text.js";
import type { Caret } from "./caret.js";
import type { Completion, CompletionSource, Completions } from "./completion.js";
import { completeValue } from "./field-values.js";

/** The paper's details, perhaps without their end, and where in them the place is. */
export interface DetailsPlace {
  /** From the fence on. */
  readonly text: string;
  readonly frontMatter: FrontMatter;
  /** The offset in the text. */
  readonly at: number;
  readonly caret: Caret;
}

/** The ways to go on in the paper's details; `undefined` where nothing of them can stand. */
export function completeDetails(
  place: DetailsPlace,
  source: CompletionSource,
  asked: boolean,
): Completions | undefined {
  const { before } = place.caret;
  const template = withTemplateField(settle(source.settings, place.frontMatter).template);
  if (/^(?:[A-Za-z][\w-]*)?$/.test(before)) return completeField(place, template);
  const inline = /^(?<key>[A-Za-z][\w-]*)[ \t]*:(?<value>.*)$/.exec(before)?.groups;
  if (inline) {
    const rule = template.fields.find((it) => it.name === inline.key);
    return rule && completeValue(place, source, rule, { value: inline.value ?? "", asked });
  }
  const owner = template.fields.find((it) => it.name === ownerOf(place));
  const item = /^[ \t]*-(?<value>[ \t].*)$/.exec(before)?.groups?.value;
  if (item !== undefined) return owner && completeValue(place, source, owner, { value: item, asked });
  const short = /^[ \t]+(?<begun>[A-Za-z][\w&]*)?$/.exec(before);
  if (short && owner?.kind === "definitions" && place.caret.after.trim() === "")
    return completeShort(place, source, short.groups?.begun ?? "");
  return undefined;
}

/** Every paper may name its template, whether the template says so or not. */
function withTemplateField(template: Template): Template {
  if (template.fields.some((it) => it.name === templateField.name)) return template;
  return { ...template, fields: [templateField, ...template.fields] };
}

/** The field that names the template, for templates that do not speak of it. */
export const templateField: FieldRule = {
  name: "template",
  kind: "text",
  need: "optional",
  meaning: "The house template that the paper follows.",
  example: "spcb",
};

function completeField(place: DetailsPlace, template: Template): Completions | undefined {
  const { before, after, offset } = place.caret;
  const rest = /^[\w-]*/.exec(after)?.[0] ?? "";
  const behind = after.slice(rest.length);
  // In front of a field, what is put in would run into it.
  if (before === "" && after.trim() !== "") return undefined;
  const isRenamed = /^[ \t]*:/.test(behind);
  if (!isRenamed && behind.trim() !== "") return undefined;
  const present = keysOf(place);
  const newline = lineEnding(place.text) ?? "\n";
  const items = template.fields
    .filter((it) => !present.has(it.name) && isOfUse(it, place.frontMatter))
    .map((rule) => ({ rule, need: needOf(rule, present) }))
    .sort((a, b) => rank(a.need) - rank(b.need))
    .map(({ rule, need }) => fieldItem(rule, need, isRenamed ? undefined : newline));
  return { span: { start: offset - before.length, end: offset + rest.length }, items, more: false };
}

/** The names of the fields that are there, the one on the line of the place left out. */
function keysOf({ text, at, caret }: DetailsPlace): ReadonlySet<string> {
  const line = at - caret.before.length;
  const keys = new Set<string>();
  for (const match of text.matchAll(/^(["']?)([A-Za-z][\w-]*)\1[ \t]*:(?=\s|$)/gm))
    if (match.index !== line) keys.add(match[2] ?? "");
  return keys;
}

type Need = "template" | FieldRule["need"];

function rank(need: Need): number {
  return ["template", "required", "recommended", "optional"].indexOf(need);
}

/** How much a field is wanted. One that another stands in for, or that hangs on a field that is not there yet, is not. */
function needOf({ name, need, instead, when }: FieldRule, present: ReadonlySet<string>): Need {
  if (name === templateField.name && present.size === 0) return "template";
  if (instead?.some((it) => present.has(it)) || (when && !present.has(when.field))) return "optional";
  return need;
}

/** Whether what another field says does not rule the field out. */
function isOfUse({ when }: FieldRule, frontMatter: FrontMatter): boolean {
  if (when === undefined || fieldOf(frontMatter, when.field) === undefined) return true;
  return conditionOf(when, frontMatter) !== undefined;
}

const notes: Readonly<Record<Need, string | undefined>> = {
  template: undefined,
  required: "needed",
  recommended: "recommended",
  optional: undefined,
};

/** The field with room for what it says; without a line ending, its name alone. */
function fieldItem({ name, kind }: FieldRule, need: Need, newline: string | undefined): Completion {
  const key = yamlText(name);
  const isList = kind === "texts" || kind === "choices" || kind === "people";
  const room = isList ? `${newline}  - ` : kind === "definitions" ? `${newline}  ` : " ";
  const note = notes[need];
  return {
    kind: "field",
    label: name,
    ...(note !== undefined && { note }),
    text: newline === undefined ? key : `${key}:${room}`,
    about: { kind: "field", name },
  };
}

/** How many lines above an item its field is looked for. */
const farthest = 200;

/** The field that the indented line, or the list item, of the place belongs to. */
function ownerOf({ text, at, caret }: DetailsPlace): string | undefined {
  const lines = text
    .slice(0, at - caret.before.length)
    .split(/\r\n|\n|\r/, 2000)
    .slice(0, -1);
  const owner = lines.slice(-farthest).findLast((line) => /^[^\s#-]/.test(line));
  return /^(["']?)(?<key>[A-Za-z][\w-]*)\1[ \t]*:[ \t]*(?:#.*)?$/.exec(owner ?? "")?.groups?.key;
}

/** Short forms that the paper leaves unexplained, for a line of its own below `acronyms`. */
function completeShort(
  { caret: { offset }, frontMatter }: DetailsPlace,
  { report }: CompletionSource,
  begun: string,
): Completions {
  const field = fieldOf(frontMatter, "acronyms")?.value;
  const present = new Set(field?.kind === "map" ? field.fields.map((it) => it.key) : []);
  const items = unexplainedAcronyms(report())
    .filter(({ short }) => !present.has(short))
    .slice(0, 100)
    .map(({ short }): Completion => ({ kind: "acronym", label: short, text: `${yamlText(short)}: ` }));
  return { span: { start: offset - begun.length, end: offset }, items, more: false };
}
