// Random edits meant to break an incremental parser: markers, fences, line ends and half constructs wherever they hurt.

import { type Random, seeded } from "./random.js";

/** Replaces `start`…`end` (UTF-16 offsets) by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `count` edits from `seed`, each valid for the text that the ones before it leave; `text` is where they start. */
export function randomEdits(seed: number, text: string, count: number): Edit[] {
  const random = seeded(seed);
  const rope = ropeOf(text);
  return Array.from({ length: count }, () => {
    const edit =
      rope.length() === 0 ? { start: 0, end: 0, text: "1. New\n" } : random.pick(kinds)(random, rope);
    rope.replace(edit);
    return edit;
  });
}

/** The text with the edits made one after the other. */
export function applyInTurn(text: string, edits: readonly Edit[]): string {
  const rope = ropeOf(text);
  for (const edit of edits) rope.replace(edit);
  return rope.slice(0, rope.length());
}

type Kind = (random: Random, rope: Rope) => Edit;

/** What opens, closes or continues a block, mostly by standing at a line's start. */
const markers = [
  ...dotted("- ·1. ·12. ·10) ·> ·```·~~~\n·---\n·===\n·# ·### ·|·<!--·-->·<div>·</div>\n\n·\t·    ·  ·   "),
  ...directives("next-line acronym-undefined·next-line·file table-total -- why·file acronym-unused, shrug"),
  ...dotted("[^1]: x\n·[a]: /x\n·[a]: /y\n\n·**7.** ·We said:\n\n·**Table 2**\n\n·| a | b |\n| - | - |\n"),
];
/** What changes a line from within. */
const fragments = [
  ...dotted(
    "[a]·[a][]·[^1]·`·**·_·|·| - |·<!--·-->·<b>·&amp;·\\·https://example.org·(ABC)·paragraph 3·£1.50",
  ),
  ...dotted(
    "😀·👩‍👩‍👧·𝒳·é·\u0000·\uFEFF·\u2028·\u00A0·\t·    ·\r\n·\r·\n·\n\n·\r\n\r\n·\n---\n·\n===\n·\n```\n",
  ),
];
/** Comments that keep findings as they are, with their ends, whole and half. */
function directives(text: string): string[] {
  const disabling = dotted(text).map((it) => `<!-- board-paper-disable-${it} -->\n`);
  const region = "<!-- board-paper-disable -->\n·<!-- board-paper-disable paragraph-sequence -->\n\n";
  return [...disabling, ...dotted(`${region}·<!-- board-paper-enable -->\n·<!-- board-paper-disable acr`)];
}
function dotted(text: string): string[] {
  return text.split("·");
}
const fences = ["---\n", "---\ntitle: x\n---\n", "\n", " ", "\uFEFF", "---\r\n", "```\n"];

const typeLetter: Kind = (random, rope) => {
  const start = inWord(random, rope);
  return { start, end: start, text: random.pick([..."aeiouAZ09.,"]) };
};
const removeCharacter: Kind = (random, rope) => {
  const start = random.int(0, rope.length() - 1);
  return { start, end: start + 1, text: "" };
};
const insertMarker: Kind = (random, rope) => insertion(lineStart(random, rope), random.pick(markers));
const insertFragment: Kind = (random, rope) =>
  insertion(random.int(0, rope.length()), random.pick(fragments));
const insertBlankLine: Kind = (random, rope) =>
  insertion(lineStart(random, rope), random.pick(["\n", "\n", "\r\n", "  \n"]));
const breakLine: Kind = (random, rope) =>
  insertion(inWord(random, rope), random.pick(["\n", "\n", "\n\n", "\r\n"]));
const joinLines: Kind = (random, rope) => {
  const start = Math.max(0, lineStart(random, rope) - 1);
  return { start, end: start + 1, text: random.pick(["", "", " "]) };
};
const removeMarker: Kind = (random, rope) => {
  const start = lineStart(random, rope);
  return { start, end: Math.min(start + random.int(1, 4), rope.length()), text: "" };
};
const deleteSome: Kind = (random, rope) => removal(random, rope, random.int(2, 30));
const deleteMuch: Kind = (random, rope) =>
  removal(random, rope, random.int(30, Math.max(30, Math.min(3000, rope.length() >> 3))));
const duplicate: Kind = (random, rope) => {
  const from = random.chance(0.5) ? lineStart(random, rope) : random.int(0, rope.length());
  const copy = rope.slice(from, Math.min(from + random.int(1, 1200), rope.length()));
  return insertion(random.chance(0.5) ? lineStart(random, rope) : random.int(0, rope.length()), copy);
};
const replaceLine: Kind = (random, rope) => {
  const start = lineStart(random, rope);
  const other = lineStart(random, rope);
  return {
    start,
    end: lineEnd(rope, start),
    text: random.pick([rope.slice(other, lineEnd(rope, other)), "", random.pick(markers)]),
  };
};
const editStart: Kind = (random, rope) =>
  random.chance(0.6)
    ? insertion(0, random.pick(fences))
    : { start: 0, end: Math.min(lineEnd(rope, 0) + 1, rope.length()), text: "" };

/** Ordinary typing is common, wounds to the front matter are rare. */
const kinds: readonly Kind[] = shares([
  [3, typeLetter, insertFragment],
  [4, insertMarker],
  [2, removeCharacter, insertBlankLine, breakLine, joinLines, removeMarker, duplicate],
  [1, deleteSome, deleteMuch, replaceLine, editStart],
]);

function shares(rows: readonly (readonly [share: number, ...kinds: Kind[]])[]): Kind[] {
  return rows.flatMap(([share, ...each]) => each.flatMap((kind) => Array<Kind>(share).fill(kind)));
}

const insertion = (start: number, text: string): Edit => ({ start, end: start, text });

function removal(random: Random, rope: Rope, length: number): Edit {
  const start = random.int(0, rope.length() - 1);
  return { start, end: Math.min(start + length, rope.length()), text: "" };
}

/** A place between two letters, or anywhere when there is none nearby. */
function inWord(random: Random, rope: Rope): number {
  const from = random.int(0, rope.length());
  const found = rope.slice(from, Math.min(from + 200, rope.length())).search(/(?<=[A-Za-z])[A-Za-z]/);
  return found < 0 ? from : from + found;
}

/** The start of a line after a random place; now and then the start of the text. */
function lineStart(random: Random, rope: Rope): number {
  const from = random.int(0, rope.length());
  const end = lineEnd(rope, from);
  return random.chance(0.05) ? 0 : Math.min(end + 1, rope.length());
}

/** Where the line around `from` ends: at its line feed, or at the end of the text. */
function lineEnd(rope: Rope, from: number): number {
  for (let at = from; at < rope.length(); at += 500) {
    const found = rope.slice(at, Math.min(at + 500, rope.length())).indexOf("\n");
    if (found >= 0) return at + found;
  }
  return rope.length();
}

interface Rope {
  length(): number;
  slice(start: number, end: number): string;
  replace(edit: Edit): void;
}

/** A text cut into short pieces, so that an edit in ten megabytes copies a few thousand characters. */
function ropeOf(text: string): Rope {
  const size = 8192;
  const pieces: string[] = [];
  for (let start = 0; start < text.length; start += size) pieces.push(text.slice(start, start + size));
  let length = text.length;
  const find = (offset: number): { piece: number; within: number } => {
    let within = offset;
    let piece = 0;
    for (; piece < pieces.length - 1 && within > (pieces[piece]?.length ?? 0); piece++)
      within -= pieces[piece]?.length ?? 0;
    return { piece, within };
  };
  return {
    length: () => length,
    slice(start, end) {
      let { piece, within } = find(start);
      let taken = "";
      for (; taken.length < end - start && piece < pieces.length; piece++, within = 0)
        taken += pieces[piece]?.slice(within, within + end - start - taken.length) ?? "";
      return taken;
    },
    replace({ start, end, text: inserted }) {
      const from = find(start);
      const to = find(end);
      const head = pieces[from.piece]?.slice(0, from.within) ?? "";
      const tail = pieces[to.piece]?.slice(to.within) ?? "";
      pieces.splice(from.piece, to.piece - from.piece + 1, head + inserted + tail);
      length += inserted.length - (end - start);
    },
  };
}
