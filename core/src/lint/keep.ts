// "Keep as it is": the comment that says so, put where it covers a finding and changes nothing that a reader sees.

import { isComment } from "../paper/comments.js";
import type { Directive } from "../paper/directives.js";
import { blockAt, frontMatterOf, lineEndingOf, type Paper } from "../paper/paper.js";
import { spanOf } from "../paper/places.js";
import { type BlockLine, linesOf, reachOf } from "../paper/reach.js";
import { updatePaper } from "../paper/update.js";
import type { TextEdit } from "../text/edit.js";
import { lastAt } from "../text/halving.js";
import type { Finding } from "./finding.js";
import { saysTheSame } from "./same-words.js";
import { clausesOf, directivesOf, type PlacedDirective, Silencer } from "./silencer.js";

/**
 * The edits that keep a finding as it is: a comment above the paragraph, table or heading that it starts in, or the
 * rule's name added to the comment that is there; for the paper details, a comment for the whole paper below them.
 * The reason may be any text; what would end a comment is written otherwise. Gives `undefined` where the finding is of
 * another version, or where no comment can be put without changing what the paper says.
 */
export function keepEdits(paper: Paper, finding: Finding, reason: string): readonly TextEdit[] | undefined {
  const span = spanOf(paper, finding.at);
  if (!span || !mayBeKept(paper, finding)) return undefined;
  const note: Note = { rule: finding.rule, reason: commentWords(reason) };
  const candidates = isOfDetails(paper, finding)
    ? [belowDetails(paper, note)]
    : [...addToComment(paper, finding, note), ...aboveWords(paper, finding, note)];
  return candidates.find((edits) => keeps(paper, finding.rule, span.start, edits));
}

/**
 * Whether a finding may be kept, as far as it tells by itself. `keepEdits` may still refuse: whether the paper says the
 * same with the comment takes more than an offer is worth.
 */
export function mayBeKept(paper: Paper, finding: Finding): boolean {
  return /^[a-z][a-z0-9-]*$/.test(finding.rule) && !cannotBeKept(paper, finding);
}

/** What the comment says. */
interface Note {
  readonly rule: string;
  readonly reason: string;
}

/** A reason as a comment can hold it: on one line, without what would end it. */
function commentWords(reason: string): string {
  return reason.replace(/\s+/g, " ").replace(/-{2,}/g, "–").trim();
}

function print(kind: string, { rule, reason }: Note): string {
  return `<!-- board-paper-${kind} ${rule}${reason === "" ? "" : ` -- ${reason}`} -->`;
}

/** Details that are not closed must stay at the top; and a comment that asks to stay is asked about no further. */
function cannotBeKept(paper: Paper, finding: Finding): boolean {
  const { block, span } = finding.at;
  const open = !frontMatterOf(paper) && span.start < 4 && /^\ufeff?---/.test(block.text);
  return open || (directiveAt(finding)?.rules.some((it) => it.name === finding.rule) ?? false);
}

/** The directive that a finding is about. */
function directiveAt({ at: { block, span } }: Finding): Directive | undefined {
  return block.facts.directives.find((it) => it.span.start <= span.start && span.start < it.span.end);
}

function isOfDetails(paper: Paper, { at: { block, span } }: Finding): boolean {
  if (block.frontMatter) return true;
  return !frontMatterOf(paper) && block === blockAt(paper, 0) && span.end === 0;
}

/** A comment for the whole paper, below the details, or at the top where there are none. */
function belowDetails(paper: Paper, note: Note): TextEdit[] {
  const [first, second] = [blockAt(paper, 0), blockAt(paper, 1)];
  const eol = lineEndingOf(paper);
  const details = first?.frontMatter ? first : second?.frontMatter ? second : undefined;
  const marked = first?.text === "\ufeff" ? 1 : 0;
  const at = details ? (details === first ? 0 : (first?.text.length ?? 0)) + details.text.length : marked;
  const text = details?.text ?? "";
  const ended = text === "" || /[\r\n]$/.test(text);
  const apart = text === "" || /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(text.slice(-80));
  const before = `${ended ? "" : eol}${apart ? "" : eol}`;
  return [
    {
      start: at,
      end: at,
      text: `${before}${print("disable-file", note)}${eol}${at < paper.length ? eol : ""}`,
    },
  ];
}

/** The rule's name put into a comment for the next line that stands above the finding's words already. */
function addToComment(paper: Paper, finding: Finding, note: Note): TextEdit[][] {
  const words = firstLine(finding);
  const start = spanOf(paper, { block: finding.at.block, span: { start: words?.start ?? 0, end: 0 } })?.start;
  if (!words || start === undefined) return [];
  return directivesOf(paper)
    .filter((it) => {
      const { kind, goesOn, rules } = it.directive;
      if (kind !== "disable-next-line" || goesOn || rules.length === 0) return false;
      const reach = reachOf(paper, it);
      return reach.start <= start && reach.target === start;
    })
    .slice(-1)
    .map((it) => extend(it, note));
}

function extend({ directive, block, offset }: PlacedDirective, { rule, reason }: Note): TextEdit[] {
  const [last, previous] = [directive.rules.at(-1), directive.rules.at(-2)];
  const end = last?.span.end ?? directive.span.end;
  const comma = previous !== undefined && block.text.slice(previous.span.end, last?.span.start).includes(",");
  const name = { start: offset + end, end: offset + end, text: `${comma ? "," : ""} ${rule}` };
  if (reason === "") return [name];
  if (!directive.reason) return [{ ...name, text: `${name.text} -- ${reason}` }];
  const said = block.text.slice(directive.reason.start, directive.reason.end);
  if (said.includes(reason)) return [name];
  const behind = offset + directive.reason.end;
  return [name, { start: behind, end: behind, text: `${/[.!?;]$/.test(said) ? "" : ";"} ${reason}` }];
}

/** A comment on a line of its own above the words; in a list, as the end of the item before, so that it stays one list. */
function aboveWords(paper: Paper, finding: Finding, note: Note): TextEdit[][] {
  const line = firstLine(finding);
  const { block } = finding.at;
  const offset = spanOf(paper, { block, span: { start: 0, end: 0 } })?.start;
  if (!line || offset === undefined) return [];
  const prefix = /^[ \t>]*/.exec(block.text.slice(line.start))?.[0] ?? "";
  const at = offset + line.start;
  const edit = (indent: string): TextEdit[] => [
    { start: at, end: at, text: `${indent}${print("disable-next-line", note)}${lineEndingOf(paper)}` },
  ];
  const inItem = prefix + " ".repeat(markerWidth(block.text.slice(line.start + prefix.length)));
  return goesOnAsList(paper, finding, line) ? [edit(inItem), edit(prefix)] : [edit(prefix)];
}

function markerWidth(text: string): number {
  const [whole = "", marker = ""] = /^([-+*]|\d{1,9}[.)])[ \t]*/.exec(text) ?? [];
  return whole.length > marker.length + 4 ? marker.length + 1 : whole.length;
}

/**
 * Whether a line is an item of a list that has begun above, and that a comment at the margin would break in two. A
 * numbered paragraph behind a blank line is none: its number stays what it is, and the comment is best above it.
 */
function goesOnAsList(paper: Paper, { at: { block } }: Finding, line: BlockLine): boolean {
  if (!line.item) return false;
  const lines = linesOf(block);
  const index = lines.indexOf(line);
  const before = blockBefore(paper, block);
  const above = lines.slice(0, index);
  const item = above.findLast((it) => it.item && it.indent <= line.indent);
  const inList = item ? item.indent === line.indent : line.indent < 4 && before?.kind === "item";
  const last = above.at(-1) ?? (before && linesOf(before).at(-1));
  return inList && (/^[-+*]/.test(block.text.slice(line.start).trimStart()) || last?.kind === "words");
}

function blockBefore(paper: Paper, block: Finding["at"]["block"]) {
  const blocks = paper.chunks.flatMap((chunk) => chunk.blocks);
  return blocks.slice(0, blocks.indexOf(block)).findLast((it) => !isComment(it));
}

/** The first line of the paragraph, table, heading or comment that a finding starts in. */
function firstLine(finding: Finding): BlockLine | undefined {
  const { block, span } = finding.at;
  const { start } = directiveAt(finding)?.span ?? span;
  const lines = linesOf(block);
  let i = lastAt(lines, (it) => it.start <= start);
  if (lines[i]?.kind === "blank") return undefined;
  while (i > 0 && goesOnFrom(lines[i - 1], lines[i])) i--;
  return lines[i];
}

function goesOnFrom(above: BlockLine | undefined, line: BlockLine | undefined): boolean {
  if (above?.kind !== "words" || above.alone) return false;
  return line?.kind === "words" && !line.item && !line.alone;
}

/** Whether the edits silence the finding, and leave all that the paper says. */
function keeps(paper: Paper, rule: string, at: number, edits: readonly TextEdit[]): boolean {
  const next = updatePaper(
    paper,
    [...edits].sort((a, b) => b.start - a.start),
  );
  const moved = edits.reduce((sum, it) => sum + (it.start <= at ? it.text.length : 0), at);
  const clauses = clausesOf(directivesOf(next));
  // Comments that name no rule silenced the finding before, if they may, and then it would be none.
  const silencer = new Silencer(next, clauses, () => false);
  return silencer.at(moved, rule) !== undefined && saysTheSame(paper, next);
}
