// Renders a paper block by block. A block is rendered again only when it, or what its HTML depends on, has changed.

import type { Report } from "../lint/check.js";
import type { Finding } from "../lint/finding.js";
import { type Settings, settle } from "../lint/settings.js";
import type { Block } from "../paper/block.js";
import { outlineOf } from "../paper/outline.js";
import { blockAt, frontMatterOf, type Paper } from "../paper/paper.js";
import { renderBlock } from "./block-html.js";
import { captionsAbove } from "./caption-blocks.js";
import { arrange } from "./containers.js";
import { idsFor } from "./ids.js";
import { inputOf, type World } from "./input.js";
import type { Entry, Rendering, RenderMemory, RenderOptions } from "./rendering.js";
import { addressesOf, anchorsOf, callersOf, expansionsOf } from "./world.js";

/**
 * The paper as it is shown. `report` is what was found in this version of it; `previous` is the rendering of an earlier
 * one, of which what still holds is taken over. The HTML is the same without it.
 */
export function renderPaper(
  paper: Paper,
  report: Report,
  settings: Settings,
  options: RenderOptions,
  previous?: Rendering,
): Rendering {
  const world = worldOf(paper, report, settings, options);
  const order = paper.chunks.flatMap((chunk) => chunk.blocks);
  const { ids, lastId } = idsFor(order, previous?.memory);
  const isKept = keeper(world, previous?.memory);
  const entries = new Map<Block, Entry>();
  let rendered = 0;
  order.forEach((block, index) => {
    const known = previous?.memory.entries.get(block);
    const id = ids[index] ?? `b${index}`;
    const input = known && isKept(block, index) ? known.input : inputOf(block, index, world);
    const key = known && input === known.input ? known.key : JSON.stringify(input);
    if (known?.key === key) {
      entries.set(block, known.id === id ? known : { ...known, id });
      return;
    }
    rendered++;
    entries.set(block, { id, key, input, ...renderBlock(block, input, paper.linkLabels) });
  });
  return {
    report,
    options,
    blocks: arrange(order, entries, world),
    work: { rendered },
    memory: { entries, order, lastId, world },
  };
}

/** Tells of a block that was rendered before whether what it is rendered from is surely the same; else one has to look. */
function keeper(world: World, before: RenderMemory | undefined): (block: Block, index: number) => boolean {
  if (!before || !isSameWorld(before.world, world)) return () => false;
  return (block, index) =>
    before.order[index] === block &&
    !world.captions.has(index) &&
    areSame(before.world.findings.get(block) ?? [], world.findings.get(block) ?? []);
}

function isSameWorld(a: World, b: World): boolean {
  const { findings, imageUrl } = a.options;
  return (
    a.outline === b.outline &&
    a.settings === b.settings &&
    findings === b.options.findings &&
    imageUrl === b.options.imageUrl &&
    areSame([...a.expansions].flat(), [...b.expansions].flat()) &&
    areSame([...a.addresses].flat(), [...b.addresses].flat()) &&
    areSame([...a.callers].flat(), [...b.callers].flat())
  );
}

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((it, i) => it === b[i]);
}

function worldOf(paper: Paper, report: Report, settings: Settings, options: RenderOptions): World {
  const active = settle(settings, frontMatterOf(paper));
  const { outline } = report.paper === paper ? report.memory.outline : outlineOf(paper);
  const at = (index: number): Block | undefined => blockAt(paper, index);
  const captions = captionsAbove(outline, at);
  return {
    outline,
    anchors: anchorsOf(outline),
    settings: active,
    expansions: expansionsOf(paper, active),
    addresses: addressesOf(paper),
    callers: callersOf(paper),
    linkLabels: paper.linkLabels,
    captions,
    captionBlocks: new Set(captions.values()),
    blockAt: at,
    findings: options.findings ? byBlock(report.findings) : new Map(),
    options,
  };
}

function byBlock(findings: readonly Finding[]): Map<Block, Finding[]> {
  const map = new Map<Block, Finding[]>();
  for (const finding of findings) {
    const known = map.get(finding.at.block);
    if (known) known.push(finding);
    else map.set(finding.at.block, [finding]);
  }
  return map;
}
