import type { Span } from "../text/span.js";

/** What a reference or a label names. */
export const labelKinds = ["paragraph", "table", "figure", "appendix"] as const;
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
}

const name = "(?:\\d{1,4}[A-Za-z]?|[A-Z]{1,2}\\d{0,2})(?:\\([a-z\\d]{1,4}\\))*";
const join = "(?:\\s?[-–—]\\s?|,? (?:to|and|or|through) |, ?(?:and )?| ?& )";
const noun =
  "(?<noun>[Pp]aragraphs?|[Pp]aras?\\.?|[Tt]ables?|[Ff]igures?|[Ff]igs?\\.?|[Aa]ppendix|[Aa]ppendices|[Aa]nnex(?:es)?)";
const reference = new RegExp(
  `\\b${noun}[ \\u00a0\\n](?<names>${name}(?:${join}${name})*)(?![\\w%]|\\.\\d|,\\d{3})`,
  "g",
);

const documents =
  "(?:Act|Acts|Bill|Schedule|Regulations?|Order|Code|Directive|Rules|Constitution|Framework|Protocol|[Rr]eports?|[Pp]apers?|[Gg]uidance|[Pp]lans?|[Ss]trateg(?:y|ies)|[Pp]olic(?:y|ies)|[Mm]inutes|[Aa]greement|[Rr]eview|[Cc]ircular|[Ll]etter|[Ss]tatement|[Ii]nspection|[Cc]ontract|[Dd]ocument|[Pp]ublication|[Bb]ulletin|[Rr]elease|[Ss]cheme|[Ss]tandards?|[Mm]anual|[Cc]harter|[Mm]emorandum|[Dd]ecision|[Nn]otice)\\b";
/** Words behind a reference that say it points into another document: `paragraph 4 of the Act`. */
const elsewhere = new RegExp(
  `^(?:\\([a-z\\d]{1,4}\\))*,? (?:of (?!(?:the )?(?:table|appendix|annex|section)s?\\b)(?:the|that|its|their|his|her|an?|[A-Z‘“'"(\\d])|(?:of|in|to|from|at|under|within) (?:[\\w’'‘“"-]+ ){0,7}?["”’']?${documents})`,
);
/** Words before a reference that say so: `Schedule 12A, paragraph 3`. */
const insideOther =
  /(?:\b(?:Schedules?|Act|Regulations?|Order|Code|Directive|Rules?|Articles?|Part|[Ss]ections?|[Cc]lauses?)(?: (?:of [A-Z]\w+|\d{1,4}[A-Z]?)){0,2},? ?\(?|\b(?:its|their|his|whose) )$/;
const ownDocument = /^\S*,? (?:of|in|to|from|at|under|within) (?:this|the present|our) /;

/** The references of a text. Those into other documents, and those inside quotation marks, are left out. */
export function findReferences(text: string): Reference[] {
  const found: Reference[] = [];
  for (const match of text.matchAll(reference)) {
    const { noun = "", names = "" } = match.groups ?? {};
    const end = match.index + match[0].length;
    const kind = kindOf(noun);
    if (isElsewhere(text, match.index, end) || isQuoted(text, match.index)) continue;
    const parsed = parseNames(names, end - names.length, kind);
    if (parsed) found.push({ kind, ...parsed, span: { start: match.index, end } });
  }
  return found;
}

/** The kind of thing that a noun such as `Tables` or `para.` names. */
export function kindOf(noun: string): LabelKind {
  const first = noun.charAt(0).toLowerCase();
  if (first === "p") return "paragraph";
  if (first === "t") return "table";
  return first === "f" ? "figure" : "appendix";
}

function parseNames(
  names: string,
  at: number,
  kind: LabelKind,
): Pick<Reference, "names" | "ranges"> | undefined {
  const parsed: ReferenceName[] = [];
  const ranges: boolean[] = [];
  const parts = [
    ...names.matchAll(
      new RegExp(
        `(?<join>${join})?(?<name>\\d{1,4}[A-Za-z]?|[A-Z]{1,2}\\d{0,2})(?:\\([a-z\\d]{1,4}\\))*`,
        "g",
      ),
    ),
  ];
  for (const part of parts) {
    const { join: joined = "", name = "" } = part.groups ?? {};
    if (parsed.length > 0) ranges.push(/[-–—]|to|through/.test(joined));
    const start = at + part.index + joined.length;
    if (kind === "paragraph" && !/^\d+$/.test(name)) return undefined;
    // "Table I" and "Figure It" read alike where a sentence goes on; years are no names of anything.
    if (/^(?:19|20)\d\d$/.test(name)) return undefined;
    parsed.push({ name: name.toUpperCase(), span: { start, end: start + name.length } });
  }
  return parsed.length > 0 ? { names: parsed, ranges } : undefined;
}

function isElsewhere(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 90);
  if (ownDocument.test(after)) return false;
  return elsewhere.test(after) || insideOther.test(text.slice(Math.max(0, start - 60), start));
}

/** Whether the offset lies between an opening and a closing quotation mark of the same text. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  if (before.lastIndexOf("“") > before.lastIndexOf("”") && text.indexOf("”", at) >= 0) return true;
  if ((before.match(/"/g)?.length ?? 0) % 2 === 1 && text.indexOf('"', at) >= 0) return true;
  const open = Math.max(before.lastIndexOf("‘"), lastQuoteStart(before));
  return (
    open >= 0 &&
    !/[’'](?=[\s.,;:)]|$)/.test(before.slice(open + 1)) &&
    /[’'](?=[\s.,;:)]|$)/.test(text.slice(at))
  );
}

function lastQuoteStart(text: string): number {
  let last = -1;
  for (const match of text.matchAll(/(?<=^|[\s(])'(?=\S)/g)) last = match.index;
  return last;
}
