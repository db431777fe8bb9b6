// Language servers are Web Workers of the host's own worker, which starts them by the constructor that is in force.

import type { Servers } from "./servers.js";

/** A Web Worker, as far as it is used here; the compiler is not told of browsers. */
interface Worker {
  onerror: ((event: { readonly message: string }) => void) | null;
  terminate(): void;
}

const scope = globalThis as unknown as { Worker: new (url: string | URL, options?: object) => Worker };
const Original = scope.Worker;
const workers: Worker[] = [];
const ended = new Set<Worker>();
let refused = 0;

// The editor's own constructor gives an object that is not its instance, so there is nothing to be extended.
scope.Worker = function started(url: string | URL, options?: object): Worker {
  const isOurs = String(url).endsWith("/dist/web/server.js");
  if (isOurs && refused-- > 0) throw new Error("The test lets no worker be made.");
  const worker = new Original(url, options);
  if (!isOurs) return worker;
  workers.push(worker);
  const terminate = worker.terminate.bind(worker);
  worker.terminate = () => {
    ended.add(worker);
    terminate();
  };
  return worker;
} as unknown as typeof scope.Worker;

export const servers: Servers = {
  get started() {
    return workers.length;
  },
  get running() {
    return workers.length - ended.size;
  },
  isClientLoaded: undefined,
  crash() {
    const worker = workers.at(-1);
    if (!worker) return;
    ended.add(worker);
    // A worker that ends tells nobody. What browsers tell of is an error in it that it did not catch.
    worker.terminate();
    worker.onerror?.({ message: "The test ended it." });
  },
  refuse(count) {
    refused = count;
  },
};
