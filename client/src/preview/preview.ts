// The preview: one pane, which shows the paper that is being worked on.

import { type PreviewChangedParams, previewChangedMethod } from "@board-papers/server/protocol";
import { Disposable, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import { isServedPaper } from "../served.js";
import type { Server } from "../server.js";
import type { KeptState } from "./messages.js";
import { Pane } from "./pane.js";
import { previewType } from "./type.js";

/** The preview of a window. */
export interface Preview {
  /** Shows a paper, in the pane that is there or one that opens in that column. */
  open(uri: Uri, column: ViewColumn): void;
  /** Takes over a pane that VS Code has kept. */
  restore(panel: WebviewPanel, state: unknown): void;
  /** Follows the editor and the server no longer. */
  dispose(): void;
}

/** The preview of the window that this server serves. */
export function previewOf(server: Server): Preview {
  const known = previews.get(server) ?? startPreview(server);
  previews.set(server, known);
  return known;
}

const previews = new WeakMap<Server, Preview>();

function startPreview(server: Server): Preview {
  let pane: Pane | undefined;
  const show = (panel: WebviewPanel, place: { uri: Uri; line?: number }): void => {
    const opened = new Pane(panel, server, server.extensionUri, place);
    pane = opened;
    panel.onDidDispose(() => {
      if (pane === opened) pane = undefined;
    });
  };
  const own = Disposable.from(
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor && isServedPaper(editor.document)) pane?.follow(editor.document.uri);
    }),
    server.onNotification(previewChangedMethod, ({ uri }: PreviewChangedParams) => {
      if (pane?.shows(Uri.parse(uri))) pane.changed();
    }),
  );
  return {
    open(uri, column) {
      const preserveFocus = column === ViewColumn.Beside;
      if (pane) {
        pane.follow(uri);
        pane.panel.reveal(undefined, preserveFocus);
        return;
      }
      const options = { enableFindWidget: true };
      show(window.createWebviewPanel(previewType, "", { viewColumn: column, preserveFocus }, options), {
        uri,
      });
    },
    restore(panel, state) {
      const { uri, line } = (state ?? {}) as Partial<Record<keyof KeptState, unknown>>;
      if (pane || typeof uri !== "string") panel.dispose();
      else show(panel, { uri: Uri.parse(uri), ...(typeof line === "number" && { line }) });
    },
    // The pane stays: VS Code keeps it over a restart.
    dispose: () => own.dispose(),
  };
}
