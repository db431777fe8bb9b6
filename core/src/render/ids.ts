// Names for blocks that they keep from one version of a paper to the next, also when their text changes in place.

import type { Block } from "../paper/block.js";
import type { RenderMemory } from "./rendering.js";

/** An id for each block, in their order, and the last number that was given to one. */
export function idsFor(
  order: readonly Block[],
  before?: RenderMemory,
): { readonly ids: readonly string[]; readonly lastId: number } {
  const old = before?.order ?? [];
  let last = before?.lastId ?? 0;
  const idOf = (block: Block | undefined): string | undefined => block && before?.entries.get(block)?.id;
  const same = new Set(old);
  const ids = order.map((block) => (same.has(block) ? idOf(block) : undefined));
  const kept = new Set(order);
  // Between blocks that stayed, the changed ones take the names of those that went, in their order.
  let at = 0;
  let gone: string[] = [];
  const skipTo = (block: Block | undefined): void => {
    gone = [];
    for (; at < old.length && old[at] !== block; at++) {
      const it = old[at];
      const id = it && !kept.has(it) ? idOf(it) : undefined;
      if (id !== undefined) gone.push(id);
    }
  };
  const positions = new Map(old.map((block, i) => [block, i]));
  for (let i = 0; i < order.length; ) {
    if (ids[i] !== undefined) {
      const position = positions.get(order[i] as Block) ?? at;
      at = Math.max(at, position + 1);
      i++;
      continue;
    }
    let end = i;
    while (end < order.length && ids[end] === undefined) end++;
    skipTo(order[end]);
    for (; i < end; i++) ids[i] = gone.shift() ?? `b${++last}`;
  }
  return { ids: ids.map((id) => id ?? `b${++last}`), lastId: last };
}
