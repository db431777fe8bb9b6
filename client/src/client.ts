// The part of the extension that is loaded when it is needed: the language server's client, commands, status.

import { type IsPaperParams, isPaperMethod } from "@board-papers/server/protocol";
import { type ExtensionContext, type Uri, type WebviewPanel, window } from "vscode";
import { commands } from "./commands/index.js";
import { previewOf } from "./preview/preview.js";
import { startServer } from "./server.js";
import { showStatus } from "./status.js";

/** The running extension. */
export interface Client {
  /** Runs a command of the extension. What goes wrong is told to the user. */
  run(id: string, args: readonly unknown[]): Promise<unknown>;
  /** Whether a Markdown file with this text, of which the front matter is enough, is a paper. */
  isPaper(uri: Uri, text: string): Promise<boolean>;
  /** Takes over a pane with a preview that VS Code has kept. */
  restore(panel: WebviewPanel, state: unknown): void;
  /** Stops the language server. */
  stop(): Promise<void>;
}

/** Starts the language server, and shows what it finds. */
export async function startClient(context: ExtensionContext): Promise<Client> {
  const server = await startServer(
    context,
    commands.map(({ id }) => id),
  );
  const preview = previewOf(server);
  context.subscriptions.push(showStatus(server), preview);
  return {
    async run(id, args) {
      try {
        return await commands.find((command) => command.id === id)?.run(server, ...args);
      } catch (error) {
        server.log(error);
        await window.showErrorMessage(error instanceof Error ? error.message : String(error));
        return undefined;
      }
    },
    async isPaper(uri, text) {
      const parameters: IsPaperParams = { uri: uri.toString(), text };
      return server.request<boolean>(isPaperMethod, parameters);
    },
    restore: (panel, state) => preview.restore(panel, state),
    stop: () => server.stop(),
  };
}
