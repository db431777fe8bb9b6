// Workflow commands of GitHub Actions, which show findings beside the lines of a pull request.
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands

import type { Severity } from "@board-papers/core";
import { plain } from "../layout.js";
import { type Problem, sayProblem } from "../problems.js";
import type { FindingRecord } from "../records.js";
import { severityWords } from "../wording.js";
import type { MakeReporter } from "./reporter.js";
import { sayTotals } from "./totals.js";

/** One annotation a finding or problem, and a summary for whoever reads the log. */
export const github: MakeReporter = (stdout) => ({
  paper: ({ findings }) => {
    if (findings.length > 0) stdout.write(findings.map(annotation).join(""));
  },
  end: (totals) => {
    const sentence = sayTotals(totals);
    stdout.write(totals.problems.map(problemAnnotation).join("") + (sentence === "" ? "" : `${sentence}\n`));
  },
});

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

function annotation(finding: FindingRecord): string {
  const { file, severity, rule, message, line, column, endLine, endColumn, related } = finding;
  const properties = {
    ...(file === "-" ? {} : { file }),
    line,
    // GitHub takes columns only where all of it stands on one line.
    ...(line === endLine ? { col: column, endLine, endColumn } : { endLine }),
    title: `${capital(severityWords[severity])} (${rule})`,
  };
  const lines = [message, ...related.map((it) => `Line ${it.line}: ${it.message}`)];
  return command(commands[severity], properties, lines);
}

function problemAnnotation(problem: Problem): string {
  const { file, sentence, line } = problem;
  const place = file === "-" ? {} : { file, ...(line === undefined ? {} : { line }) };
  return command("error", { ...place, title: "Not checked" }, [
    file === "-" ? sayProblem(problem) : sentence,
  ]);
}

function command(
  name: string,
  properties: Record<string, string | number>,
  lines: readonly string[],
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(",")}::${escapeData(lines.map(plain).join("\n"))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
