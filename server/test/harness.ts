// The built server as a client sees it: a process that speaks JSON-RPC over its streams.

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import {
  type ClientCapabilities,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidOpenTextDocumentNotification,
  type InitializeResult,
  type MessageReader,
  type MessageWriter,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceFolder,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { InitializationOptions } from "../src/protocol.js";
import { ClientDocument } from "./client-document.js";

export type { ClientDocument };

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
export function startProcess(args: readonly string[] = ["--stdio"]): ServerProcess {
  if (!existsSync(program)) throw new Error("There is no dist/server.js: run `npm run build` first.");
  const server = new ServerProcess(spawn(process.execPath, [program, ...args]));
  onTestFinished(() => server.kill());
  return server;
}

/** A server that has been initialised for a client that can do this. */
export async function startServer(capabilities: ClientCapabilities = modern): Promise<ServerProcess> {
  const server = startProcess();
  await server.initialize(capabilities);
  return server;
}

/** What a client says when it starts the server, beside its capabilities. */
export interface Start {
  readonly processId?: number | null;
  readonly workspaceFolders?: readonly WorkspaceFolder[] | null;
  readonly initializationOptions?: InitializationOptions;
}

/** A server, wherever it runs, and the client at its other end. */
export class Server {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  /** How often the client was asked to refresh its diagnostics. */
  refreshes = 0;
  readonly #listeners = new Set<() => void>();

  constructor(reader: MessageReader, writer: MessageWriter) {
    this.connection = createProtocolConnection(reader, writer);
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      this.#tell();
    });
    this.connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshes++;
      this.#tell();
    });
    this.connection.listen();
  }

  async initialize(capabilities: ClientCapabilities, start: Start = {}): Promise<InitializeResult> {
    const parameters = { processId: null, rootUri: null, capabilities, ...start };
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
    return this.#until(() => this.published.slice(from).find(passes));
  }

  /** Waits until the client has been asked to refresh its diagnostics so often, and no less. */
  async refreshed(times: number): Promise<void> {
    await this.#until(() => this.refreshes >= times || undefined);
  }

  /** Sends a notification. That the server has ended meanwhile is not this call's to report. */
  notify(type: { readonly method: string }, params: object): void {
    this.connection.sendNotification(type.method, params).catch(() => undefined);
  }

  async #until<Result>(look: () => Result | undefined): Promise<Result> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        const listener = (): void => {
          this.#listeners.delete(listener);
          resolve();
        };
        this.#listeners.add(listener);
      });
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The built server as a process. */
export class ServerProcess extends Server {
  readonly process: ChildProcessWithoutNullStreams;
  /** The exit status of the process. */
  readonly exit: Promise<number | null>;

  constructor(child: ChildProcessWithoutNullStreams) {
    super(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    this.process = child;
    this.exit = new Promise((resolve) => child.on("exit", resolve));
    // A server that ends while it is written to is what some tests are about.
    child.stdin.on("error", () => undefined);
  }

  kill(): void {
    this.connection.dispose();
    this.process.kill("SIGKILL");
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
