// Lists of bullets behind words that introduce them with a colon: in one block, or each bullet in a block of its own.

import type { Block } from "../paper/block.js";
import { mostItems, type Neighbours } from "../paper/neighbours.js";
import type { Passage } from "../paper/passages.js";

/** A bullet: its first paragraph, and whether it has more in it, such as a list of its own. */
export interface LeadItem {
  readonly block: Block;
  readonly passage: Passage;
  readonly hasMore: boolean;
}

/** Words that introduce a list, and its bullets. */
export interface Lead {
  readonly block: Block;
  readonly passage: Passage;
  readonly items: readonly LeadItem[];
  /** The words behind the list, which may say that its items overlap. */
  readonly behind: string;
}

const introduces = /:\s*$/;

/** The lists that a block's paragraphs introduce. */
export function leadsOf(block: Block, { items, after }: Neighbours): Lead[] {
  const { passages } = block.facts;
  const leads: Lead[] = [];
  for (const [i, passage] of passages.entries()) {
    if (!introduces.test(passage.text)) continue;
    const own = itemsIn(block, i);
    const behind = passages[i + 1 + own.passages]?.text ?? wordsOf(after);
    if (own.items.length > 0) leads.push({ block, passage, items: own.items, behind });
    else if (i === passages.length - 1 && items && items.length > 0 && items.length < mostItems)
      leads.push({ block, passage, items: items.flatMap(itemOf), behind: "" });
  }
  return leads;
}

/** The bullets behind a passage that are one level deeper, and how many passages they are. */
function itemsIn(block: Block, at: number): { items: LeadItem[]; passages: number } {
  const { passages } = block.facts;
  const depth = (passages[at]?.depth ?? 0) + 1;
  const items: LeadItem[] = [];
  let next = at + 1;
  for (; next < passages.length; next++) {
    const passage = passages[next];
    const last = items.at(-1);
    if (!passage || passage.depth < depth) break;
    if (passage.depth === depth && passage.begins) items.push({ block, passage, hasMore: false });
    else if (last) items[items.length - 1] = { ...last, hasMore: true };
    else break;
  }
  return { items, passages: next - at - 1 };
}

function itemOf(block: Block): LeadItem[] {
  const [passage, ...more] = block.facts.passages;
  return passage ? [{ block, passage, hasMore: more.length > 0 }] : [];
}

function wordsOf(block: Block | undefined): string {
  return block?.facts.passages[0]?.text.slice(0, 400) ?? "";
}
