// Folders for windows: the sample papers, and whatever else a test needs, in a new place each time.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "./places.js";

/** A folder that goes when it is disposed of. */
export interface Workspace extends Disposable {
  /** The folder. */
  readonly path: string;
  /** The text of one of its files. */
  read(name: string): string;
}

/** A new folder, called as its last name says, with the sample papers and other files by their paths. */
export function sampleWorkspace(files: Readonly<Record<string, string>> = {}): Workspace {
  const workspace = emptyWorkspace("northshire");
  cpSync(join(root, "test-fixtures/workspace"), workspace.path, { recursive: true });
  write(workspace.path, files);
  return workspace;
}

/**
 * A new workspace of two folders: “northshire” with the sample papers, and “southmere”, to which nothing is known and a
 * paragraph number that is missing is but a suggestion. Its path is that of the `.code-workspace` file.
 */
export function twoFolders(): Workspace {
  const sample = sampleWorkspace();
  const place = dirname(sample.path);
  const folders = [{ path: "northshire" }, { path: "southmere" }];
  // In a browser, files are saved by themselves a moment after each change.
  const settings = { "files.autoSave": "off" };
  write(place, {
    "southmere/board-paper.yaml": "rules:\n  paragraph-sequence: info\n",
    "boards.code-workspace": JSON.stringify({ folders, settings }),
  });
  return { ...sample, path: join(place, "boards.code-workspace") };
}

/** A new folder with files. */
export function newWorkspace(name: string, files: Readonly<Record<string, string>>): Workspace {
  const workspace = emptyWorkspace(name);
  write(workspace.path, files);
  return workspace;
}

function emptyWorkspace(name: string): Workspace {
  const place = mkdtempSync(join(tmpdir(), "board-papers-"));
  const path = join(place, name);
  mkdirSync(path);
  const read = (name: string): string => readFileSync(join(path, name), "utf8");
  return { path, read, [Symbol.dispose]: () => rmSync(place, { recursive: true, force: true }) };
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
