// What the acronym rules share: the uses and explanations of one short form, seen over the whole paper.

import type { AcronymDefinition } from "../paper/acronyms.js";
import type { Block } from "../paper/block.js";
import type { PlacedUse } from "../paper/facts.js";
import type { Span } from "../text/span.js";
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
  /** Without those among other words in capitals, which do not show by themselves what they are. */
  readonly uses: readonly BlockUse[];
  /** Explanations in the body: in brackets, reversed, in words or in a glossary. */
  readonly definitions: readonly BlockDefinition[];
  /** Explanations in the paper's details. */
  readonly details: readonly BlockDefinition[];
  /** The uses before the first explanation in the body. */
  readonly early: readonly BlockUse[];
  /** Whether a footnote, or the second form of two in brackets, shows what it is. */
  readonly isShown: boolean;
  /** Whether it is used at all, also among words in capitals. */
  readonly isUsed: boolean;
}

/** The view of an acronym's entries. The plural in capitals, `ACES`, counts as uses of `ACE` where only that is explained. */
export function viewAcronym(
  key: string,
  entries: readonly KeyEntry[],
  context: Pick<KeyContext, "entries">,
): AcronymView {
  const plural = key.endsWith("S") ? [] : context.entries(`${key}S`);
  const merged = !explains(plural) && explains(entries) ? [...entries, ...plural] : entries;
  const definitions = entries.flatMap((it) =>
    it.kind === "definition" ? [{ block: it.block, definition: it.definition }] : [],
  );
  const isBody = ({ definition }: BlockDefinition): boolean => definition.form !== "details";
  const first = entries.findIndex((it) => it.kind === "definition" && isBody(it));
  return {
    uses: usesOf(merged),
    definitions: definitions.filter(isBody),
    details: definitions.filter((it) => !isBody(it)),
    early: usesOf(entries.slice(0, Math.max(0, first))),
    isShown: entries.some((it) => it.kind === "gloss"),
    isUsed: merged.some((it) => it.kind === "use"),
  };
}

function usesOf(entries: readonly KeyEntry[]): BlockUse[] {
  return entries.flatMap((it) =>
    it.kind === "use" && !it.use.shouted ? [{ block: it.block, use: it.use }] : [],
  );
}

/** Whether a place is in a heading, which states a subject and is not the place for an explanation. */
export function isInHeading(block: Block, { start }: Span): boolean {
  return block.facts.headings.some(({ span }) => span.start <= start && start < span.end);
}

/** The index of the table in its block that a place is in. */
export function tableAt(block: Block, { start }: Span): number | undefined {
  const index = block.facts.tables.findIndex(({ span }) => span.start <= start && start < span.end);
  return index < 0 ? undefined : index;
}

/**
 * Whether a short form may be a word in capitals, "PRE-arrest" or a programme called DIVERT: it can be pronounced,
 * is long or seldom used, and the paper says it in small letters too.
 */
export function mayBeWord(name: string, uses: number, context: Pick<KeyContext, "says">): boolean {
  return (uses < 3 || name.length >= 5) && pronounceable.test(name) && context.says(name.toLowerCase());
}

const pronounceable =
  /^(?=[A-Z]{3,})(?:[BCFGPT]?[LR]?|[CGPSTW]H|S[CKLMNPQTW]R?|TW|DR|KN|QU|[A-Z])?[AEIOUY][A-Z]*$/;

/** The short form of an explanation as it is printed: `CRCs`. */
export function printedShort({ block, definition }: BlockDefinition): string {
  return block.text.slice(definition.span.start, definition.span.end);
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
