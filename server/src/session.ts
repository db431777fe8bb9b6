// What the server knows at a moment, and the only state that changes: the client, its documents, their reports.

import { checkPaper, defaultSettings, type Report, type Settings } from "@board-papers/core";
import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
} from "vscode-languageserver";
import { type Client, readClient } from "./client.js";
import { type Configuration, defaultConfiguration } from "./configuration.js";
import { type OpenDocument, openDocument, PaperDocument, updateDocument } from "./document.js";
import { Schedule } from "./schedule.js";

/** A paper's document with its report. */
export interface CheckedPaper {
  readonly document: PaperDocument;
  readonly report: Report;
  /** Names this report among all of all sessions. */
  readonly resultId: string;
}

/** A request about a document. */
export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

type Handler<Params, Result> = (params: Params, token: CancellationToken) => Result;

/** One client's session, from its first message to its last. */
export class Session {
  readonly connection: Connection;
  /** The address of the rules' page. */
  readonly rulePages: string;
  readonly documents: TextDocuments<OpenDocument>;
  readonly schedule = new Schedule();
  configuration: Configuration = defaultConfiguration;

  readonly #checked = new Map<string, CheckedPaper>();
  readonly #name = Math.random().toString(36).slice(2);
  readonly #settings: Settings = defaultSettings;
  #client: Client = readClient({});
  #stage: "starting" | "running" | "ending" = "starting";
  #reports = 0;

  constructor(connection: Connection, rulePages: string) {
    this.connection = connection;
    this.rulePages = rulePages;
    this.documents = new TextDocuments<OpenDocument>({
      create: (uri, languageId, version, text) =>
        openDocument(uri, languageId, version, text, this.#settings),
      update: (document, changes, version) => updateDocument(document, changes, version, this.#settings),
    });
    this.documents.onDidClose(({ document }) => this.#checked.delete(document.uri));
  }

  /** What the client can do. */
  get client(): Client {
    return this.#client;
  }

  /** Starts the session with a client that can do this. */
  start(capabilities: ClientCapabilities): void {
    this.#client = readClient(capabilities);
    this.#stage = "running";
  }

  /** Ends the session: requests are refused from now on. */
  end(): void {
    this.#stage = "ending";
    this.schedule.clear();
  }

  /** The open paper of that address; nothing for a document that is closed or no paper. */
  paper(uri: string): PaperDocument | undefined {
    const document = this.documents.get(uri);
    return document instanceof PaperDocument && document.isPaper ? document : undefined;
  }

  /** Whether this version of the paper has been checked. */
  isChecked(document: PaperDocument): boolean {
    return this.#checked.get(document.uri)?.document === document;
  }

  /** The paper with its findings, which are looked for once a version. */
  check(document: PaperDocument): CheckedPaper {
    const { uri, paper } = document;
    const before = this.#checked.get(uri);
    if (before?.document === document && before.report.settings === this.#settings) return before;
    const report = checkPaper(paper, this.#settings, before?.report);
    const checked = { document, report, resultId: `${this.#name}-${++this.#reports}` };
    this.#checked.set(uri, checked);
    return checked;
  }

  /**
   * A request handler around `compute`. A cancelled request is not begun; a `compute` that throws loses its answer,
   * which is `none` then, and not the server. A `ResponseError` is an answer.
   */
  handle<Params, Result>(none: Result, compute: (params: Params) => Result): Handler<Params, Result> {
    return (params, token) => {
      this.#admit(token);
      return this.attempt(none, () => compute(params));
    };
  }

  /** A request handler as `handle` has it, whose answer is `none` where the document is no open paper. */
  atPaper<Params extends DocumentParams, Result>(
    none: Result,
    compute: (document: PaperDocument, params: Params) => Result,
  ): Handler<Params, Result> {
    return this.handle(none, (params) => {
      const document = this.paper(params.textDocument.uri);
      return document ? compute(document, params) : none;
    });
  }

  /** The result of `compute`, or `none` and a line in the client's log where it throws. */
  attempt<Result>(none: Result, compute: () => Result): Result {
    try {
      return compute();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      this.log(error);
      return none;
    }
  }

  /** Tells the client's log of an error. */
  log(error: unknown): void {
    this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  #admit(token: CancellationToken): void {
    if (this.#stage === "starting")
      throw new ResponseError(ErrorCodes.ServerNotInitialized, "The first request must be 'initialize'.");
    if (this.#stage === "ending")
      throw new ResponseError(ErrorCodes.InvalidRequest, "The server is shutting down.");
    if (token.isCancellationRequested)
      throw new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
  }
}
