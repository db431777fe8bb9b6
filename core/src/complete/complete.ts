// What an author may want to write next, from the facts that rules look at. Start reading here.

import { readFrontMatter } from "../paper/front-matter.js";
import type { Paper } from "../paper/paper.js";
import { isBlankLine, nextLine } from "../text/lines.js";
import { completeAcronym } from "./acronyms.js";
import { type Caret, caretAt, isAmongWords, mayHoldWords } from "./caret.js";
import type { CompletionSource, Completions } from "./completion.js";
import { completeDetails, type DetailsPlace } from "./details.js";
import { completePair, offerAnswer } from "./pairs.js";
import { completeReference } from "./references.js";
import { completeHeading, offerHeadings } from "./sections.js";

/**
 * The ways to go on at an offset; none where there is nothing to say. `asked` says that a person asked for them; unasked,
 * they are given only where it is all but certain what is begun.
 */
export function completionsAt(source: CompletionSource, offset: number, asked: boolean): Completions {
  const none: Completions = { span: { start: offset, end: offset }, items: [], more: false };
  const caret = caretAt(source.paper, offset);
  if (!caret) return none;
  const details = detailsAt(caret, source.paper);
  if (details) {
    const found = first(
      () => completeDetails(details, source, asked),
      () => completeAcronym(caret, source, asked),
    );
    return found ?? none;
  }
  if (caret.before === "" && caret.after.trim() === "") return asked ? onEmptyLine(caret, source) : none;
  if (!mayHoldWords(caret)) return none;
  const found = first(
    () => completeHeading(caret, source),
    () => completePair(caret, source, asked),
    () => completeReference(caret, source, asked),
    () => completeAcronym(caret, source, asked),
  );
  return found && isAmongWords(caret) ? found : none;
}

/** The first of these that has something to offer. */
function first(...ways: readonly (() => Completions | undefined)[]): Completions | undefined {
  for (const way of ways) {
    const found = way();
    if (found && found.items.length > 0) return found;
  }
  return undefined;
}

/** On an empty line behind a block: the answer and the sections that are missing. */
function onEmptyLine({ offset, block, at, gap }: Caret, source: CompletionSource): Completions {
  const isInside = block.kind === "fence" || block.kind === "html" || at < block.text.trimEnd().length;
  const below = { from: gap.to, to: gap.to };
  const items = isInside ? [] : [...offerAnswer(below, source), ...offerHeadings(below, source)];
  return { span: { start: offset, end: offset }, items, more: false };
}

/** The most of a paper that is looked at for details which are not closed yet. */
const longestOpen = 20_000;

/** The paper's details, where the place is in them: between their fences, or below the first where the other is missing. */
function detailsAt(caret: Caret, paper: Paper): DetailsPlace | undefined {
  const { block, at, lineStart, index, offset } = caret;
  if (block.frontMatter) {
    const { body } = block.frontMatter;
    if (lineStart < body.start || lineStart >= body.end) return undefined;
    return { text: block.text.slice(0, body.end), frontMatter: block.frontMatter, at, caret };
  }
  if (index > 200 || offset > longestOpen) return undefined;
  const [top, second] = paper.chunks[0]?.blocks ?? [];
  const base = top?.text === "\ufeff" ? 1 : 0;
  if (!/^---[ \t]*[\r\n]/.test((base > 0 ? second : top)?.text ?? "")) return undefined;
  const text = openDetails(paper, base, offset);
  if (text === undefined) return undefined;
  return { text, frontMatter: readFrontMatter(text), at: offset - base, caret };
}

/** The lines below the first fence up to a blank one, where these hold the offset and look like details. */
function openDetails(paper: Paper, base: number, offset: number): string | undefined {
  let head = "";
  for (const { text } of paper.chunks[0]?.blocks ?? []) {
    head += text;
    if (head.length > longestOpen) break;
  }
  const text = head.slice(base);
  const start = nextLine(text, 0);
  let at = start;
  while (at < text.length && !isBlankLine(text, at)) {
    const next = nextLine(text, at);
    if (offset - base >= next && !/^(?:["']?[A-Za-z][\w-]*["']?[ \t]*:|\s|- |#)/.test(text.slice(at, next)))
      return undefined;
    at = next;
  }
  return offset - base >= start && offset - base <= at ? text.slice(0, at) : undefined;
}
