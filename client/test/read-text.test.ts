/** Files as the editor has them: read, not there, or there and not to be read. */

import { beforeEach, expect, test, vi } from "vitest";
import type { Uri } from "vscode";
import { readText } from "../src/read-text.js";

const disk = vi.hoisted(() => {
  class FileSystemError extends Error {
    readonly code: string;
    constructor(code: string) {
      super(code);
      this.code = code;
    }
  }
  /** What stands under a path: the bytes of a file, a size, `"folder"`, or what looking at it fails with. */
  const entries = new Map<string, Uint8Array | number | "folder" | Error>();
  return { FileSystemError, entries };
});

vi.mock("vscode", () => {
  const look = (uri: Uri): Uint8Array | number | "folder" => {
    const entry = disk.entries.get(uri.path) ?? new disk.FileSystemError("FileNotFound");
    if (entry instanceof Error) throw entry;
    return entry;
  };
  const fs = {
    isWritableFileSystem: (scheme: string) => (scheme === "memory" ? true : undefined),
    async stat(uri: Uri) {
      const entry = look(uri);
      if (entry === "folder") return { type: 2, size: 0 };
      return { type: 1, size: typeof entry === "number" ? entry : entry.length };
    },
    async readFile(uri: Uri) {
      const entry = look(uri);
      if (entry instanceof Uint8Array) return entry;
      throw new Error("It was read, and should not have been.");
    },
  };
  return { FileSystemError: disk.FileSystemError, FileType: { File: 1, Directory: 2 }, workspace: { fs } };
});

beforeEach(() => disk.entries.clear());

function read(path: string, scheme = "memory"): Promise<string | undefined> {
  return readText({ scheme, path } as Uri);
}

test("a file's text is read, without a byte order mark", async () => {
  disk.entries.set("/a", new TextEncoder().encode("\uFEFFCafé £5\r\n"));
  expect(await read("/a")).toBe("Café £5\r\n");
});

test.each([
  ["a file that is not there", new disk.FileSystemError("FileNotFound")],
  ["a file in a file", new disk.FileSystemError("FileNotADirectory")],
  ["a folder", "folder" as const],
])("%s is none", async (_, entry) => {
  disk.entries.set("/a", entry);
  expect(await read("/a")).toBeUndefined();
});

test("an address of no file system that the editor knows is none", async () => {
  disk.entries.set("/a", new Error("There is no file system for it."));
  expect(await read("/a", "elsewhere")).toBeUndefined();
});

test.each(["NoPermissions", "Unavailable"])("a file that fails with %s is told of", async (code) => {
  disk.entries.set("/a", new disk.FileSystemError(code));
  await expect(read("/a")).rejects.toThrow(code);
});

test("a file that is too large is told of, and not read", async () => {
  disk.entries.set("/a", 1_000_001);
  await expect(read("/a")).rejects.toThrow("/a is too large: it has 1000001 bytes.");
});
