// Which tables a block's words may be about: those that it names, the one it introduces, and the last one before it in
// its section.

import { memo } from "../text/memo.js";
import type { Block } from "./block.js";
import type { Chunk } from "./chunk.js";
import { isComment } from "./comments.js";
import type { Paper } from "./paper.js";
import type { Table } from "./tables.js";

/** How a block comes to a table: it names its label, follows it, or leads up to it. */
export type Way = "named" | "after" | "before";

/** A table that a block's words may be about. */
export interface ReachedTable {
  readonly block: Block;
  readonly table: Table;
  /** `Table D`; `""` where it has no label. */
  readonly name: string;
  readonly way: Way;
  /** Whether it stands right beside the block, captions aside. */
  readonly beside: boolean;
  /** The heading over the table, the block before it and its caption, which say what it is about. */
  readonly about: readonly Block[];
}

/** For every block that wants them and has any in reach, its tables, the likeliest first. */
export type TableReach = ReadonlyMap<Block, readonly ReachedTable[]>;

/** Finds the tables of the blocks that `wants` picks; what it says of a block must hang on the block alone. */
export function tableReach(wants: (block: Block) => boolean): (paper: Paper) => TableReach {
  const stopsOf = memo(
    (
      chunk: Chunk,
    ): { readonly count: number; readonly stops: readonly Stop[]; readonly last: Block | undefined } => {
      const blocks = chunk.blocks.filter((it) => !isComment(it));
      return {
        count: blocks.length,
        last: blocks.at(-1),
        stops: blocks.flatMap((block, at) => {
          const stop = stopOf(block, wants);
          return stop ? [{ ...stop, at, before: blocks[at - 1] }] : [];
        }),
      };
    },
  );
  return memo((paper) => {
    let base = 0;
    let last: Block | undefined;
    const stops = paper.chunks.flatMap((chunk) => {
      const own = stopsOf(chunk);
      const [from, outer] = [base, last];
      base += own.count;
      last = own.last ?? last;
      return own.stops.map((it) => ({ ...it, at: from + it.at, before: it.at === 0 ? outer : it.before }));
    });
    return reachOf(stops);
  });
}

function reachOf(stops: readonly Stop[]): TableReach {
  const byName = tablesByName(stops);
  const reached = new Map<Block, readonly ReachedTable[]>();
  stops.forEach((stop, i) => {
    if (!stop.wants) return;
    const named = stop.names.flatMap((name) => byName.get(name) ?? []);
    const found = named.length > 0 ? named : nearTables(stops, i);
    if (found.length > 0) reached.set(stop.block, found);
  });
  return reached;
}

/** A block that tables are looked for from, over or in. */
interface Stop {
  readonly block: Block;
  /** Its place among the blocks that are no comments. */
  readonly at: number;
  readonly before: Block | undefined;
  /** Of its highest heading; 7 for none. */
  readonly depth: number;
  readonly table: Table | undefined;
  /** Labels of tables that it carries: `D`. */
  readonly labels: readonly string[];
  /** Tables that its words name. */
  readonly names: readonly string[];
  readonly wants: boolean;
  /** Whether it leads up to what follows. */
  readonly introduces: boolean;
}

function stopOf(block: Block, wants: (block: Block) => boolean): Stop | undefined {
  const { headings, labels, tables, references, introduces, passages } = block.facts;
  const own = labels.flatMap((it) => (it.kind === "table" ? [it.name.toUpperCase()] : []));
  const wanted = wants(block);
  if (headings.length + own.length + tables.length === 0 && !wanted) return undefined;
  const named = references.flatMap((it) =>
    it.kind === "table" ? it.names.map(({ name }) => name.toUpperCase()) : [],
  );
  return {
    block,
    at: 0,
    before: undefined,
    depth: Math.min(...headings.map((it) => it.depth), 7),
    table: tables[0],
    labels: own,
    names: wanted ? named : [],
    wants: wanted,
    introduces:
      wanted && (introduces || passages.some(({ text }) => /\b(?:below|following|overleaf)\b/i.test(text))),
  };
}

/** Whether a block is a caption on its own. */
function isCaption({ labels, table }: Stop): boolean {
  return labels.length > 0 && table === undefined;
}

function tablesByName(stops: readonly Stop[]): ReadonlyMap<string, readonly ReachedTable[]> {
  const byName = new Map<string, ReachedTable[]>();
  stops.forEach((stop, i) => {
    const holder = stop.table ? stop : isCaption(stop) ? behind(stops, i) : undefined;
    if (!holder?.table) return;
    for (const label of stop.labels) {
      const name = `Table ${label}`;
      const about = aboutOf(stops, holder === stop ? i : i + 1);
      const found = { block: holder.block, table: holder.table, name, about };
      byName.set(label, [...(byName.get(label) ?? []), { ...found, way: "named", beside: false }]);
    }
  });
  return byName;
}

/** The block right behind a stop, where it is one. */
function behind(stops: readonly Stop[], i: number): Stop | undefined {
  const next = stops[i + 1];
  return next && next.at === (stops[i]?.at ?? 0) + 1 ? next : undefined;
}

/** How many stops back a table is looked for in its section. */
const farthest = 12;

/** The table of the block itself, the one that it leads up to, and the last one before it in its section. */
function nearTables(stops: readonly Stop[], i: number): ReachedTable[] {
  const own = stops[i];
  if (!own) return [];
  if (own.table)
    return [
      {
        block: own.block,
        table: own.table,
        name: nameOf(stops, i),
        way: "before",
        beside: true,
        about: aboutOf(stops, i),
      },
    ];
  const [before, after] = [tableBefore(stops, i), tableAfter(stops, i)];
  const found = own.introduces ? [after, before] : [before, after];
  return found.flatMap((it) => it ?? []);
}

function tableBefore(stops: readonly Stop[], i: number): ReachedTable | undefined {
  const own = stops[i];
  if (!own || own.depth < 7) return undefined;
  let blocks = 1;
  for (let j = i - 1; j >= Math.max(0, i - farthest); j--) {
    const stop = stops[j];
    if (!stop || (stop.depth < 7 && !stop.table)) return undefined;
    if (stop.table) {
      const beside = own.at - stop.at === blocks;
      return {
        block: stop.block,
        table: stop.table,
        name: nameOf(stops, j),
        way: "after",
        beside,
        about: aboutOf(stops, j),
      };
    }
    if (isCaption(stop)) blocks++;
  }
  return undefined;
}

/** The table right behind a block, its caption aside. */
function tableAfter(stops: readonly Stop[], i: number): ReachedTable | undefined {
  const next = behind(stops, i);
  const at = next && isCaption(next) ? i + 2 : i + 1;
  const stop = at === i + 1 ? next : behind(stops, i + 1);
  if (!stop?.table || stop.depth < 7) return undefined;
  return {
    block: stop.block,
    table: stop.table,
    name: nameOf(stops, at),
    way: "before",
    beside: true,
    about: aboutOf(stops, at),
  };
}

function nameOf(stops: readonly Stop[], i: number): string {
  const caption = stops[i - 1];
  const label = stops[i]?.labels[0] ?? (caption && isCaption(caption) ? caption.labels[0] : undefined);
  return label === undefined ? "" : `Table ${label}`;
}

/** What says what a table is about. */
function aboutOf(stops: readonly Stop[], i: number): readonly Block[] {
  const own = stops[i];
  const caption = stops[i - 1];
  const captioned = own && caption && isCaption(caption) && caption.at === own.at - 1;
  const before = captioned ? [caption.before, caption.block] : [own?.before];
  const heading = stops.slice(Math.max(0, i - farthest), i + 1).findLast((it) => it.depth < 7)?.block;
  return [...new Set([heading, ...before])].flatMap((it) => it ?? []);
}
