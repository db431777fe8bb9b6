// What the acronym rules share: the uses and explanations of one short form, seen over the whole paper.

import type { AcronymDefinition } from "../paper/acronyms.js";
import type { Block } from "../paper/block.js";
import type { PlacedUse } from "../paper/facts.js";
import { expansionKey } from "./keys.js";
import type { KeyContext, KeyEntry } from "./rule.js";

/** A use, and the block it is in. */
export interface BlockUse {
  readonly block: Block;
  readonly use: PlacedUse;
}

/** An explanation, and the block it is in. */
export interface BlockDefinition {
  readonly block: Block;
  readonly definition: AcronymDefinition;
}

/** All that a paper says of one acronym, in its order. */
export interface AcronymView {
  readonly uses: readonly BlockUse[];
  /** Explanations in the body: in brackets, reversed or in a glossary. */
  readonly definitions: readonly BlockDefinition[];
  /** Explanations in the paper's details. */
  readonly details: readonly BlockDefinition[];
  /** The uses and body explanations as they follow one another. */
  readonly order: readonly KeyEntry[];
}

/** The view of an acronym's entries. The plural in capitals, `ACES`, counts as uses of `ACE` where only that is explained. */
export function viewAcronym(
  key: string,
  entries: readonly KeyEntry[],
  context: Pick<KeyContext, "entries">,
): AcronymView {
  const plural = key.endsWith("S") ? [] : context.entries(`${key}S`);
  const merged =
    !explains(plural) && explains(entries)
      ? [...entries, ...plural.filter((it) => it.kind === "use")]
      : entries;
  const all = merged.flatMap((it) =>
    it.kind === "definition" ? [{ block: it.block, definition: it.definition }] : [],
  );
  return {
    uses: merged.flatMap((it) => (it.kind === "use" ? [{ block: it.block, use: it.use }] : [])),
    definitions: all.filter((it) => it.definition.form !== "details"),
    details: all.filter((it) => it.definition.form === "details"),
    order: entries.filter(
      (it) => it.kind === "use" || (it.kind === "definition" && it.definition.form !== "details"),
    ),
  };
}

/** Whether these are uses of a plural in capitals that its singular explains. */
export function isExplainedPlural(
  key: string,
  entries: readonly KeyEntry[],
  context: Pick<KeyContext, "entries">,
): boolean {
  return key.endsWith("S") && !explains(entries) && explains(context.entries(key.slice(0, -1)));
}

/** Whether two expansions are the same words, whatever their case, hyphens and plurals. */
export function sameExpansion(a: string, b: string): boolean {
  const [left, right] = [expansionKey(a), expansionKey(b)];
  return left === right || left.endsWith(right) || right.endsWith(left);
}

/** "once", "twice", "3 times". */
export function sayTimes(count: number): string {
  if (count === 1) return "once";
  return count === 2 ? "twice" : `${count} times`;
}

function explains(entries: readonly KeyEntry[]): boolean {
  return entries.some((it) => it.kind === "definition");
}
