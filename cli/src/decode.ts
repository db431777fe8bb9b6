// From bytes to text. A paper is UTF-8; anything else is named, and never guessed at.

/** What bytes hold: text, or why they are none. */
export type Decoded =
  | {
      readonly kind: "text";
      readonly text: string;
      /** Whether the file starts with a byte order mark, which is not part of the text. */
      readonly bom: boolean;
    }
  | {
      readonly kind: "unreadable";
      readonly sentence: string;
      /** From 1. */
      readonly line?: number;
      /** The text as far as it can be told, enough to see whether this is meant to be a paper. */
      readonly guess: string;
    };

/** The text of the bytes of a file. Throws where it is longer than a string can be. */
export function decode(bytes: Uint8Array): Decoded {
  const kind = binaryKind(bytes);
  if (kind !== undefined) return { kind: "unreadable", sentence: kind, guess: "" };
  const utf16 = utf16Order(bytes);
  if (utf16 !== undefined) {
    return {
      kind: "unreadable",
      sentence: "It is saved as UTF-16. Save it as UTF-8, then try again.",
      guess: new TextDecoder(utf16).decode(bytes),
    };
  }
  if (bytes.includes(0)) {
    return { kind: "unreadable", sentence: "This is not a text file.", guess: "" };
  }
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = utf8(bom ? bytes.subarray(3) : bytes);
  return text === undefined ? notUtf8(bytes) : { kind: "text", text, bom };
}

/** The bytes of a text, or `undefined` when they would not read back as the same text. */
export function encode(text: string, bom: boolean): Uint8Array | undefined {
  const bytes = Buffer.from(bom ? `\ufeff${text}` : text, "utf8");
  const back = decode(bytes);
  return back.kind === "text" && back.text === text && back.bom === bom ? bytes : undefined;
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const signatures: readonly { readonly starts: string; readonly sentence: string }[] = [
  {
    starts: "PK\x03\x04",
    sentence: "This is a Word document or a zip file. Papers are checked in Markdown.",
  },
  {
    starts: "\xd0\xcf\x11\xe0",
    sentence: "This is a document of an older Word or Excel. Papers are checked in Markdown.",
  },
  { starts: "%PDF-", sentence: "This is a PDF. Papers are checked in Markdown." },
];

function binaryKind(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  return signatures.find((it) => start.startsWith(it.starts))?.sentence;
}

/** UTF-16, by which byte of a character comes first. */
type Utf16 = "utf-16le" | "utf-16be";

/** UTF-16 by its byte order mark. */
export function utf16Mark(bytes: Uint8Array): Utf16 | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

/** UTF-16 by its byte order mark, or because every other byte of Western text is then 0. */
export function utf16Order(bytes: Uint8Array): Utf16 | undefined {
  const mark = utf16Mark(bytes);
  if (mark !== undefined) return mark;
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const most = sample.length / 4;
  if (odd > most && even < odd / 10) return "utf-16le";
  if (even > most && odd < even / 10) return "utf-16be";
  return undefined;
}

function notUtf8(bytes: Uint8Array): Decoded {
  const { line, byte } = firstBadByte(bytes);
  const character = windows1252(byte);
  return {
    kind: "unreadable",
    line,
    sentence: `A character here is not UTF-8${character && `; in Windows-1252 it would be ${character}`}. Save the file as UTF-8, then try again.`,
    // Enough for the front matter's keys, which are ASCII in all that a paper may be saved as.
    guess: Buffer.from(bytes).toString("latin1"),
  };
}

/** What a byte from 0x80 on stands for in Windows-1252; empty for the few that stand for nothing. */
function windows1252(byte: number): string {
  // The platform's own decoder has taken these bytes for control characters in some of its releases.
  const special = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
  return byte < 0xa0 ? (special[byte - 0x80] ?? "").trim() : String.fromCharCode(byte);
}

/** The line, from 1, and the value of the first byte that UTF-8 does not allow where it stands. */
function firstBadByte(bytes: Uint8Array): { line: number; byte: number } {
  let line = 1;
  for (let at = 0; at < bytes.length; line++) {
    const end = lineEndAt(bytes, at);
    const lineBytes = bytes.subarray(at, end);
    if (utf8(lineBytes) === undefined) return { line, byte: badByteOf(lineBytes) };
    at = bytes[end] === 13 && bytes[end + 1] === 10 ? end + 2 : end + 1;
  }
  return { line, byte: 0 };
}

function lineEndAt(bytes: Uint8Array, from: number): number {
  let end = from;
  while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
  return end;
}

function badByteOf(line: Uint8Array): number {
  const readable = new TextDecoder("utf-8", { ignoreBOM: true }).decode(line);
  const before = readable.slice(0, Math.max(0, readable.indexOf("\ufffd")));
  return line[Buffer.byteLength(before)] ?? 0;
}
