import { FileSystemError, FileType, type Uri, workspace } from "vscode";

/** Larger files are refused: what is read here is written by hand. */
const mostBytes = 1_000_000;

/**
 * The text of a file, wherever the editor has it, without a byte order mark; `undefined` where there is no such file. Rejects
 * with a sentence where it is there and cannot be read, or is too large.
 */
export async function readText(file: Uri): Promise<string | undefined> {
  // The editor knows of no files with such an address.
  if (workspace.fs.isWritableFileSystem(file.scheme) === undefined) return undefined;
  try {
    const { type, size } = await workspace.fs.stat(file);
    if (type & FileType.Directory) return undefined;
    if (size > mostBytes) throw new Error(`${file.path} is too large: it has ${size} bytes.`);
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

/** What lies "in" a file is no such file either. */
function isAbsence(error: unknown): boolean {
  return (
    error instanceof FileSystemError && (error.code === "FileNotFound" || error.code === "FileNotADirectory")
  );
}
