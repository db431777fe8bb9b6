// Completions of "We said" and "We did": the half of a pair that is missing where a paragraph begins.

import type { Indexed, Outline } from "../paper/outline.js";
import type { PairHalf } from "../paper/pairs.js";
import { blockAt, type Paper } from "../paper/paper.js";
import { countPassing } from "../text/halving.js";
import { lineEnding } from "../text/lines.js";
import type { Caret, Gap } from "./caret.js";
import type { Completion, CompletionSource, Completions } from "./completion.js";

const paragraphStart =
  /^(?<mark>\d{1,4}[.)][ \t]+)?(?:\*\*|__)?(?<begun>W|We|We |We (?:s|sa|sai|said|d|di|did)):?$/;

/** The missing half for a paragraph that begins with "We"; `undefined` where none does. */
export function completePair(
  caret: Caret,
  source: CompletionSource,
  asked: boolean,
): Completions | undefined {
  const { mark, begun = "" } = paragraphStart.exec(caret.before)?.groups ?? {};
  if (begun === "" || caret.lineStart > 0 || caret.after.trim() !== "") return undefined;
  const { outline } = source.report().memory.outline;
  const half = missingHalf(caret.gap, outline, asked || /[sd]/.test(begun));
  if (half === undefined) return undefined;
  const number = mark === undefined ? nextNumber(caret.gap, outline) : "";
  const items = [itemOf(half, { number, mark: mark ?? number, paper: source.paper, outline })];
  return { span: { start: caret.offset - begun.length, end: caret.offset }, items, more: false };
}

/** The answer that is missing, for an empty line. */
export function offerAnswer(gap: Gap, { report, paper }: CompletionSource): Completion[] {
  const { outline } = report().memory.outline;
  if (missingHalf(gap, outline, false) !== "did") return [];
  const number = nextNumber(gap, outline);
  return [itemOf("did", { number, mark: number, paper, outline })];
}

type Half = PairHalf["half"];
type Placed = Indexed<{ readonly half: PairHalf }>;

/** The half that is missing in a place; with `opens`, that of a new pair where none is. */
function missingHalf({ from, to }: Gap, { halves, paragraphs }: Outline, opens: boolean): Half | undefined {
  const isHalf = ({ half }: Placed): boolean => !half.mention && half.heading === 0;
  const before = halves.findLast((it) => it.block < from && isHalf(it));
  const after = halves.find((it) => it.block >= to && isHalf(it));
  if (before?.half.half === "said") return after?.half.half === "did" ? undefined : "did";
  if (after?.half.half === "did") return "said";
  // Behind an answer one goes on with the next pair.
  const last = paragraphs[countPassing(paragraphs, (it) => it.block < from) - 1];
  return opens || (before !== undefined && before.block === last?.block) ? "said" : undefined;
}

/** The number of a new paragraph, as a mark; nothing where paragraphs have none. */
function nextNumber({ from }: Gap, { paragraphs }: Outline): string {
  const before = paragraphs[countPassing(paragraphs, (it) => it.block < from) - 1];
  return before || paragraphs.length > 0 ? `${(before?.mark.ordinal ?? 0) + 1}. ` : "";
}

interface Surroundings {
  /** What stands before the words. */
  readonly number: string;
  /** The mark of the paragraph, whoever wrote it. */
  readonly mark: string;
  readonly paper: Paper;
  readonly outline: Outline;
}

/** The words in the emphasis that the paper's others have, and room for the text below them. */
function itemOf(half: Half, { number, mark, paper, outline }: Surroundings): Completion {
  const words = half === "said" ? "We said" : "We did";
  const emphasis = emphasisOf(
    outline.halves.find((it) => !it.half.mention),
    paper,
  );
  const newline =
    lineEnding(
      paper.chunks[0]?.blocks
        .slice(0, 3)
        .map((it) => it.text)
        .join("") ?? "",
    ) ?? "\n";
  const opening = `${number}${emphasis}${words}:${emphasis}`;
  return {
    kind: "pair",
    label: `${number}${words}:`,
    filter: `${words}:`,
    note: half === "said" ? "what was promised" : "what was done",
    text: `${opening}${newline}${newline}${" ".repeat(mark.length)}`,
  };
}

function emphasisOf(it: Placed | undefined, paper: Paper): string {
  const text = it && blockAt(paper, it.block)?.text;
  return text === undefined ? "" : (/[*_]{1,2}$/.exec(text.slice(0, it?.half.span.start))?.[0] ?? "");
}
