// What a field of the paper's details may say: its choices, the house templates, the board.

import { type Settings, settle } from "../lint/settings.js";
import type { FieldRule, Template } from "../lint/template.js";
import { fieldOf, textsOf } from "../paper/front-matter.js";
import { yamlText } from "../text/yaml-text.js";
import type { Completion, CompletionSource, Completions, Subject } from "./completion.js";
import type { DetailsPlace } from "./details.js";

/** What is written of a value, and how. */
interface Written {
  readonly begun: string;
  /** What of it stands behind the place. */
  readonly rest: string;
  /** The quotation mark that it is in. */
  readonly quote: string;
  readonly inBrackets: boolean;
  /** Whether it is one of several in a text, where a comma ends it. */
  readonly behindComma: boolean;
  /** Whether a space has to come first. */
  readonly tight: boolean;
}

/** The values for a field, where `value` is what stands behind its colon or dash; `undefined` where none are known. */
export function completeValue(
  place: DetailsPlace,
  source: CompletionSource,
  rule: FieldRule,
  { value, asked }: { readonly value: string; readonly asked: boolean },
): Completions | undefined {
  const values = valuesOf(place, source, rule);
  const written = values.length > 0 ? readWritten(value, place.caret.after, rule) : undefined;
  if (!written || (!asked && written.rest !== "")) return undefined;
  const { offset } = place.caret;
  const taken = rule.kind === "choices" ? takenBy(place, rule.name) : new Set<string>();
  const items = values
    .filter(({ text }) => !taken.has(text.toLowerCase()) && !(written.behindComma && text.includes(",")))
    .filter(({ text }) => ` ${text.toLowerCase()}`.includes(` ${written.begun.toLowerCase()}`))
    .map(({ text, note, about }): Completion => {
      const form = { kind: "value" as const, label: text, text: asWritten(text, written), about };
      return note === undefined ? form : { ...form, note };
    });
  return {
    span: { start: offset - written.begun.length, end: offset + written.rest.length },
    items,
    more: false,
  };
}

interface Value {
  readonly text: string;
  readonly note?: string;
  readonly about: Subject;
}

function valuesOf({ frontMatter }: DetailsPlace, { settings }: CompletionSource, rule: FieldRule): Value[] {
  const { name, kind, choices = [], example } = rule;
  if (name === "template" && kind === "text")
    return houseFirst(settings).map((it) => ({
      text: it.name,
      ...(it.title !== it.name && { note: it.title }),
      about: { kind: "template", name: it.name },
    }));
  const about: Subject = { kind: "field", name };
  if (kind === "choice" || kind === "choices") return choices.map((text) => ({ text, about }));
  if (name !== "board" || kind !== "text") return [];
  // The board that a template is of is named by its example, and by what people call the template.
  const { template } = settle(settings, frontMatter);
  return [...new Set([example, template.title])].filter(isName).map((text) => ({ text, about }));
}

/** The templates, that of papers which name none before the others. */
function houseFirst({ templates, template }: Settings): Template[] {
  return [...templates].sort((a, b) => Number(b.name === template) - Number(a.name === template));
}

/** Whether a text is the name of a board, and not a word that stands for one. */
function isName(text: string): boolean {
  return /\p{Lu}\p{Ll}.* .*\p{Lu}/u.test(text);
}

/** How the value is written so far; `undefined` in a comment, behind a text that is closed, and in the middle of one. */
function readWritten(value: string, after: string, rule: FieldRule): Written | undefined {
  if (/(?:^|\s)#|^\s*[|>&*!{]/.test(value)) return undefined;
  const inBrackets = /^\s*\[/.test(value);
  const several = rule.kind === "choices";
  if (inBrackets && !several) return undefined;
  const part = inBrackets ? value.replace(/^.*[[,]/, "") : several ? value.replace(/^.*,/, "") : value;
  const {
    gap = "",
    quote = "",
    begun = "",
  } = /^(?<gap>\s*)(?<quote>["']?)(?<begun>.*)$/.exec(part)?.groups ?? {};
  if (quote !== "" ? begun.includes(quote) : /["'\]]/.test(begun)) return undefined;
  const end = quote !== "" ? after.indexOf(quote) : after.search(several ? /[,\]]|\s#/ : /\s#/);
  const rest = (end < 0 ? after : after.slice(0, end)).trimEnd();
  // In front of a value that has a space before it, what is put in would run into it.
  if (begun === "" && rest !== "" && /^\s/.test(after)) return undefined;
  const behindComma = part !== value && !inBrackets;
  return { begun, rest, quote, inBrackets, behindComma, tight: gap === "" && quote === "" && part === value };
}

function asWritten(text: string, { quote, inBrackets, tight }: Written): string {
  if (quote === "'") return text.replaceAll("'", "''");
  if (quote === '"') return JSON.stringify(text).slice(1, -1);
  return (tight ? " " : "") + yamlText(text, inBrackets ? "flow" : "block");
}

/** The choices that a field has already, in small letters, but for the one that is written. */
function takenBy({ frontMatter, at }: DetailsPlace, name: string): Set<string> {
  const value = fieldOf(frontMatter, name)?.value;
  const taken = new Set<string>();
  for (const { text, span } of value ? textsOf(value) : []) {
    const isHere = span.start <= at && at <= span.end;
    // Of several in one text, the last may be the one that is written.
    const others = isHere ? text.split(",").slice(0, -1) : [text];
    for (const it of others) taken.add(it.trim().toLowerCase());
  }
  return taken;
}
