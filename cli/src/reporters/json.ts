import type { MakeReporter } from "./reporter.js";

/** One array of findings, written as papers are done. */
export const json: MakeReporter = (stdout) => {
  let written = false;
  return {
    paper: ({ findings }) => {
      if (findings.length === 0) return;
      const lines = findings.map((finding) => `  ${JSON.stringify(finding)}`).join(",\n");
      stdout.write(written ? `,\n${lines}` : `[\n${lines}`);
      written = true;
    },
    end: () => stdout.write(written ? "\n]\n" : "[]\n"),
  };
};
