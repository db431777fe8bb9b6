import type { Span } from "../text/span.js";
import { toldBefore, type Whereabouts, whereabouts } from "./other-documents.js";

/** What a reference or a label names. A `subparagraph` is one that is numbered by section: 3.2. */
export const labelKinds = ["paragraph", "subparagraph", "table", "figure", "appendix"] as const;
/** One of these. */
export type LabelKind = (typeof labelKinds)[number];

/** One name in a reference, such as the `5` and the `7` of `paras 5–7`. Offsets are those of the text searched. */
export interface ReferenceName {
  /** `5`, `F`, `2A`, in capitals. */
  readonly name: string;
  readonly span: Span;
}

/** `paragraphs 5–7`, `Table F`, `Tables A to C`, `Appendix 2`: a mention of a place in this paper. */
export interface Reference {
  readonly kind: LabelKind;
  /** The names as written: of a range its two ends, of a list all. */
  readonly names: readonly ReferenceName[];
  /** For each name but the last, whether it and the next one are the ends of a range. */
  readonly ranges: readonly boolean[];
  readonly span: Span;
  /** Whether the words around it leave open that it points into another document: `the Local Plan (paragraph 5)`. */
  readonly doubtful: boolean;
}

const letters = "(?:\\([a-z\\d]{1,4}\\))*";
const number = `\\d{1,4}${letters}`;
const label = `(?:\\d{1,2}[A-Za-z]?|[A-Z]{1,2}\\d{0,2})${letters}`;
const space = "[ \\u00a0]{1,3}";
// Each way to go on begins otherwise, so that a long list is read once.
const join = `(?: ?[-–—] ?|(?:${space})?&${space}|,?${space}(?:to|and|or|through)${space}|,(?!\\d{3}(?!\\d))(?:${space})?)`;
const reference = new RegExp(
  `(?<![\\w-])(?:(?<paragraph>[Pp]aragraphs?|[Pp]aras?\\.?)${space}(?<numbers>${number}(?:${join}${number})*)` +
    "|(?<noun>[Tt]ables?|[Ff]igures?|[Ff]igs?\\.?|[Aa]ppendix|[Aa]ppendices|[Aa]nnexe?s?)" +
    `${space}(?<labels>${label}(?:${join}${label})*))` +
    "(?![\\w%]|\\.\\d|,\\d{3}| ?(?:million|billion|thousand|per ?cent)\\b)",
  "g",
);
const point = `\\d{1,2}\\.\\d{1,2}(?:\\.\\d{1,2})?${letters}`;
/** `paragraph 3.2`, `paras 4.1 and 5.2`. */
const pointReference = new RegExp(
  `(?<![\\w-])(?<noun>[Pp]aragraphs?|[Pp]aras?\\.?)${space}(?<labels>${point}(?:${join}${point})*)(?![\\w%]|\\.\\d)`,
  "g",
);
const part = new RegExp(
  `(?<join>${join})?(?<name>\\d{1,2}(?:\\.\\d{1,2}){1,2}|\\d{1,4}[A-Za-z]?|[A-Z]{1,2}\\d{0,2})(?<letters>${letters})`,
  "g",
);

/** The references of a text. Those into other documents, and those inside quotation marks, are left out. */
export function findReferences(words: string): Reference[] {
  // A line that was wrapped reads as one; the length stays, and so do all offsets.
  const text = words.replace(/[\r\n\t]/g, " ");
  const found: Reference[] = [];
  const matches = [...text.matchAll(reference), ...text.matchAll(pointReference)];
  matches.sort((a, b) => a.index - b.index);
  const quotations = matches.length > 0 ? findQuotations(text) : [];
  let quotation = 0;
  for (const match of matches) {
    const { paragraph, numbers, noun = paragraph ?? "", labels = numbers ?? "" } = match.groups ?? {};
    while ((quotations[quotation]?.end ?? Number.POSITIVE_INFINITY) <= match.index) quotation++;
    if ((quotations[quotation]?.start ?? Number.POSITIVE_INFINITY) < match.index) continue;
    const read = readNames(labels, match.index + match[0].length - labels.length, noun);
    if (!read) continue;
    const { end, ...names } = read;
    const kind = /^\d+\.\d/.test(labels) ? "subparagraph" : kindOf(noun);
    const points = pointsTo(text, match.index, end, kind);
    if (points === "elsewhere") continue;
    found.push({ kind, ...names, span: { start: match.index, end }, doubtful: points === "perhaps" });
  }
  return found;
}

/** A reference at the end of a text that is not finished: `see paragraphs 5 and `, `Table `. */
export interface BegunReference {
  readonly kind: LabelKind;
  /** As written: `Tables`, `para.` */
  readonly noun: string;
  /** The names before the one that is begun, in capitals. */
  readonly named: readonly string[];
  /** Whether the name is to be the end of a range. */
  readonly endsRange: boolean;
  /** What is written of the name. */
  readonly begun: string;
  /** Where the noun stands in the text. */
  readonly start: number;
  /** Whether the words before it say that it points into another document. */
  readonly elsewhere: boolean;
}

// A name of one shape, so that a list can be read in one way only.
const begunReference = new RegExp(
  "(?<![\\w-])(?<noun>[Pp]aragraphs?|[Pp]aras?\\.?|[Tt]ables?|[Ff]igures?|[Ff]igs?\\.?|[Aa]ppendix|[Aa]ppendices|[Aa]nnexe?s?)" +
    `${space}(?<named>(?:[\\dA-Z][\\dA-Za-z.]{0,5}${letters}${join})*)(?<begun>[\\dA-Za-z][\\dA-Za-z.]{0,7})?$`,
);

/** The reference that a text of one line breaks off in; `undefined` where it breaks off in none. */
export function findBegunReference(text: string): BegunReference | undefined {
  const match = begunReference.exec(text);
  if (!match) return undefined;
  const { noun = "", named = "", begun = "" } = match.groups ?? {};
  const before = singleSpaced(text.slice(Math.max(0, match.index - 200), match.index));
  return {
    kind: kindOf(noun),
    noun,
    named: [...named.matchAll(part)].map((it) => (it.groups?.name ?? "").toUpperCase()),
    endsRange: /(?:[-–—]|\b(?:to|through)[ \u00a0]+)\s*$/.test(named),
    begun,
    start: match.index,
    elsewhere: toldBefore(before, kindOf(noun) === "paragraph") === "elsewhere",
  };
}

/** The kind of thing that a noun such as `Tables` or `para.` names. */
export function kindOf(noun: string): LabelKind {
  const first = noun.charAt(0).toLowerCase();
  if (first === "p") return "paragraph";
  if (first === "t") return "table";
  return first === "f" ? "figure" : "appendix";
}

/** The names of a list and where they end. A list ends where it changes between numbers and letters. */
function readNames(
  text: string,
  at: number,
  noun: string,
): (Pick<Reference, "names" | "ranges"> & { readonly end: number }) | undefined {
  const names: ReferenceName[] = [];
  const ranges: boolean[] = [];
  let end = at;
  for (const match of text.matchAll(part)) {
    const { join: joined = "", name = "", letters = "" } = match.groups ?? {};
    const first = names[0]?.name;
    if (first !== undefined && /^\d/.test(first) !== /^\d/.test(name)) break;
    // "Table A and I agree": behind one table, "I" is a person.
    if (first !== undefined && name === "I" && !/s$/.test(noun)) break;
    // Years are no names of anything.
    if (/^(?:19|20)\d\d$/.test(name)) return undefined;
    if (first !== undefined) ranges.push(/[-–—]|to|through/.test(joined));
    const start = at + match.index + joined.length;
    names.push({ name: name.toUpperCase(), span: { start, end: start + name.length } });
    end = start + name.length + letters.length;
  }
  return names.length > 0 ? { names, ranges, end } : undefined;
}

/** Where the reference at `[start, end)` of the text points. */
function pointsTo(text: string, start: number, end: number, kind: LabelKind): Whereabouts {
  return whereabouts({
    before: singleSpaced(text.slice(Math.max(0, start - 200), start)),
    after: singleSpaced(text.slice(end, end + 90)),
    isParagraph: kind === "paragraph" || kind === "subparagraph",
  });
}

function singleSpaced(text: string): string {
  return text.replace(/[ \u00a0]+/g, " ");
}

/** What stands in quotation marks, in order: “…”, "…", ‘…’ and '…', where an apostrophe inside a word is no mark. */
function findQuotations(text: string): Span[] {
  const spans: Span[] = [];
  const unclosed = new Set<string>();
  let behind = 0;
  for (const { index, 0: mark } of text.matchAll(/[“"]|(?<![\p{L}\p{N}])[‘'](?=\S)/gu)) {
    if (index < behind || unclosed.has(mark)) continue;
    const single = mark === "‘" || mark === "'";
    const end = single ? closingMark(text, index + 1) : closingDouble(text, index + 1, mark);
    if (end !== undefined) spans.push({ start: index, end });
    // Once none closes any more, none is looked for again.
    else if (!single) unclosed.add(mark);
    behind = single ? index + 1 : (end ?? index + 1);
  }
  return spans;
}

function closingDouble(text: string, from: number, mark: string): number | undefined {
  const at = text.indexOf(mark === "“" ? "”" : mark, from);
  return at < 0 ? undefined : at + 1;
}

/** How far behind its opening mark a single quotation is looked for. */
const longestQuotation = 1000;

function closingMark(text: string, from: number): number | undefined {
  const found = /[’'](?![\p{L}\p{N}])/u.exec(text.slice(from, from + longestQuotation));
  return found ? from + found.index + 1 : undefined;
}
