// The words in which papers compare figures, as parts of patterns over sentences with marks. Every repetition is bounded.

/** A word that goes on with a phrase; the words that lead to another figure end it. */
const stop =
  "(?:from|to|compared|and|but|while|whereas|versus|vs|against|which|up|down|representing|rising|falling|increasing|decreasing|than|or)";
const filler = `(?!${stop}\\b)[^\\s⟦⟧,;:()]+`;
/** A figure's mark, its number in a group of that name. */
export const value = (name: string, letters = "nmpz"): string => `⟦[${letters}](?<${name}>\\d+)⟧`;
/** Words before a figure that belong to it: `from the previous year's …`, `a high of …`. */
export const lead = `(?:(?:${filler}|⟦d\\d+⟧\\S{0,2}) ){0,6}?`;
const period = "(?:,? \\(?(?:[^\\s⟦⟧,;:()]+ ){0,6}?(?:to |ending |ended )?⟦d\\d+⟧\\)?)";
const bracketed = "(?: \\([^()⟦⟧]{0,24}⟦[ps]\\d+⟧[^()⟦⟧]{0,24}\\))";
/** Words behind a figure that belong to it: what it counts, its share in brackets, its period. */
export const tail = (name?: string): string =>
  `${name === undefined ? "(?:" : `(?<${name}>`}(?: ${filler}){0,5}?${bracketed}??(?: ${filler}){0,3}?${period}?(?: ${filler}){0,2}?)`;

/** Verbs of change, by direction. */
export const upVerb =
  "(?:increas(?:ed|es|e|ing)|ros[e]|ris(?:en|es|e|ing)|gr(?:ew|own|ow|ows|owing)|climb(?:ed|ing|s)?|jump(?:ed|ing|s)?|surg(?:ed|ing)|soar(?:ed|ing)|went up|gone up|going up|up)";
/** The same for less. */
export const downVerb =
  "(?:decreas(?:ed|es|e|ing)|reduc(?:ed|es|e|ing)|fell|fall(?:en|s|ing)?|drop(?:ped|s|ping)?|declin(?:ed|es|e|ing)|shrunk|shrank|shrinking|went down|gone down|going down|cut|down|lower(?:ed|ing))";
/** And for a change either way. */
export const otherVerb =
  "(?:chang(?:ed|es|e|ing)|mov(?:ed|es|ing)|improv(?:ed|es|e|ing)|widen(?:ed|ing)|narrow(?:ed|ing)|differ(?:ed|s)?|worsen(?:ed|ing)|deteriorat(?:ed|ing)|gone|went|going|chang)";
/** Nouns of change. */
export const upNoun = "(?:increases?|rises?|growth|uplift|upturn|gain|jump|surge)";
/** The same for less. */
export const downNoun =
  "(?:decreases?|reductions?|falls?|drops?|declines?|cuts?|savings?|underspends?|shortfall|fewer)";
/** And for a change either way. */
export const otherNoun =
  "(?:changes?|differences?|variances?|movements?|swing|improvement|gap|variation|overspends?|deterioration)";
/** Comparatives. */
export const upComparative = "(?:higher|more|greater|larger|bigger|above|up|longer|increased)";
/** The same for less. */
export const downComparative = "(?:lower|less|fewer|smaller|below|down|shorter|reduced|cheaper)";

/** A form of a verb, noun or comparative of change. */
export const anyChange = new RegExp(
  `\\b(?:${upVerb}|${downVerb}|${otherVerb}|${upNoun}|${downNoun}|${otherNoun}|${upComparative}|${downComparative}|times|doubl\\w+|halv\\w+)\\b|⟦[xs]`,
  "i",
);
/** A verb of change alone. */
export const anyVerb = new RegExp(`\\b(?:${upVerb}|${downVerb}|${otherVerb})\\b`, "i");

/** Which way a word of change goes. */
export type Direction = "up" | "down" | "either";

/** The direction of a word that is one of the above. */
export function directionOf(word: string): Direction {
  if (ups.test(word)) return "up";
  return downs.test(word) ? "down" : "either";
}

const ups = new RegExp(`^(?:${upVerb}|${upNoun}|${upComparative}|\\+)$`, "i");
const downs = new RegExp(`^(?:${downVerb}|${downNoun}|${downComparative}|[-–−])$`, "i");
