// The built server as a client sees it: a process that speaks JSON-RPC over its streams.

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { applyEdits } from "@board-papers/core";
import { onTestFinished } from "vitest";
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  type CodeActionTriggerKind,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Work, workMethod } from "../src/protocol.js";

const program = fileURLToPath(new URL("../../dist/server.js", import.meta.url));

/** A client that can do all that the server asks about. */
export const modern: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

/** A client that takes code actions and is sent its diagnostics, as all could before LSP 3.16. */
export const old: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};

/** The server's process, not yet spoken to. It is ended with the test that started it. */
export function startProcess(args: readonly string[] = ["--stdio"]): Server {
  if (!existsSync(program)) throw new Error("There is no dist/server.js: run `npm run build` first.");
  const server = new Server(spawn(process.execPath, [program, ...args]));
  onTestFinished(() => server.kill());
  return server;
}

/** A server that has been initialised for a client that can do this. */
export async function startServer(capabilities: ClientCapabilities = modern): Promise<Server> {
  const server = startProcess();
  await server.initialize(capabilities);
  return server;
}

/** The server and the client at its other end. */
export class Server {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: ProtocolConnection;
  /** The exit status of the process. */
  readonly exit: Promise<number | null>;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(child: ChildProcessWithoutNullStreams) {
    this.process = child;
    this.exit = new Promise((resolve) => child.on("exit", resolve));
    // A server that ends while it is written to is what some tests are about.
    child.stdin.on("error", () => undefined);
    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      for (const listener of this.#listeners) listener();
    });
    this.connection.listen();
  }

  async initialize(
    capabilities: ClientCapabilities,
    processId: number | null = null,
  ): Promise<InitializeResult> {
    const parameters = { processId, rootUri: null, capabilities };
    const result = await this.connection.sendRequest<InitializeResult>("initialize", parameters);
    await this.connection.sendNotification("initialized", {});
    return result;
  }

  /** Opens a document with the client's own copy of it. */
  open(
    text: string,
    { uri = "file:///papers/sample.paper.md", language = "board-paper" } = {},
  ): ClientDocument {
    const document = TextDocument.create(uri, language, 1, text);
    this.notify(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: language, version: 1, text },
    });
    return new ClientDocument(this, document);
  }

  /** The first publication from the `from`th on that passes; waits for it where need be. */
  async publication(
    passes: (params: PublishDiagnosticsParams) => boolean,
    from = 0,
  ): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const found = this.published.slice(from).find(passes);
      if (found) return found;
      await new Promise<void>((resolve) => {
        const listener = (): void => {
          this.#listeners.delete(listener);
          resolve();
        };
        this.#listeners.add(listener);
      });
    }
  }

  /** Sends a notification. That the server has ended meanwhile is not this call's to report. */
  notify(type: { readonly method: string }, params: object): void {
    this.connection.sendNotification(type.method, params).catch(() => undefined);
  }

  kill(): void {
    this.connection.dispose();
    this.process.kill("SIGKILL");
  }
}

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

  /** The text after an edit; an edit of another version or another document is an error. */
  after(edit: WorkspaceEdit | undefined): string {
    const { uri, version } = this.identifier;
    const [change] = edit?.documentChanges ?? [];
    if (
      change &&
      (!("edits" in change) || change.textDocument.uri !== uri || change.textDocument.version !== version)
    )
      throw new Error("The edit is not one of this version of this document.");
    const edits = change && "edits" in change ? change.edits : (edit?.changes?.[uri] ?? []);
    const offsets = edits.map((it) => {
      if (!("newText" in it)) throw new Error("The edit is not a plain one.");
      return {
        start: this.#document.offsetAt(it.range.start),
        end: this.#document.offsetAt(it.range.end),
        text: it.newText,
      };
    });
    const text = applyEdits(this.text, offsets);
    if (text === undefined) throw new Error("The edits overlap.");
    return text;
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

/** A paper in house form with this body. */
export function paper(body: string): string {
  return `---
template: spcb
board: Strategic Policing and Crime Board
date: Tuesday 17 November 2020
title: A paper for a test
presented-by: [ "A Person, Chief Executive" ]
authors: [ "B Person, Head of Policy" ]
---

## Purpose of paper

${body}`;
}
