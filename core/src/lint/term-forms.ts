// Which spelling of a term a paper means: the one that a clear majority of its uses has.

import type { Block } from "../paper/block.js";
import { oneWord } from "../paper/spellings.js";
import type { TermUse } from "../paper/terms.js";

/** A use of a term in its block. */
export interface PlacedTerm {
  readonly block: Block;
  readonly use: TermUse;
}

/** The uses of a term that are spelled in the usual way, and those that are not, each in the order of the paper. */
export interface TermForms {
  readonly usual: readonly PlacedTerm[];
  readonly odd: readonly PlacedTerm[];
}

/** So many uses, and three in four, show which spelling is meant. */
const leastUses = 3;

/**
 * The forms of a term, where one is clearly the usual one. A hyphen between words that also stand apart is grammar ("a
 * long-term plan", "in the long term"), so these are compared only where what follows is of the same kind.
 */
export function termForms(key: string, uses: readonly PlacedTerm[]): TermForms | undefined {
  const plain = uses.filter(({ use }) => !use.isName);
  const usual = majority(plain);
  const odd =
    usual === undefined
      ? []
      : plain.filter(({ use }) => use.form !== usual && differs(use, usual, plain, key));
  if (usual === undefined || odd.length === 0) return undefined;
  return { usual: plain.filter(({ use }) => use.form === usual), odd };
}

function majority(uses: readonly PlacedTerm[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { use } of uses) counts.set(use.form, (counts.get(use.form) ?? 0) + 1);
  for (const [form, count] of counts) if (count >= leastUses && 4 * count >= 3 * uses.length) return form;
  return undefined;
}

/** Whether a use is a spelling of its own, and no other grammar. */
function differs(use: TermUse, usual: string, uses: readonly PlacedTerm[], key: string): boolean {
  if (use.form !== "open" && usual !== "open") return true;
  if (isCompound(use, uses, key)) return true;
  // Two words against one: only known compounds. Two words against a hyphen: where both stand in the same position.
  if (use.form === "closed" || usual === "closed") return false;
  const same = uses.filter((it) => it.use.isBeforeNoun === use.isBeforeNoun);
  return majority(same) === usual;
}

const prefixes = /^(?:anti|co|counter|inter|mid|multi|non|post|pre|re|self|semi|sub|un)[\s-]/i;

/** Whether a term in two words can only be a slip: its first word is none by itself, or it is known as one word. */
function isCompound(use: TermUse, uses: readonly PlacedTerm[], key: string): boolean {
  const split = use.form === "open" ? use : uses.find((it) => it.use.form === "open")?.use;
  return oneWord.has(key) || (split !== undefined && prefixes.test(split.text));
}
