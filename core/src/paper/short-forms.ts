// What is a short form, by its letters alone.

import type { Span } from "../text/span.js";
import { isShoutedWord } from "./shouting.js";

/** A short form where it stands. Offsets are those of the text searched. */
export interface Acronym {
  /** What all forms of one acronym share: `PCC` for `PCCs`, `VISOR` for `ViSOR`. */
  readonly key: string;
  /** As printed, without a plural `s`: `ViSOR`. */
  readonly name: string;
  readonly span: Span;
}

const roman = /^X{0,3}(?:IX|IV|V?I{0,3})$/;
/** A postcode's first half, a form, a road, a framework, a rating: `WV10`, `MG11`, `RM6088`, `AAA`. */
const code = /^(?:[A-Z]{2}\d{1,6}[A-Z]?|([A-Z])\1{2,})$/;
const longest = 16;

/**
 * The acronym that a word in capitals is a form of, or `undefined` for a word that is none: capitals must
 * outnumber small letters, and Roman numerals, units, codes and shouted words do not count.
 */
export function acronymOf(word: string): Pick<Acronym, "key" | "name"> | undefined {
  if (word.length > longest) return undefined;
  const bare = word.replace(/(?<=[A-Z]{2})(?:19|20)\d\d$|(?<=[A-Z])(?:s|v\d+)$/, "");
  if (code.test(bare)) return undefined;
  const name = bare.replace(/(?<=[A-Z]{3})\d{1,4}$/, "");
  const capitals = name.match(/[A-Z]/g)?.length ?? 0;
  const small = name.match(/[a-z]/g)?.length ?? 0;
  if (capitals < 2 || capitals <= small || roman.test(name) || isShoutedWord(name)) return undefined;
  return { key: name.toUpperCase(), name };
}
