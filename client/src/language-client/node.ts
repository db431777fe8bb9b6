// The language server in a process of its own.

import { configurationSection } from "@board-papers/server/protocol";
import { Uri } from "vscode";
import { LanguageClient, type MessageTransports, TransportKind } from "vscode-languageclient/node";
import { type LanguageClientMaker, orClosed } from "./maker.js";

export const makeLanguageClient: LanguageClientMaker = (extension, options) => {
  const module = Uri.joinPath(extension, "dist/server.js").fsPath;
  const server = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
  };
  return new RestartableClient(configurationSection, "Board Papers", server, options);
};

class RestartableClient extends LanguageClient {
  protected override createMessageTransports(encoding: string): Promise<MessageTransports> {
    return orClosed(super.createMessageTransports(encoding), () => this.handleConnectionClosed());
  }
}
