// Text for a terminal: widths, wrapping, colour.

import { styleText } from "node:util";

/** A way to emphasise text. */
export type Style = Parameters<typeof styleText>[0];

/** Styles text, or leaves it as it is where there is no colour. */
export type Paint = (style: Style, text: string) => string;

/** The painter for an output with or without colour. */
export function painter(colour: boolean): Paint {
  // Whether to colour has been decided with the terminal in view, so the check of the stream is switched off.
  return (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
}

/** The words broken into lines of at most `width` columns. A word that is longer is broken too. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of plain(text)
    .split(" ")
    .flatMap((it) => pieces(it, Math.max(width, 1)))) {
    if (word === "") continue;
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== "" || lines.length === 0) lines.push(line);
  return lines;
}

/** The columns that the text takes on a terminal. */
export function displayWidth(text: string): number {
  if (/^[ -~£–—‘’“”…]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text.replace(/[\p{M}\p{Cf}]/gu, "")) width += wide.test(character) ? 2 : 1;
  return width;
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60]|\p{Emoji_Presentation}/u;

/** The text padded with spaces on the right. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/** The text on one line, without the control characters through which a paper could steer a terminal. */
export function plain(text: string): string {
  return text.replace(/[\t\n\r]+/g, " ").replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}

function pieces(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const character of word) {
    if (part !== "" && displayWidth(part + character) > width) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part];
}
