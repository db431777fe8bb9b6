// What keeps a command from doing what it was asked: one sentence each on standard error, and exit status 2.

import type { Output } from "./io.js";
import { plain } from "./layout.js";

/** One thing that went wrong. */
export interface Problem {
  /** The file or folder it is about; `-` is standard input. */
  readonly file: string;
  readonly sentence: string;
  /** From 1. */
  readonly line?: number;
}

/** Says problems, and remembers them. */
export class Problems {
  readonly #stderr: Output;
  readonly #said: Problem[] = [];

  constructor(stderr: Output) {
    this.#stderr = stderr;
  }

  get count(): number {
    return this.#said.length;
  }

  get said(): readonly Problem[] {
    return this.#said;
  }

  /** `FILE: sentence` or `FILE, line 12: sentence`. */
  say(file: string, sentence: string, line?: number): void {
    const problem: Problem = { file, sentence, ...(line === undefined ? {} : { line }) };
    this.#said.push(problem);
    this.#stderr.write(`${plain(sayProblem(problem))}\n`);
  }
}

/** A problem in one line. */
export function sayProblem({ file, sentence, line }: Problem): string {
  // A variable of a script that is not set leaves an empty name.
  const name = file === "-" ? "Standard input" : file || "An empty name";
  return `${line === undefined ? name : `${name}, line ${line}`}: ${sentence}`;
}

/** Said of a name that nothing on the disk has. */
export const noSuchFile = "There is no such file or folder.";

/** Whether the disk says that there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

/** Why the disk refused, as a sentence about the file. `action` is what was tried: "read", "written". */
export function sayDiskError(error: unknown, action: "read" | "written"): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return noSuchFile;
    case "EACCES":
    case "EPERM":
      return `It cannot be ${action}, because you do not have the permission.`;
    case "EISDIR":
      return "This is a folder and not a file.";
    case "ENOSPC":
    case "EDQUOT":
      return `It cannot be ${action}, because the disk is full.`;
    case "EROFS":
      return `It cannot be ${action}, because the disk is read-only.`;
    case "EBUSY":
    case "ETXTBSY":
      return `It cannot be ${action}, because another program is using it.`;
    case "ELOOP":
      return "This link leads back to itself.";
    case "ENAMETOOLONG":
      return "The name is too long.";
    case "ERR_FS_FILE_TOO_LARGE":
    case "ERR_STRING_TOO_LONG":
      return "The file is too large to be a paper.";
    default: {
      const message = error instanceof Error ? error.message : String(error);
      return `It cannot be ${action}: ${message.replace(/\.?$/, ".")}`;
    }
  }
}
