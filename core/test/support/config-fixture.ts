// A broken board-paper.yaml as its own snapshot: under each line stand carets and what is said of the words above them.
// `npx vitest run core/test/config.test.ts -u` writes what is found, for a person to read as a diff.

import type { ConfigProblem } from "../../src/index.js";

/** The file without what is said of it. */
export function withoutProblems(file: string): string {
  return file
    .split("\n")
    .filter((line) => !/^ *\^+ /.test(line))
    .join("\n");
}

/** The file with what is said of it; a problem over several lines stands under the first of them. */
export function withProblems(text: string, problems: readonly ConfigProblem[]): string {
  let start = 0;
  return text
    .split("\n")
    .flatMap((line) => {
      const end = start + line.length;
      const here = problems.filter(({ span }) => span.start >= start && span.start <= end);
      const said = here.map(({ message, span }) => {
        const carets = Math.max(1, Math.min(span.end, end) - span.start);
        return `${" ".repeat(span.start - start)}${"^".repeat(carets)} ${message}`;
      });
      start = end + 1;
      return [line, ...said];
    })
    .join("\n");
}
