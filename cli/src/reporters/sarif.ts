// SARIF 2.1.0, which code scanning and many viewers read.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html

import { type Finding, type Rule, rangeOf, rules, type Severity } from "@board-papers/core";
import type { ArtifactLocation, Invocation, Notification, ReportingDescriptor, Result, Tool } from "sarif";
import type { Problem } from "../problems.js";
import { version } from "../version.js";
import type { CheckedPaper, MakeReporter } from "./reporter.js";
import { Fingerprints } from "./sarif-fingerprints.js";
import { artifactOf, baseName, fixesOf, locationOf } from "./sarif-places.js";

/** One log with one run. Its results are written as papers are done, so that an archive of any size fits. */
export const sarif: MakeReporter = (stdout) => {
  let written = false;
  const start = () => {
    if (!written) stdout.write(head());
  };
  return {
    paper: (paper) => {
      const results = resultsOf(paper);
      if (results.length === 0) return;
      start();
      stdout.write(
        `${written ? ",\n" : ""}${results.map((it) => `        ${JSON.stringify(it)}`).join(",\n")}`,
      );
      written = true;
    },
    end: ({ problems }) => {
      start();
      stdout.write(
        `${written ? "\n" : ""}      ],\n      "invocations": [${invocation(problems)}]\n    }\n  ]\n}\n`,
      );
    },
  };
};

/** All that stands in front of the results. */
function head(): string {
  return `{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": ${JSON.stringify(tool())},
      "columnKind": "utf16CodeUnits",
      "language": "en-GB",
      "originalUriBaseIds": ${JSON.stringify({ [baseName]: { description: { text: "The folder that was checked from." } } })},
      "results": [
`;
}

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};

function tool(): Tool {
  return { driver: { name: "board-paper", fullName: "Board Papers", version, rules: rules.map(descriptor) } };
}

function descriptor(rule: Rule): ReportingDescriptor {
  const { id, summary, why, severity, fix } = rule;
  const repair = fix === undefined ? [] : [`Repair: ${fix}`];
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: [summary, why, ...repair].join("\n\n"), markdown: helpPage(rule) },
    defaultConfiguration:
      severity === "off" ? { enabled: false, level: "warning" } : { enabled: true, level: levels[severity] },
    properties: { tags: ["board-papers"] },
  };
}

function helpPage({ summary, why, fix, examples }: Rule): string {
  const fence = "~~~~";
  const quoted = (text: string) => `${fence}markdown\n${text.trimEnd()}\n${fence}`;
  return [
    summary,
    why,
    ...(fix === undefined ? [] : [`**Repair:** ${fix}`]),
    ...examples.flatMap(({ bad, good }) => ["This is reported:", quoted(bad), "This is not:", quoted(good)]),
  ].join("\n\n");
}

function resultsOf({ file, report }: CheckedPaper): Result[] {
  const artifact = artifactOf(file);
  const fingerprints = new Fingerprints();
  return report.findings.flatMap(
    (finding) => resultOf(finding, { file, report }, artifact, fingerprints) ?? [],
  );
}

function resultOf(
  finding: Finding,
  { report: { paper } }: Pick<CheckedPaper, "file" | "report">,
  artifact: ArtifactLocation,
  fingerprints: Fingerprints,
): Result | undefined {
  const range = rangeOf(paper, finding.at);
  if (!range) return undefined;
  const related = finding.related.flatMap((it, index) => {
    const at = rangeOf(paper, it.at);
    return at
      ? [{ id: index + 1, ...locationOf(artifact, at), message: { text: sentence(it.message) } }]
      : [];
  });
  const fixes = fixesOf(paper, finding, artifact);
  return {
    ruleId: finding.rule,
    ruleIndex: rules.findIndex((it) => it.id === finding.rule),
    level: levels[finding.severity],
    message: { text: sentence(finding.message) },
    locations: [locationOf(artifact, range)],
    partialFingerprints: { "boardPaper/v1": fingerprints.of(finding) },
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}

/** Square brackets before round ones are a link in a SARIF message; here they are a paper's words. */
function sentence(message: string): string {
  return message.replace(/\[(?=[^\][]*\]\()/g, "\\[");
}

function invocation(problems: readonly Problem[]): string {
  const notifications = problems.map(notification);
  const value: Invocation = {
    executionSuccessful: problems.length === 0,
    ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
  };
  return JSON.stringify(value);
}

function notification({ file, sentence, line }: Problem): Notification {
  const region = line === undefined ? {} : { region: { startLine: line } };
  return {
    level: "error",
    message: { text: sentence },
    locations: [{ physicalLocation: { artifactLocation: artifactOf(file), ...region } }],
  };
}
