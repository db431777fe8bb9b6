// The server in this process, over files in memory.

import { PassThrough } from "node:stream";
import { onTestFinished } from "vitest";
import {
  type ClientCapabilities,
  createConnection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { OwnFiles } from "../src/files.js";
import { serve } from "../src/server.js";
import { editedText } from "./client-document.js";
import { modern, Server, type Start } from "./harness.js";

/** A client of our own, which can do all that the server asks about. */
export const own: ClientCapabilities = {
  ...modern,
  workspace: {
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ["create"],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
    diagnostics: { refreshSupport: true },
    workspaceFolders: true,
  },
};

/** Files by their addresses. Reading them is counted, and can be held up. */
export class MemoryFiles implements OwnFiles {
  readonly texts: Map<string, string>;
  readonly reads: string[] = [];
  /** What a reading fails with, by address. */
  readonly failures = new Map<string, Error>();
  #gate: Promise<void> = Promise.resolve();

  constructor(texts: Readonly<Record<string, string>>) {
    this.texts = new Map(Object.entries(texts));
  }

  covers: (uri: string) => boolean = () => true;

  read = async (uri: string): Promise<string | undefined> => {
    this.reads.push(uri);
    await this.#gate;
    const failure = this.failures.get(uri);
    if (failure) throw failure;
    return this.texts.get(uri);
  };

  /** Holds up all reading from now on, until the result is called. */
  hold(): () => void {
    let open: () => void = () => undefined;
    this.#gate = new Promise((resolve) => {
      open = resolve;
    });
    return open;
  }

  /** The text of a file after an edit, which makes it first where there is none. */
  after(edit: WorkspaceEdit, uri: string): string {
    const text = this.texts.get(uri);
    const creates = edit.documentChanges?.some(
      (it) => "kind" in it && it.kind === "create" && it.uri === uri,
    );
    if ((text === undefined) !== (creates === true)) throw new Error(`${uri} is there, or is not made.`);
    return editedText(edit, TextDocument.create(uri, "yaml", 0, text ?? ""), false);
  }
}

/** A server in this process. */
export class LocalServer extends Server {
  readonly files: MemoryFiles;

  constructor(files: MemoryFiles) {
    const [up, down] = [new PassThrough(), new PassThrough()];
    super(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.files = files;
    const connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    serve(connection, { rulePages: "file:///docs/rules.md", files });
    onTestFinished(() => {
      this.connection.dispose();
      connection.dispose();
    });
  }

  /** Writes a file, and tells the server that it has changed. */
  write(uri: string, text: string): void {
    this.files.texts.set(uri, text);
    this.tell(uri);
  }

  /** Removes a file, and tells the server. */
  remove(uri: string): void {
    this.files.texts.delete(uri);
    this.tell(uri);
  }

  /** Tells the server that a file has changed. */
  tell(uri: string): void {
    const changes = [{ uri, type: FileChangeType.Changed }];
    this.notify(DidChangeWatchedFilesNotification.type, { changes });
  }
}

/** A server over these files that has been initialised. */
export async function startHere(
  files: Readonly<Record<string, string>> = {},
  { capabilities = own, ...start }: Start & { readonly capabilities?: ClientCapabilities } = {},
): Promise<LocalServer> {
  const server = new LocalServer(new MemoryFiles(files));
  await server.initialize(capabilities, start);
  return server;
}
