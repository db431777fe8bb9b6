// The words that people read for what the interfaces call severities and counts.

import type { RuleSeverity, Severity } from "@board-papers/core";

/** The severities, the gravest first. */
export const severities: readonly Severity[] = ["error", "warning", "info"];

/** What a severity is called. */
export const severityWords: Readonly<Record<RuleSeverity, string>> = {
  error: "must fix",
  warning: "please check",
  info: "suggestion",
  off: "off",
};

/** How many findings there are of each severity. */
export type Counts = Readonly<Record<Severity, number>>;

/** `5 to fix, 12 to check, 20 suggestions`, leaving out what there is none of; empty when there is nothing. */
export function sayCounts(counts: Counts): string {
  const parts = [
    counts.error > 0 ? `${sayNumber(counts.error)} to fix` : "",
    counts.warning > 0 ? `${sayNumber(counts.warning)} to check` : "",
    counts.info > 0 ? count(counts.info, "suggestion") : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** The number of findings of each severity. */
export function countBySeverity(findings: Iterable<{ readonly severity: Severity }>): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** The sums of two counts. */
export function addCounts(a: Counts, b: Counts): Counts {
  return { error: a.error + b.error, warning: a.warning + b.warning, info: a.info + b.info };
}

/** `1 paper`, `3,400 papers`. */
export function count(number: number, noun: string): string {
  return `${sayNumber(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** `3,400`. */
export function sayNumber(number: number): string {
  return number.toLocaleString("en-GB");
}

/** `a`, `a or b`, `a, b or c`. */
export function anyOf(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} or ${last}`;
}
