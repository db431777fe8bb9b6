// Small papers in which it is known what is found.

/** The details that the built-in template asks for. */
export const details = `---
template: spcb
board: Strategic Policing and Crime Board
date: Tuesday 17 November 2020
title: Reserves
presented-by:
  - Ann Smith, Treasurer
authors:
  - Ann Smith, Treasurer
---

`;

/** A paper of these paragraphs. */
export function paper(...paragraphs: readonly string[]): string {
  return `${details}## Purpose of paper

${paragraphs.join("\n\n")}
`;
}

/** Nothing is found. */
export const sound = paper("1. The board is asked to note the report.", "2. The reserve stands at £4.2m.");

/** Paragraph 2 is missing: one thing to fix, on line 16. */
export const gap = paper("1. The board is asked to note the report.", "3. The reserve stands at £4.2m.");

/** Paragraph 2 is not in the house form: one thing to check, on line 16, that can be repaired. */
export const marked = paper(
  "1. The board is asked to note the report.",
  "**2.** The reserve stands at £4.2m.",
);

/** What `marked` becomes. */
export const unmarked = sound;

/** An explanation that is not used again: one suggestion, on line 14. */
export const unused = paper("1. The Violence Reduction Unit (VRU) has a reserve.", "2. It stands at £4.2m.");

/** One of each, in this order. */
export const mixed = paper(
  "1. The Violence Reduction Unit (VRU) has a reserve.",
  "**2.** It stands at £4.2m.",
  "4. It is not used.",
);

/** Markdown that is not a paper, with what would be a gap in one. */
export const note = "# Notes\n\n1. First.\n\n3. Third.\n";
