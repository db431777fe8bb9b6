// The pictures of a paper's folder, as addresses that hold the picture itself: a page that has them needs no other file.

import { realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { isInnerAddress, picturePath, pictureType } from "@board-papers/core";
import type { Disk } from "./io.js";
import { sayDiskError } from "./problems.js";
import { sayNumber } from "./wording.js";

/** The pictures that were read, by their addresses in the paper, and why the others were not. */
export interface Pictures {
  readonly urls: ReadonlyMap<string, string>;
  /** One sentence for each that is not shown. */
  readonly left: readonly string[];
}

/** The most bytes of one picture, and of all together: a page is one file that a browser reads whole. */
const most = { one: 10_000_000, all: 50_000_000 };

/** Reads the pictures with these addresses from a paper's folder. Never rejects. */
export async function readPictures(
  addresses: readonly string[],
  folder: string,
  disk: Disk,
): Promise<Pictures> {
  const urls = new Map<string, string>();
  const left: string[] = [];
  let size = 0;
  for (const address of addresses) {
    const read = await readPicture(address, folder, disk, most.all - size);
    if (typeof read === "string")
      left.push(`The picture ${shorten(address)} is not shown, only its alternative text. ${read}`);
    else {
      size += read.bytes.length;
      urls.set(address, `data:${read.type};base64,${Buffer.from(read.bytes).toString("base64")}`);
    }
  }
  return { urls, left };
}

interface Picture {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A picture, or a sentence that says why there is none. */
async function readPicture(
  address: string,
  folder: string,
  disk: Disk,
  room: number,
): Promise<Picture | string> {
  if (!isInnerAddress(address)) return "It is no file of the paper's folder.";
  try {
    const path = await realpath(join(folder, picturePath(address)));
    // A link on the disk may lead elsewhere, too.
    if (!path.startsWith(`${(await realpath(folder)).replace(/[\\/]$/, "")}${sep}`))
      return "It is no file of the paper's folder.";
    const { size } = await stat(path);
    if (size > most.one)
      return `It has ${sayNumber(size)} bytes; up to ${sayNumber(most.one)} are put into a page.`;
    if (size > room) return `The pictures of a page have up to ${sayNumber(most.all)} bytes together.`;
    const bytes = await disk.read(path);
    const type = pictureType(bytes);
    return type === undefined ? "It is no PNG, JPEG, GIF, WebP or AVIF." : { type, bytes };
  } catch (error) {
    return sayDiskError(error, "read");
  }
}

function shorten(address: string): string {
  return address.length > 100 ? `${address.slice(0, 100)}…` : address;
}
