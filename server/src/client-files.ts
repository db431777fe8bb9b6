// Files that the server's own program cannot read: a Web Worker none at all, a process none but those of a disk.

import type { Connection } from "vscode-languageserver";
import type { Client } from "./client.js";
import type { Files, OwnFiles } from "./files.js";
import { type ReadFileParams, type ReadFileResult, readFileMethod } from "./protocol.js";

/** Whom to ask for files. */
interface Asked {
  readonly connection: Connection;
  /** What the client can do, once it has said so. */
  readonly client: Client;
}

/** The program's own files, and those that the client reads. An address that is neither's has no file. */
export function allFiles(own: OwnFiles | undefined, asked: Asked): Files {
  return {
    async read(uri) {
      if (own?.covers(uri)) return own.read(uri);
      if (!asked.client.readsFiles) return undefined;
      const parameters: ReadFileParams = { uri };
      const { text } = await asked.connection.sendRequest<ReadFileResult>(readFileMethod, parameters);
      return text?.replace(/^\uFEFF/, "");
    },
  };
}
