// A finding as `--format json` prints it. The fields are a contract.

import { type Finding, type Report, rangeOf, type Severity } from "@board-papers/core";

/** A finding with its file and its lines and columns, all from 1; columns are UTF-16 code units. */
export interface FindingRecord {
  readonly file: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Whether `board-paper fix` repairs it. */
  readonly fixable: boolean;
  readonly related: readonly { readonly line: number; readonly message: string }[];
}

/** The findings of a report, in the order of the paper. */
export function recordsOf(file: string, report: Report): FindingRecord[] {
  return report.findings.flatMap((finding) => recordOf(file, report, finding) ?? []);
}

/** Whether `board-paper fix` repairs a finding unasked. */
export function isFixable(finding: Finding): boolean {
  return finding.fixes.some((fix) => fix.safe);
}

function recordOf(file: string, { paper }: Report, finding: Finding): FindingRecord | undefined {
  const range = rangeOf(paper, finding.at);
  if (!range) return undefined;
  const { rule, severity, message } = finding;
  return {
    file,
    rule,
    severity,
    message,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    fixable: isFixable(finding),
    related: finding.related.flatMap((it) => {
      const at = rangeOf(paper, it.at);
      return at ? [{ line: at.start.line + 1, message: it.message }] : [];
    }),
  };
}
