// Files below a folder by a pattern. A link to a file is one of them; one to a folder is left, as it may lead to a
// folder above, which would be searched for ever.

import * as fs from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { glob } from "tinyglobby";
import { isMissing, sayDiskError } from "./problems.js";

/** What a search gives. Names are relative to the folder that was searched, with `/`. */
interface Found {
  /** In the order of their names. */
  readonly files: readonly {
    readonly name: string;
    /** What the disk calls the file, whichever links led there. */
    readonly target: string;
    readonly isLink: boolean;
  }[];
  /** Folders that cannot be read and links to Markdown that lead to no file, with a sentence on each. */
  readonly unread: readonly { readonly name: string; readonly sentence: string }[];
}

type Unread = Found["unread"][number];

/** Finds the files below a folder, by its absolute path, that match a pattern. Of links only those named as Markdown count. */
export async function search(folder: string, pattern: string, ignoreCase: boolean): Promise<Found> {
  const links = new Set<string>();
  const failures = new Map<string, unknown>();
  const names = await glob(pattern, {
    cwd: folder,
    caseSensitiveMatch: !ignoreCase,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: pattern.includes("node_modules") ? [] : ["**/node_modules/**"],
    fs: { ...fs, readdir: noting(links, failures) },
  });
  const real = await realpath(folder);
  const files: Found["files"][number][] = [];
  const unread = [...failures].map(
    ([path, error]): Unread => ({ name: relative(folder, path), sentence: sayDiskError(error, "read") }),
  );
  for (const name of names.sort()) {
    if (!links.has(resolve(folder, name))) {
      files.push({ name, target: resolve(real, name), isLink: false });
      continue;
    }
    const end = await follow(resolve(folder, name));
    if (end.kind === "file") files.push({ name, target: end.target, isLink: true });
    else if (end.kind === "broken") unread.push({ name, sentence: end.sentence });
  }
  return { files, unread };
}

/**
 * Reads folders like `readdir`, and notes those that cannot be read, which the search would pass over in silence. It also
 * notes links that are named as Markdown and gives them as files, as the search knows no links to files alone.
 */
function noting(links: Set<string>, failures: Map<string, unknown>): typeof fs.readdir {
  const readdir = (
    folder: string,
    options: { withFileTypes: true },
    callback: (error: Error | null, entries?: fs.Dirent[]) => void,
  ): void =>
    fs.readdir(folder, options, (error, entries) => {
      if (error) {
        failures.set(folder, error);
        return callback(error);
      }
      const isLink = (entry: fs.Dirent) => entry.isSymbolicLink() && /\.(md|markdown)$/i.test(entry.name);
      for (const entry of entries) if (isLink(entry)) links.add(join(folder, entry.name));
      callback(
        null,
        entries.map((entry) => (isLink(entry) ? asFile(entry) : entry)),
      );
    });
  return readdir as typeof fs.readdir;
}

function asFile(entry: fs.Dirent): fs.Dirent {
  const file: fs.Dirent = Object.create(entry);
  file.isFile = () => true;
  file.isSymbolicLink = () => false;
  return file;
}

type End =
  | { readonly kind: "file"; readonly target: string }
  | { readonly kind: "broken"; readonly sentence: string }
  | { readonly kind: "other" };

/** What a link leads to. */
async function follow(link: string): Promise<End> {
  try {
    if (!(await stat(link)).isFile()) return { kind: "other" };
    return { kind: "file", target: await realpath(link) };
  } catch (error) {
    const sentence = isMissing(error)
      ? "This link leads to a file that is not there."
      : sayDiskError(error, "read");
    return { kind: "broken", sentence };
  }
}
