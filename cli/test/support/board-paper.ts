// Runs the command line without a process: arguments in; text, exit status and files out.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Disk, Io, Output } from "../../src/io.js";
import { run } from "../../src/program.js";

/** A folder of its own for one test, and the command run in it. */
export interface Desk {
  readonly folder: string;
  readonly run: (args: readonly string[], world?: World) => Promise<Transcript>;
  readonly write: (file: string, text: string | Uint8Array) => string;
  readonly read: (file: string) => string;
  readonly bytes: (file: string) => Buffer;
}

/** What differs from a quiet pipe of 80 columns. */
export interface World {
  readonly stdin?: string | Uint8Array;
  readonly columns?: number;
  readonly terminal?: boolean;
  readonly colour?: boolean;
  /** Closes standard output after so many writes. */
  readonly closesAfter?: number;
  readonly disk?: Partial<Disk>;
  /** The folder to run in, where it is not the desk's own. */
  readonly cwd?: string;
  readonly converse?: Io["converse"];
  /** Where programs are looked for; nowhere unless it is said. */
  readonly machine?: Io["machine"];
}

export interface Transcript {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

/** The disk as the program itself uses it. */
export const realDisk: Disk = {
  read: (path) => readFile(path),
  write: (path, bytes) => writeFile(path, bytes),
};

/** Makes a folder with these files, gone when the test ends. */
export function desk(files: Readonly<Record<string, string | Uint8Array>> = {}): Desk {
  const folder = mkdtempSync(join(tmpdir(), "board-paper-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (file: string, text: string | Uint8Array) => {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  return {
    folder,
    write,
    run: (args, world = {}) => transcript(args, folder, world),
    read: (file) => readFileSync(join(folder, file), "utf8"),
    bytes: (file) => readFileSync(join(folder, file)),
  };
}

async function transcript(args: readonly string[], cwd: string, world: World): Promise<Transcript> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const io: Io = {
    cwd: world.cwd ?? cwd,
    stdin: async () => Buffer.from(world.stdin ?? ""),
    stdout: outputTo(stdout, world),
    stderr: outputTo(stderr, { ...world, closesAfter: Number.POSITIVE_INFINITY }),
    disk: { ...realDisk, ...world.disk },
    converse: world.converse,
    machine: world.machine ?? { env: {}, platform: "none" },
  };
  const status = await run(args, io);
  return { stdout: stdout.join(""), stderr: stderr.join(""), status };
}

function outputTo(texts: string[], world: World): Output {
  return {
    write: (content) => {
      texts.push(typeof content === "string" ? content : Buffer.from(content).toString("latin1"));
    },
    isTerminal: world.terminal ?? false,
    columns: world.columns ?? 80,
    colour: world.colour ?? false,
    get closed() {
      return texts.length >= (world.closesAfter ?? Number.POSITIVE_INFINITY);
    },
  };
}
