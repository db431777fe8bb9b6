import { defineRule, type Fix, type IndexedPlace, type Problem } from "../lint/rule.js";
import type { Indexed, Outline } from "../paper/outline.js";
import type { PairHalf } from "../paper/pairs.js";

type Placed = Indexed<{ readonly half: PairHalf }>;

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
    let open: Placed | undefined;
    let before: Placed | undefined;
    for (const it of outline.halves) {
      if (it.half.half === "said") {
        if (open) yield unanswered(open, outline);
        open = it;
      } else if (open) open = undefined;
      else yield withoutCommitment(it, before?.half.half === "did");
      if (isEmpty(it, outline)) yield empty(it);
      before = it;
    }
    if (open) yield unanswered(open, outline);
  },
});

function placeOf({ block, half }: Placed): IndexedPlace {
  return { block, span: half.span };
}

function unanswered(said: Placed, outline: Outline): Problem<IndexedPlace> {
  const paragraph = outline.paragraphs.find((it) => it.block === said.block);
  const next = outline.halves[outline.halves.indexOf(said) + 1];
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
function insertAnswer(said: Placed, outline: Outline): Fix<IndexedPlace>[] {
  const end = endOf(said, outline);
  const paragraph = outline.paragraphs.find((it) => it.block === said.block);
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

function withoutCommitment(did: Placed, inARow: boolean): Problem<IndexedPlace> {
  const message = inARow
    ? 'This is the second "We did" in a row; there is no "We said" for it.'
    : 'This "We did" has no "We said" before it.';
  return { at: placeOf(did), message };
}

function empty(it: Placed): Problem<IndexedPlace> {
  const words = it.half.half === "said" ? "We said" : "We did";
  return { at: placeOf(it), message: `This "${words}" is empty.` };
}

function isEmpty(it: Placed, outline: Outline): boolean {
  if (it.half.answered) return false;
  const end = endOf(it, outline);
  for (let block = it.block + 1; block < end; block++) if (outline.content[block]) return false;
  return true;
}

/**
 * The block that ends a half: the next number, or the next heading at or above the level of the section it stands
 * in; titles of a lower level are its own.
 */
function endOf({ block, half }: Placed, outline: Outline): number {
  let section: number = half.heading;
  if (section === 0)
    for (const { block: at, heading } of outline.headings) if (at < block) section = heading.depth;
  const number = outline.paragraphs.find((it) => it.block > block)?.block ?? Number.POSITIVE_INFINITY;
  const next = outline.halves.find((it) => it.block > block)?.block ?? Number.POSITIVE_INFINITY;
  const heading =
    outline.headings.find((it) => it.block > block && it.heading.depth <= section)?.block ??
    Number.POSITIVE_INFINITY;
  return Math.min(
    half.heading > 0 ? Number.POSITIVE_INFINITY : number,
    next,
    heading,
    outline.content.length,
  );
}
