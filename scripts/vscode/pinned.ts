// A VS Code from the npm registry alone: pin/ names the server and the Node that it needs. It is fetched once, into
// .cache/ (or the folder that EDITOR_CACHE names), and nothing is compiled: no install script runs. What it needs to see
// files change on the disk is compiled, and pinned beside it.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const pin = fileURLToPath(new URL("pin", import.meta.url));
const defaultCache = fileURLToPath(new URL("../../.cache", import.meta.url));

/** A VS Code server that is on this computer. */
export interface PinnedVSCode {
  /** The version of VS Code, as in `1.139.1`. */
  readonly version: string;
  /** The Node program that runs it. */
  readonly node: string;
  /** Its main module. */
  readonly main: string;
}

/** The pinned VS Code server; fetched where it is not there yet, which `say` is told. Throws a sentence when it cannot be. */
export function pinnedVSCode(say: (sentence: string) => void): PinnedVSCode {
  const wanted = dependencyOf(join(pin, "package.json"), "code-server");
  const cache = process.env.EDITOR_CACHE ?? defaultCache;
  const folder = join(cache, `code-server-${wanted}-${digestOf(join(pin, "package-lock.json"))}`);
  if (!existsSync(folder)) {
    say(`Fetching VS Code (code-server ${wanted}, about 100 MB) into ${folder}.`);
    fetchInto(cache, folder);
  }
  const server = join(folder, "node_modules/code-server");
  const { version } = JSON.parse(readFileSync(join(server, "lib/vscode/package.json"), "utf8")) as {
    version: string;
  };
  return { version, node: nodeFor(server, folder), main: join(server, "lib/vscode/out/server-main.js") };
}

/** Installs into a folder beside the final one, and moves it there when it is whole. */
function fetchInto(cache: string, folder: string): void {
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(`${folder}-`);
  try {
    for (const name of ["package.json", "package-lock.json"]) copyFileSync(join(pin, name), join(work, name));
    npmCi(work);
    const code = join(work, "node_modules/code-server/lib/vscode");
    // These have lock files of their own, in which optional packages that would have to be compiled are not whole.
    const withoutOptional = ["--omit=dev", "--omit=optional", "--legacy-peer-deps"];
    npmCi(code, ...withoutOptional);
    npmCi(join(code, "extensions"), ...withoutOptional);
    const archive = join(code, "node_modules.asar");
    if (!existsSync(archive)) symlinkSync("node_modules", archive, "junction");
    renameSync(work, folder);
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    throw error;
  }
}

function npmCi(cwd: string, ...options: readonly string[]): void {
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", ...options];
  const { status, stderr, error } = spawnSync("npm", args, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0)
    throw new Error(`VS Code could not be fetched, npm ci failed in ${cwd}: ${error ?? stderr}`);
}

/** This Node where it is the one that the server needs, else the one that was fetched with it. */
function nodeFor(server: string, folder: string): string {
  const { engines } = JSON.parse(readFileSync(join(server, "package.json"), "utf8")) as {
    engines: { node: string };
  };
  if (process.versions.node.split(".")[0] === engines.node) return process.execPath;
  const fetched = join(folder, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(fetched)) return fetched;
  throw new Error(
    `The pinned VS Code needs Node ${engines.node} on this kind of computer: run this with it.`,
  );
}

/** What tells one version of a file from another: another pin is fetched anew. */
function digestOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 8);
}

function dependencyOf(file: string, name: string): string {
  const { dependencies } = JSON.parse(readFileSync(file, "utf8")) as { dependencies: Record<string, string> };
  const version = dependencies[name];
  if (version === undefined) throw new Error(`${file} does not name ${name}.`);
  return version;
}
