// The short forms of a text, and its explanations of them.

import type { Span } from "../text/span.js";
import { type AcronymDefinition, type AcronymGloss, findExplanations, isDefinition } from "./explanations.js";
import { isCodeName, isPartOfName } from "./names-in-capitals.js";
import { type Acronym, acronymOf } from "./short-forms.js";
import { isSmallWord, shoutedSpans, withoutAddresses } from "./shouting.js";

export {
  type AcronymDefinition,
  type AcronymGloss,
  footnoteGlosses,
  glossaryEntry,
} from "./explanations.js";
export { acronymOf } from "./short-forms.js";

/** A short form that a text uses. */
export interface AcronymUse extends Acronym {
  /** Whether it stands among words in capitals, so that only an explanation elsewhere shows what it is. */
  readonly shouted: boolean;
  /** Whether the words before say that it is what an operation is called, which stands for nothing. */
  readonly codeName?: boolean;
}

/** The short forms and explanations of one paragraph, heading or cell. */
export interface Acronyms {
  readonly uses: readonly AcronymUse[];
  readonly definitions: readonly AcronymDefinition[];
  readonly glosses: readonly AcronymGloss[];
}

const token =
  /(?<![A-Za-z0-9_@#\\.])[A-Za-z][A-Za-z0-9]{0,15}(?:[&:][A-Za-z][A-Za-z0-9]{0,8}){0,3}(?![A-Za-z0-9_@])/g;

/** The acronyms of a text. */
export function findAcronyms(text: string): Acronyms {
  if (!/[A-Z][a-z]?[A-Z]|[A-Z]&[A-Z]/.test(text)) return { uses: [], definitions: [], glosses: [] };
  const words = withoutAddresses(text);
  const explanations = distinct([...findExplanations(words)]);
  const isExplained = cursor(explanations.map((it) => it.span).sort((a, b) => a.start - b.start));
  const isShouted = cursor(shoutedSpans(words));
  const uses: AcronymUse[] = [];
  for (const match of words.matchAll(token)) {
    const acronym = acronymOf(match[0]);
    if (!acronym || isPartOfWord(words, match.index)) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    if (isStartOfCode(match[0], words.slice(span.end, span.end + 24))) continue;
    const before = words.slice(Math.max(0, span.start - 120), span.start);
    if (isPartOfName(match[0], { before, after: words.slice(span.end, span.end + 40) })) continue;
    const codeName = isCodeName(acronym.name, before);
    const shouted = codeName || isShouted(span);
    if (!isExplained(span) && !(shouted && isSmallWord(match[0])))
      uses.push({ ...acronym, span, shouted, ...(codeName && { codeName }) });
  }
  const definitions = explanations.filter(isDefinition);
  return { uses, definitions, glosses: explanations.filter((it) => !isDefinition(it)) };
}

/** Whether a span touches one of these, which are in order; the spans asked about must be too. */
function cursor(spans: readonly Span[]): (span: Span) => boolean {
  let next = 0;
  return ({ start, end }) => {
    while ((spans[next]?.end ?? end) <= start) next++;
    return (spans[next]?.start ?? end) < end;
  };
}

/** One explanation for each place: brackets come before looser ways of saying it. */
function distinct<Item extends Acronym>(explanations: readonly Item[]): Item[] {
  const starts = new Set<number>();
  return explanations.filter(({ span }) => !starts.has(span.start) && starts.add(span.start));
}

/** Whether what stands behind makes it the start of a code: `AB-12`, `ABC/21/104`, `SI 2012/2885`. */
function isStartOfCode(word: string, after: string): boolean {
  return (
    (word.length === 2 && /^-\d/.test(after)) || /^(?:\/\d[\d-]*\/|\/\d{3}| (?:19|20)\d\d\/\d)/.test(after)
  );
}

/** Whether what stands before makes it a part of a code or a path: `FOI-AB`, `a/AB/1`. */
function isPartOfWord(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  if (before.endsWith("/")) return !/[A-Za-z)]\/$/.test(before);
  if (before.endsWith("-")) return !/(?:^|[^A-Za-z0-9-])[a-z]+-$/.test(before);
  return false;
}
