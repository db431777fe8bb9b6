// What has changed between two renderings of a paper, as little as will do.

import type { PreviewBlock, PreviewChanges, PreviewShift, PreviewSplice } from "./protocol.js";

/** The changes that make `after` of `before`. A block is known by its id. */
export function changesBetween(
  before: readonly PreviewBlock[],
  after: readonly PreviewBlock[],
): Pick<PreviewChanges, "blocks" | "order" | "shifts"> {
  const known = new Map(before.map((block) => [block.id, block]));
  const blocks: PreviewBlock[] = [];
  const shifts: PreviewShift[] = [];
  let shift = 0;
  after.forEach((block, start) => {
    const old = known.get(block.id);
    if (!old || !looksTheSame(old, block)) {
      blocks.push(block);
      return;
    }
    const by = block.startLine - old.startLine;
    if (by !== shift) shifts.push({ start, by });
    shift = by;
  });
  return { blocks, order: spliceBetween(before, after), shifts };
}

/** The one stretch in which the lists differ; `null` where they are the same. */
function spliceBetween(
  before: readonly PreviewBlock[],
  after: readonly PreviewBlock[],
): PreviewSplice | null {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start]?.id === after[start]?.id) start++;
  let same = 0;
  while (same < most - start && before.at(-1 - same)?.id === after.at(-1 - same)?.id) same++;
  const removed = before.length - start - same;
  const inserted = after.slice(start, after.length - same).map(({ id }) => id);
  return removed === 0 && inserted.length === 0 ? null : { start, removed, inserted };
}

/** Whether two versions of a block are shown alike, wherever they stand. */
function looksTheSame(a: PreviewBlock, b: PreviewBlock): boolean {
  return (
    a.html === b.html &&
    a.lineCount === b.lineCount &&
    isEqual(a.within, b.within) &&
    isEqual(a.findings, b.findings)
  );
}

function isEqual(a: readonly object[], b: readonly object[]): boolean {
  return a === b || (a.length === b.length && (a.length === 0 || JSON.stringify(a) === JSON.stringify(b)));
}
