// One pane with the preview of a paper. What is in it comes from the language server, as what has changed.

import { type PreviewChanges, type PreviewParams, previewMethod } from "@board-papers/server/protocol";
import { CancellationTokenSource, Disposable, type Uri, type WebviewPanel, window, workspace } from "vscode";
import type { Server } from "../server.js";
import { scrollSetting } from "../settings.js";
import type { FromPage, ToPage } from "./messages.js";
import { pageFiles, pageOf } from "./page.js";
import { documentAt, editorsOf, folderOf, follow, goTo, showAtTop, topLine } from "./places.js";

/** How long an editor that the pane has scrolled may go on scrolling by itself, in ms. */
const settling = 250;

/** A pane, from when it opens until it is closed. */
export class Pane {
  readonly panel: WebviewPanel;
  readonly #server: Server;
  readonly #extension: Uri;
  readonly #own: Disposable;
  #uri: Uri;
  /** The line to begin with. */
  #line: number | undefined;
  /** What the page shows: the last answer. */
  #shown: string | undefined;
  #isReady = false;
  #asking: CancellationTokenSource | undefined;
  #asksAgain = false;
  #settled: ReturnType<typeof setTimeout> | undefined;

  constructor(
    panel: WebviewPanel,
    server: Server,
    extension: Uri,
    { uri, line }: { uri: Uri; line?: number },
  ) {
    this.panel = panel;
    this.#server = server;
    this.#extension = extension;
    this.#uri = uri;
    this.#line = line;
    this.#own = Disposable.from(
      panel.webview.onDidReceiveMessage((message: FromPage) => this.#receive(message)),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (this.shows(textEditor.document.uri) && !this.#settled) this.#scrollTo(topLine(textEditor));
      }),
      server.onDidChangeState(() => this.changed()),
      // The server tells of changes to those papers only that somebody asked about since they were opened.
      workspace.onDidOpenTextDocument(({ uri: opened }) => {
        if (this.shows(opened)) this.changed();
      }),
      workspace.onDidCloseTextDocument(({ uri: closed }) => {
        // A paper in a file is still there when it is closed.
        if (closed.scheme === "untitled" && this.shows(closed)) this.changed();
      }),
    );
    panel.onDidDispose(() => this.#end());
    this.#start();
  }

  /** Whether it is this paper that is shown. */
  shows(uri: Uri): boolean {
    return uri.toString() === this.#uri.toString();
  }

  /** Shows another paper. */
  follow(uri: Uri): void {
    if (this.shows(uri)) return;
    const stays = folderOf(uri)?.toString() === folderOf(this.#uri)?.toString();
    this.#uri = uri;
    this.#shown = undefined;
    this.#line = this.#lineOfEditor() ?? 0;
    this.#asking?.cancel();
    if (stays) {
      this.panel.title = titleOf(uri);
      void this.#ask();
    } else this.#start();
  }

  /** Asks what the paper looks like now. */
  changed(): void {
    void this.#ask();
  }

  /** Loads the page, which says when it can be told what to show. It may reach the paper's folder and no other. */
  #start(): void {
    const { webview } = this.panel;
    const folder = folderOf(this.#uri);
    this.#isReady = false;
    this.panel.title = titleOf(this.#uri);
    webview.options = {
      enableScripts: true,
      localResourceRoots: [pageFiles(this.#extension), ...(folder ? [folder] : [])],
    };
    webview.html = pageOf(webview, this.#extension);
  }

  #end(): void {
    this.#own.dispose();
    this.#asking?.cancel();
    clearTimeout(this.#settled);
  }

  #receive(message: FromPage): void {
    switch (message.kind) {
      case "ready":
        this.#isReady = true;
        this.#shown = undefined;
        this.#line ??= this.#lineOfEditor();
        void this.#ask();
        return;
      case "scrolled":
        this.#line = message.line;
        if (scrollSetting(this.#uri) === "together") this.#scrollEditors(message.line);
        return;
      case "goTo":
        this.#settle();
        goTo(this.#uri, message).then(undefined, (error: unknown) => this.#server.log(error));
        return;
      case "open":
        follow(message.href, this.#uri).catch((error: unknown) => this.#server.log(error));
    }
  }

  /** Asks for what has changed: one question at a time, and after changes meanwhile one more. */
  async #ask(): Promise<void> {
    if (!this.#isReady) return;
    if (this.#asking) {
      this.#asksAgain = true;
      return;
    }
    const uri = this.#uri;
    this.#asking = new CancellationTokenSource();
    this.#asksAgain = false;
    try {
      await this.#show(uri, this.#asking);
    } catch (error) {
      if (this.shows(uri) && this.#server.isRunning) this.#server.log(error);
    } finally {
      this.#asking.dispose();
      this.#asking = undefined;
    }
    if (this.#asksAgain || !this.shows(uri)) void this.#ask();
  }

  async #show(uri: Uri, { token }: CancellationTokenSource): Promise<void> {
    const document = await documentAt(uri);
    if (!document) return this.#tellNothing("This paper is not there any more.");
    if (!this.#server.isRunning) return;
    const images = folderOf(uri);
    const parameters: PreviewParams = {
      textDocument: { uri: uri.toString() },
      ...(this.#shown !== undefined && { previous: this.#shown }),
      ...(images && { images: this.panel.webview.asWebviewUri(images).toString() }),
    };
    const shown = this.#shown;
    const changes = await this.#server.request<PreviewChanges | null>(previewMethod, parameters, token);
    // The page may have started again, or shows another paper now.
    if (!this.shows(uri) || this.#shown !== shown || token.isCancellationRequested) return;
    if (!changes) return this.#tellNothing("This is no board paper.");
    this.#shown = changes.resultId;
    const line = shown === undefined ? this.#line : undefined;
    this.#tell({ kind: "show", uri: uri.toString(), changes, ...(line !== undefined && { line }) });
  }

  #tell(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  #tellNothing(sentence: string): void {
    this.#shown = undefined;
    this.#tell({ kind: "nothing", sentence });
  }

  #scrollTo(line: number | undefined): void {
    if (line === undefined || scrollSetting(this.#uri) !== "together") return;
    this.#line = line;
    this.#tell({ kind: "scroll", line });
  }

  #scrollEditors(line: number): void {
    this.#settle();
    for (const editor of editorsOf(this.#uri)) showAtTop(editor, line);
  }

  /** For a moment, what an editor shows is the pane's doing, and not to be followed. */
  #settle(): void {
    clearTimeout(this.#settled);
    this.#settled = setTimeout(() => {
      this.#settled = undefined;
    }, settling);
  }

  #lineOfEditor(): number | undefined {
    const [editor] = editorsOf(this.#uri);
    return editor && topLine(editor);
  }
}

function titleOf({ path }: Uri): string {
  return `Preview ${path.slice(path.lastIndexOf("/") + 1)}`;
}
