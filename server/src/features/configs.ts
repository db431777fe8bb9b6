// board-paper.yaml: where the server learns of its changes, and tells of its problems.

import type { ConfigProblem } from "@board-papers/core";
import {
  type Diagnostic,
  DiagnosticSeverity,
  DidChangeWatchedFilesNotification,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { isConfigUri, uriKey } from "../config-uris.js";
import type { ConfigFile } from "../configs.js";
import { configFile, configProblemCode, diagnosticSource } from "../protocol.js";
import type { Session } from "../session.js";
import type { Feature } from "./feature.js";

/** The configuration files of papers. */
export const configs: Feature = {
  capabilities: (client) =>
    client.workspaceFolders
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {},
  register(session) {
    const { configs, connection, schedule } = session;
    listenToDocuments(session);
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri } of changes) if (isConfigUri(uri)) void configs.changed(uri);
    });
    configs.onDidChange(({ file, before }) => {
      if (hasProblems(file) || hasProblems(before))
        schedule.now(file.uri, () => tellProblems(session, file.uri));
    });
  },
  start(session) {
    const { client, connection } = session;
    if (client.registersFiles) {
      const watchers = [{ globPattern: `**/${configFile}` }];
      // A client that refuses does without: the files are read again when papers are opened and saved.
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
    }
    if (client.workspaceFolders) followFolders(session);
  },
};

function listenToDocuments({ configs, documents }: Session): void {
  documents.onDidOpen(({ document: { uri } }) => {
    // The file may have changed since it was read for another paper. This one need not wait to be told so.
    if (!isConfigUri(uri)) void configs.reload(uri);
  });
  documents.onDidSave(({ document: { uri } }) => {
    if (!isConfigUri(uri)) void configs.reload(uri);
  });
  documents.onDidChangeContent(({ document }) => {
    const { uri, version } = document;
    if (isConfigUri(uri)) configs.opened({ uri, version, text: document.getText() });
  });
  documents.onDidClose(({ document: { uri } }) => {
    if (isConfigUri(uri)) void configs.closed(uri);
  });
}

function followFolders({ configs, connection }: Session): void {
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const gone = new Set(removed.map((it) => uriKey(it.uri)));
    const left = configs.folders.filter((it) => !gone.has(uriKey(it)));
    configs.folders = [...left, ...added.map((it) => it.uri)];
  });
}

function hasProblems(file: ConfigFile | undefined): boolean {
  return file?.isUnreadable === true || (file?.config?.problems.length ?? 0) > 0;
}

/** Sends the problems that a file has now. They are sent to every client: a file that is not open cannot be asked about. */
async function tellProblems({ configs, connection }: Session, uri: string): Promise<void> {
  const file = configs.file(uri);
  if (!file) return;
  await connection.sendDiagnostics({
    uri,
    diagnostics: problemsOf(file),
    ...(file.version !== null && { version: file.version }),
  });
}

function problemsOf({ uri, text = "", isUnreadable, config, good }: ConfigFile): Diagnostic[] {
  const lines = TextDocument.create(uri, "yaml", 0, text);
  const problems = isUnreadable ? [unread(good !== undefined)] : (config?.problems ?? []);
  return problems.map(({ message, span }) => ({
    range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) },
    severity: DiagnosticSeverity.Error,
    code: configProblemCode,
    source: diagnosticSource,
    message,
  }));
}

function unread(isKnown: boolean): ConfigProblem {
  const rules = isKnown ? "what it said before" : "what is built in";
  const message = `This file cannot be read, so papers go by ${rules}. It is tried again when one is opened or saved.`;
  return { message, span: { start: 0, end: 0 } };
}
