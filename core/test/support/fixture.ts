// A fixture is Markdown that is its own snapshot. Annotation lines (spaces, carets, a space, a finding) stand under
// the words they are about; `//- name` starts a section. The harness strips both, runs, prints its own,
// and the two texts must be the same: `npx vitest run -u` writes what is found, for a person to read as a diff.

import {
  applyEdits,
  checkPaper,
  defaultSettings,
  type Finding,
  fixEdits,
  type Paper,
  paperText,
  parsePaper,
  type Report,
  rangeOf,
  renumber,
  type Severity,
} from "../../src/index.js";

/** A fixture's text without annotations, and the names of its sections in order. */
export interface Fixture {
  readonly source: string;
  readonly sections: readonly string[];
}

const annotation = /^ *\^+ (?:error|warning|info|related)\[/;

/** Reads a fixture file. */
export function readFixture(file: string): Fixture {
  const [head = "", ...rest] = file.split(/^(?=\/\/- )/m);
  const lines = head.split("\n").filter((line) => !annotation.test(line));
  return { source: lines.join("\n"), sections: rest.map((it) => /^\/\/- (.*)/.exec(it)?.[1] ?? "") };
}

/** The report of a text; with `rule`, of that rule's findings alone, which is switched on if need be. */
export function check(text: string, rule?: string): Report {
  // What a suppression is good for is only known when all other rules have been asked.
  if (defaultSettings.rules.some((it) => it.id === rule && it.scope === "suppression")) {
    const report = checkPaper(parsePaper(text), defaultSettings);
    return { ...report, findings: report.findings.filter((it) => it.rule === rule) };
  }
  const rules = defaultSettings.rules.filter((it) => rule === undefined || it.id === rule);
  const [only] = rules;
  const overrides = rule !== undefined && only?.severity === "off" ? { [rule]: { severity: asked } } : {};
  return checkPaper(parsePaper(text), { ...defaultSettings, rules, overrides });
}

/** What a rule counts as that is off until somebody asks for it. */
const asked: Severity = "warning";

/** The text with each finding under the line that it starts in. */
export function annotate(report: Report): string {
  const lines = paperText(report.paper).split("\n");
  const notes = new Map<number, string[]>();
  for (const finding of report.findings) {
    const { line, carets } = caretsUnder(report.paper, finding, lines);
    const fixes = finding.fixes.map((fix) => `${fix.safe ? "safe fix" : "fix"}: ${fix.title}`);
    const text = [`${carets} ${finding.severity}[${finding.rule}]: ${finding.message}`, ...fixes].join(" | ");
    notes.set(line, [...(notes.get(line) ?? []), text]);
  }
  return lines.flatMap((line, i) => [line, ...(notes.get(i) ?? [])]).join("\n");
}

function caretsUnder(
  paper: Paper,
  finding: Finding,
  lines: readonly string[],
): { line: number; carets: string } {
  const range = rangeOf(paper, finding.at);
  const { line, character } = range?.start ?? { line: 0, character: 0 };
  const end = range?.end.line === line ? range.end.character : (lines[line]?.length ?? 0);
  return { line, carets: " ".repeat(character) + "^".repeat(Math.max(1, end - character)) };
}

/** The answer to a section's question: the text after `fixed N` (the findings' Nth fix, from 1) or a `renumber`. */
export function answer(question: string, report: Report): string {
  const [verb, argument] = question.split(" ");
  const text = paperText(report.paper);
  if (verb === "renumber") {
    const { edits, left } = renumber(report.paper, "all");
    return [
      applyEdits(text, edits) ?? "overlapping edits",
      ...left.map((it) => `left: ${it.message}\n`),
    ].join("");
  }
  if (verb === "fixed") {
    const fixed = applyAll(report, Number(argument ?? 1) - 1);
    return fixed ?? "overlapping edits\n";
  }
  return `unknown question: ${question}\n`;
}

/** Applies the Nth fix of every finding that has it, where they do not touch one another. */
function applyAll(report: Report, n: number): string | undefined {
  const edits = report.findings.flatMap((finding) => {
    const fix = finding.fixes[n];
    return (fix && fixEdits(report.paper, finding, fix)) ?? [];
  });
  const unique = [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
  return applyEdits(paperText(report.paper), unique);
}

/** A fixture printed anew: what the file should hold. */
export function printFixture(fixture: Fixture, report: Report): string {
  const sections = fixture.sections.map((name) => `//- ${name}\n${answer(name, report)}`);
  return annotate(report) + sections.join("");
}
