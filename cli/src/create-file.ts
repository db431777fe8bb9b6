// Creates a file in one step: nobody sees half of it, and one that is there already is left as it is.

import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { copyFile, link, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Disk } from "./io.js";
import { isMissing, sayDiskError } from "./problems.js";

/** Why a file cannot be created where no folder is. */
export const noFolder = "There is no such folder.";

/** Creates a file with these bytes. Gives the sentence why not when it is there already or cannot be written. */
export async function createFile(disk: Disk, path: string, bytes: Uint8Array): Promise<string | undefined> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}`);
  try {
    await disk.write(temporary, bytes);
    if (Buffer.compare(await disk.read(temporary), bytes) !== 0) return "It cannot be written whole.";
    await give(temporary, path);
    return undefined;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return "It is there already, so it is left as it is.";
    return isMissing(error) ? noFolder : sayDiskError(error, "written");
  } finally {
    await remove(temporary);
  }
}

/** Removes what may not be there, as where the folder turned out to be a file. */
async function remove(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** Gives the file its name, unless another has it: a renaming would replace that one. */
async function give(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    // Some file systems know no second name for a file. Windows says EISDIR of those.
    if (!hasCode(error, "EPERM", "ENOTSUP", "ENOSYS", "EMLINK", "EISDIR")) throw error;
    await copyFile(temporary, path, constants.COPYFILE_EXCL);
  }
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
