// What the pane shows, as a value.

import type { PreviewBlock, PreviewChanges } from "@board-papers/server/protocol";

/** The blocks that are shown, and the answer of the server that they are. */
export interface Shown {
  readonly resultId: string | null;
  /** The ids of all blocks, in their order. */
  readonly order: readonly string[];
  readonly blocks: ReadonlyMap<string, PreviewBlock>;
}

/** What is shown before anything is. */
export const nothing: Shown = { resultId: null, order: [], blocks: new Map() };

/** What is shown after changes; `undefined` where they do not follow what is shown. */
export function change(before: Shown, changes: PreviewChanges): Shown | undefined {
  const { since, resultId } = changes;
  const from = since === null ? nothing : before;
  if (from.resultId !== since) return undefined;
  const order = spliced(from.order, changes.order);
  const blocks = new Map(from.blocks);
  shift(blocks, order, changes.shifts);
  for (const block of changes.blocks) blocks.set(block.id, block);
  if (changes.order && changes.order.removed > 0) {
    const kept = new Set(order);
    for (const id of blocks.keys()) if (!kept.has(id)) blocks.delete(id);
  }
  return order.every((id) => blocks.has(id)) ? { resultId, order, blocks } : undefined;
}

/** The blocks that are shown, in their order. */
export function blocksOf({ order, blocks }: Shown): PreviewBlock[] {
  return order.flatMap((id) => blocks.get(id) ?? []);
}

function spliced(order: readonly string[], splice: PreviewChanges["order"]): readonly string[] {
  return splice ? order.toSpliced(splice.start, splice.removed, ...splice.inserted) : order;
}

/** Moves blocks that stay as they are down or up. What has changed says itself where it stands. */
function shift(
  blocks: Map<string, PreviewBlock>,
  order: readonly string[],
  shifts: PreviewChanges["shifts"],
): void {
  shifts.forEach(({ start, by }, i) => {
    if (by === 0) return;
    for (const id of order.slice(start, shifts[i + 1]?.start)) {
      const block = blocks.get(id);
      if (block) blocks.set(id, { ...block, startLine: block.startLine + by });
    }
  });
}
