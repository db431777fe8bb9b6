// Between core's terms and the protocol's: the only place where lines and characters are reckoned with.

import {
  blockStart,
  type Finding,
  offsetAt,
  type Paper,
  type Place,
  positionAt,
  rangeOf,
  type Severity,
  type Span,
  type TextEdit,
} from "@board-papers/core";
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type TextEdit as LspTextEdit,
  type Position,
  type Range,
} from "vscode-languageserver";
import { diagnosticSource } from "./protocol.js";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** The line and character of an offset. */
export function toPosition(paper: Paper, offset: number): Position {
  return positionAt(paper, offset);
}

/** The offset of a line and character. */
export function toOffset(paper: Paper, position: Position): number {
  return offsetAt(paper, position);
}

/** The span of a range, whichever of its ends comes first. */
export function toSpan(paper: Paper, { start, end }: Range): Span {
  const [a, b] = [offsetAt(paper, start), offsetAt(paper, end)];
  return { start: Math.min(a, b), end: Math.max(a, b) };
}

/** The range of a span. */
export function toRange(paper: Paper, { start, end }: Span): Range {
  return { start: positionAt(paper, start), end: positionAt(paper, end) };
}

/** A client's change as an edit. */
export function toEdit(paper: Paper, change: { readonly range: Range; readonly text: string }): TextEdit {
  return { ...toSpan(paper, change.range), text: change.text };
}

/** Edits as the protocol has them. */
export function toTextEdits(paper: Paper, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map((edit) => ({ range: toRange(paper, edit), newText: edit.text }));
}

/** Whether the place begins on the line of the position or above it. */
export function beginsBy(paper: Paper, place: Place, { line }: Position): boolean {
  const range = rangeOf(paper, place);
  return range !== undefined && range.start.line <= line;
}

const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** How a client is told of findings. */
interface DiagnosticForm {
  readonly uri: string;
  readonly relatedInformation: boolean;
  /** The address of the page that has a section for each rule. */
  readonly rulePages: string | undefined;
}

/** A diagnostic, and whether it had to be made or only moved. */
interface ConvertedFinding {
  readonly diagnostic: Diagnostic;
  readonly fresh: boolean;
}

/** The last diagnostic of each finding, and the lines at which its block and those of its related places stood then. */
const converted = new WeakMap<
  Finding,
  { readonly line: number; readonly related: readonly number[]; readonly diagnostic: Diagnostic }
>();

/**
 * The diagnostic of a finding: the very same object while nothing of it moves. `undefined` when the finding is of another
 * version of the paper.
 */
export function toDiagnostic(
  paper: Paper,
  finding: Finding,
  form: DiagnosticForm,
): ConvertedFinding | undefined {
  const line = blockStart(paper, finding.at.block)?.line;
  if (line === undefined) return undefined;
  const known = converted.get(finding);
  const related = form.relatedInformation ? finding.related.map(({ at }) => lineOf(paper, at)) : [];
  const relatedStay =
    known?.related.length === related.length && related.every((it, i) => it === known.related[i]);
  if (known?.line === line && relatedStay) return { diagnostic: known.diagnostic, fresh: false };
  const diagnostic = known ? move(known.diagnostic, line - known.line) : convert(paper, finding, form);
  if (related.length > 0) diagnostic.relatedInformation = relatedInformation(paper, finding, form);
  converted.set(finding, { line, related, diagnostic });
  return { diagnostic, fresh: known === undefined };
}

/** The line at which the place's block stands, or -1 when it is of another version of the paper. */
function lineOf(paper: Paper, { block }: Place): number {
  return blockStart(paper, block)?.line ?? -1;
}

function convert(paper: Paper, finding: Finding, { rulePages }: DiagnosticForm): Diagnostic {
  return {
    range: rangeOf(paper, finding.at) ?? nowhere,
    severity: severities[finding.severity],
    code: finding.rule,
    ...(rulePages !== undefined && { codeDescription: { href: `${rulePages}#${finding.rule}` } }),
    source: diagnosticSource,
    message: finding.message,
  };
}

function relatedInformation(
  paper: Paper,
  { related }: Finding,
  { uri }: DiagnosticForm,
): DiagnosticRelatedInformation[] {
  return related.flatMap(({ at, message }) => {
    const range = rangeOf(paper, at);
    return range ? [{ location: { uri, range }, message }] : [];
  });
}

function move(diagnostic: Diagnostic, lines: number): Diagnostic {
  const { start, end } = diagnostic.range;
  return {
    ...diagnostic,
    range: {
      start: { line: start.line + lines, character: start.character },
      end: { line: end.line + lines, character: end.character },
    },
  };
}
