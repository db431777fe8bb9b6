// Findings against what people found in published papers: which of it was found, and which findings are right.

import { type Paper, paperText, type Report, rangeOf } from "../../src/index.js";

/** What is really so in a paper; a `judgement` may be reported or not. */
export interface Truth {
  readonly rule: string;
  readonly line: number;
  readonly what: string;
  readonly certainty: "certain" | "judgement";
  readonly also?: readonly number[];
}

/** What holds in a paper, however it may look. */
export interface Pass {
  readonly rule: string;
  readonly line: number;
  readonly what: string;
}

/** A finding as it is compared. */
export interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  /** The words it is about. */
  readonly words: string;
}

/** Truths and findings of one paper that have, or lack, their counterpart. */
export interface Score {
  readonly certain: readonly Truth[];
  readonly missed: readonly Truth[];
  /** Errors and warnings. */
  readonly loud: readonly Found[];
  readonly untrue: readonly Found[];
}

/** The findings of a report with their lines, from 1. */
export function foundIn({ paper, findings }: Report): Found[] {
  const text = paperText(paper);
  const lines = text.split("\n");
  return findings.map(({ rule, severity, message, at }) => {
    const line = (rangeOf(paper, at)?.start.line ?? -1) + 1;
    const words = at.block.text.slice(at.span.start, at.span.end);
    return { rule, severity, message, line: Math.min(line, lines.length), words };
  });
}

/** The score of a paper, of findings whose rule is among `rules`. */
export function scoreOf(
  paper: Paper,
  report: Report,
  truths: readonly Truth[],
  rules: ReadonlySet<string>,
): Score {
  const lines = paperText(paper).split("\n");
  const found = foundIn(report).filter((it) => rules.has(it.rule));
  const certain = truths.filter((it) => it.certainty === "certain");
  const loud = found.filter(isLoud);
  return {
    certain,
    missed: certain.filter((truth) => !found.some((it) => isSame(lines, it, truth))),
    loud,
    untrue: loud.filter((it) => !truths.some((truth) => isSame(lines, it, truth))),
  };
}

/** The errors and warnings at the line and rule of what holds, where nothing is truly so as well. */
export function offences(report: Report, passes: readonly Pass[], truths: readonly Truth[]): string[] {
  const lines = paperText(report.paper).split("\n");
  const loud = foundIn(report).filter(isLoud);
  return passes.flatMap((pass) =>
    loud
      .filter((it) => it.line === pass.line && familyOf(it.rule) === familyOf(pass.rule))
      .filter((it) => !truths.some((truth) => isAt(truth, pass.line) && isSame(lines, it, truth)))
      .map((it) => `${pass.line} ${pass.rule}: ${pass.what} BUT ${it.message}`),
  );
}

function isLoud({ severity }: Found): boolean {
  return severity === "error" || severity === "warning";
}

function isAt({ line, also = [] }: Truth, wanted: number): boolean {
  return line === wanted || also.includes(wanted);
}

const family = new Set(["table-total", "table-share", "table-relation"]);

function familyOf(rule: string): string {
  return family.has(rule) ? "table-arithmetic" : rule;
}

const acronym = /\b([A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z]*)\b/;

function isSame(lines: readonly string[], found: Found, truth: Truth): boolean {
  if (familyOf(found.rule) !== familyOf(truth.rule)) return false;
  if (truth.rule.startsWith("acronym-")) {
    const name = acronym.exec(truth.what.replace(/^["“]/, ""))?.[1]?.replace(/s+$/, "");
    if (name === undefined) return isNear(lines, truth.rule, found.line, truth.line);
    return new RegExp(`(?<!\\w)${name}s?(?!\\w)`).test(found.message);
  }
  return [truth.line, ...(truth.also ?? [])].some((it) => isNear(lines, found.rule, found.line, it));
}

/** Whether a finding is about a line: two lines about, or anywhere in the same table. */
function isNear(lines: readonly string[], rule: string, found: number, wanted: number): boolean {
  if (Math.abs(found - wanted) <= 2) return true;
  if (!rule.startsWith("table-") && rule !== "acronym-undefined") return false;
  const isRow = (line: number): boolean => lines[line - 1]?.startsWith("|") ?? false;
  let from = Math.max(1, wanted - 3);
  while (from <= wanted + 3 && !isRow(from)) from++;
  if (from > wanted + 3) return false;
  let to = from;
  while (isRow(from - 1)) from--;
  while (to < lines.length && isRow(to + 1)) to++;
  return found >= from - 4 && found <= to + 3;
}
