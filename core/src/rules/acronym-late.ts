import {
  type BlockDefinition,
  type BlockUse,
  isInHeading,
  mayBeWord,
  printedShort,
  sayTimes,
  viewAcronym,
} from "../lint/acronyms.js";
import { defineRule, type Fix } from "../lint/rule.js";
import type { Block } from "../paper/block.js";

export default defineRule({
  id: "acronym-late",
  summary: "An acronym is explained where it first appears, not later.",
  why: "The reader needs the words at the first meeting with the short form.",
  severity: "info",
  scope: "key",
  families: ["acronym"],
  options: {},
  fix: "Moves the explanation to the first use, where both are plain text.",
  examples: [
    {
      bad: "1. The VRU met in May.\n\n2. The Violence Reduction Unit (VRU) will report.\n",
      good: "1. The Violence Reduction Unit (VRU) met in May.\n\n2. The VRU will report.\n",
    },
    {
      bad: "1. The NSF met.\n\n2. The National Strategy Forum (NSF) agreed.\n",
      good: "## Work of the NSF\n\n1. The National Strategy Forum (NSF) agreed.\n",
    },
  ],

  *check(key, entries, context) {
    const { early, definitions, details } = viewAcronym(key, entries, context);
    const [first] = early;
    const [definition] = definitions;
    const known = details.length > 0 || context.glossary.has(key) || context.template.known.includes(key);
    if (!first || !definition || known) return;
    if (definitions.some((it) => it.definition.form === "glossary")) return;
    const inText = early.find((it) => !isInHeading(it.block, it.use.span));
    if (!inText) return;
    const { name } = first.use;
    // "DIP sampling" before the Drug Intervention Programme is the word.
    if (mayBeWord(name, early.length + 1, context)) return;
    const {
      block,
      definition: { expansion, form, whole },
    } = definition;
    // "VRU stands for …" may well follow the word in the same paragraph.
    if (form === "reversed" && early.every((it) => it.block === block)) return;
    yield {
      at: { block: first.block, span: first.use.span },
      message: `${name} is explained only later: it is used ${sayTimes(early.length)} before "${expansion} (${printedShort(definition)})". Explain it here.`,
      related: [{ at: { block, span: whole }, message: "Explained here." }],
      fixes: move(definition, inText),
    };
  },
});

/** Writes "Violence Reduction Unit (VRU)" at the first use and leaves VRU where it stood, if both are plain text. */
function move(late: BlockDefinition, first: BlockUse): Fix[] {
  const { whole, form } = late.definition;
  const short = printedShort(late);
  const explanation = late.block.text.slice(whole.start, whole.end);
  const { start, end } = first.use.span;
  const printed = first.block.text.slice(start, end);
  if (form !== "bracket" || printed !== short || /[^\p{L}\p{N} ()&’',-]/u.test(explanation)) return [];
  if (!isPlain(first.block, start, end) || !isPlain(late.block, whole.start, whole.end)) return [];
  const moved = opensSentence(first.block.text, start) ? capitalised(explanation) : explanation;
  const edits = [
    { at: { block: first.block, span: first.use.span }, text: moved },
    { at: { block: late.block, span: whole }, text: short },
  ];
  return [{ kind: "edit", title: "Explain it here, and not there", safe: false, edits }];
}

/** Whether a stretch of a block stands among words: not in marks, a link or a table, nor behind "a" or "an". */
function isPlain({ text, facts }: Block, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return (
    /(?:^|[\s.])$/.test(before) &&
    !/(?:^|\s)an?\s$/i.test(before) &&
    /^(?:[\s.,;:!?]|$)/.test(text.charAt(end)) &&
    !line.includes("|") &&
    !facts.links.some(({ span }) => span.start < end && start < span.end)
  );
}

function opensSentence(text: string, start: number): boolean {
  return /(?:^|[.!?]\s|[.)]\s{1,4}|[-*]\s)$/.test(text.slice(Math.max(0, start - 6), start));
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
