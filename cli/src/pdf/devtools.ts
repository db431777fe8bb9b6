// A browser without a window, told what to do by the DevTools protocol over two pipes: no port that others could reach.

import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";

/** A running browser. */
export interface Devtools {
  /** Sends a command; gives its result. Rejects with what the browser says, or because it ended. */
  send(method: string, parameters?: object, session?: string): Promise<Record<string, unknown>>;
  /** Ends the browser, and waits until it has ended. */
  close(): Promise<void>;
}

/** What the browser wrote to its standard error, newest last, when it ended unasked. */
export class BrowserEnded extends Error {}

/** Starts a browser; that it cannot be started shows in the first answer. */
export function startBrowser(program: string, args: readonly string[]): Devtools {
  const child = spawn(program, [...args, "--remote-debugging-pipe"], {
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    windowsHide: true,
  });
  return new PipedBrowser(child);
}

interface Waiting {
  readonly resolve: (result: Record<string, unknown>) => void;
  readonly reject: (error: Error) => void;
}

/** What the browser says: an answer has the `id` of its command, an event has none. */
interface Message {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message?: string };
}

class PipedBrowser implements Devtools {
  readonly #child: ChildProcess;
  readonly #input: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ended: Promise<void>;
  #end: Error | undefined;
  #lastId = 0;
  #said = "";

  constructor(child: ChildProcess) {
    this.#child = child;
    const [, , errors, input, output] = child.stdio;
    this.#input = input as Writable;
    // What is written to a browser that has ended is lost, which is told by its end.
    this.#input.on("error", () => undefined);
    (errors as Readable).setEncoding("utf8").on("data", (text: string) => {
      this.#said = (this.#said + text).slice(-4000);
    });
    this.#read(output as Readable);
    this.#ended = new Promise((resolve) => {
      child.on("error", (error) => {
        this.#fail(error);
        resolve();
      });
      child.on("close", () => {
        this.#fail(new BrowserEnded(this.#said));
        resolve();
      });
    });
  }

  send(method: string, parameters: object = {}, session?: string): Promise<Record<string, unknown>> {
    if (this.#end) return Promise.reject(this.#end);
    const id = ++this.#lastId;
    const message = { id, method, params: parameters, ...(session !== undefined && { sessionId: session }) };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#input.write(`${JSON.stringify(message)}\0`);
    });
  }

  async close(): Promise<void> {
    const patience = setTimeout(() => this.#child.kill("SIGKILL"), 5_000);
    // A browser that is busy hears this late, and one that has ended not at all.
    this.send("Browser.close").catch(() => undefined);
    await this.#ended;
    clearTimeout(patience);
  }

  /** Messages end with a zero byte, and may come in pieces. */
  #read(output: Readable): void {
    let pieces: string[] = [];
    output.setEncoding("utf8").on("data", (text: string) => {
      const parts = text.split("\0");
      for (const part of parts.slice(0, -1)) {
        this.#answer(JSON.parse([...pieces, part].join("")) as Message);
        pieces = [];
      }
      pieces.push(parts.at(-1) ?? "");
    });
  }

  #answer({ id, result, error }: Message): void {
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || !waiting) return;
    this.#waiting.delete(id);
    if (error) waiting.reject(new Error(error.message ?? "It gave no reason."));
    else waiting.resolve(result ?? {});
  }

  #fail(error: Error): void {
    this.#end ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#end);
    this.#waiting.clear();
  }
}
