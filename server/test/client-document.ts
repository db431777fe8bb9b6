// A document as a client keeps it.

import { applyEdits } from "@board-papers/core";
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  type CodeActionTriggerKind,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidSaveTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  type Range,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Work, workMethod } from "../src/protocol.js";
import type { Server } from "./harness.js";

/** A change by offsets of the text that the change before it left. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A document that a client has open. Its text is kept by another implementation than the server's. */
export class ClientDocument {
  readonly server: Server;
  readonly #document: TextDocument;

  constructor(server: Server, document: TextDocument) {
    this.server = server;
    this.#document = document;
  }

  get text(): string {
    return this.#document.getText();
  }

  get version(): number {
    return this.#document.version;
  }

  get identifier(): { uri: string; version: number } {
    return { uri: this.#document.uri, version: this.version };
  }

  /** The text that a range covers. */
  textOf(range: Range): string {
    return this.#document.getText(range);
  }

  /** The empty range before the first occurrence of the text, `by` characters on. */
  at(text: string, by = 0): Range {
    const position = this.#document.positionAt(this.#offsetOf(text) + by);
    return { start: position, end: position };
  }

  /** Makes changes, all in one notification. */
  edit(...changes: readonly Change[]): void {
    const sent = changes.map(({ start, end, text }) => {
      const range = { start: this.#document.positionAt(start), end: this.#document.positionAt(end) };
      TextDocument.update(this.#document, [{ range, text }], this.version);
      return { range, text };
    });
    this.#send(sent);
  }

  /** Replaces the first occurrence of a text. */
  replace(text: string, by: string): void {
    const start = this.#offsetOf(text);
    this.edit({ start, end: start + text.length, text: by });
  }

  /** Sends a new text as a whole. */
  set(text: string): void {
    this.#send([{ text }]);
  }

  save(): void {
    this.server.notify(DidSaveTextDocumentNotification.type, {
      textDocument: this.identifier,
    });
  }

  close(): void {
    this.server.notify(DidCloseTextDocumentNotification.type, {
      textDocument: this.identifier,
    });
  }

  pull(previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.server.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: this.identifier,
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  async diagnostics(): Promise<Diagnostic[]> {
    const report = await this.pull();
    if (report.kind !== "full") throw new Error("A first report cannot be an unchanged one.");
    return report.items;
  }

  work(): Promise<Work | null> {
    return this.server.connection.sendRequest(workMethod, { textDocument: this.identifier });
  }

  async actions(
    range: Range,
    asked: { readonly only?: string[]; readonly triggerKind?: CodeActionTriggerKind } = {},
  ): Promise<CodeAction[]> {
    const parameters = { textDocument: this.identifier, range, context: { diagnostics: [], ...asked } };
    const actions = await this.server.connection.sendRequest(CodeActionRequest.type, parameters);
    return (actions ?? []) as CodeAction[];
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.server.connection.sendRequest(CodeActionResolveRequest.type, action);
  }

  /** The text after an edit; an edit of another version, or of no or another document beside this one, is an error. */
  after(edit: WorkspaceEdit | undefined): string {
    if ((edit?.documentChanges?.length ?? 1) > 1) throw new Error("The edit is of other documents too.");
    return editedText(edit, this.#document);
  }

  #offsetOf(text: string): number {
    const offset = this.text.indexOf(text);
    if (offset < 0) throw new Error(`The document does not say ${JSON.stringify(text)}.`);
    return offset;
  }

  #send(contentChanges: ({ range: Range; text: string } | { text: string })[]): void {
    const version = this.version + 1;
    const whole = contentChanges.filter((change) => !("range" in change));
    TextDocument.update(this.#document, whole, version);
    this.server.notify(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.#document.uri, version },
      contentChanges,
    });
  }
}

/** The text of a document after an edit. An edit that is not for it, or for another version of it, is an error. */
export function editedText(edit: WorkspaceEdit | undefined, document: TextDocument, open = true): string {
  const version = open ? document.version : null;
  const change = edit?.documentChanges?.find((it) => "edits" in it && it.textDocument.uri === document.uri);
  if (edit?.documentChanges && !(change && "edits" in change && change.textDocument.version === version))
    throw new Error(`The edit is not one of this version of ${document.uri}.`);
  const edits = change && "edits" in change ? change.edits : (edit?.changes?.[document.uri] ?? []);
  const offsets = edits.map((it) => {
    if (!("newText" in it)) throw new Error("The edit is not a plain one.");
    const { start, end } = it.range;
    return { start: document.offsetAt(start), end: document.offsetAt(end), text: it.newText };
  });
  const text = applyEdits(document.getText(), offsets);
  if (text === undefined) throw new Error("The edits overlap.");
  return text;
}
