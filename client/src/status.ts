// The item of the status bar: how much there is to do in the paper that is being edited.

import { diagnosticSource, paperLanguage } from "@board-papers/server/protocol";
import {
  type Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  StatusBarAlignment,
  type StatusBarItem,
  window,
} from "vscode";
import { id as restartServer } from "./commands/restart-server.js";
import { id as showFindings } from "./commands/show-findings.js";
import type { Server } from "./server.js";

/** Shows the counts of the active paper until it is disposed of. */
export function showStatus(server: Server): Disposable {
  const item = window.createStatusBarItem("boardPapers.findings", StatusBarAlignment.Left);
  item.name = "Board Paper Findings";
  const update = (): void => updateItem(item, server);
  update();
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(update),
    languages.onDidChangeDiagnostics(update),
    server.onDidChangeState(update),
  );
}

function updateItem(item: StatusBarItem, { isRunning }: Server): void {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== paperLanguage) {
    item.hide();
    return;
  }
  const words = isRunning ? wordsFor(languages.getDiagnostics(document.uri)) : "Board Papers is not running";
  item.text = `${isRunning ? "$(checklist)" : "$(warning)"} ${words}`;
  item.tooltip = isRunning ? "Show what was found in this paper" : "Start the language server again";
  item.command = isRunning ? showFindings : restartServer;
  item.accessibilityInformation = { label: `Board paper: ${words}` };
  item.show();
}

/** The counts in the words that messages use, "2 must fix, 1 suggestion"; kinds that there are none of are left out. */
export function wordsFor(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: DiagnosticSeverity): number =>
    diagnostics.filter((it) => it.source === diagnosticSource && it.severity === severity).length;
  const errors = count(DiagnosticSeverity.Error);
  const warnings = count(DiagnosticSeverity.Warning);
  const suggestions = count(DiagnosticSeverity.Information);
  const words = [
    errors > 0 ? `${errors} must fix` : "",
    warnings > 0 ? `${warnings} please check` : "",
    suggestions > 0 ? `${suggestions} ${suggestions === 1 ? "suggestion" : "suggestions"}` : "",
  ];
  return words.filter((it) => it !== "").join(", ") || "Nothing to fix";
}
