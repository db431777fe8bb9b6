// The pinned VS Code, running: a server on this computer that a browser opens.

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PinnedVSCode } from "./pinned.js";
import { quietSettings } from "./settings.js";

/** What a server starts with. */
export interface ServerOptions {
  /** User settings beside those that keep the editor quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A packaged extension, installed as a user would. */
  readonly vsix?: string;
  /** Whether folders have to be trusted first, as on a desktop; otherwise all are. */
  readonly asksForTrust?: boolean;
  /** Lets pages load extensions and suites that are not installed. Notifications are then only in their centre. */
  readonly isForTests?: boolean;
}

/** A running server. */
export interface VSCodeServer {
  /** Where it is: `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** Its process; those of its extensions descend from it. */
  readonly pid: number;
  /** Its own folder: `data/User/settings.json`, `data/logs`. It goes with the server. */
  readonly data: string;
  /** What it has printed. */
  log(): string;
  /** Ends it with all its processes, and removes its folder. */
  stop(): Promise<void>;
}

/** Starts a server with a folder of its own. Rejects with what it printed when it does not start. */
export async function startServer(code: PinnedVSCode, options: ServerOptions = {}): Promise<VSCodeServer> {
  const data = mkdtempSync(join(tmpdir(), "board-papers-vscode-"));
  try {
    return await startIn(data, code, options);
  } catch (error) {
    remove(data);
    throw error;
  }
}

async function startIn(data: string, code: PinnedVSCode, options: ServerOptions): Promise<VSCodeServer> {
  for (const folder of ["data/User", "extensions", "tmp"]) mkdirSync(join(data, folder), { recursive: true });
  const settings = {
    ...quietSettings,
    "security.workspace.trust.enabled": options.asksForTrust === true,
    ...options.settings,
  };
  writeFileSync(join(data, "data/User/settings.json"), JSON.stringify(settings));
  const folders = [
    ...["--accept-server-license-terms", "--server-data-dir", data],
    ...["--extensions-dir", join(data, "extensions")],
  ];
  // Sockets would stay behind in the computer's own folder for temporary files.
  const env = {
    ...process.env,
    NODE_OPTIONS: "",
    TMPDIR: join(data, "tmp"),
    XDG_RUNTIME_DIR: join(data, "tmp"),
  };
  if (options.vsix !== undefined) install(code, folders, options.vsix, env);
  const args = [
    ...[code.main, ...folders, "--host", "127.0.0.1", "--port", "0", "--without-connection-token"],
    ...["--disable-telemetry", "--telemetry-level", "off"],
    ...(options.asksForTrust ? [] : ["--disable-workspace-trust"]),
    // Newer versions take an extension from the page's address only with this.
    ...(options.isForTests ? ["--enable-smoke-test-driver"] : []),
  ];
  const isDetached = process.platform !== "win32";
  const server = spawn(code.node, args, { detached: isDetached, stdio: ["ignore", "pipe", "pipe"], env });
  const end = (): void => kill(server);
  process.once("exit", end);
  const { port, log } = await listening(server);
  const { pid } = server;
  if (pid === undefined) throw new Error("VS Code's server has no process.");
  return {
    origin: `http://127.0.0.1:${port}`,
    pid,
    data,
    log,
    async stop() {
      const exited = new Promise((resolve) => server.once("exit", resolve));
      if (server.exitCode === null && server.signalCode === null) {
        kill(server);
        await exited;
      }
      process.off("exit", end);
      remove(data);
    },
  };
}

function install(
  { node, main }: PinnedVSCode,
  folders: readonly string[],
  vsix: string,
  env: NodeJS.ProcessEnv,
): void {
  const args = [main, ...folders, "--install-extension", vsix];
  const { status, stdout, stderr } = spawnSync(node, args, { encoding: "utf8", env });
  if (status !== 0 || !stdout.includes("successfully installed"))
    throw new Error(`${vsix} could not be installed: ${stdout}${stderr}`);
}

function listening(server: ChildProcess): Promise<{ port: string; log: () => string }> {
  let printed = "";
  return new Promise((resolve, reject) => {
    const take = (text: Buffer): void => {
      printed += text;
      const port = /listening on (\d+)/.exec(printed)?.[1];
      if (port !== undefined) resolve({ port, log: () => printed });
    };
    server.stdout?.on("data", take);
    server.stderr?.on("data", take);
    server.once("error", reject);
    server.once("exit", (status) =>
      reject(new Error(`VS Code's server ended with ${status} before it listened: ${printed}`)),
    );
  });
}

/** The server's extension hosts and language servers end with it, for they are of its group. */
function kill({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
