// What VS Code loads with the first Markdown file of a window. It reads the first lines of Markdown files, and loads the
// rest of the extension (client.ts, a bundle of its own) when there is a paper or somebody runs a command.

import { configFile, paperLanguage } from "@board-papers/server/protocol";
import { commands, type ExtensionContext, type TextDocument, window, workspace } from "vscode";
import { adoptMarkdown } from "./adopt.js";
import type { Client } from "./client.js";
import { previewType } from "./preview/type.js";

let running: Promise<Client> | undefined;

/** Watches for papers, and registers every command of the manifest. */
export function activate(context: ExtensionContext): void {
  const { contributes } = context.extension.packageJSON as Manifest;
  for (const { command } of contributes.commands) {
    const run = async (...args: unknown[]): Promise<unknown> => (await client(context)).run(command, args);
    context.subscriptions.push(commands.registerCommand(command, run));
  }
  context.subscriptions.push(
    window.registerWebviewPanelSerializer(previewType, {
      deserializeWebviewPanel: async (panel, state) => (await client(context)).restore(panel, state),
    }),
  );
  const look = (document: TextDocument): void => {
    if (isServed(document)) client(context).catch(report);
  };
  context.subscriptions.push(
    workspace.onDidOpenTextDocument(look),
    adoptMarkdown(async (uri, text) => (await client(context)).isPaper(uri, text)),
  );
  workspace.textDocuments.forEach(look);
}

/** Stops the language server, where there is one. */
export async function deactivate(): Promise<void> {
  await (await running)?.stop();
}

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

/** Whether the language server has something to say about a document: a paper, or what papers are checked by. */
function isServed({ languageId, uri }: TextDocument): boolean {
  return languageId === paperLanguage || uri.path.endsWith(`/${configFile}`);
}

/** The rest of the extension, started once; after a failure it is tried again. */
function client(context: ExtensionContext): Promise<Client> {
  running ??= import("./client.js")
    .then(({ startClient }) => startClient(context))
    .catch((error: unknown) => {
      running = undefined;
      throw error;
    });
  return running;
}

function report(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  window.showErrorMessage(`Board Papers could not start: ${reason}`);
}
