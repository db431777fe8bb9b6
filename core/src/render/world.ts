// What the blocks of a paper know of one another: the ids of what can be pointed to, and short forms with their words.

import { captionsOf } from "../lint/captions.js";
import type { ActiveSettings } from "../lint/settings.js";
import { normalizeLabel } from "../markdown/labels.js";
import type { Block } from "../paper/block.js";
import type { Chunk } from "../paper/chunk.js";
import type { Label } from "../paper/labels.js";
import type { Mark } from "../paper/marks.js";
import type { Outline } from "../paper/outline.js";
import type { Paper } from "../paper/paper.js";
import type { LabelKind } from "../paper/references.js";
import type { SectionNumber } from "../paper/section-numbers.js";
import { isNumberedBySection } from "../paper/section-sequence.js";
import { lastAt } from "../text/halving.js";
import { memo } from "../text/memo.js";

/** A fact of a block and the id of the element that shows it. */
type Named<Fact> = Fact & { readonly id: string };

/** What can be pointed to in one block, in its order. */
export interface Anchors {
  readonly marks: readonly Named<{ readonly mark: Mark }>[];
  readonly sectionNumbers: readonly Named<{ readonly number: SectionNumber }>[];
  readonly headings: readonly HeadingAnchor[];
  readonly labels: readonly Named<{ readonly label: Label }>[];
  readonly tables: readonly TableAnchor[];
}

/** A heading's id, and the level that it is shown with. */
export interface HeadingAnchor {
  readonly id: string;
  readonly level: HeadingLevel;
}

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** A table's place among all tables, from 1, and the id of its label. */
export interface TableAnchor {
  readonly ordinal: number;
  readonly labelId: string | undefined;
  /** The index of the block that holds its label. */
  readonly labelBlock: number | undefined;
}

/** The anchors of a paper. */
export interface PaperAnchors {
  readonly byBlock: ReadonlyMap<number, Anchors>;
  /** The id that a reference in the block of that index points to. */
  readonly target: (kind: LabelKind, name: string, block: number) => string | undefined;
}

type Gathered = { -readonly [Key in keyof Anchors]: Anchors[Key][number][] };

/** The anchors of a paper, by its outline. */
export const anchorsOf = memo((outline: Outline): PaperAnchors => {
  const ids = new Ids();
  const byBlock = new Map<number, Gathered>();
  const at = (block: number): Gathered => {
    const known = byBlock.get(block) ?? {
      marks: [],
      sectionNumbers: [],
      headings: [],
      labels: [],
      tables: [],
    };
    byBlock.set(block, known);
    return known;
  };
  const targets = new Map<string, string>();
  const offer = (key: string, id: string): void => {
    if (!targets.has(key)) targets.set(key, id);
  };
  for (const { block, mark, part } of outline.paragraphs) {
    const id = ids.make(`paragraph-${mark.ordinal}`);
    at(block).marks.push({ mark, id });
    offer(`paragraph ${mark.ordinal} ${part}`, id);
    offer(`paragraph ${mark.ordinal}`, id);
  }
  if (isNumberedBySection(outline.sectionNumbers)) {
    for (const number of outline.sectionNumbers) {
      if (!number.opens) continue;
      const id = ids.make(`paragraph-${number.name}`);
      at(number.block).sectionNumbers.push({ number, id });
      offer(`subparagraph ${number.name}`, id);
    }
  }
  const levelOf = headingLevels();
  for (const { block, heading } of outline.headings) {
    const id = ids.make(`section-${slug(heading.text)}`);
    at(block).headings.push({ id, level: levelOf(heading.depth) });
  }
  const { owners } = captionsOf(outline);
  const tables = outline.tables.map(({ block }, i) => {
    const anchor = { ordinal: i + 1, labelId: undefined, labelBlock: undefined };
    at(block).tables.push(anchor);
    return { block, index: at(block).tables.length - 1 };
  });
  for (const it of outline.labels) {
    const { block, label } = it;
    const id = ids.make(`${label.kind}-${label.name.toLowerCase()}`);
    at(block).labels.push({ label, id });
    const owned = tables[owners.get(it) ?? -1];
    const anchor = owned && at(owned.block).tables[owned.index];
    if (owned && anchor) at(owned.block).tables[owned.index] = { ...anchor, labelId: id, labelBlock: block };
    // A line in a list of tables is pointed to only where the table itself is not there.
    const isMain =
      label.kind === "table" ? owned !== undefined : label.kind !== "appendix" || label.place === "heading";
    if (isMain && !label.continued)
      targets.set(`main ${label.kind} ${label.name}`, targets.get(`main ${label.kind} ${label.name}`) ?? id);
    offer(`${label.kind} ${label.name}`, id);
  }
  const partAt = (block: number): number =>
    outline.paragraphs[lastAt(outline.paragraphs, (it) => it.block <= block)]?.part ?? 0;
  return {
    byBlock,
    target: (kind, name, block) =>
      kind === "paragraph"
        ? (targets.get(`paragraph ${name} ${partAt(block)}`) ?? targets.get(`paragraph ${name}`))
        : (targets.get(`main ${kind} ${name}`) ?? targets.get(`${kind} ${name}`)),
  };
});

/**
 * Gives the levels of headings by their depths as typed, in order. A reader who goes from heading to heading by level would
 * miss what a skipped one is about, so a heading is at most one level below the one it stands under. The title is the first.
 */
function headingLevels(): (depth: HeadingLevel) => HeadingLevel {
  const open: { readonly depth: number; readonly level: number }[] = [];
  return (depth) => {
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const level = depth === 1 ? 1 : (open.at(-1)?.level ?? 1) + 1;
    open.push({ depth, level });
    return level as HeadingLevel;
  };
}

/** Gives out ids, each once. */
class Ids {
  readonly #taken = new Map<string, number>();

  make(wanted: string): string {
    const count = (this.#taken.get(wanted) ?? 0) + 1;
    this.#taken.set(wanted, count);
    return count === 1 ? wanted : this.make(`${wanted}_${count}`);
  }
}

/** The words of a heading as an address says them: `key-highlights`. */
function slug(text: string): string {
  const words =
    text
      .toLowerCase()
      .normalize("NFKD")
      .match(/[a-z0-9]+/g) ?? [];
  return words.join("-").slice(0, 60) || "untitled";
}

/** Short forms and what they stand for, in this paper: by key. */
export function expansionsOf(paper: Paper, { glossary }: ActiveSettings): ReadonlyMap<string, string> {
  const expansions = new Map(glossary);
  const own = new Map<string, string>();
  for (const chunk of paper.chunks)
    for (const [key, expansion] of chunkExpansions(chunk)) if (!own.has(key)) own.set(key, expansion);
  for (const [key, expansion] of own) expansions.set(key, expansion);
  return expansions;
}

const chunkExpansions = memo((chunk: Chunk): readonly (readonly [string, string])[] =>
  chunk.blocks.flatMap(({ facts }) =>
    facts.definitions.map(({ key, expansion }) => [key, expansion.replace(/\s+/g, " ").trim()] as const),
  ),
);

const chunkAddresses = memo((chunk: Chunk): readonly (readonly [string, string])[] =>
  chunk.blocks.flatMap(({ facts }) =>
    facts.links.flatMap((it) =>
      it.form === "target" && it.url !== undefined ? [[normalizeLabel(it.text), it.url] as const] : [],
    ),
  ),
);

/** The addresses that the paper gives to labels, `[label]: address`; the first one counts. */
export function addressesOf(paper: Paper): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  for (const chunk of paper.chunks)
    for (const [label, url] of chunkAddresses(chunk)) if (!addresses.has(label)) addresses.set(label, url);
  return addresses;
}

/** For each footnote of the paper, the block that calls it first. */
export function callersOf(paper: Paper): ReadonlyMap<string, Block> {
  const callers = new Map<string, Block>();
  for (const chunk of paper.chunks)
    for (const [label, block] of chunkCallers(chunk))
      if (!callers.has(label) && paper.linkLabels.has(label)) callers.set(label, block);
  return callers;
}

const chunkCallers = memo((chunk: Chunk): readonly (readonly [string, Block])[] =>
  chunk.blocks.flatMap((block) =>
    block.kind === "footnote"
      ? []
      : block.usedLabels.flatMap((label) => (label.startsWith("^") ? [[label, block] as const] : [])),
  ),
);
