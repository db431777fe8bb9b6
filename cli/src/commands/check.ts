import { checkPaper, parsePaper, type Severity } from "@board-papers/core";
import type { Selection } from "../find.js";
import type { HouseArguments } from "../houses.js";
import type { ExitStatus, Io } from "../io.js";
import { type PaperFile, readPapers } from "../papers.js";
import { Problems } from "../problems.js";
import { recordsOf } from "../records.js";
import { formats } from "../reporters/formats.js";
import type { CheckedPaper } from "../reporters/reporter.js";
import { statusLine } from "../status-line.js";
import { addCounts, type Counts, countBySeverity, severities } from "../wording.js";

/** What `check` is asked. */
export interface CheckArguments extends Selection, HouseArguments {
  readonly format: keyof typeof formats;
  /** The least severity that makes the exit status 1. */
  readonly failOn: Severity;
}

/** Checks papers and reports what was found. */
export async function check(args: CheckArguments, outer: Io): Promise<ExitStatus> {
  const { io, show, clear } = statusLine(outer);
  const problems = new Problems(io.stderr);
  const counting = severities.slice(0, severities.indexOf(args.failOn) + 1);
  const reporter = formats[args.format](io.stdout, { counting });
  let papers = 0;
  let fixable = 0;
  let found: Counts = countBySeverity([]);
  for await (const paper of readPapers(args, io, problems, { show })) {
    if (io.stdout.closed) break;
    const checked = checkOne(paper, problems);
    if (!checked) continue;
    const { findings } = checked;
    papers++;
    fixable += findings.filter((it) => it.fixable).length;
    found = addCounts(found, countBySeverity(findings));
    reporter.paper(checked);
  }
  clear();
  reporter.end({ papers, found, fixable, problems: problems.said });
  if (problems.count > 0) return 2;
  return counting.some((severity) => found[severity] > 0) ? 1 : 0;
}

function checkOne({ file, text, settings }: PaperFile, problems: Problems): CheckedPaper | undefined {
  try {
    const report = checkPaper(parsePaper(text), settings);
    return { file, report, findings: recordsOf(file, report) };
  } catch (error) {
    // The core promises not to throw. Should it, the other papers are still checked.
    problems.say(file, `It could not be checked, through a fault of board-paper: ${String(error)}`);
    return undefined;
  }
}
