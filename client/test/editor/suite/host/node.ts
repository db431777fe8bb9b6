// Language servers are processes of their own. Node tells of each one that its host starts.

import childProcess, { type ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import { basename } from "node:path";
import type { Servers } from "./servers.js";

const processes: ChildProcess[] = [];

subscribe("child_process", (message) => {
  processes.push((message as { readonly process: ChildProcess }).process);
});

const { fork } = childProcess;
let refused = 0;

Object.assign(childProcess, {
  fork: (...parameters: Parameters<typeof fork>) => {
    if (refused-- > 0) throw new Error("The test lets no process be made.");
    return fork(...parameters);
  },
});

export const servers: Servers = {
  get started() {
    return ours().length;
  },
  get running() {
    return ours().filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null).length;
  },
  get isClientLoaded() {
    return Object.keys(require.cache).some((path) => /[\\/]dist[\\/]client\.js$/.test(path));
  },
  crash() {
    ours().at(-1)?.kill("SIGKILL");
  },
  refuse(count) {
    refused = count;
  },
};

function ours(): readonly ChildProcess[] {
  return processes.filter(({ spawnargs }) => spawnargs.some((it) => basename(it) === "server.js"));
}
