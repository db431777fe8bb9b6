// Papers for tests: their details are as they should be, so that what is found in one is in the text that follows.

/** A paper whose first line after the paper details is line 10. */
export function paper(...lines: readonly string[]): string {
  return [...details, ...lines, ""].join("\n");
}

const details = [
  "---",
  "template: spcb",
  "title: Cycle paths of the district",
  "board: Strategic Policing and Crime Board",
  "agenda-item: 3",
  "date: 2026-03-10",
  "presented-by: [Head of Roads]",
  "authors: [Policy Officer]",
  "---",
];
