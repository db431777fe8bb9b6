// Where exported papers are written to, and which files may be replaced there.

import { mkdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, normalize, resolve, sep } from "node:path";
import { isPage } from "@board-papers/core";
import { createFile, noFolder } from "./create-file.js";
import type { Io } from "./io.js";
import { isFolder } from "./is-folder.js";
import type { PaperFile } from "./papers.js";
import { creator } from "./pdf/print.js";
import { isMissing, type Problems, sayDiskError } from "./problems.js";
import { replaceFile } from "./replace-file.js";

/** What a paper becomes; also the ending of its file. */
export type ExportKind = "html" | "pdf";

/** Where `--out` says that exports go. */
export type Destination =
  | { readonly kind: "beside" }
  | { readonly kind: "output" }
  | { readonly kind: "file" | "folder"; readonly name: string };

/** Reads `--out`: a folder is one that is there, or is to be by the stroke at its end. */
export async function readDestination(out: string | undefined, { cwd }: Io): Promise<Destination> {
  if (out === undefined) return { kind: "beside" };
  if (out === "-") return { kind: "output" };
  const name = normalize(out).replaceAll(sep, "/");
  if (name.endsWith("/") || name === "." || (await isFolder(resolve(cwd, out))))
    return { kind: "folder", name: name.replace(/(.)\/$/, "$1") };
  return { kind: "file", name };
}

/** The file that a paper is written to, as it is shown; nothing where it goes to standard output. */
export function fileFor(paper: PaperFile, to: ExportKind, destination: Destination): string | undefined {
  if (destination.kind === "file") return destination.name;
  if (destination.kind === "output" || (destination.kind === "beside" && paper.path === undefined))
    return undefined;
  const own = `${paper.file === "-" ? "paper" : paper.file.replace(/(?:\.paper)?\.(?:md|markdown)$/i, "")}.${to}`;
  if (destination.kind === "beside") return own;
  return join(destination.name, basename(own)).replaceAll(sep, "/");
}

/** What is to be written, and what may be done for it. */
interface Delivery {
  /** As it is shown. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Whether a file that is no export of ours is replaced, too. */
  readonly force: boolean;
  /** Whether a folder that is missing is made. */
  readonly makesFolder: boolean;
}

/** Writes an export in one step. Says why not where it is refused or fails, and gives whether it is written. */
export async function deliver(
  { file, bytes, force, makesFolder }: Delivery,
  paper: PaperFile,
  io: Io,
  problems: Problems,
): Promise<boolean> {
  const path = resolve(io.cwd, file);
  const refusal =
    paper.path !== undefined && (await isSameFile(path, paper.path))
      ? "This is the paper itself, so it is left as it is."
      : await write(path, bytes, { force, makesFolder }, io);
  if (refusal !== undefined) problems.say(refusal === noFolder ? dirname(file) : file, refusal);
  return refusal === undefined;
}

async function write(
  path: string,
  bytes: Uint8Array,
  { force, makesFolder }: Pick<Delivery, "force" | "makesFolder">,
  { disk }: Io,
): Promise<string | undefined> {
  let before: Uint8Array;
  try {
    if (makesFolder) await mkdir(dirname(path), { recursive: true });
    const stats = await stat(path);
    // To read from a pipe or a device may be to wait for ever.
    if (!stats.isFile() && !stats.isDirectory()) return "This is no file. --out - writes to standard output.";
    before = await disk.read(path);
  } catch (error) {
    return isMissing(error) ? createFile(disk, path, bytes) : sayDiskError(error, "written");
  }
  if (!force && !isOurs(before))
    return "It is there already and is no export of a paper, so it is left as it is. --force replaces it.";
  return replaceFile(disk, path, before, bytes);
}

/** Whether a file says that it was exported by us, or has nothing in it. */
function isOurs(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  return text === "" || (text.startsWith("%PDF-") ? text.includes(`/Creator (${creator})`) : isPage(text));
}

/** Whether two paths lead to one file, be it through links. */
async function isSameFile(...paths: readonly [string, string]): Promise<boolean> {
  const [one, other] = await Promise.all(paths.map((path) => realpath(path).catch(() => path)));
  return one === other;
}
