import type { Report, Severity } from "@board-papers/core";
import type { Output } from "../io.js";
import type { Problem } from "../problems.js";
import type { FindingRecord } from "../records.js";
import type { Counts } from "../wording.js";

/** A paper that was checked. */
export interface CheckedPaper {
  /** The name shown: relative to the current folder or absolute, with `/`; `-` is standard input. */
  readonly file: string;
  readonly report: Report;
  /** What the report found, as it is printed. */
  readonly findings: readonly FindingRecord[];
}

/** What was done by the end. */
export interface Totals {
  readonly papers: number;
  readonly found: Counts;
  /** Findings that `board-paper fix` repairs. */
  readonly fixable: number;
  /** What could not be checked, and why. */
  readonly problems: readonly Problem[];
}

/** Writes findings as papers are done. */
interface Reporter {
  readonly paper: (paper: CheckedPaper) => void;
  readonly end: (totals: Totals) => void;
}

/** What holds for the whole run. */
interface ReportOptions {
  /** The severities that make the exit status 1. */
  readonly counting: readonly Severity[];
}

/** Makes the reporter of a format. */
export type MakeReporter = (stdout: Output, options: ReportOptions) => Reporter;
