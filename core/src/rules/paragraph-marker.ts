import { defineRule, type IndexedPlace, type PlacedEdit, type Problem } from "../lint/rule.js";
import type { NumberedParagraph } from "../paper/numbering.js";

export default defineRule({
  id: "paragraph-marker",
  summary: "Paragraph numbers are written in the house form: `12.` at the start of the line.",
  why: "One form is found, renumbered and exported reliably. A bold or bulleted number is a list or a title to other programs, and an indented one belongs to the paragraph above.",
  severity: "warning",
  scope: "sequence",
  options: {},
  fix: "Writes the number in the house form; no word or number changes.",
  examples: [
    {
      bad: "1. The scheme opened in May.\n\n**2.** It has 40 members.\n",
      good: "1. The scheme opened in May.\n\n2. It has 40 members.\n",
    },
    {
      bad: "1. The scheme opened in May.\n\n 2. It has 40 members.\n",
      good: "1. The scheme opened in May:\n\n   1) in Northport; and\n   2) in Southley.\n",
    },
  ],

  *check({ paragraphs }) {
    const odd = paragraphs.filter(({ mark }) => mark.form !== "plain" || mark.indent > 0);
    if (odd.length >= many && 4 * odd.length >= 3 * paragraphs.length) {
      yield throughout(odd);
      return;
    }
    for (const paragraph of odd) {
      const { mark, block } = paragraph;
      const edits = houseForm(paragraph);
      yield {
        at: { block, span: mark.span },
        message: `Paragraph ${mark.ordinal} is not numbered in the house form. Write "${mark.ordinal}." at the start of the line.`,
        fixes: [{ kind: "edit", title: `Write "${mark.ordinal}."`, safe: true, edits }],
      };
    }
  },
});

/** Where as many paragraphs, and most of all, are in another form, that is the paper's own, and one finding stands for all. */
const many = 5;

function throughout(odd: readonly NumberedParagraph[]): Problem<IndexedPlace> {
  const [first, ...others] = odd.map(({ block, mark }) => ({ block, span: mark.span }));
  const title = `Write all ${odd.length} in the house form`;
  return {
    at: first ?? { block: 0, span: { start: 0, end: 0 } },
    message: `${odd.length} paragraphs are not numbered in the house form. Write "${odd[0]?.mark.ordinal ?? 1}." and so on, at the start of the line.`,
    related: others.slice(0, mostRelated).map((at) => ({ at, message: "Another one." })),
    fixes: [{ kind: "edit", title, safe: true, edits: odd.flatMap(houseForm) }],
  };
}

/** No more of the other places are named: the first ones show what is meant. */
const mostRelated = 4;

/** The edits that give a paragraph its house form; the lines under it move with its words. */
function houseForm({ mark, block }: NumberedParagraph): PlacedEdit<IndexedPlace>[] {
  const house = `${mark.ordinal}.`;
  const at = { block, span: { start: mark.lineStart, end: mark.span.end } };
  const width = house.length + 1;
  const by = mark.under < width || mark.under >= width + 4 ? width - mark.under : 0;
  const moved = mark.linesUnder.map((line) => ({
    at: { block, span: { start: line, end: line + Math.max(-by, 0) } },
    text: " ".repeat(Math.max(by, 0)),
  }));
  return [{ at, text: house }, ...(by === 0 ? [] : moved)];
}
