// The page of a paper: made by the server, with the pictures that the editor reads.

import { type Page, type PageParams, pageMethod } from "@board-papers/server/protocol";
import { type TextDocument, Uri, window, workspace } from "vscode";
import type { Server } from "./server.js";

/** The most bytes of one picture, and of all together: a page is one file that a browser reads whole. */
const most = { one: 10_000_000, all: 50_000_000 };

/** The page of a paper; pictures that are not shown are told. */
export async function makePage(server: Server, document: TextDocument): Promise<string> {
  const parameters: PageParams = { uri: document.uri.toString() };
  const first = await server.request<Page>(pageMethod, parameters);
  if (first.wanted.length === 0) return told(first);
  const pictures = await readPictures(document.uri, first.wanted);
  return told(await server.request<Page>(pageMethod, { ...parameters, pictures }));
}

function told({ html, left }: Page): string {
  if (left.length > 0) {
    const names = left.slice(0, 3).join(", ") + (left.length > 3 ? " and others" : "");
    const what = left.length === 1 ? "1 picture is" : `${left.length} pictures are`;
    window.showWarningMessage(
      `${what} not shown, only the alternative text: ${names}. PNG, JPEG, GIF, WebP and AVIF in the paper's folder are, up to 10 MB each and 50 MB together.`,
    );
  }
  return html;
}

/** The bytes of pictures in base 64; `null` for those that cannot be read or are too large. */
async function readPictures(
  paper: Uri,
  wanted: Page["wanted"],
): Promise<Readonly<Record<string, string | null>>> {
  const pictures: Record<string, string | null> = {};
  let size = 0;
  for (const { address, path } of wanted) {
    const bytes = await readPicture(paper, path, most.all - size);
    size += bytes?.length ?? 0;
    pictures[address] = bytes ? base64(bytes) : null;
  }
  return pictures;
}

async function readPicture(paper: Uri, path: string, room: number): Promise<Uint8Array | undefined> {
  // A paper that is not saved yet has no folder.
  if (paper.scheme === "untitled") return undefined;
  const file = Uri.joinPath(paper, "..", path);
  try {
    const { size } = await workspace.fs.stat(file);
    return size > Math.min(most.one, room) ? undefined : await workspace.fs.readFile(file);
  } catch {
    // Why is of no consequence here: the picture is told as one that is not shown.
    return undefined;
  }
}

function base64(bytes: Uint8Array): string {
  // As many bytes at a time as a function takes arguments, and no part of a group of three.
  const step = 24_576;
  let text = "";
  for (let at = 0; at < bytes.length; at += step)
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + step)));
  return text;
}
