// Replaces a file in one step: a reader sees the old paper or the new one, and a failure leaves the old one.

import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import writeFileAtomic from "write-file-atomic";
import type { Disk } from "./io.js";
import { sayDiskError } from "./problems.js";

/** Replaces the bytes that were read by others. Gives the sentence why not when it refuses or fails. */
export async function replaceFile(
  disk: Disk,
  path: string,
  before: Uint8Array,
  after: Uint8Array,
): Promise<string | undefined> {
  try {
    const stats = await stat(path);
    if (!stats.isFile()) return "This is not a file that can be replaced.";
    // A rename replaces a read-only file without asking, and an administrator may write to one.
    if ((stats.mode & 0o222) === 0) return readOnly;
    await access(path, constants.W_OK);
  } catch (error) {
    return isDenied(error) ? readOnly : sayDiskError(error, "written");
  }
  try {
    // The library takes a short write, as on a full disk, for a whole one. So it makes the temporary file and
    // renames it, and what is written in between is written and read back here.
    await writeFileAtomic(path, Buffer.alloc(0), {
      tmpfileCreated: async (temporary) => {
        await disk.write(temporary, after);
        if (!same(await disk.read(temporary), after)) throw new Refusal("It cannot be written whole.");
        if (!same(await disk.read(path), before))
          throw new Refusal("Another program changed it in the meantime, so it is left as it is.");
      },
    });
  } catch (error) {
    return error instanceof Refusal ? error.message : sayDiskError(error, "written");
  }
  return undefined;
}

const readOnly = "This file is read-only, so it is left as it is.";

class Refusal extends Error {}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function isDenied(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EACCES" || error.code === "EPERM");
}
