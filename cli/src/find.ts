// From what was named on the command line to files, each once, in the order of their names.

import { lstat, realpath, stat } from "node:fs/promises";
import { join, normalize, resolve, sep } from "node:path";
import { isPaper } from "@board-papers/core";
import { isDynamicPattern } from "tinyglobby";
import type { Io } from "./io.js";
import { isFolder } from "./is-folder.js";
import { readPathList } from "./path-list.js";
import { isMissing, noSuchFile, type Problems, sayDiskError } from "./problems.js";
import { search } from "./search.js";

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
    const list = readPathList(bytes);
    if (list.kind === "paths") return list.paths;
    problems.say(filesFrom, list.sentence, list.line);
  } catch (error) {
    problems.say(filesFrom, sayDiskError(error, "read"));
  }
  return [];
}

/** A file as it was met. */
interface Met {
  /** The name shown. */
  readonly file: string;
  readonly path: string;
  /** What the disk calls it, whichever links led there. */
  readonly target: string;
  readonly isLink: boolean;
}

class Finder {
  readonly #io: Io;
  readonly #problems: Problems;
  /** By what the disk calls them, so that a file and a link to it are one. */
  readonly #files = new Map<string, Candidate & { readonly isLink: boolean }>();
  readonly #folders: string[] = [];

  constructor(io: Io, problems: Problems) {
    this.#io = io;
    this.#problems = problems;
  }

  addStdin(file: string): void {
    // No path on a disk is empty, so this stands beside every file.
    this.#files.set("", { file: shown(file), path: undefined, named: true, folders: [], isLink: false });
  }

  /** Adds what a path names: a file, the papers of a folder, or the files that match a pattern. */
  async add(path: string): Promise<void> {
    // An empty name would stand for the current folder, and for all that is in it.
    if (path === "") return this.#problems.say("", noSuchFile);
    const absolute = resolve(this.#io.cwd, path);
    try {
      const stats = await stat(absolute);
      if (stats.isDirectory()) await this.#addFolder(shown(path), absolute);
      else if (stats.isFile() || stats.isFIFO()) await this.#addNamed(shown(path), absolute);
      else this.#problems.say(shown(path), "This is a device and not a file.");
    } catch (error) {
      // A name with brackets or stars may be a file's own, so it is a pattern only when there is no such file.
      const { folder, pattern } = await splitPattern(path, this.#io.cwd);
      if (isDynamicPattern(pattern) && isMissing(error)) await this.#addMatches(path, folder, pattern);
      else this.#problems.say(shown(path), sayDiskError(error, "read"));
    }
  }

  found(): Candidates {
    const files = [...this.#files.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
    return { files, folders: this.#folders };
  }

  async #addNamed(file: string, path: string): Promise<void> {
    // A pipe that a shell opened has a name that leads nowhere.
    const target = await realpath(path).catch(() => path);
    this.#addFile({ file, path, target, isLink: (await lstat(path)).isSymbolicLink() }, undefined);
  }

  /** Adds a file once, by the best of the names that it was met under. */
  #addFile({ target, ...met }: Met, folder: string | undefined): void {
    const known = this.#files.get(target);
    const { file, path, isLink } = known === undefined || rank(met) > rank(known) ? met : known;
    const named = known?.named === true || folder === undefined;
    const folders = [...(known?.folders ?? []), ...(folder === undefined ? [] : [folder])];
    this.#files.set(target, { file, path, named, folders, isLink });
  }

  async #addFolder(folder: string, absolute: string): Promise<void> {
    const before = this.#problems.count;
    const files = await this.#search(folder, absolute, "**/*.{md,markdown}", true);
    for (const file of files) this.#addFile(file, folder);
    if (files.length > 0 || this.#problems.count === before) this.#folders.push(folder);
  }

  async #addMatches(path: string, folder: string, pattern: string): Promise<void> {
    const before = this.#problems.count;
    const { platform } = this.#io.machine;
    const ignoreCase = platform === "win32" || platform === "darwin";
    const found = await this.#search(folder, resolve(this.#io.cwd, folder), pattern, ignoreCase);
    const files = found.filter(({ file }) => /\.(md|markdown)$/i.test(file));
    if (files.length === 0 && this.#problems.count === before)
      this.#problems.say(path, "No Markdown file matches this.");
    for (const file of files) this.#addFile(file, undefined);
  }

  async #search(folder: string, absolute: string, pattern: string, ignoreCase: boolean): Promise<Met[]> {
    const { files, unread } = await search(absolute, pattern, ignoreCase);
    for (const { name, sentence } of unread) this.#problems.say(shown(join(folder, name)), sentence);
    return files.map(({ name, target, isLink }) => ({
      file: shown(join(folder, name)),
      path: resolve(absolute, name),
      target,
      isLink,
    }));
  }
}

/** A paper's name makes a file one; among those that do, or do not, a file's own comes before a link's. */
function rank({ file, isLink }: Pick<Met, "file" | "isLink">): number {
  return (isPaper(file, "") ? 2 : 0) + (isLink ? 0 : 1);
}

/** A path as the folder that its start names, the longest that is there, and the pattern below that. */
async function splitPattern(path: string, cwd: string): Promise<{ folder: string; pattern: string }> {
  const whole = path.replaceAll(sep, "/");
  const ends = [...whole.matchAll(/\//g)].map(({ index }) => index + 1).reverse();
  for (const end of ends) {
    const folder = whole.slice(0, end);
    if (await isFolder(resolve(cwd, folder))) return { folder, pattern: whole.slice(end) };
  }
  return { folder: "", pattern: whole };
}

function shown(path: string): string {
  const name = path === "-" ? path : normalize(path).replaceAll(sep, "/");
  return name.length > 1 ? name.replace(/\/$/, "") : name;
}
