// What the server knows at a moment, and, with `configs.ts`, the only state that changes: the client, its documents, their
// reports.

import { checkPaper, type Report, type Settings } from "@board-papers/core";
import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  type InitializeParams,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
} from "vscode-languageserver";
import { type Client, readClient } from "./client.js";
import { allFiles } from "./client-files.js";
import { isConfigUri } from "./config-uris.js";
import { builtInTerms, Configs, type Terms } from "./configs.js";
import { type Configuration, defaultConfiguration } from "./configuration.js";
import { judgeDocument, type OpenDocument, openDocument, PaperDocument, updateDocument } from "./document.js";
import type { Host } from "./host.js";
import { refusal } from "./refusal.js";
import { Schedule } from "./schedule.js";

/** A paper's document with its report. */
export interface CheckedPaper {
  readonly document: PaperDocument;
  readonly report: Report;
  /** Names this report among all of all sessions. */
  readonly resultId: string;
}

/** A request about a document. */
interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** A request of our own about an open paper. */
interface PaperParams {
  readonly uri: string;
}

type Handler<Params, Result> = (params: Params, token: CancellationToken) => Result;

/** A document, and the terms by which it is a paper or not. */
interface Judged {
  readonly document: OpenDocument;
  readonly terms: Terms;
}

type FolderField = "workspaceFolders" | "rootUri";

/** One client's session, from its first message to its last. */
export class Session {
  readonly connection: Connection;
  /** Tells what happens to documents. What they are now, `open` and `paper` say. */
  readonly documents: TextDocuments<OpenDocument>;
  readonly configs: Configs;
  readonly schedule = new Schedule();
  configuration: Configuration = defaultConfiguration;

  readonly #host: Host;
  readonly #judged = new Map<string, Judged>();
  readonly #checked = new Map<string, CheckedPaper>();
  readonly #name = Math.random().toString(36).slice(2);
  #client: Client = readClient({});
  #stage: "starting" | "running" | "ending" = "starting";
  #reports = 0;

  constructor(connection: Connection, host: Host) {
    this.connection = connection;
    this.#host = host;
    this.configs = new Configs(allFiles(host.files, this), (error) => this.log(error));
    this.documents = new TextDocuments<OpenDocument>({
      create: (uri, languageId, version, text) =>
        this.#judge(uri, (terms) => openDocument(uri, languageId, version, text, terms)),
      update: (document, changes, version) =>
        this.#judge(document.uri, (terms) => {
          const before = this.open(document.uri) ?? document;
          return updateDocument(before, changes, version, terms);
        }),
    });
    this.documents.onDidClose(({ document: { uri } }) => {
      this.#judged.delete(uri);
      this.#checked.delete(uri);
      this.configs.forget(uri);
    });
  }

  /** What the client can do. */
  get client(): Client {
    return this.#client;
  }

  /** The address of the rules' page, if anybody knows one. */
  get rulePages(): string | undefined {
    return this.#client.rulePages ?? this.#host.rulePages;
  }

  /** Starts the session with a client that says this of itself. */
  start(params: Pick<InitializeParams, "capabilities" | "initializationOptions" | FolderField>): void {
    this.#client = readClient(params.capabilities, params.initializationOptions);
    this.configs.folders = workspaceFolders(params);
    this.#stage = "running";
  }

  /** Ends the session: requests are refused from now on. */
  end(): void {
    this.#stage = "ending";
    this.schedule.clear();
  }

  /** The open document of that address, by what it is judged by now or, while that is not known, was before. */
  open(uri: string): OpenDocument | undefined {
    const judged = this.#judged.get(uri);
    const terms = judged && this.configs.terms(uri);
    if (!terms || judged.terms === terms) return judged?.document;
    return this.#judge(uri, () => judgeDocument(judged.document, terms));
  }

  /** The open paper of that address; nothing for a document that is closed or no paper. */
  paper(uri: string): PaperDocument | undefined {
    const document = this.open(uri);
    return document instanceof PaperDocument && document.isPaper ? document : undefined;
  }

  /** What to wait for until it is known what the document is judged by; `undefined` where it is, or none is open. */
  ready(uri: string): Promise<void> | undefined {
    return this.#judged.has(uri) && !isConfigUri(uri) && !this.configs.terms(uri)
      ? this.configs.load(uri)
      : undefined;
  }

  /** What the paper is checked by. */
  settings({ uri }: PaperDocument): Settings {
    return (this.#judged.get(uri)?.terms ?? builtInTerms).settings;
  }

  /** The paper with its findings, which are looked for once a version. */
  check(document: PaperDocument): CheckedPaper {
    const { uri, paper } = document;
    const before = this.#checked.get(uri);
    const settings = this.settings(document);
    if (before?.document === document && before.report.settings === settings) return before;
    const report = checkPaper(paper, settings, before?.report);
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

  /**
   * A request handler as `handle` has it, whose answer is `none` where the document is no open paper. It waits until it is
   * known what the document is judged by, which it mostly is.
   */
  atPaper<Params extends DocumentParams, Result>(
    none: Result,
    compute: (document: PaperDocument, params: Params) => Result,
  ): Handler<Params, Result | Promise<Result>> {
    return (params, token) => {
      this.#admit(token);
      return this.attempt<Result | Promise<Result>>(none, () => {
        const { uri } = params.textDocument;
        return this.#whenReady(uri, token, () =>
          this.attempt(none, () => {
            const document = this.paper(uri);
            return document ? compute(document, params) : none;
          }),
        );
      });
    };
  }

  /** A handler of a person's request: what goes wrong is told, and not passed over. */
  asked<Params, Result>(
    compute: (params: Params, token: CancellationToken) => Result,
  ): Handler<Params, Result> {
    return (params, token) => {
      this.#admit(token);
      return compute(params, token);
    };
  }

  /** A handler as `asked` has it of a request about an open paper, which waits like `atPaper`. */
  askedOf<Params extends PaperParams, Result>(
    compute: (document: PaperDocument, params: Params) => Result,
  ): Handler<Params, Result | Promise<Result>> {
    return this.asked((params, token) =>
      this.#whenReady(params.uri, token, () => {
        const document = this.paper(params.uri);
        if (!document) throw refusal("This is no board paper, or it is not open.");
        return compute(document, params);
      }),
    );
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

  #whenReady<Result>(uri: string, token: CancellationToken, answer: () => Result): Result | Promise<Result> {
    const wait = this.ready(uri);
    if (!wait) return answer();
    return wait.then(() => {
      this.#admit(token);
      return answer();
    });
  }

  /** Keeps the document that `make` gives, with the terms by which it was made. */
  #judge(uri: string, make: (terms: Terms) => OpenDocument): OpenDocument {
    const terms = this.configs.terms(uri) ?? this.#judged.get(uri)?.terms ?? builtInTerms;
    const document = make(terms);
    this.#judged.set(uri, { document, terms });
    return document;
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

/** The folders that a client starts with, in its order. */
function workspaceFolders({ workspaceFolders, rootUri }: Pick<InitializeParams, FolderField>): string[] {
  if (workspaceFolders) return workspaceFolders.map((it) => it.uri);
  return typeof rootUri === "string" ? [rootUri] : [];
}
