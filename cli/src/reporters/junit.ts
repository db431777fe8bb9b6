// JUnit's XML as build servers read it: a suite a paper, a case a finding.
// https://github.com/testmoapp/junitxml

import { type Problem, sayProblem } from "../problems.js";
import type { FindingRecord } from "../records.js";
import { severityWords } from "../wording.js";
import type { MakeReporter } from "./reporter.js";

/**
 * A suite a paper. What makes the exit status 1 fails; other findings are the output of cases that pass, so that
 * the build server and the exit status agree. A paper without findings has one case, which passes.
 */
export const junit: MakeReporter = (stdout, { counting }) => {
  let started = false;
  const write = (suite: string) => {
    stdout.write(started ? suite : `${head}${suite}`);
    started = true;
  };
  return {
    paper: ({ file, findings }) => {
      const name = file === "-" ? "Standard input" : file;
      const cases = findings.map((it) => findingCase(name, it, counting.includes(it.severity)));
      const failures = findings.filter((it) => counting.includes(it.severity)).length;
      write(suite(name, cases.length > 0 ? cases : [passed(name)], failures, 0));
    },
    end: ({ problems }) => {
      if (problems.length > 0) write(suite("Not checked", problems.map(problemCase), 0, problems.length));
      write("</testsuites>\n");
    },
  };
};

const head = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="board-paper">\n';

function suite(name: string, cases: readonly string[], failures: number, errors: number): string {
  const counts = `tests="${cases.length}" failures="${failures}" errors="${errors}" skipped="0"`;
  return `  <testsuite name="${xml(name)}" ${counts}>\n${cases.join("")}  </testsuite>\n`;
}

function passed(file: string): string {
  return `    <testcase name="nothing found" classname="${xml(file)}"/>\n`;
}

function findingCase(file: string, finding: FindingRecord, counts: boolean): string {
  const { rule, severity, message, line, column, related } = finding;
  const name = `${rule}, line ${line}, column ${column}`;
  const text = [
    `${file}, line ${line} (${severityWords[severity]}): ${message}`,
    ...related.map((it) => `Line ${it.line}: ${it.message}`),
  ].join("\n");
  const inner = counts
    ? `<failure type="${severity}" message="${xml(message)}">${xml(text)}</failure>`
    : `<system-out>${xml(text)}</system-out>`;
  return `    <testcase name="${xml(name)}" classname="${xml(file)}">${inner}</testcase>\n`;
}

function problemCase(problem: Problem): string {
  const sentence = xml(sayProblem(problem));
  const file = xml(problem.file === "-" ? "Standard input" : problem.file);
  return `    <testcase name="${file}" classname="${file}"><error message="${sentence}">${sentence}</error></testcase>\n`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text for an element or an attribute. XML has no way to say control characters or half a character. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
