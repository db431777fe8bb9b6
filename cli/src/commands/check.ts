import { checkPaper, defaultSettings, parsePaper, type Severity } from "@board-papers/core";
import type { Selection } from "../find.js";
import type { ExitStatus, Io } from "../io.js";
import { type PaperFile, readPapers } from "../papers.js";
import { Problems } from "../problems.js";
import { type FindingRecord, recordsOf } from "../records.js";
import { json } from "../reporters/json.js";
import { ndjson } from "../reporters/ndjson.js";
import type { MakeReporter } from "../reporters/reporter.js";
import { stylish } from "../reporters/stylish.js";
import { statusLine } from "../status-line.js";
import { addCounts, type Counts, countBySeverity, severities } from "../wording.js";

/** The formats of `check`, by name. */
export const formats = { stylish, json, ndjson } satisfies Record<string, MakeReporter>;

/** What `check` is asked. */
export interface CheckArguments extends Selection {
  readonly format: keyof typeof formats;
  /** The least severity that makes the exit status 1. */
  readonly failOn: Severity;
}

/** Checks papers and reports what was found. */
export async function check(args: CheckArguments, outer: Io): Promise<ExitStatus> {
  const { io, show, clear } = statusLine(outer);
  const problems = new Problems(io.stderr);
  const reporter = formats[args.format](io.stdout);
  let papers = 0;
  let fixable = 0;
  let found: Counts = countBySeverity([]);
  for await (const paper of readPapers(args, io, problems, { show })) {
    if (io.stdout.closed) break;
    const findings = findingsOf(paper, problems);
    papers++;
    fixable += findings.filter((it) => it.fixable).length;
    found = addCounts(found, countBySeverity(findings));
    reporter.paper(paper.file, findings);
  }
  clear();
  reporter.end({ papers, found, fixable, problems: problems.count });
  if (problems.count > 0) return 2;
  return counting(args.failOn).some((severity) => found[severity] > 0) ? 1 : 0;
}

function findingsOf({ file, text }: PaperFile, problems: Problems): readonly FindingRecord[] {
  try {
    return recordsOf(file, checkPaper(parsePaper(text), defaultSettings));
  } catch (error) {
    // The core promises not to throw. Should it, the other papers are still checked.
    problems.say(file, `It could not be checked, through a fault of board-paper: ${String(error)}`);
    return [];
  }
}

function counting(failOn: Severity): readonly Severity[] {
  return severities.slice(0, severities.indexOf(failOn) + 1);
}
