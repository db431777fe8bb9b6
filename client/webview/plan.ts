// Which elements stand in which, as a value: what the page is to look like, whatever it looks like now.

import type { PreviewBlock } from "@board-papers/server/protocol";

/** An element that gathers blocks. */
export type Gathering = PreviewBlock["within"][number];

/** A block's own element, or one that gathers others. */
export type Plan =
  | { readonly kind: "block"; readonly block: PreviewBlock }
  | {
      readonly kind: "gathering";
      /** Its name, of which there is one in the whole plan. */
      readonly key: string;
      readonly gathering: Gathering;
      readonly children: readonly Plan[];
    };

/** The elements of blocks in their order. Blocks that show nothing have none. */
export function planOf(blocks: readonly PreviewBlock[]): readonly Plan[] {
  const top: Plan[] = [];
  const taken = new Set<string>();
  let open: { readonly id: string; readonly children: Plan[] }[] = [];
  for (const block of blocks) {
    if (block.html === "") continue;
    const shared = block.within.findIndex(({ id }, depth) => open[depth]?.id !== id);
    open = open.slice(0, shared < 0 ? block.within.length : shared);
    for (const gathering of block.within.slice(open.length)) {
      const children: Plan[] = [];
      const key = freeKey(gathering.id, taken);
      (open.at(-1)?.children ?? top).push({ kind: "gathering", key, gathering, children });
      open.push({ id: gathering.id, children });
    }
    (open.at(-1)?.children ?? top).push({ kind: "block", block });
  }
  return top;
}

/** Every key of a plan. */
export function keysIn(plans: readonly Plan[]): string[] {
  return plans.flatMap((plan) => (plan.kind === "block" ? [] : [plan.key, ...keysIn(plan.children)]));
}

function freeKey(id: string, taken: Set<string>): string {
  let key = id;
  for (let count = 2; taken.has(key); count++) key = `${id} ${count}`;
  taken.add(key);
  return key;
}
