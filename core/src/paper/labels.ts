import type { Span } from "../text/span.js";
import { kindOf, type LabelKind } from "./references.js";

/** `Table A`, `Figure 2`, `Appendix 1`: a caption or title that references point to. */
export interface Label {
  readonly kind: Exclude<LabelKind, "paragraph" | "subparagraph">;
  /** `A`, `2`, in capitals. */
  readonly name: string;
  /** The noun and the name: `Table A`. Offsets are those of the text searched. */
  readonly span: Span;
  /** `Table`, `Annex`: the noun as it names one of them. */
  readonly noun: string;
  readonly place: LabelPlace;
  /** Whether it repeats a label because what it names goes on: `Table A (continued)`. */
  readonly continued: boolean;
}

/** Where a text stands, which decides whether it can be a caption. */
type LabelPlace = "heading" | "paragraph" | "cell";

const caption =
  /^\s*(?<noun>Tables?|TABLE|Figure|FIGURE|Fig\.?|Appendix|APPENDIX|Annexe?|ANNEXE?)[ \u00a0](?<name>\d{1,3}[A-Za-z]?|[A-Z]{1,2}\d{0,2})(?<after>.?)/su;
const verbs =
  /^\s(?:shows?|sets?|is|are|was|were|has|have|provides?|gives?|details?|summari[sz]es?|illustrates?|outlines?|compares?|presents?|lists?|contains?|includes?|below|above|and|to|of|in|also|demonstrates?|indicates?|describes?|breaks?|highlights?|reflects?|reports?|covers?|explains?|confirms?)\b/;

/**
 * The label that a paragraph, heading or cell is, or starts with. A sentence about a table ("Table A shows …")
 * is none. `strong` says that all of it is emphasised, as captions are.
 */
export function findLabel(text: string, place: LabelPlace, strong: boolean): Label | undefined {
  const match = caption.exec(text);
  const { noun, name, after = "" } = match?.groups ?? {};
  if (!match || noun === undefined || name === undefined) return undefined;
  const kind = kindOf(noun);
  if (kind === "paragraph" || kind === "subparagraph") return undefined;
  const end = match[0].length - after.length;
  const rest = text.slice(end);
  const alone = rest.trim() === "" || /^\s?[:.–—-](?:\s|$)/.test(rest);
  const titled =
    /^\s/.test(rest) && !verbs.test(rest) && (place === "heading" || strong || looksLikeTitle(rest));
  if (!alone && !titled) return undefined;
  const start = match[0].indexOf(noun);
  const continued = /\bcont(?:inued\b|['’]?d\b|\.)/i.test(rest.slice(0, 120));
  return { kind, name: name.toUpperCase(), span: { start, end }, noun: nounOf(noun), place, continued };
}

function nounOf(written: string): string {
  const first = written.slice(0, 2).toLowerCase();
  if (first === "ta") return "Table";
  if (first === "fi") return "Figure";
  return first === "ap" ? "Appendix" : "Annex";
}

/** A short line without a sentence's end, beginning with a capital: `Table 1 Victims supported by year`. */
function looksLikeTitle(rest: string): boolean {
  return rest.length <= 100 && /^\s+[A-Z(]/.test(rest) && !/[.;:?!]\s*$/.test(rest) && !/[.;?!]\s/.test(rest);
}
