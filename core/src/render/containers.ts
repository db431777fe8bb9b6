// Puts rendered blocks in their order, and says which elements gather them.

import type { Block } from "../paper/block.js";
import { type Pair, pairsOf } from "../paper/halves.js";
import type { World } from "./input.js";
import type { Container, Entry, ListKind, RenderedBlock, RenderedKind } from "./rendering.js";

/** The rendered blocks: in the order of the source, but notes come last. */
export function arrange(
  order: readonly Block[],
  entries: ReadonlyMap<Block, Entry>,
  world: World,
): readonly RenderedBlock[] {
  const walk = new Walk(world, order, entries);
  const shown: RenderedBlock[] = [];
  const notes: RenderedBlock[] = [];
  let startLine = 0;
  order.forEach((block, index) => {
    const entry = entries.get(block);
    if (entry) {
      const rendered = walk.place(block, index, entry, startLine);
      (rendered.kind === "note" ? notes : shown).push(rendered);
    }
    startLine += block.lines;
  });
  return [...shown, ...notes];
}

class Walk {
  readonly #world: World;
  readonly #order: readonly Block[];
  readonly #entries: ReadonlyMap<Block, Entry>;
  readonly #pairs: ReadonlyMap<number, Pair>;
  #pair: Pair | undefined;
  #owner: string | undefined;
  #owned: string | undefined;
  #list: { readonly id: string; readonly kind: ListKind } | undefined;
  #notes: string | undefined;

  constructor(world: World, order: readonly Block[], entries: ReadonlyMap<Block, Entry>) {
    this.#world = world;
    this.#order = order;
    this.#entries = entries;
    this.#pairs = new Map(pairsOf(world.outline).map((pair) => [pair.said, pair]));
  }

  place(block: Block, index: number, entry: Entry, startLine: number): RenderedBlock {
    const kind = kindOf(block, entry);
    const base = {
      id: entry.id,
      kind,
      html: entry.html,
      startLine,
      lineCount: block.lines,
      findings: this.#findings(block, index),
    };
    if (kind === "note") return { ...base, within: this.#withinNotes(entry.id) };
    this.#enter(index, kind);
    const pair = this.#pairContainers(index);
    const within = [...pair.containers, ...this.#flowContainers(kind, entry)];
    const level = kind === "heading" ? entry.input.headings[0]?.level : undefined;
    return { ...base, within, ...(pair.pair && { pair: pair.pair }), ...(level && { level }) };
  }

  #findings(block: Block, index: number): RenderedBlock["findings"] {
    if (this.#world.captionBlocks.has(index)) return [];
    const own = this.#world.findings.get(block) ?? [];
    const caption = this.#world.captions.get(index);
    const above = caption === undefined ? undefined : this.#order[caption];
    return above ? [...own, ...(this.#world.findings.get(above) ?? [])] : own;
  }

  #enter(index: number, kind: RenderedKind): void {
    const starts = this.#pairs.get(index);
    const ends = this.#pair !== undefined && (index === this.#pair.did || index >= this.#pair.end);
    if (starts || ends) this.#leaveOwner();
    if (starts) this.#pair = starts;
    else if (this.#pair && index >= this.#pair.end) this.#pair = undefined;
    if (kind === "heading" || kind === "paragraph" || kind === "details") this.#leaveOwner();
  }

  #leaveOwner(): void {
    this.#owner = undefined;
    this.#owned = undefined;
    this.#list = undefined;
  }

  #pairContainers(index: number): { containers: Container[]; pair?: NonNullable<RenderedBlock["pair"]> } {
    const pair = this.#pair;
    if (!pair) return { containers: [] };
    const half = index < pair.did ? "said" : "did";
    const id = `pair-${this.#idAt(pair.said)}`;
    const first = half === "said" ? pair.said : pair.did;
    return {
      pair: { id, half },
      containers: [
        { id, tag: "div", attributes: { class: "pair" } },
        {
          id: `${half}-${this.#idAt(first)}`,
          tag: "div",
          attributes: { class: half, role: "group", "aria-label": half === "said" ? "We said" : "We did" },
        },
      ],
    };
  }

  #flowContainers(kind: RenderedKind, entry: Entry): Container[] {
    const containers: Container[] = [];
    if (kind === "paragraph") this.#owner = entry.id;
    else if (this.#owner !== undefined && (entry.html !== "" || this.#owned !== undefined)) {
      this.#owned ??= `owned-${entry.id}`;
      containers.push({ id: this.#owned, tag: "div", attributes: { class: "owned" } });
    }
    if (entry.html === "") return this.#list ? [...containers, listContainer(this.#list)] : containers;
    if (!entry.list) this.#list = undefined;
    else if (this.#list?.kind.sign !== entry.list.sign || this.#list.kind.ordered !== entry.list.ordered)
      this.#list = { id: `list-${entry.id}`, kind: entry.list };
    return this.#list ? [...containers, listContainer(this.#list)] : containers;
  }

  #withinNotes(id: string): Container[] {
    this.#notes ??= `notes-${id}`;
    return [
      {
        id: this.#notes,
        tag: "section",
        attributes: { class: "notes", role: "doc-endnotes", "aria-label": "Notes" },
      },
    ];
  }

  #idAt(index: number): string {
    const block = this.#order[index];
    return (block && this.#entries.get(block)?.id) ?? String(index);
  }
}

function listContainer({ id, kind }: { readonly id: string; readonly kind: ListKind }): Container {
  return kind.ordered
    ? { id, tag: "ol", attributes: { class: "typed", role: "list" } }
    : { id, tag: "ul", attributes: {} };
}

function kindOf(block: Block, { html, input, list }: Entry): RenderedKind {
  if (block.kind === "footnote" && html.startsWith('<div class="note"')) return "note";
  if (html === "") return "nothing";
  if (block.frontMatter) return "details";
  if (input.numbers.length > 0) return "paragraph";
  if (list) return "item";
  if (block.facts.headings.length > 0 && !block.facts.hasContent) return "heading";
  if (block.facts.tables.length > 0) return "table";
  if (block.kind === "quote") return "quote";
  return block.kind === "fence" || block.kind === "code" ? "code" : "text";
}
