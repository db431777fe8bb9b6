import {
  blockAt,
  type Outline,
  outlineOf,
  type Paper,
  type Place,
  type Renumbering,
  type RenumberScope,
  type Report,
  renumber,
  spanOf,
} from "@board-papers/core";
import type { Position } from "vscode-languageserver";
import { beginsBy } from "../convert.js";
import type { PaperDocument } from "../document.js";

/** A renumbering: how far it goes, and the offset that it starts from. */
export interface Numbering {
  readonly kind: "renumber";
  readonly scope: RenumberScope;
  readonly from: number;
}

/** A renumbering as a person is offered it. */
interface NumberingOffer {
  readonly title: string;
  readonly repair: Numbering;
}

const scopes: readonly (readonly [RenumberScope, title: string])[] = [
  ["this", "Renumber this paragraph"],
  ["onwards", "Renumber from here"],
  ["all", "Renumber the whole paper"],
];

/** The renumberings that would change something, for a cursor here. */
export function* offerNumberings(
  { paper }: PaperDocument,
  report: Report,
  cursor: Position,
): Generator<NumberingOffer> {
  const { outline } = outlineOf(paper, report.memory.outline);
  // Numbers that nowhere break off are those that a renumbering would give.
  if (!outline.paragraphs.some((paragraph) => paragraph.break !== undefined)) return;
  const from = startIn(paper, outline, cursor);
  for (const [scope, title] of scopes) {
    if (from === undefined && scope !== "all") continue;
    const repair: Numbering = { kind: "renumber", scope, from: from ?? 0 };
    const renumbering = renumber(paper, scope, repair.from);
    if (renumbering.edits.length > 0) yield { title: title + consequences(paper, renumbering), repair };
  }
}

/** The offset of the number of the paragraph that a cursor is in, where there is one. */
export function paragraphStart(paper: Paper, cursor: Position): number | undefined {
  return startIn(paper, outlineOf(paper).outline, cursor);
}

/** The offsets of the numbers in references to paragraphs. */
export function referenceStarts(paper: Paper): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const places of paragraphReferences(paper))
    for (const place of places) starts.add(spanOf(paper, place)?.start ?? -1);
  return starts;
}

function startIn(paper: Paper, { paragraphs }: Outline, cursor: Position): number | undefined {
  const owner = paragraphs.findLast(({ block: index, mark }) => {
    const block = blockAt(paper, index);
    return block !== undefined && beginsBy(paper, { block, span: mark.digits }, cursor);
  });
  const block = owner && blockAt(paper, owner.block);
  return block && spanOf(paper, { block, span: owner.mark.digits })?.start;
}

/** What happens to references, in brackets; nothing where none is concerned. */
function consequences(paper: Paper, { edits, left }: Renumbering): string {
  const followed = countFollowed(paper, new Set(edits.map((edit) => edit.start)));
  const told: string[] = [];
  if (followed > 0) told.push(followed === 1 ? "1 reference follows" : `${followed} references follow`);
  if (left.length > 0) {
    const references = followed > 0 ? "" : left.length === 1 ? " reference" : " references";
    told.push(`${left.length}${references} ${left.length === 1 ? "is" : "are"} left to check`);
  }
  return told.length > 0 ? ` (${told.join(", ")})` : "";
}

function countFollowed(paper: Paper, edited: ReadonlySet<number>): number {
  const isEdited = (place: Place): boolean => edited.has(spanOf(paper, place)?.start ?? -1);
  return [...paragraphReferences(paper)].filter((places) => places.some(isEdited)).length;
}

/** The places of the numbers in each reference to paragraphs. */
function* paragraphReferences(paper: Paper): Generator<readonly Place[]> {
  for (const chunk of paper.chunks) {
    for (const block of chunk.blocks) {
      for (const { kind, names } of block.facts.references)
        if (kind === "paragraph") yield names.map(({ span }) => ({ block, span }));
    }
  }
}
