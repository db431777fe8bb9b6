import type { Output } from "../io.js";
import type { FindingRecord } from "../records.js";
import type { Counts } from "../wording.js";

/** What was done by the end. */
export interface Totals {
  readonly papers: number;
  readonly found: Counts;
  /** Findings that `board-paper fix` repairs. */
  readonly fixable: number;
  /** Files and folders that could not be checked. */
  readonly problems: number;
}

/** Writes findings as papers are done. */
export interface Reporter {
  readonly paper: (file: string, findings: readonly FindingRecord[]) => void;
  readonly end: (totals: Totals) => void;
}

/** Makes the reporter of a format. */
export type MakeReporter = (stdout: Output) => Reporter;
