// The language server in a process of its own.

import { configurationSection } from "@board-papers/server/protocol";
import { Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { LanguageClientMaker } from "./maker.js";

export const makeLanguageClient: LanguageClientMaker = (extension, options) => {
  const module = Uri.joinPath(extension, "dist/server.js").fsPath;
  const server = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
  };
  return new LanguageClient(configurationSection, "Board Papers", server, options);
};
