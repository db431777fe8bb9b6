// From what was named on the command line to files, each once, in the order of their names.

import * as fs from "node:fs";
import { stat } from "node:fs/promises";
import { isAbsolute, join, normalize, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Io } from "./io.js";
import { isMissing, type Problems, sayDiskError } from "./problems.js";

/** Which papers a command is about. */
export interface Selection {
  /** Files, folders and patterns; `-` is standard input. */
  readonly paths: readonly string[];
  /** A file with more of them, one a line; `-` is standard input. */
  readonly filesFrom?: string | undefined;
  /** What standard input is called. */
  readonly stdinFilename?: string | undefined;
  /** Only a part of what is found. */
  readonly shard?: Shard | undefined;
}

/** One of several parts of the files that are found. The parts together are all of them, each once. */
export interface Shard {
  /** Which part, from 1. */
  readonly part: number;
  readonly of: number;
}

/** A file to look at, which may turn out not to be a paper. */
export interface Candidate {
  /** The name shown: as given or relative to the current folder, with `/`. */
  readonly file: string;
  /** Where it lies, or `undefined` for standard input. */
  readonly path: string | undefined;
  /** Whether it was named itself, or by a pattern, and not only met in a folder. */
  readonly named: boolean;
  /** The named folders that it was met in. */
  readonly folders: readonly string[];
}

/** The files of a selection, and the folders that were searched. Problems are said, and the rest is found. */
interface Candidates {
  readonly files: readonly Candidate[];
  /** Those that are to hold papers among these files. */
  readonly folders: readonly string[];
}

/** Finds the files of a selection. */
export async function findFiles(selection: Selection, io: Io, problems: Problems): Promise<Candidates> {
  if (selection.filesFrom === "-" && selection.paths.includes("-")) {
    problems.say("-", "This cannot be both a paper and a list of files.");
    return { files: [], folders: [] };
  }
  const finder = new Finder(io, problems);
  const listed = await listedPaths(selection, io, problems);
  const { paths, stdinFilename } = selection;
  if (paths.length === 0 && stdinFilename !== undefined && selection.filesFrom === undefined)
    finder.addStdin(stdinFilename);
  else if (paths.length === 0 && selection.filesFrom === undefined) await finder.add(".");
  for (const path of paths) {
    if (path === "-") finder.addStdin(stdinFilename ?? "-");
    else await finder.add(path);
  }
  for (const path of listed) await finder.add(path);
  return partOf(finder.found(), selection.shard);
}

/** Every so many files of the sorted list, which no machine needs another one for. */
function partOf({ files, folders }: Candidates, shard: Shard | undefined): Candidates {
  if (shard === undefined) return { files, folders };
  const { part, of } = shard;
  // A folder's papers may all be in other parts, so only one without any file is known to be empty.
  const searched = new Set(files.flatMap((file) => file.folders));
  return {
    files: files.filter((_, index) => index % of === part - 1),
    folders: of === 1 ? folders : folders.filter((folder) => !searched.has(folder)),
  };
}

/** The paths in the list that `--files-from` names. */
async function listedPaths({ filesFrom }: Selection, io: Io, problems: Problems): Promise<readonly string[]> {
  if (filesFrom === undefined) return [];
  try {
    const bytes = filesFrom === "-" ? await io.stdin() : await io.disk.read(resolve(io.cwd, filesFrom));
    // Programs that list files for programs end each with a zero byte, as git ls-files -z does.
    const lines = new TextDecoder().decode(bytes).split(bytes.includes(0) ? "\0" : /\r\n|\n|\r/);
    return lines.filter((line) => line.trim() !== "");
  } catch (error) {
    problems.say(filesFrom, sayDiskError(error, "read"));
    return [];
  }
}

class Finder {
  readonly #io: Io;
  readonly #problems: Problems;
  readonly #files = new Map<string, Candidate>();
  readonly #folders: string[] = [];

  constructor(io: Io, problems: Problems) {
    this.#io = io;
    this.#problems = problems;
  }

  addStdin(file: string): void {
    // No path on a disk is empty, so this stands beside every file.
    this.#files.set("", { file: shown(file), path: undefined, named: true, folders: [] });
  }

  /** Adds what a path names: a file, the papers of a folder, or the files that match a pattern. */
  async add(path: string): Promise<void> {
    const absolute = resolve(this.#io.cwd, path);
    try {
      const stats = await stat(absolute);
      if (stats.isDirectory()) await this.#addFolder(shown(path), absolute);
      else if (stats.isFile() || stats.isFIFO()) this.#addFile(shown(path), absolute, undefined);
      else this.#problems.say(shown(path), "This is a device and not a file.");
    } catch (error) {
      // A name with brackets or stars may be a file's own, so it is a pattern only when there is no such file.
      if (isDynamicPattern(path) && isMissing(error)) await this.#addMatches(path);
      else this.#problems.say(shown(path), sayDiskError(error, "read"));
    }
  }

  found(): Candidates {
    const files = [...this.#files.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
    return { files, folders: this.#folders };
  }

  #addFile(file: string, path: string, folder: string | undefined): void {
    const known = this.#files.get(path);
    this.#files.set(path, {
      file: known?.file ?? file,
      path,
      named: known?.named === true || folder === undefined,
      folders: [...(known?.folders ?? []), ...(folder === undefined ? [] : [folder])],
    });
  }

  async #addFolder(folder: string, absolute: string): Promise<void> {
    const before = this.#problems.count;
    const names = await this.#glob("**/*.{md,markdown}", absolute, (inner) => shown(join(folder, inner)));
    for (const name of names) this.#addFile(shown(join(folder, name)), resolve(absolute, name), folder);
    if (names.length > 0 || this.#problems.count === before) this.#folders.push(folder);
  }

  async #addMatches(pattern: string): Promise<void> {
    const names = await this.#glob(pattern.replaceAll(sep, "/"), this.#io.cwd, shown);
    const files = names.filter((name) => /\.(md|markdown)$/i.test(name));
    if (files.length === 0) this.#problems.say(pattern, "No Markdown file matches this.");
    for (const name of files) this.#addFile(shown(name), resolve(this.#io.cwd, name), undefined);
  }

  async #glob(pattern: string, cwd: string, show: (name: string) => string): Promise<string[]> {
    const unread = new Map<string, unknown>();
    const names = await glob(pattern, {
      cwd,
      absolute: isAbsolute(pattern),
      caseSensitiveMatch: false,
      expandDirectories: false,
      // A link to a folder above would be walked for ever.
      followSymbolicLinks: false,
      ignore: pattern.includes("node_modules") ? [] : ["**/node_modules/**"],
      fs: { ...fs, readdir: noting(unread) },
    });
    for (const [folder, error] of unread) {
      const name = folder.startsWith(cwd) ? folder.slice(cwd.length).replace(/^[\\/]/, "") : folder;
      this.#problems.say(show(name === "" ? "." : name), sayDiskError(error, "read"));
    }
    return names;
  }
}

/** Reads folders like `readdir`, and notes those that cannot be read, which the search would pass over in silence. */
function noting(unread: Map<string, unknown>): typeof fs.readdir {
  const readdir = (
    path: string,
    options: { withFileTypes: true },
    callback: (error: Error | null, entries: fs.Dirent[]) => void,
  ): void =>
    fs.readdir(path, options, (error, entries) => {
      if (error) unread.set(path, error);
      callback(error, entries);
    });
  return readdir as typeof fs.readdir;
}

function shown(path: string): string {
  const name = path === "-" ? path : normalize(path).replaceAll(sep, "/");
  return name.length > 1 ? name.replace(/\/$/, "") : name;
}
