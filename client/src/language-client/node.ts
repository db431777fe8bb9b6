// The language server in a process of its own.

import { configurationSection } from "@board-papers/server/protocol";
import { Uri } from "vscode";
import { LanguageClient, type MessageTransports, TransportKind } from "vscode-languageclient/node";
import type { LanguageClientMaker } from "./maker.js";

export const makeLanguageClient: LanguageClientMaker = (extension, options) => {
  const module = Uri.joinPath(extension, "dist/server.js").fsPath;
  const server = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
  };
  return new RestartableClient(configurationSection, "Board Papers", server, options);
};

/** Takes a server that could not be made for one that ended: the library would never try to make it again. */
class RestartableClient extends LanguageClient {
  protected override async createMessageTransports(encoding: string): Promise<MessageTransports> {
    try {
      return await super.createMessageTransports(encoding);
    } catch (error) {
      // Once the start that this belongs to has failed.
      setTimeout(() => void this.handleConnectionClosed());
      throw error;
    }
  }
}
