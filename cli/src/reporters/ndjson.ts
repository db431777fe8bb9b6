import type { MakeReporter } from "./reporter.js";

/** One finding a line, written as papers are done. */
export const ndjson: MakeReporter = (stdout) => ({
  paper: ({ findings }) => {
    if (findings.length > 0) stdout.write(findings.map((finding) => `${JSON.stringify(finding)}\n`).join(""));
  },
  end: () => {},
});
