// Where a text explains a short form: in brackets, the other way round, in words ("or VRU"), in a key or glossary.

import type { Span } from "../text/span.js";
import { type Acronym, acronymOf } from "./short-forms.js";
import { spell, spellInAnyOrder } from "./spelling.js";

/** How an acronym is defined: `details` are the paper's own, `said` stands for "Violence Reduction Unit, or VRU". */
type DefinitionForm = "bracket" | "reversed" | "said" | "glossary" | "details";

/** `Violence Reduction Unit (VRU)`, `VRU (Violence Reduction Unit)`, or a glossary's line. */
export interface AcronymDefinition extends Acronym {
  readonly expansion: string;
  readonly form: DefinitionForm;
  /** The whole of it, expansion and brackets. */
  readonly whole: Span;
}

/** What only shows what an acronym is, as do a footnote and the second of two forms in brackets; it is held against nothing. */
export type AcronymGloss = Acronym;

/** A definition, or a gloss of `expansion` for which `form` stands. */
type Explanation = AcronymDefinition | (Omit<AcronymDefinition, "form"> & { readonly form: "gloss" });

/** Whether an explanation defines, and is no gloss. */
export function isDefinition(it: Explanation): it is AcronymDefinition {
  return it.form !== "gloss";
}

// Bounded, so that a long run of letters and colons is not read again from each of them.
const short = "[A-Za-z][A-Za-z0-9]{0,15}(?:[&:][A-Za-z0-9]{1,8}){0,3}";
const lead =
  "(?:(?:the|or|now|(?:also )?known as|hereafter|hereinafter|henceforth|referred to as|abbreviated (?:to|as)|called|i\\.?e\\.?),? [\"'“‘]?)*";
const inBrackets = new RegExp(
  `^["'“‘]?${lead}["'“‘]?(?<short>${short})(?:['’]s)?(?: ?v\\d| (?:19|20)\\d\\d)?["'”’]?(?=\\s*(?:$|[–—;,/]|-\\s|or\\b))`,
  "d",
);
const said = new RegExp(
  `(?:, or|,? (?:or|also known as|known as|hereafter|hereinafter|abbreviated (?:to|as)|referred to as|shortened to)| ?[–—]| -| /(?= ))(?: the)? ?["'“‘]?(?:the )?(?<short>${short})(?:['’]s)?["'”’]?(?![\\w&:-])`,
  "dg",
);
const standsFor = new RegExp(
  `(?<![\\w-])(?<short>${short}) (?:stands for|is short for|means|refers to|is|are)(?: the)? (?=(?<words>[A-Za-z][^.;:()]{3,160}))`,
  "dg",
);
/** `The VRU, or Violence Reduction Unit,`, `the VRU — the Violence Reduction Unit —`, `KPIs, i.e. key performance indicators` */
const appositive = new RegExp(
  `(?<![\\w&:/-])(?<short>${short})["'”’]?(?:, (?:or|also known as|i\\.?e\\.?,?|that is,?|short for|which stands for|standing for|meaning)(?: the)? |, the (?=[A-Z])| ?[–—] ?(?:the )?(?=[A-Z])| - (?:the )?(?=[A-Z]))(?=(?<words>[A-Za-z][^.;:()]{3,160}))`,
  "dg",
);
/** `…, and DHEP the Degree Holder Entry Programme`, behind another explanation. */
const andTheNext = new RegExp(`(?<= and )(?<short>${short}),? the (?=(?<words>[A-Z][^.;:()]{3,160}))`, "dg");
/** A form behind another in brackets: `/ED&I`, ` or SEN` */
const further = new RegExp(`(?:/|\\bor |, )["'“‘]?(?<short>${short})(?![\\w&])`, "dg");
/** `DA = domestic abuse`, at the start of a text, a line, or behind another entry. */
const keyEntry =
  /(?<=^[ \t]{0,4}|[;,.:([\n] ?|[;,.] and |\b[Kk]ey:? |\b[Nn]otes?:? )(?<short>[A-Z][a-z]?[A-Z&:][A-Za-z0-9&:]{0,9})(?: ?[–—=] ?| ?: | - )(?=(?<words>[A-Za-z][^.;:=()[\]–—\n]{3,120}))/dg;

/** The explanations in a text. */
export function* findExplanations(text: string): Generator<Explanation> {
  for (const match of text.matchAll(/[([]([^()[\]]{2,160})[)\]]/g)) {
    const inside = match[1] ?? "";
    const brackets = { start: match.index, end: match.index + match[0].length };
    const found = inBrackets.exec(inside)?.indices?.groups?.short;
    if (found) {
      const span = { start: brackets.start + 1 + found[0], end: brackets.start + 1 + found[1] };
      yield* expansionBefore(text, span, { whole: brackets, form: "bracket" });
      yield* furtherForms(text, inside.slice(found[1]), { start: brackets.start + 1 + found[1], brackets });
    }
    yield* expansionInside(text, inside, brackets);
  }
  for (const match of text.matchAll(said)) {
    const span = spanOfGroup(match, "short");
    const whole = { start: match.index, end: match.index + match[0].length };
    if (span) yield* expansionBefore(text, span, { whole, form: "said" });
  }
  for (const [pattern, form] of [
    [standsFor, "reversed"],
    [andTheNext, "reversed"],
    [keyEntry, "glossary"],
    [appositive, "reversed"],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const span = spanOfGroup(match, "short");
      const words = match.groups?.words ?? "";
      const at = match.index + match[0].length;
      if (span) yield* expansionBehind(text, span, { words, at, form });
    }
  }
}

/** What a footnote shows: the forms that the first letters of its opening words spell, `Violence Reduction Unit, set up in 2019`. */
export function* footnoteGlosses(text: string): Generator<AcronymGloss> {
  const words = /^\s*(?:[Tt]he )?(?<words>[^.;:,()\n]{5,120})/d.exec(text)?.indices?.groups?.words;
  if (!words) return;
  const span = { start: words[0], end: words[1] };
  const expansion = text.slice(span.start, span.end).trim();
  for (const letters of [/[\p{L}\p{N}]+/gu, /(?<![\p{L}-])\p{Lu}/gu, /(?<!\p{L})\p{Lu}/gu]) {
    const name = (expansion.match(letters) ?? []).map((it) => it.charAt(0).toUpperCase()).join("");
    const acronym = name.length >= 3 && name.length <= 9 ? acronymOf(name) : undefined;
    if (acronym) yield { ...acronym, span };
  }
}

/** The forms behind the first in brackets: `(EDI/ED&I)`, `(SEND or SEN)`. */
function* furtherForms(
  text: string,
  inside: string,
  { start, brackets }: { start: number; brackets: Span },
): Generator<Explanation> {
  for (const match of inside.matchAll(further)) {
    const found = spanOfGroup(match, "short");
    if (!found) continue;
    const span = { start: start + found.start, end: start + found.end };
    for (const it of expansionBefore(text, span, { whole: brackets, form: "bracket" }))
      yield { ...it, form: "gloss" };
  }
}

/** The definition that a glossary's short form and meaning make, or nothing where the words do not spell it. */
export function* glossaryEntry(
  form: string,
  words: string,
  span: Span,
  whole: Span,
): Generator<AcronymDefinition> {
  const acronym = acronymOf(form);
  const expansion = spelledStart(acronym?.name ?? form, words.trim());
  if (acronym && expansion !== undefined) yield { ...acronym, span, expansion, form: "glossary", whole };
}

/** `Violence Reduction Unit (VRU)`: Schwartz and Hearst (PSB 2003), with the letters at the starts of words. */
function* expansionBefore(
  text: string,
  span: Span,
  { whole, form }: Pick<AcronymDefinition, "whole" | "form">,
): Generator<AcronymDefinition> {
  const printed = text.slice(span.start, span.end);
  const acronym = acronymOf(printed);
  if (!acronym) return;
  const before = text.slice(Math.max(0, whole.start - 200), whole.start);
  const sentence = /[^.;:!?()[\]\u{fffc}]*$/u.exec(before)?.[0] ?? "";
  const found = spell(acronym.name, sentence, "end") ?? spellInAnyOrder(acronym.name, sentence);
  // One word in capitals is another short form, and no explanation.
  if (!found || /^\s*[A-Z][A-Z0-9&:]*\s*$/.test(sentence.slice(found.start))) return;
  const start = whole.start - sentence.length + found.start;
  yield {
    ...(found.plural && !/s$/.test(printed) ? withoutPlural(acronym) : acronym),
    span,
    expansion: withoutQuotes(sentence.slice(found.start)),
    form,
    whole: { start, end: whole.end },
  };
}

/** `VRU (Violence Reduction Unit)`. The short form is the whole word before the bracket. */
function* expansionInside(text: string, inside: string, brackets: Span): Generator<AcronymDefinition> {
  const lead = text.slice(Math.max(0, brackets.start - 48), brackets.start);
  // "ANPR cameras (automatic number plate recognition)"
  const before = /[^\s([]+(?= ?$)/.exec(lead.replace(/(?<=\b[A-Z]{3,}s?)(?: [a-z]{2,15}){1,2} ?$/, ""));
  const printed = before?.[0].replace(/^["'“‘]|["'”’]$/g, "");
  if (before === null || printed === undefined || !/^[A-Za-z][A-Za-z0-9&:]+$/.test(printed)) return;
  const acronym = acronymOf(printed);
  const words = (/^[^–—;]*/.exec(inside)?.[0] ?? "")
    .replace(/\s-\s.*$/, "")
    .replace(/^(?:i\.?e\.?|that is|short for|which stands for|standing for|meaning),? /, "")
    .trim();
  if (!acronym || !words.includes(" ")) return;
  const found = spell(acronym.name, words, "whole");
  if (!found) return;
  const start = brackets.start - lead.length + before.index + before[0].indexOf(printed);
  yield {
    ...(found.plural && !/s$/.test(printed) ? withoutPlural(acronym) : acronym),
    span: { start, end: start + printed.length },
    expansion: words,
    form: "reversed",
    whole: { start, end: brackets.end },
  };
}

/** `VRU stands for the Violence Reduction Unit`, `VRU = Violence Reduction Unit`. */
function* expansionBehind(
  text: string,
  span: Span,
  { words, at, form }: { words: string; at: number; form: DefinitionForm },
): Generator<AcronymDefinition> {
  const printed = text.slice(span.start, span.end);
  const acronym = acronymOf(printed);
  const expansion = acronym ? spelledStart(acronym.name, words) : undefined;
  if (!acronym || expansion === undefined) return;
  // "The CC is clearly concerned" explains nothing.
  if (acronym.name.length < 3 && /^[a-z]/.test(expansion) && / (?:is|are) $/.test(text.slice(0, at))) return;
  yield { ...acronym, span, expansion, form, whole: { start: span.start, end: at + expansion.length } };
}

/** The start of the words, up to a comma or their end, that spells the short form from its first word on. */
function spelledStart(form: string, words: string): string | undefined {
  for (const match of words.matchAll(/[,.;:([–—]| - | and (?=[A-Z]{2})|$/g)) {
    if (match.index > 160) return undefined;
    const start = words.slice(0, match.index).trimEnd();
    if (spell(form, start, "whole")) return start;
  }
  return undefined;
}

function spanOfGroup(match: RegExpExecArray, group: string): Span | undefined {
  const found = match.indices?.groups?.[group];
  return found && { start: found[0], end: found[1] };
}

function withoutQuotes(words: string): string {
  return words.trim().replace(/[,"'“”‘’]+$/g, "");
}

function withoutPlural({ key, name, ...rest }: Pick<Acronym, "key" | "name">): Pick<Acronym, "key" | "name"> {
  return { ...rest, key: key.slice(0, -1), name: name.slice(0, -1) };
}
