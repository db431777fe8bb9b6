// Texts of papers for tests: details that leave nothing to find, and the paragraphs that a test is about.

/** The details of a paper, and the blank line after them. They have so many lines that the paragraphs begin in line 11. */
const details = `---
template: spcb
title: The estate
board: Strategic Policing and Crime Board
date: Tuesday 16 November 2021
presented-by: Chief Finance Officer
authors: Head of Estates
---

`;

/** A paper with these blocks, which begin in line 10 and have a blank line between them. */
export function paperOf(...blocks: readonly string[]): string {
  return `${details}${blocks.join("\n\n")}\n`;
}

/** A text with the line endings of Windows. */
export function windows(text: string): string {
  return text.replaceAll("\n", "\r\n");
}
