import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { OwnFiles } from "./files.js";

/** The files of the computer that the server runs on. */
export const nodeFiles: OwnFiles = {
  covers: (uri) => /^file:/i.test(uri),
  async read(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      return (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
    } catch (error) {
      if (isAbsence(error)) return undefined;
      throw error;
    }
  },
};

function pathOf(uri: string): string | undefined {
  // Outermost on another computer are its shares, and no files; Windows calls these neither there nor absent.
  if (/^file:\/\/[^/]+\/[^/]*$/i.test(uri)) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    // The address of another computer's file, or none at all.
    return undefined;
  }
}

/** A folder of the name is no such file either, and neither is what lies "in" a file. */
function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR" || code === "ENAMETOOLONG";
}
