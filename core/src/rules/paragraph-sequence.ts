import { defineRule, type Fix, type IndexedPlace, type Problem } from "../lint/rule.js";
import type { NumberedParagraph } from "../paper/numbering.js";
import { appendixAt } from "../paper/outline.js";
import { type SectionBreak, sectionBreaks } from "../paper/section-sequence.js";

export default defineRule({
  id: "paragraph-sequence",
  summary: "Paragraph numbers run 1, 2, 3 … through the whole paper, or 1.1, 1.2 … through a section.",
  why: "Members and minutes cite paragraphs by number. A gap looks like a lost paragraph, and a number that stands twice sends people to the wrong one.",
  severity: "error",
  scope: "sequence",
  options: {},
  fix: "Renumbers this paragraph, all from here, or the whole paper; references follow.",
  examples: [
    {
      bad: "1. The board is asked to note the report.\n\n3. The reserve stands at £4.2m.\n",
      good: "1. The board is asked to note the report.\n\n2. The reserve stands at £4.2m.\n",
    },
    {
      bad: "1. The year opened well.\n\n## Staff\n\n2. Posts are filled.\n\n2. Training is planned.\n",
      good: "1. The board is asked to:\n\n1. note the report; and\n2. agree the plan.\n\n2. A further report follows in May.\n",
    },
  ],

  *check(outline) {
    const { paragraphs, sectionNumbers } = outline;
    for (const it of sectionBreaks(sectionNumbers, appendixAt(outline))) yield bySection(it);
    const first = new Map<string, NumberedParagraph>();
    for (const paragraph of paragraphs) {
      const { mark, block, part, previous } = paragraph;
      const key = `${part} ${mark.ordinal}`;
      const earlier = first.get(key);
      if (!earlier) first.set(key, paragraph);
      if (paragraph.break === undefined) continue;
      const twice = paragraph.break === "duplicate" || previous === mark.ordinal;
      const related =
        earlier && twice
          ? [
              {
                at: { block: earlier.block, span: earlier.mark.digits },
                message: `The other paragraph ${mark.ordinal}.`,
              },
            ]
          : [];
      yield { at: { block, span: mark.digits }, message: say(paragraph), related, fixes: fixes(paragraph) };
    }
  },
});

/** The problem of a paragraph that is numbered by section. */
function bySection({ number, previous, expected }: SectionBreak): Problem<IndexedPlace> {
  const { block, span, name } = number;
  const message =
    name === previous.name
      ? `Paragraph ${name} stands twice; this one should be ${expected}.`
      : `Paragraph ${previous.name} is followed by ${name}; it should be ${expected}.`;
  const fix: Fix<IndexedPlace> = {
    kind: "edit",
    title: `Write ${expected}`,
    safe: false,
    edits: [{ at: { block, span }, text: expected }],
  };
  return { at: { block, span }, message, fixes: [fix] };
}

function say({ mark, expected, previous, break: found }: NumberedParagraph): string {
  const { ordinal } = mark;
  if (found === "start" || previous === undefined)
    return `The first paragraph is numbered ${ordinal}; it should be 1.`;
  if ((found === "duplicate" || found === "restart") && previous === ordinal)
    return `Paragraph ${ordinal} stands twice; this one should be ${expected}.`;
  if (found === "restart")
    return `The numbering starts again at ${ordinal} after paragraph ${previous}; this should be ${expected}.`;
  const again = found === "duplicate" ? ` There is a paragraph ${ordinal} already.` : "";
  return `Paragraph ${previous} is followed by ${ordinal}; it should be ${expected}.${again}`;
}

function fixes({ expected }: NumberedParagraph): Fix<IndexedPlace>[] {
  return [
    { kind: "renumber", scope: "this", safe: false, title: `Renumber this paragraph to ${expected}` },
    { kind: "renumber", scope: "onwards", safe: false, title: "Renumber from here" },
    { kind: "renumber", scope: "all", safe: false, title: "Renumber the whole paper" },
  ];
}
