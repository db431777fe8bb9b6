// What holds a place until somebody writes what is meant: instructions of a template, TBC, XX, ???, and the marks of
// a draft. Published papers are full of look-alikes: quotations with words in brackets, Roman numbers, councils called
// TBC. So each pattern asks for what stands around it, and says how sure it is.

import type { Span } from "../text/span.js";
import type { Passage } from "./links.js";
import { spell } from "./spelling.js";
import type { Table } from "./tables.js";

/**
 * What a placeholder is: an instruction to the author, a choice to be made, filler text, what a program leaves when it
 * lost something, a thing still to be confirmed (`TBC`), one not known (`XX`, `???`), or a highlighted or struck-out
 * passage.
 */
type PlaceholderKind =
  | "instruction"
  | "choice"
  | "filler"
  | "lost"
  | "awaited"
  | "unknown"
  | "highlight"
  | "struck";

/** A placeholder where it stands. */
export interface Placeholder {
  readonly kind: PlaceholderKind;
  /** As printed; for a passage, without its marks. */
  readonly text: string;
  readonly span: Span;
  /** Of a passage: what stands between its marks. */
  readonly inner?: Span;
  /**
   * `open` is one that may well be what the paper has to say: the date of a later event is TBC. `doubtful` is one that
   * may be none: TBC is a council somewhere.
   */
  readonly certainty: "certain" | "likely" | "open" | "doubtful";
}

/** The placeholders of one paragraph, heading or cell, in its order, but for those in quotation marks. */
export function findPlaceholders(text: string, inCell: boolean): Placeholder[] {
  if (!hint.test(text)) return [];
  // One byte a letter, so that a paragraph of nothing but placeholders takes no longer than its letters do.
  const [quoted, taken] = [new Uint8Array(text.length), new Uint8Array(text.length)];
  for (const { index, 0: quote } of text.matchAll(quotePattern)) quoted.fill(1, index, index + quote.length);
  const councils = shortForms(text);
  const found: Placeholder[] = [];
  const add = (it: Placeholder): void => {
    const { start, end } = it.span;
    // One that has a quotation inside it, as in [Insert the text of "X"], is not quoted itself.
    if ((quoted[start] === 1 && quoted[end - 1] === 1) || taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    found.push(it);
  };
  for (const { kind, pattern, certainty } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const [words] = match;
      const span = { start: match.index, end: match.index + words.length };
      if (kind === "awaited" && councils.has(words)) continue;
      const open = kind === "awaited" && inCell && certainty !== "doubtful";
      add({ kind, text: words, span, certainty: open ? "open" : certainty });
    }
  }
  for (const match of text.matchAll(highlight)) add(highlighted(match));
  if (inCell) for (const it of wholeCell(text)) add(it);
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Which of TBC, TBA and TBD are short forms here: behind words such as `Tonbridge Borough Council (` that spell them. */
function shortForms(text: string): ReadonlySet<string> {
  const short = new Set<string>();
  for (const { index, 1: form = "" } of text.matchAll(/\((TB[ACD])\)/g))
    if (spell(form, text.slice(Math.max(0, index - 100), index), "end")) short.add(form);
  return short;
}

/** The placeholder that a marked passage is; `source` is the text of the block. */
export function placeholderOf({ kind, span, inner }: Passage, source: string): Placeholder {
  return { kind, text: source.slice(inner.start, inner.end), span, inner, certainty: "certain" };
}

/** Whether crosses in a cell are a rating, as they are where other cells have more of them, or fewer. */
export function isRating({ kind, text }: Placeholder, table: Table | undefined): boolean {
  if (kind !== "unknown" || !/^[Xx]+$/.test(text)) return false;
  const crosses = table?.rows.flat().filter((it) => /^[Xx✓]+$/.test(it.words)) ?? [];
  return new Set(crosses.map((it) => it.words.toUpperCase())).size > 1;
}

/** What every pattern has one of, so that most texts are read once. */
const hint =
  /\bTB[ACD]\b|[Xx]{2}|[Xx][.,][Xx]|\?\?|==|ipsum|delete|(?:here|tap) to enter|an item\.|Error!|#[A-Z]|[[{(]\s?[a-z]/i;

const objects =
  "(?:the|an?|any|all|your|this|these|here|how|what|why|whether|which|who|details?|names?|dates?|text|figures?|numbers?|amounts?|links?|titles?|summary|role|address|reference|relevant|brief|further|one|table|chart|picture|image|photo|logo|paragraph|location|venue|time|reasons?)\\b";
const verbs =
  "(?:add|enter|type|paste|attach|include|provide|describe|summari[sz]e|set out|outline|explain|state|list|give|complete|delete|remove|select|choose|specify|amend|update|replace|write)";
const month = "(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b";
const currency = "[£$€]";
/** Not behind words that only a name follows. */
const notNamed =
  "(?<![\\w/&-]|\\b(?:[Tt]he|[Oo]ur|its|their|with|and|or|between|against|via|through) |[’']s )";
/** Not before what follows the name of a council or company, and not a gap that is still to be filled. */
const notABody =
  "(?![\\w/&’'-]| (?:will|would|has|have|had|is|was|does|did|can|may|must|should|also|itself|and|or|[a-z]+(?:ed|ises|izes)|agrees?|says?|said|plans?|provides?|owns?|runs?|leads?|holds?|meets?|met|officers?|staff|teams?|members?|councillors?|council|leaders?|offices?|buildings?|areas?|residents|tenants|budgets?|polic(?:y|ies)|cabinet|colleagues|representatives?)\\b)";

interface PlaceholderPattern {
  readonly kind: PlaceholderKind;
  readonly certainty: "certain" | "likely" | "doubtful";
  readonly pattern: RegExp;
}

// The surer ones first: of two that touch, the first is kept.
const patterns: readonly PlaceholderPattern[] = [
  {
    kind: "instruction",
    certainty: "certain",
    pattern: new RegExp(
      `\\[\\s?(?:(?:please )?(?:insert\\b|${verbs} ${objects})|to be (?:completed|inserted|added|provided|drafted|written|updated|supplied)\\b|placeholder\\b|drafting note\\b|note to (?:author|drafter|editor|self)\\b)[^[\\]]{0,300}\\]`,
      "gi",
    ),
  },
  {
    kind: "instruction",
    certainty: "certain",
    pattern: new RegExp(
      `\\{\\{[^{}\\n]{1,80}\\}\\}|\\{\\s?insert\\b[^{}\\n]{0,80}\\}|\\((?:please )?insert ${objects}[^()]{0,200}\\)`,
      "gi",
    ),
  },
  {
    kind: "instruction",
    certainty: "certain",
    pattern:
      /\b[Cc]lick or tap (?:here )?to enter (?:text|a date)\b\.?|\b[Cc]lick here to enter (?:text|a date)\b\.?|(?<![\w,;] |\w)Choose an item\.(?!\w)/g,
  },
  {
    kind: "instruction",
    certainty: "likely",
    pattern:
      /\[(?:[A-Z][A-Za-z]{0,20} ){1,3}to (?:check|confirm|complete|add|update|insert)\b[^[\]]{0,100}\]|\[(?:check|confirm) (?:the|this|with|date|figure|number|name)\b[^[\]]{0,100}\]/g,
  },
  {
    kind: "choice",
    certainty: "certain",
    pattern:
      /(?<=^|[([*/.:;,–—-] ?|\n|[Pp]lease )[*]?\s?delete as (?:applicable|appropriate|necessary|required)(?=\s*(?:[)\].,;:*/]|$|\n))/gi,
  },
  { kind: "filler", certainty: "certain", pattern: /\blorem ipsum\b/gi },
  {
    kind: "lost",
    certainty: "certain",
    pattern:
      /\bError! (?:Reference source|Bookmark|Hyperlink reference|Not a valid|No text of)[^.!?\n]{0,60}\.?|(?<![\w#])#(?:REF!|DIV\/0!|VALUE!|NUM!|NULL!|NAME\?)/g,
  },
  {
    kind: "awaited",
    certainty: "certain",
    pattern: new RegExp(`\\[TB[ACD]\\]|${currency} ?TB[ACD]\\b|\\bTB[ACD] ?%`, "gi"),
  },
  {
    kind: "awaited",
    certainty: "likely",
    pattern: /\[(?:(?:date|name|figure|time|venue) )?to be (?:confirmed|agreed|advised|determined)\]/gi,
  },
  {
    kind: "awaited",
    certainty: "likely",
    // Not behind words that lead up to a name, and not before words that go on about it: TBC may be a council.
    pattern:
      /(?<![\w/&-]|\b(?:[Tt]he|[Oo]f|[Bb]y|[Ww]ith|[Ff]rom|[Tt]o|[Ii]n|and|or|[Bb]etween|[Aa]|[Oo]ur|its|their|against|via|through) |[’']s )TB[ACD](?![\w/&’'-])(?=\s*(?:$|[.,;:)\]–—!\n])| (?:by|subject|following|once|but|pending|depending|after)\b)/g,
  },
  {
    kind: "awaited",
    certainty: "likely",
    // No council is written in small letters.
    pattern: new RegExp(`${notNamed}tb[acd]${notABody}`, "g"),
  },
  { kind: "awaited", certainty: "doubtful", pattern: new RegExp(`${notNamed}TB[ACD]${notABody}`, "g") },
  {
    kind: "unknown",
    certainty: "certain",
    pattern: new RegExp(
      `${currency} ?[Xx]+(?:[.,][Xx]+)+(?: ?(?:k|m|bn|million|billion)\\b)?|${currency} ?[Xx]{2,}(?:k|m|bn)?\\b|(?<![\\w.,])[Xx]{2,}(?:\\.[Xx]+)?(?: ?%| per ?cent\\b)|(?<![\\w.,])[Xx]\\.[Xx]+ ?%|${currency} ?\\?{2,}|(?<!\\?)\\?{2,} ?%`,
      "g",
    ),
  },
  {
    kind: "unknown",
    certainty: "certain",
    pattern: new RegExp(
      `\\[[Xx]{2,}\\]|(?<![\\w/])[Xx]{2}\\/[Xx]{2}(?:\\/(?:\\d{2}|[Xx]{2}){1,2})?(?![\\w/])|(?<![\\w-])[Xx]{2}(?:st|nd|rd|th)? ${month}`,
      "g",
    ),
  },
  {
    kind: "unknown",
    certainty: "certain",
    pattern: /(?<=\b[Pp]ara(?:graph)?s?\.? |\b[Pp]ages? )X{2,}(?!\w)/g,
  },
  {
    kind: "unknown",
    certainty: "likely",
    // Behind such words a capital XX is no Roman number; those stand behind Chapter, Article and the names of kings.
    pattern:
      /(?<=(?:^|[.:;(\n] ?|\b(?:[Tt]he|[Aa]n?|[Ii]n|[Oo]f|[Ff]or|[Bb]y|[Ww]ith|[Tt]here (?:are|were)|[Aa]bout|[Oo]ver|[Aa]round|[Aa]pproximately|[Nn]early|[Tt]o|[Ff]rom|and|was|were|is|are|total|costs?|costing|than) ))(?:X{2,}|(?<=[a-z] )x{2,})(?=[.;,)]| ?$| (?!century|centuries|chromosom|committee|olympi|corps|congress|and X|or X)[a-z])/g,
  },
  { kind: "unknown", certainty: "likely", pattern: /(?<![\w*#/-]|\d |X )X{4,}(?![\w*/-]| ?\d| X)/g },
  {
    kind: "unknown",
    certainty: "certain",
    pattern: /(?<=^|[\s([–—])\?{3,}(?=$|[\s)\].,;:–—])/g,
  },
  {
    kind: "unknown",
    certainty: "likely",
    pattern: /(?<=^|[\s([–—])\?\?(?=$|[\s)\].,;:–—])|(?<=\w)\?{3,}(?!\?)/g,
  },
];

const highlight = /(?<![\w=<>!&|])==(?=[^\s=])([^=]{0,400}[^\s=])==(?![\w=<>])/g;

function highlighted(match: RegExpExecArray): Placeholder {
  const [whole, text = ""] = match;
  const span = { start: match.index, end: match.index + whole.length };
  const inner = { start: span.start + 2, end: span.end - 2 };
  return { kind: "highlight", text, span, inner, certainty: "certain" };
}

/** A cell that has nothing but a placeholder, which in words would be too little to tell. */
function* wholeCell(text: string): Generator<Placeholder> {
  const match = /^\s*([Xx]{2,}|\?{2,})\s*$/.exec(text);
  if (!match?.[1]) return;
  const start = text.indexOf(match[1]);
  const span = { start, end: start + match[1].length };
  yield { kind: "unknown", text: match[1], span, certainty: "likely" };
}

const quotePattern =
  /“[^“”]{0,600}”|"[^"]{0,600}"|(?<![\w’'])‘[^‘]{0,600}?’(?!\w)|(?<![\w'])'(?! )[^']{0,300}'(?!\w)/g;
