// What is underlined in a text editor, as it is rendered.

import type { Locator } from "playwright-core";

/** A piece of text with a line under it. */
export interface Squiggle {
  readonly kind: "must fix" | "please check" | "suggestion";
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** The text above the line. */
  readonly words: string;
}

/** Something on the screen, in pixels. */
interface Box {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly text: string;
}

const kinds = [
  ["must fix", ".squiggly-error"],
  ["please check", ".squiggly-warning"],
  ["suggestion", ".squiggly-info"],
] as const;

/**
 * The squiggles of an editor from top to bottom, as far as they can be seen. The text is to be in a font whose letters have
 * one width, with no line wrapped.
 */
export async function squigglesIn(editor: Locator): Promise<Squiggle[]> {
  const lines = await boxesOf(editor.locator(".view-lines .view-line > span"));
  const numbers = await boxesOf(editor.locator(".margin-view-overlays .line-numbers"));
  const found: Squiggle[] = [];
  for (const [kind, selector] of kinds) {
    for (const box of await boxesOf(editor.locator(`.view-overlays ${selector}`))) {
      const line = lines.find((it) => isBeside(it, box));
      const number = numbers.find((it) => isBeside(it, box));
      if (line && number) found.push({ kind, line: Number(number.text), ...wordsAbove(box, line) });
    }
  }
  return found.sort((a, b) => a.line - b.line || a.column - b.column);
}

function wordsAbove(squiggle: Box, line: Box): Pick<Squiggle, "column" | "words"> {
  const letter = line.width / line.text.length;
  const start = Math.round((squiggle.left - line.left) / letter);
  const end = start + Math.round(squiggle.width / letter);
  return { column: start + 1, words: line.text.slice(start, end) };
}

function isBeside(a: Box, b: Box): boolean {
  return Math.abs(a.top - b.top) < 5;
}

function boxesOf(locator: Locator): Promise<Box[]> {
  return locator.evaluateAll((elements) =>
    elements.map((element) => {
      const { top, left, width } = element.getBoundingClientRect();
      // The editor renders spaces that do not break.
      return { top, left, width, text: (element.textContent ?? "").replaceAll("\u00A0", " ") };
    }),
  );
}
