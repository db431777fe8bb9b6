// What a field of the paper's details may hold, by its kind.

import { findDates } from "../paper/dates.js";
import { type Field, type FrontMatter, fieldOf, textsOf, type Value } from "../paper/front-matter.js";
import { shorten } from "../text/shorten.js";
import type { Span } from "../text/span.js";
import { nearest, plainName } from "./nearest.js";
import type { Severity } from "./rule.js";
import type { FieldRule } from "./template.js";

/** What is said of a field's value; spans are those of the front matter's block. */
interface FieldFault {
  readonly span: Span;
  readonly message: string;
  readonly severity?: Severity;
  /** A list item that reads as a map because of a colon in it. */
  readonly unquoted?: boolean;
  /** What is written in the span, and what was probably meant instead. */
  readonly slip?: { readonly written: string; readonly meant: string };
}

type Text = Extract<Value, { kind: "text" }>;

/** Whether a value says nothing: none, an empty one, or a list of such. */
export function isEmpty(value: Value | undefined): boolean {
  return (
    value === undefined || value.kind === "empty" || (value.kind === "list" && value.items.every(isEmpty))
  );
}

/** What is to be said of a field that is given. Nothing of an empty one. */
export function fieldFaults(field: Field, rule: FieldRule): FieldFault[] {
  if (isEmpty(field.value)) return [];
  const faults = kindFaults(field, rule);
  return faults.length > 0 ? faults : wordFaults(field, rule);
}

/** Whether the paper needs a field: always, or only for what another field says. */
export function isNeeded({ need, when }: FieldRule, frontMatter: FrontMatter): boolean {
  if (need === "optional") return false;
  return when === undefined || conditionOf(when, frontMatter) !== undefined;
}

/** The value of another field for which a field is needed, as written. */
export function conditionOf(
  { field, is }: NonNullable<FieldRule["when"]>,
  frontMatter: FrontMatter,
): string | undefined {
  const value = fieldOf(frontMatter, field)?.value;
  if (value === undefined) return undefined;
  const wanted = new Set(is.map(plainName));
  return itemsOf(value).find(({ text }) => wanted.has(plainName(text)))?.text;
}

/** The word that an author meant. What is further off than two slips may well be another word. */
export function meantWord(written: string, words: readonly string[]): string | undefined {
  return nearest(written, words, 2);
}

function kindFaults({ key, value }: Field, rule: FieldRule): FieldFault[] {
  const { span } = value;
  switch (rule.kind) {
    case "text":
      return value.kind === "text" ? [] : [{ span, message: `"${key}" should be one text.` }];
    case "texts":
      return textsFaults(key, value);
    case "definitions":
      return value.kind === "map"
        ? []
        : [{ span, message: `"${key}" should be lines such as "VRU: Violence Reduction Unit".` }];
    case "date":
      return isDate(value)
        ? []
        : [{ span, message: `"${key}" should be one date, such as "17 November 2020" or "2020-11-17".` }];
    case "choice":
      return choiceFaults(key, value, rule.choices ?? []);
    case "choices":
      return choicesFaults(key, value, rule.choices ?? []);
    case "people":
      return peopleFaults(key, value);
  }
}

function textsFaults(key: string, value: Value): FieldFault[] {
  if (value.kind !== "text" && value.kind !== "list")
    return [{ span: value.span, message: `"${key}" should be a text or a list of texts.` }];
  const odd = value.kind === "list" ? value.items.find((it) => it.kind !== "text") : undefined;
  if (!odd) return [];
  const message = `Every item of "${key}" should be a text. One with a colon in it needs quotation marks.`;
  return [{ span: odd.span, message, unquoted: odd.kind === "map" }];
}

function isDate(value: Value): boolean {
  return value.kind === "text" && findDates(value.text).length === 1;
}

function choiceFaults(key: string, value: Value, choices: readonly string[]): FieldFault[] {
  // A template that forgot to list the choices lets any text pass.
  if (value.kind === "text") return choices.length === 0 ? [] : wrongChoice(key, value, choices);
  return [{ span: value.span, message: `"${key}" should be one of ${listOf(choices)}.` }];
}

function choicesFaults(key: string, value: Value, choices: readonly string[]): FieldFault[] {
  const isTexts = value.kind === "text" || (value.kind === "list" && value.items.every(isTextOrEmpty));
  if (!isTexts)
    return [{ span: value.span, message: `"${key}" should be one or more of ${listOf(choices)}.` }];
  if (choices.length === 0) return [];
  const items = value.kind === "text" && isChoice(value.text, choices) ? [] : itemsOf(value);
  return items.flatMap((item) => wrongChoice(key, item, choices));
}

function isTextOrEmpty(value: Value): boolean {
  return value.kind === "text" || value.kind === "empty";
}

/** The texts of a value; one text may name several, set apart by commas. */
function itemsOf(value: Value): Text[] {
  if (value.kind !== "text") return textsOf(value);
  const parts = value.text.split(/[,;]/).map((it) => it.trim());
  if (parts.length < 2) return [value];
  return parts.filter((it) => it !== "").map((text) => ({ ...value, text }));
}

function wrongChoice(key: string, { text, span }: Text, choices: readonly string[]): FieldFault[] {
  if (isChoice(text, choices)) return [];
  const meant = meantWord(text, choices);
  if (meant === undefined)
    return [{ span, message: `"${key}" says "${shorten(text)}"; it should be ${listOf(choices)}.` }];
  const message = `"${key}" says "${shorten(text)}". Did you mean "${meant}"?`;
  return [{ span, message, slip: { written: text, meant }, severity: "warning" }];
}

function isChoice(text: string, choices: readonly string[]): boolean {
  const written = text.trim().toLowerCase();
  return choices.some((it) => it.toLowerCase() === written);
}

const personKeys = ["role", "name", "date"];

function peopleFaults(key: string, value: Value): FieldFault[] {
  return (value.kind === "list" ? value.items : [value]).flatMap((item) => personFaults(key, item));
}

function personFaults(key: string, person: Value): FieldFault[] {
  if (person.kind === "text" || person.kind === "empty") return [];
  if (person.kind !== "map") {
    const message = `Everyone in "${key}" should be a text such as "Name, role", or have a role, a name and a date.`;
    return [{ span: person.span, message }];
  }
  const given = new Set(person.fields.map((it) => it.key.toLowerCase()));
  const free = personKeys.filter((it) => !given.has(it));
  const faults = person.fields.flatMap((field) => personFieldFaults(key, field, free));
  if (faults.length > 0 || given.has("role") || given.has("name")) return faults;
  return [{ span: person.span, message: `Someone in "${key}" has neither a role nor a name.` }];
}

function personFieldFaults(key: string, field: Field, free: readonly string[]): FieldFault[] {
  const { key: name, keySpan, value } = field;
  if (!personKeys.includes(name.toLowerCase())) {
    const meant = meantWord(name, free);
    if (meant === undefined) return [];
    const message = `"${name}" is not said of people in "${key}". Did you mean "${meant}"?`;
    return [{ span: keySpan, message, severity: "warning", slip: { written: name, meant } }];
  }
  if (isEmpty(value)) return [];
  if (name.toLowerCase() === "date" && !isDate(value)) {
    const message = `The date in "${key}" should be one date, such as "17 November 2020" or "2020-11-17".`;
    return [{ span: value.span, message }];
  }
  if (value.kind === "text") return [];
  return [{ span: value.span, message: `The ${name} in "${key}" should be one text.` }];
}

function wordFaults({ key, value }: Field, { words: most }: FieldRule): FieldFault[] {
  if (most === undefined) return [];
  const count = textsOf(value).reduce((sum, it) => sum + wordsIn(it.text), 0);
  if (count <= most) return [];
  const message = `"${key}" has ${count} words; it should have at most ${most}.`;
  return [{ span: value.span, message, severity: "warning" }];
}

/** Words as a word processor counts them: what stands between spaces, if it has a letter or a digit. */
function wordsIn(text: string): number {
  return text.split(/\s+/).filter((it) => /[\p{L}\p{N}]/u.test(it)).length;
}

function listOf(choices: readonly string[]): string {
  const quoted = choices.map((it) => `"${it}"`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1) ?? ""}`;
}
