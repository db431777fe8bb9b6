// What code actions do: each repair in terms of the report it was offered for, and the edit it comes to.

import {
  allFixes,
  type Finding,
  type Fix,
  fixEdits,
  keepEdits,
  type Paper,
  type Report,
  renumber,
  setRuleEdits,
  type TextEdit,
} from "@board-papers/core";
import { refusal } from "../refusal.js";
import type { CheckedPaper, Session } from "../session.js";
import { configEdits, type DocumentEdits, paperEdits } from "../workspace-edit.js";
import type { Numbering } from "./numbering.js";

/** What an action does. Findings and fixes are told by their places in the report. */
export type Repair =
  | { readonly kind: "fix"; readonly finding: number; readonly fix: number }
  | { readonly kind: "fixRule"; readonly rule: string }
  | { readonly kind: "fixAll" }
  | { readonly kind: "keep"; readonly finding: number }
  | { readonly kind: "ruleOff"; readonly rule: string }
  | Numbering;

/** What an author who is not asked for a reason is taken to say. */
const unasked = "checked";

/** The edits of a repair; `undefined` where it cannot be made. */
export function repairEdits(
  session: Session,
  checked: CheckedPaper,
  repair: Repair,
): readonly DocumentEdits[] | undefined {
  if (repair.kind === "ruleOff") {
    const off = (text: string): readonly TextEdit[] | undefined => setRuleEdits(text, repair.rule, "off");
    return [configEdits(session, checked.document.uri, off)];
  }
  const edits = editsOf(checked, repair);
  return edits?.length ? [paperEdits(checked.document, edits)] : undefined;
}

function editsOf(
  { document: { paper }, report }: CheckedPaper,
  repair: Exclude<Repair, { kind: "ruleOff" }>,
): readonly TextEdit[] | undefined {
  if (repair.kind === "fixAll") return allFixes(report);
  if (repair.kind === "renumber") return renumber(paper, repair.scope, repair.from).edits;
  if (repair.kind === "fixRule") {
    const findings = sameFixes(report, repair.rule);
    return allFixes({ ...report, findings }, () => true);
  }
  const finding = report.findings[repair.finding];
  if (!finding) return undefined;
  if (repair.kind === "keep") return keeping(paper, finding, unasked);
  const fix = finding.fixes[repair.fix];
  return fix && fixEdits(paper, finding, fix);
}

/** The edits that keep a finding as it is, for a reason. Refused where no comment can be put. */
export function keeping(paper: Paper, finding: Finding, reason: string): readonly TextEdit[] {
  const edits = keepEdits(paper, finding, reason);
  if (!edits)
    throw refusal(
      "A comment that keeps this as it is would change what the paper says here. Put the words into a paragraph of their own, and try again.",
    );
  return edits;
}

/** The findings of a rule whose fix leaves no choice: a safe one, or the only one. Numbers are made anew all at once. */
export function sameFixes({ findings }: Report, rule: string): Finding[] {
  return findings.filter((it) => it.rule === rule && onlyFix(it)?.kind === "edit");
}

function onlyFix({ fixes }: Finding): Fix | undefined {
  return fixes.find((it) => it.safe) ?? (fixes.length === 1 ? fixes[0] : undefined);
}
