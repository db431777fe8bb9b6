// What the words of a paper claim of its figures, whether it holds or not.

import type { Block } from "../../paper/block.js";
import type { Paper } from "../../paper/paper.js";
import { type ReachedTable, tableReach } from "../../paper/table-reach.js";
import type { Claim } from "./claim.js";
import { proseClaims } from "./prose-claims.js";
import { tableClaim } from "./table-claims.js";

/** Whether a block's words claim anything that its own figures, or those of a table, can bear out. */
export function makesClaims(block: Block): boolean {
  const { claims, open } = proseClaims(block);
  return claims.length + open.length > 0;
}

/** The claims of a block, in the order of its words. `tables` are those that it may be about. */
export function claimsOf(block: Block, tables: readonly ReachedTable[]): readonly Claim[] {
  const { claims, open } = proseClaims(block);
  const ofTables = tables.length === 0 ? [] : open.flatMap((it) => tableClaim(it, tables, block) ?? []);
  if (ofTables.length === 0) return claims;
  return [...claims, ...ofTables].sort((a, b) => a.result.at.span.start - b.result.at.span.start);
}

const reach = tableReach(makesClaims);

/** The claims of a block as it stands in a paper. */
export function claimsIn(paper: Paper, block: Block): readonly Claim[] {
  return makesClaims(block) ? claimsOf(block, reach(paper).get(block) ?? []) : [];
}
