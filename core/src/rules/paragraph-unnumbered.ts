import { defineRule, type Fix, type IndexedPlace, replace } from "../lint/rule.js";
import type { NumberedParagraph } from "../paper/numbering.js";
import { appendixAt, type Indexed, type Outline } from "../paper/outline.js";
import { memo } from "../text/memo.js";

export default defineRule({
  id: "paragraph-unnumbered",
  summary: "Behind the first number, every section begins with a numbered paragraph.",
  why: "What has no number cannot be cited in minutes or in the discussion.",
  severity: "off",
  scope: "sequence",
  options: {
    following: {
      default: false,
      summary: "Whether a paragraph at the margin behind a numbered one should have a number too.",
    },
  },
  fix: "Numbers it. The paragraphs behind it are then to be renumbered.",
  examples: [
    {
      bad: "## Background\n\n1. The scheme opened in May.\n\n## Costs\n\nThe scheme costs less than the Board had expected.\n\n2. It has 40 members.\n",
      good: "The Board asked for this report at its meeting in May.\n\n1. The scheme opened in May.\n\nIt costs less than the Board had expected then.\n\n## Costs\n\n2. It has 40 members.\n",
    },
  ],

  *check(outline, { options }) {
    const { paragraphs, prose, headings } = outline;
    const [first] = paragraphs;
    if (!first) return;
    const ends = endsOf(outline);
    let at = -1;
    let [heading, toldUnder] = [0, -1];
    let numbered = 0;
    for (const it of prose) {
      while ((paragraphs[at + 1]?.block ?? Number.POSITIVE_INFINITY) < it.block) {
        at++;
        numbered = 0;
      }
      while ((headings[heading]?.block ?? Number.POSITIVE_INFINITY) < it.block) heading++;
      const owner = paragraphs[at];
      if (!owner || isApart(it, owner, outline)) continue;
      const isOwned = it.block < (ends[at] ?? 0);
      if (isOwned && (!options.following || isContinued(it, owner, outline))) continue;
      // Once it has a number, what follows in its section is its own.
      if (!options.following && toldUnder === heading) continue;
      toldUnder = heading;
      const number = owner.mark.ordinal + ++numbered;
      yield {
        at: { block: it.block, span: { start: 0, end: it.firstWord } },
        message: `This paragraph has no number; it would be ${number}.`,
        fixes: [numberIt(it.block, number)],
      };
    }
  },
});

/** For each paragraph, the block that ends what it owns: a heading, which for half of a pair is one as high as its section's. */
function endsOf({ paragraphs, headings, halves, content }: Outline): number[] {
  const pairs = new Set(halves.filter(({ half }) => !half.mention).map((it) => it.block));
  let heading = 0;
  return paragraphs.map(({ block }, i) => {
    while ((headings[heading]?.block ?? Number.POSITIVE_INFINITY) <= block) heading++;
    const next = paragraphs[i + 1]?.block ?? content.length;
    const section = pairs.has(block) ? (headings[heading - 1]?.heading.depth ?? 0) : 6;
    let end = heading;
    while ((headings[end]?.block ?? next) < next && (headings[end]?.heading.depth ?? 0) > section) end++;
    return Math.min(next, headings[end]?.block ?? content.length);
  });
}

/** Whether prose stands where no number is wanted: in an appendix, or as a note under a table or a label. */
function isApart({ block }: { readonly block: number }, owner: NumberedParagraph, outline: Outline): boolean {
  const { tables, labels } = besideOf(outline);
  const isNote = tables.has(block - 1) || labels.has(block - 1);
  return isNote || (appendixAt(outline) <= block && owner.appendix === 0);
}

/** Whether prose goes on with what a paragraph began: behind its list, table or quotation. */
function isContinued(
  { block }: Indexed<{ readonly firstWord: number }>,
  owner: NumberedParagraph,
  { prose }: Outline,
): boolean {
  return block !== owner.block + 1 && !prose.some((it) => it.block === block - 1);
}

function numberIt(block: number, number: number): Fix<IndexedPlace> {
  return replace({ block, span: { start: 0, end: 0 } }, `${number}. `, `Number it ${number}`);
}

/** The blocks with tables, and those with labels. */
const besideOf = memo((outline: Outline) => ({
  tables: new Set(outline.tables.map((it) => it.block)),
  labels: new Set(outline.labels.map((it) => it.block)),
}));
