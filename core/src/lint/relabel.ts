// Relabelling: captions get the names of their run, and references to them follow.

import type { Block } from "../paper/block.js";
import { outlineOf } from "../paper/outline.js";
import { blockAt, type Paper } from "../paper/paper.js";
import { type Place, spanOf } from "../paper/places.js";
import type { Reference } from "../paper/references.js";
import type { TextEdit } from "../text/edit.js";
import { type Caption, type CaptionRun, captionsOf, nameAt } from "./captions.js";

/** For a name, the names that the things have now which had it. */
type Moves = ReadonlyMap<string, readonly string[]>;

/**
 * The edits, in the paper's offsets, that give the label at a place the name that its place in the run asks for, or
 * all labels of the run. References follow where it is clear what they mean: a name that stood twice is left, and so is a
 * range that would be none. Nothing where there is no such label.
 */
export function relabel(paper: Paper, at: Place, scope: "this" | "all"): TextEdit[] | undefined {
  const { outline } = outlineOf(paper);
  const { runs } = captionsOf(outline);
  const isHere = (it: Caption): boolean =>
    it.label.span.start === at.span.start && blockAt(paper, it.block) === at.block;
  const run = runs.find(({ captions }) => captions.some(isHere));
  if (!run) return undefined;
  const names = newNames(run);
  const moves = new Map<string, string[]>();
  run.captions.forEach((it, i) => {
    const name = scope === "all" || isHere(it) ? (names[i] ?? it.label.name) : it.label.name;
    const known = moves.get(it.label.name);
    if (known) known.push(name);
    else moves.set(it.label.name, [name]);
  });
  const edits = run.captions.flatMap((it, i): TextEdit[] => {
    const [name, block] = [names[i], blockAt(paper, it.block)];
    const isMeant = scope === "all" || isHere(it);
    return isMeant && name !== undefined && block ? renameLabel(paper, block, it, name) : [];
  });
  const alone = runs.filter((it) => it.noun === run.noun && it.style.kind === run.style.kind).length === 1;
  return [...edits, ...(alone ? followers(paper, run, moves) : [])].sort((a, b) => a.start - b.start);
}

/** The name that each caption of a run has by its place in it. */
function newNames({ style, captions }: CaptionRun): (string | undefined)[] {
  return captions.map((_, i) => nameAt(style, i + 1));
}

function renameLabel(
  paper: Paper,
  block: Block,
  { label }: Pick<Caption, "label">,
  name: string,
): TextEdit[] {
  if (name === label.name) return [];
  const span = { start: label.span.end - label.name.length, end: label.span.end };
  const place = spanOf(paper, { block, span });
  return place ? [{ ...place, text: name }] : [];
}

/** Labels that repeat one, such as those of a list of tables, and references. */
function followers(paper: Paper, { captions, noun }: CaptionRun, moves: Moves): TextEdit[] {
  const edits: TextEdit[] = [];
  const own = new Set(captions.map((it) => it.label));
  const kind = captions[0]?.label.kind;
  for (const { blocks } of paper.chunks) {
    for (const block of blocks) {
      for (const label of block.facts.labels) {
        const [name, other] = moves.get(label.name) ?? [];
        if (own.has(label) || label.noun !== noun || name === undefined || other !== undefined) continue;
        edits.push(...renameLabel(paper, block, { label }, name));
      }
      for (const reference of block.facts.references)
        if (reference.kind === kind) edits.push(...follow(paper, block, reference, moves));
    }
  }
  return edits;
}

function follow(paper: Paper, block: Block, { names, ranges }: Reference, moves: Moves): TextEdit[] {
  const now = names.map((it) => onlyName(it.name, moves));
  const isClear = names.every(({ name }, i) => {
    const last = ranges[i] ? names[i + 1]?.name : undefined;
    return now[i] !== undefined && (last === undefined || isRange(name, last, moves));
  });
  if (!isClear) return [];
  return names.flatMap(({ name, span }, i): TextEdit[] => {
    const text = now[i];
    const place = text === undefined || text === name ? undefined : spanOf(paper, { block, span });
    return place && text !== undefined ? [{ ...place, text }] : [];
  });
}

/** The name now; the same for one that no label had, and none where several had it and went apart. */
function onlyName(name: string, moves: Moves): string | undefined {
  const names = moves.get(name) ?? [name];
  return names.every((it) => it === names[0]) ? names[0] : undefined;
}

/** Whether what stood between two names, these included, still stands between them and nothing else. */
function isRange(first: string, last: string, moves: Moves): boolean {
  const [from, to] = [ordinalOf(first), ordinalOf(last)];
  if (from === undefined || to === undefined || to <= from || to - from > 100) return false;
  const now: number[] = [];
  for (const [before, names] of moves) {
    const at = ordinalOf(before);
    if (at === undefined || at < from || at > to) continue;
    now.push(...names.map((it) => ordinalOf(it) ?? 0));
  }
  now.sort((a, b) => a - b);
  const start = ordinalOf(onlyName(first, moves) ?? "");
  const end = ordinalOf(onlyName(last, moves) ?? "");
  const isWhole = now.every((it, i) => i === 0 || it - (now[i - 1] ?? 0) <= 1);
  return isWhole && now[0] === start && now.at(-1) === end;
}

function ordinalOf(name: string): number | undefined {
  if (/^\d+$/.test(name)) return Number(name);
  return /^[A-Z]$/.test(name) ? name.charCodeAt(0) - 64 : undefined;
}
