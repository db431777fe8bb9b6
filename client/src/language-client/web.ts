// The language server in a Web Worker. What a process does when it crashes, a worker has to be made to do: one that threw
// is ended, so that the client library starts another.

import { configurationSection } from "@board-papers/server/protocol";
import { Uri } from "vscode";
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  LanguageClient,
  type Message,
  type MessageTransports,
} from "vscode-languageclient/browser";
import { type LanguageClientMaker, orClosed } from "./maker.js";

/** A Web Worker, as far as it is used here; the compiler is not told of browsers. */
declare class Worker {
  constructor(url: string, options: { readonly name: string });
  onmessage: ((event: { readonly data: Message }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  postMessage(message: Message): void;
  terminate(): void;
}

export const makeLanguageClient: LanguageClientMaker = (extension, options) => {
  const url = Uri.joinPath(extension, "dist/web/server.js").toString(true);
  let worker: Worker | undefined;
  const server = async (): Promise<MessageTransports> => {
    // One that did not answer when it was asked to stop is still there.
    worker?.terminate();
    worker = new Worker(url, { name: "Board Papers" });
    return { reader: new WorkerReader(worker, crash), writer: new WorkerWriter(worker) };
  };
  const client = new RestartableClient(configurationSection, "Board Papers", server, options);
  return client;

  function crash(reason: string): void {
    client.error("The server has crashed.", reason, false);
  }
};

class RestartableClient extends LanguageClient {
  protected override createMessageTransports(encoding: string): Promise<MessageTransports> {
    return orClosed(super.createMessageTransports(encoding), () => this.handleConnectionClosed());
  }
}

/** Reads what a worker says, and takes an error that it did not catch for its end. Ends it when nobody reads any more. */
class WorkerReader extends AbstractMessageReader {
  readonly #worker: Worker;

  constructor(worker: Worker, crash: (reason: string) => void) {
    super();
    this.#worker = worker;
    worker.onerror = ({ message }) => {
      worker.onerror = null;
      crash(message ?? "It could not be loaded.");
      this.fireClose();
    };
  }

  override dispose(): void {
    super.dispose();
    this.#worker.terminate();
  }

  listen(callback: DataCallback): { dispose(): void } {
    this.#worker.onmessage = ({ data }) => callback(data);
    return { dispose: () => undefined };
  }
}

class WorkerWriter extends AbstractMessageWriter {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  async write(message: Message): Promise<void> {
    this.#worker.postMessage(message);
  }

  end(): void {
    // There is nothing between this and the worker that could be ended.
  }
}
