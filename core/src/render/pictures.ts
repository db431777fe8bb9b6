// The pictures that a paper asks for, and what a picture's bytes are. Reading them is for whoever has files.

import { normalizeLabel } from "../markdown/labels.js";
import type { Chunk } from "../paper/chunk.js";
import type { Paper } from "../paper/paper.js";
import { memo } from "../text/memo.js";
import { addressesOf } from "./world.js";

/** The addresses of the paper's pictures as typed, each once, in its order; those outside its folder, too. */
export function pictureAddresses(paper: Paper): readonly string[] {
  const addresses = addressesOf(paper);
  const found = new Set<string>();
  for (const chunk of paper.chunks)
    for (const { url, labels } of chunkPictures(chunk))
      for (const address of url === undefined ? labels.flatMap((it) => addresses.get(it) ?? []) : [url])
        if (url !== undefined || looksLikePicture(address)) found.add(address);
  return [...found];
}

/** The file that a relative address names, from the paper's folder, with `/`. */
export function picturePath(address: string): string {
  const path = address.replace(/[?#].*$/s, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * The media type of a picture by its first bytes: PNG, JPEG, GIF, WebP or AVIF. `undefined` for anything else; SVG is a
 * document, which can hold scripts.
 */
export function pictureType(bytes: Uint8Array): string | undefined {
  const words = (start: number, end: number): string => String.fromCharCode(...bytes.subarray(start, end));
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "image/jpeg";
  if (/^GIF8[79]a$/.test(words(0, 6))) return "image/gif";
  if (words(0, 4) === "RIFF" && words(8, 12) === "WEBP") return "image/webp";
  // A general kind of file may name AVIF among those that it is made like.
  const brands = words(4, 8) === "ftyp" ? [words(8, 12), words(16, 20), words(20, 24), words(24, 28)] : [];
  return brands.includes("avif") || brands[0] === "avis" ? "image/avif" : undefined;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

/** A picture by its label; which of a block's labels that is, its facts do not say. */
interface ChunkPicture {
  readonly url: string | undefined;
  readonly labels: readonly string[];
}

const chunkPictures = memo((chunk: Chunk): readonly ChunkPicture[] =>
  chunk.blocks.flatMap(({ facts, usedLabels }) =>
    facts.images.map(({ url }) => ({ url, labels: url === undefined ? usedLabels.map(normalizeLabel) : [] })),
  ),
);

function looksLikePicture(address: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?)(?:[?#]|$)/i.test(address);
}
