import { defineRule, type Fix, type PlacedEdit } from "../lint/rule.js";
import { type PlacedTerm, termForms } from "../lint/term-forms.js";
import type { Place } from "../paper/places.js";
import { respelled, spellingOf } from "../paper/spellings.js";
import type { TermUse } from "../paper/terms.js";

export default defineRule({
  id: "term-variant",
  summary: "A term is spelled in one way through the paper.",
  why: "Two spellings of one term look like two things, and a search for one of them misses the other.",
  severity: "info",
  scope: "key",
  families: ["term"],
  options: {},
  fix: "Spells all uses as most of them are.",
  examples: [
    {
      bad: "1. Reoffending fell. The plan is to cut reoffending further, for reoffending costs money.\n\n2. We measure re-offending each month.\n",
      good: "1. The long-term plan is to cut reoffending. Our long-term aim is less harm, by long-term support.\n\n2. In the long term, we expect less reoffending.\n",
    },
  ],

  *check(key, entries) {
    const uses = entries.flatMap((it) => (it.kind === "term" ? [it] : []));
    const forms = termForms(key, uses);
    const [first, ...more] = forms?.odd ?? [];
    if (!forms || !first) return;
    const usual = usualText(forms.usual, first);
    const others =
      more.length === 0
        ? ""
        : more.length === 1
          ? "; it stands once more below"
          : `; it stands ${more.length} more times below`;
    yield {
      at: { block: first.block, span: first.use.span },
      message: `"${first.use.text}" is spelled "${usual}" elsewhere in this paper (${forms.usual.length} times)${others}.`,
      related: more
        .slice(0, mostTold)
        .map((it) => ({ at: { block: it.block, span: it.use.span }, message: "And here." })),
      fixes: respell([first, ...more], forms.usual),
    };
  },
});

/** More places than these are counted and not shown. */
const mostTold = 10;

/** A use in the usual spelling, with its own ending and capital; as another use has it where that is not known. */
function usualText(usual: readonly PlacedTerm[], { use }: PlacedTerm): string {
  const [first] = usual;
  const text = exactText(usual, use) ?? first?.use.text ?? use.text;
  const start = /^[A-Z]/.test(use.text) ? text.charAt(0).toUpperCase() : text.charAt(0).toLowerCase();
  return `${start}${text.slice(1)}`;
}

/** The same letters in the usual spelling, or the ones that vary changed. */
function exactText(usual: readonly PlacedTerm[], use: TermUse): string | undefined {
  if (spellingOf(use.text.toLowerCase())) return usual[0] && respelled(use.text, usual[0].use.form);
  return usual.find((it) => lettersOf(it.use.text) === lettersOf(use.text))?.use.text;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, "");
}

/** One edit for each use whose usual spelling is known to the letter, where the paper has it without markup. */
function respell(odd: readonly PlacedTerm[], usual: readonly PlacedTerm[]): Fix[] {
  const edits = odd.flatMap(({ block, use }): PlacedEdit<Place>[] => {
    const asWritten = block.text.slice(use.span.start, use.span.end) === use.text;
    if (!asWritten || exactText(usual, use) === undefined) return [];
    return [{ at: { block, span: use.span }, text: usualText(usual, { block, use }) }];
  });
  if (edits.length === 0) return [];
  const title =
    edits.length === 1 ? `Write "${edits[0]?.text}"` : `Write "${edits[0]?.text}" in ${edits.length} places`;
  return [{ kind: "edit", title, safe: false, edits }];
}
