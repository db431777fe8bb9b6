// The item of the status bar: how much there is to do in the paper that is being edited.

import { diagnosticSource } from "@board-papers/server/protocol";
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
import { countWords } from "./count-words.js";
import { isServedPaper } from "./served.js";
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
  if (!document || !isServedPaper(document)) {
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

/** The counts in words. */
export function wordsFor(diagnostics: readonly Diagnostic[]): string {
  return countWords(
    diagnostics.flatMap((it) => (it.source === diagnosticSource ? (severities[it.severity] ?? []) : [])),
  );
}

const severities = {
  [DiagnosticSeverity.Error]: "error",
  [DiagnosticSeverity.Warning]: "warning",
  [DiagnosticSeverity.Information]: "info",
  [DiagnosticSeverity.Hint]: undefined,
} as const;
