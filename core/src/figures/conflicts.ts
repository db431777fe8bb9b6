// Which of many mentions are to be compared: all that could be one quantity, and never each with each.

import type { Mention } from "./mentions.js";
import type { CellPlace, TextPlace } from "./said.js";
import { cellKey, countedWord, isConflict, type PlacedMention } from "./same-quantity.js";

/** Two mentions of one quantity that differ, the later first. */
export type Conflict = readonly [later: PlacedMention, earlier: PlacedMention];

/** More comparisons than this are not made for one word: a word that so many figures share tells none of them apart. */
const mostCompared = 100_000;
/** A label that stands in more tables than this names no single quantity. */
const mostTables = 20;

/** The conflicts among mentions that share a word, given in the order of the paper; each mention is in one at most. */
export function* conflictsAmong(mentions: readonly PlacedMention[], word: string): Generator<Conflict> {
  const texts = mentions.flatMap((it, at) => (isText(it.mention) ? [{ it, at }] : []));
  const cells = mentions.flatMap((it, at) => (isText(it.mention) ? [] : [{ it, at }]));
  const counted = texts.filter(
    ({ it: { mention } }) => isText(mention) && countedWord(mention.where) === word,
  );
  const pairs = [...against(texts, cells), ...against(counted, counted), ...sameLabels(cells)];
  const told = new Set<PlacedMention>();
  for (const [one, other] of pairs) {
    const [later, earlier] = one.at > other.at ? [one.it, other.it] : [other.it, one.it];
    if (told.has(later) || told.has(earlier) || !isConflict(earlier, later)) continue;
    told.add(later);
    yield [later, earlier];
  }
}

interface Ordered {
  readonly it: PlacedMention;
  readonly at: number;
}

function isText(mention: Mention): mention is Mention & { readonly where: TextPlace } {
  return mention.where.kind === "text";
}

function* against(texts: readonly Ordered[], others: readonly Ordered[]): Generator<[Ordered, Ordered]> {
  if (texts.length * others.length > mostCompared) return;
  for (const one of texts)
    for (const other of others) if (texts !== others || other.at < one.at) yield [one, other];
}

/** The cells of different tables that stand under the same labels. */
function* sameLabels(cells: readonly Ordered[]): Generator<[Ordered, Ordered]> {
  const tables = new Set(cells.map(({ it }) => placeOf(it).table));
  if (tables.size < 2) return;
  const known = new Map<string, Ordered[]>();
  for (const cell of cells) {
    const key = cellKey(placeOf(cell.it));
    const others = known.get(key);
    if (!others) known.set(key, [cell]);
    else if (others.length < mostTables) {
      for (const other of others) yield [cell, other];
      others.push(cell);
    }
  }
}

function placeOf({ mention: { where } }: PlacedMention): CellPlace {
  // Only cells are asked.
  return where as CellPlace;
}
