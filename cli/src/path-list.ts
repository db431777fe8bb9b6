// A list of paths, as another program wrote it. None is guessed at: a path that was misread may be that of another file.

import { decode, utf16Mark, utf16Order } from "./decode.js";

/** The paths of a list, or why it cannot be read. */
type PathList =
  | { readonly kind: "paths"; readonly paths: readonly string[] }
  | {
      readonly kind: "unreadable";
      readonly sentence: string;
      /** From 1. */
      readonly line?: number;
    };

/** Reads a list with one path a line, or with a zero byte behind each. Empty lines are passed over. */
export function readPathList(bytes: Uint8Array): PathList {
  // Windows PowerShell writes what goes into a file as UTF-16.
  if (utf16Mark(bytes) !== undefined) return readUtf16(bytes);
  // Programs that list files for programs end each with a zero byte, as git ls-files -z does.
  if (bytes.includes(0) && utf16Order(bytes) === undefined) return readZeroEnded(bytes);
  const decoded = decode(bytes);
  return decoded.kind === "text" ? listOf(decoded.text, lineEnd) : decoded;
}

const lineEnd = /\r\n|\n|\r/;

function readUtf16(bytes: Uint8Array): PathList {
  const text = decodeUtf16(bytes);
  return text === undefined || text.includes("\0")
    ? { kind: "unreadable", sentence: "It is not whole as UTF-16. Save it as UTF-8, then try again." }
    : listOf(text, lineEnd);
}

function decodeUtf16(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(utf16Mark(bytes), { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function readZeroEnded(bytes: Uint8Array): PathList {
  // With each path on a line of its own, the line of a bad byte is the path's place in the list.
  const decoded = decode(bytes.map((byte) => (byte === 0 ? newline : byte)));
  return decoded.kind === "text" ? listOf(new TextDecoder().decode(bytes), "\0") : decoded;
}

const newline = 10;

function listOf(text: string, separator: string | RegExp): PathList {
  return { kind: "paths", paths: text.split(separator).filter((path) => path.trim() !== "") };
}
