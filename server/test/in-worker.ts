// The built server for browsers, in a thread that has what a Web Worker has and nothing of Node.

import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { onTestFinished } from "vitest";
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
} from "vscode-languageserver/node";
import { Server } from "./harness.js";

const program = fileURLToPath(new URL("../../dist/web/server.js", import.meta.url));

/** Runs a script in the thread, in a global scope of its own that has the language's own names and those listed here. */
const thread = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { createContext, runInContext } = require("node:vm");
  const { console, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, structuredClone } = globalThis;
  const { TextDecoder, TextEncoder, URL, performance, atob, btoa } = globalThis;
  const self = createContext({
    console, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, structuredClone,
    TextDecoder, TextEncoder, URL, performance, atob, btoa,
    addEventListener() {},
    postMessage: (message) => parentPort.postMessage(message),
    close: () => parentPort.close(),
  });
  self.self = self;
  runInContext(workerData, self, "server.js");
  parentPort.on("message", (data) => self.onmessage({ data }));
`;

/** The server in its thread. */
export class WorkerServer extends Server {
  /** The exit status of the thread, once it has ended. */
  readonly exit: Promise<number>;

  constructor(worker: Worker) {
    super(new ThreadReader(worker), new ThreadWriter(worker));
    this.exit = new Promise((resolve) => worker.on("exit", resolve));
    // What waits for an answer is told that there will be none.
    worker.on("error", () => this.connection.dispose());
  }
}

/** A server in a thread, not yet spoken to. It is ended with the test that started it. */
export function startWorker(): WorkerServer {
  if (!existsSync(program)) throw new Error("There is no dist/web/server.js: run `npm run build` first.");
  const server = new WorkerServer(startThread(readFileSync(program, "utf8")));
  onTestFinished(() => server.connection.dispose());
  return server;
}

/** The first thing that a script says in such a thread. */
export async function firstMessage(script: string): Promise<unknown> {
  const [message] = await once(startThread(script), "message");
  return message;
}

function startThread(script: string): Worker {
  const worker = new Worker(thread, { eval: true, workerData: script });
  onTestFinished(async () => {
    await worker.terminate();
  });
  return worker;
}

class ThreadReader extends AbstractMessageReader {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
    worker.on("error", (error) => this.fireError(error));
  }

  listen(callback: DataCallback): Disposable {
    this.#worker.on("message", callback);
    return { dispose: () => this.#worker.off("message", callback) };
  }
}

class ThreadWriter extends AbstractMessageWriter {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  async write(message: Message): Promise<void> {
    this.#worker.postMessage(message);
  }

  end(): void {
    // Nothing stands between this and the thread.
  }
}
