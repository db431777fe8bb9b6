import { defineRule, type Fix, type IndexedPlace, type Problem } from "../lint/rule.js";
import { endOfHalf, firstBehind, type PlacedHalf, paragraphOfHalf } from "../paper/halves.js";
import type { Outline } from "../paper/outline.js";

export default defineRule({
  id: "said-did-pair",
  summary: 'Every "We said" has its "We did", and both say something.',
  why: "A commitment without an answer is what the public and the panel look for first, and it is easily lost when paragraphs are moved.",
  severity: "error",
  scope: "sequence",
  options: {},
  fix: "Inserts the missing half.",
  examples: [
    {
      bad: "1. We said:\n\n   We will open two shelters.\n\n2. The winter was mild.\n",
      good: "1. We said:\n\n   We will open two shelters.\n\n2. We did:\n\n   Both opened in May.\n",
    },
    {
      bad: "1. We said:\n\n   We will open two shelters.\n\n2. We did:\n",
      good: "1. We said that two shelters would open, and they did.\n",
    },
  ],

  *check(outline) {
    let open: PlacedHalf | undefined;
    let before: PlacedHalf | undefined;
    for (const it of outline.halves) {
      const { half, mention } = it.half;
      if (mention) {
        // "We said that …" may be what the next half answers, and "We did …" an answer; neither is ever missed.
        if (half === "did" && open && inOneSection(open, it, outline)) open = undefined;
        before = it;
        continue;
      }
      if (half === "said") {
        if (open) yield unanswered(open, outline, it);
        open = it;
      } else if (open) open = undefined;
      else if (!before?.half.mention || !inOneSection(before, it, outline))
        yield withoutCommitment(it, before?.half.half === "did" && !before.half.mention);
      if (isEmpty(it, outline)) yield empty(it);
      before = it;
    }
    if (open) yield unanswered(open, outline);
  },
});

function inOneSection(a: PlacedHalf, b: PlacedHalf, { headings }: Outline): boolean {
  return firstBehind(headings, a.block) === firstBehind(headings, b.block);
}

function placeOf({ block, half }: PlacedHalf): IndexedPlace {
  return { block, span: half.span };
}

function unanswered(said: PlacedHalf, outline: Outline, next?: PlacedHalf): Problem<IndexedPlace> {
  const paragraph = paragraphOfHalf(said, outline);
  const related = next ? [{ at: placeOf(next), message: "The next one." }] : [];
  const which = paragraph ? `The "We said" of paragraph ${paragraph.mark.ordinal}` : 'This "We said"';
  return {
    at: placeOf(said),
    message: `${which} has no "We did"${next ? " before the next one" : ""}.`,
    related,
    fixes: insertAnswer(said, outline),
  };
}

/** Inserts a "We did" before what ends this half; its number is the one after, for the author to renumber. */
function insertAnswer(said: PlacedHalf, outline: Outline): Fix<IndexedPlace>[] {
  const end = endOfHalf(said, outline);
  const paragraph = paragraphOfHalf(said, outline);
  if (end >= outline.content.length || said.half.heading > 0) return [];
  const mark = paragraph ? `${paragraph.mark.ordinal + 1}. ` : "";
  const at = { block: end, span: { start: 0, end: 0 } };
  return [
    {
      kind: "edit",
      title: 'Insert "We did"',
      safe: false,
      edits: [{ at, text: `${mark}We did:\n\n${" ".repeat(mark.length)}[Insert what was done]\n\n` }],
    },
  ];
}

function withoutCommitment(did: PlacedHalf, inARow: boolean): Problem<IndexedPlace> {
  const message = inARow
    ? 'This is the second "We did" in a row; there is no "We said" for it.'
    : 'This "We did" has no "We said" before it.';
  return { at: placeOf(did), message };
}

function empty(it: PlacedHalf): Problem<IndexedPlace> {
  const words = it.half.half === "said" ? "We said" : "We did";
  return { at: placeOf(it), message: `This "${words}" is empty.` };
}

function isEmpty(it: PlacedHalf, outline: Outline): boolean {
  if (it.half.answered) return false;
  const end = endOfHalf(it, outline);
  for (let block = it.block + 1; block < end; block++) if (outline.content[block]) return false;
  return true;
}
