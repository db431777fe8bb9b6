// Short forms in running text: what is one, what it is a form of, and where it is explained.

import { GAP } from "../markdown/inline.js";
import type { Span } from "../text/span.js";
import { spell } from "./spelling.js";

/** A short form where it stands. Offsets are those of the text searched. */
export interface AcronymUse {
  /** What all forms of one acronym share: `PCC` for `PCCs`, `VISOR` for `ViSOR`. */
  readonly key: string;
  /** As printed, without a plural `s`: `ViSOR`. */
  readonly name: string;
  readonly span: Span;
}

/** How an acronym is explained. */
export type DefinitionForm = "bracket" | "reversed" | "glossary" | "details";

/** `Violence Reduction Unit (VRU)`, `VRU (Violence Reduction Unit)`, or a glossary's line. */
export interface AcronymDefinition extends AcronymUse {
  readonly expansion: string;
  readonly form: DefinitionForm;
  /** The whole of it, expansion and brackets. */
  readonly whole: Span;
}

/** The short forms and explanations of one paragraph, heading or cell. */
export interface Acronyms {
  readonly uses: readonly AcronymUse[];
  readonly definitions: readonly AcronymDefinition[];
}

const token = /(?<![A-Za-z0-9_@#/\\.-])[A-Za-z][A-Za-z0-9]*(?:[&:][A-Za-z][A-Za-z0-9]*)*(?![A-Za-z0-9_@])/g;
const roman = /^X{0,3}(?:IX|IV|V?I{0,3})$/;
const notWords =
  /(?<![\w/.])(?:https?:\/\/|www\.)[^\s)>\]]+|(?<![\w.+-])[\w.+-]+@[\w.-]+|#\w+|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|(?<![\w.])\w+\.(?:uk|com|org|net|pdf|docx?|xlsx?)\b/g;

/** Capitals that are no short forms: units, times, titles in capitals, and words that people shout. */
const neverAcronyms = new Set(
  (
    "AM PM BC AD KG KM CM MM MPH KWH MWH GWH KB MB GB TB GBP USD EUR NO YES NOT AND OR OF THE FOR WITH ALL ANY NEW KEY ONLY MUST " +
    "WILL CAN MAY NOW THIS THAT ARE WAS HAS YEAR YEARS DATE ITEM NAME AREA TOTAL TOTALS NOTE NOTES HIGH LOW MEDIUM RED AMBER GREEN " +
    "OPEN CLOSED PART NEXT END DRAFT FINAL TYPE TITLE PURPOSE REPORT BOARD AGENDA APPENDIX TABLE FIGURE SECTION ACTION NB"
  ).split(" "),
);

const opener = /["'“‘]?(?:(?:the|or|hereafter|known as|now) )*["'“‘]?/;
const inBrackets = new RegExp(
  `^${opener.source}(?<short>[A-Za-z][A-Za-z0-9]*(?:[&:][A-Za-z0-9]+)*)(?:['’]s)?["'”’]?(?=\\s*(?:$|[–—;,]|-\\s|or\\b))`,
);

/**
 * The acronym that a word in capitals is a form of, or `undefined` for a word that is none: capitals must
 * outnumber small letters, and Roman numerals, units and shouted words do not count.
 */
export function acronymOf(word: string): Pick<AcronymUse, "key" | "name"> | undefined {
  if (word.length > 16) return undefined;
  const name = word.replace(/(?<=[A-Z])(?:s|v\d+|\d{2,4}s?)$/, "");
  const capitals = name.match(/[A-Z]/g)?.length ?? 0;
  const small = name.match(/[a-z]/g)?.length ?? 0;
  if (capitals < 2 || capitals <= small || roman.test(name) || neverAcronyms.has(name.toUpperCase()))
    return undefined;
  return { key: name.toUpperCase(), name };
}

/** The acronyms of a text. `cell` says that it is a table cell, where one word in capitals may be a heading. */
export function findAcronyms(text: string, cell: boolean): Acronyms {
  if (!/[A-Z][a-z]?[A-Z]|[A-Z]&[A-Z]/.test(text)) return { uses: [], definitions: [] };
  const words = text.replace(notWords, (match) => GAP.repeat(match.length));
  if (isShouted(words, cell)) return { uses: [], definitions: [] };
  const definitions = [...findBracketed(words), ...findGlossaryLine(words)];
  const uses: AcronymUse[] = [];
  for (const match of words.matchAll(token)) {
    const acronym = acronymOf(match[0]);
    if (!acronym) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    const defined = definitions.some((it) => it.span.start < span.end && span.start < it.span.end);
    if (!defined && !isBehindDigit(words, span)) uses.push({ ...acronym, span });
  }
  return { uses, definitions };
}

/** Whether the whole text is in capitals, so that none of its words shows what it is. */
function isShouted(text: string, cell: boolean): boolean {
  if (/[a-z]/.test(text)) return false;
  const words = text.match(/[A-Z]+/g) ?? [];
  const long = words.some((word) => word.length >= 5 && /[AEIOUY]/.test(word));
  return words.length >= 2 ? long || words.some((word) => neverAcronyms.has(word)) : cell && long;
}

/** Letters behind a digit, as in `30MPH`, are not short forms. */
function isBehindDigit(text: string, span: Span): boolean {
  return /\d/.test(text.charAt(span.start - 1));
}

function* findBracketed(text: string): Generator<AcronymDefinition> {
  for (const match of text.matchAll(/\(([^()]{2,160})\)/g)) {
    const inside = match[1] ?? "";
    const open = match.index;
    const whole = { start: open, end: open + match[0].length };
    yield* expansionBefore(text, inside, whole);
    yield* expansionInside(text, inside, whole);
  }
}

/** `Violence Reduction Unit (VRU)`: Schwartz and Hearst (PSB 2003), with the letters at the starts of words. */
function* expansionBefore(text: string, inside: string, brackets: Span): Generator<AcronymDefinition> {
  const match = inBrackets.exec(inside);
  const short = match?.groups?.short;
  if (match === null || short === undefined) return;
  const acronym = acronymOf(short);
  if (!acronym) return;
  const before = text.slice(Math.max(0, brackets.start - 200), brackets.start);
  const sentence = /[^.;:!?()\u{fffc}]*$/u.exec(before)?.[0] ?? "";
  const found = spell(short, sentence, "end");
  if (!found) return;
  const start = brackets.start - sentence.length + found.start;
  const at = brackets.start + 1 + match[0].indexOf(short, match[0].length - short.length - 4);
  yield {
    ...(found.plural && !/s$/.test(short) ? withoutPlural(acronym) : acronym),
    span: { start: at, end: at + short.length },
    expansion: sentence
      .slice(found.start)
      .trim()
      .replace(/["'“”‘’]+$/g, ""),
    form: "bracket",
    whole: { start, end: brackets.end },
  };
}

/** `VRU (Violence Reduction Unit)`. The short form is the whole word before the bracket. */
function* expansionInside(text: string, inside: string, brackets: Span): Generator<AcronymDefinition> {
  const before = /[^\s(]+(?= ?$)/.exec(text.slice(Math.max(0, brackets.start - 20), brackets.start));
  const short = before?.[0].replace(/^["'“‘]|["'”’]$/g, "");
  if (before === null || short === undefined || !/^[A-Za-z][A-Za-z0-9&:]+$/.test(short)) return;
  const acronym = acronymOf(short);
  const words = (/^[^–—;]*/.exec(inside)?.[0] ?? "").replace(/\s-\s.*$/, "").trim();
  if (!acronym || !words.includes(" ")) return;
  const found = spell(short, words, "whole");
  if (!found) return;
  const start = brackets.start - (text.slice(0, brackets.start).endsWith(" ") ? 1 : 0) - short.length;
  yield {
    ...(found.plural && !/s$/.test(short) ? withoutPlural(acronym) : acronym),
    span: { start, end: start + short.length },
    expansion: words,
    form: "reversed",
    whole: { start, end: brackets.end },
  };
}

/** A glossary's line, `VRU – Violence Reduction Unit`. */
function* findGlossaryLine(text: string): Generator<AcronymDefinition> {
  const match =
    /^\s*(?<short>[A-Za-z][A-Za-z0-9&]{1,11})(?: ?[–—:=] ?| - )(?<words>[A-Za-z][^.;:()]{3,120})$/.exec(text);
  const { short, words } = match?.groups ?? {};
  if (match === null || short === undefined || words === undefined) return;
  const start = match[0].length - match[0].trimStart().length;
  yield* glossaryEntry(short, words, { start, end: start + short.length }, { start, end: match[0].length });
}

/** The definition that a glossary's short form and meaning make, or nothing where the words do not spell it. */
export function* glossaryEntry(
  short: string,
  words: string,
  span: Span,
  whole: Span,
): Generator<AcronymDefinition> {
  const acronym = acronymOf(short);
  if (!acronym || !spell(short, words.trim(), "whole")) return;
  yield { ...acronym, span, expansion: words.trim(), form: "glossary", whole };
}

function withoutPlural(acronym: Pick<AcronymUse, "key" | "name">): Pick<AcronymUse, "key" | "name"> {
  return { key: acronym.key.slice(0, -1), name: acronym.name.slice(0, -1) };
}
