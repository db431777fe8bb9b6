// Where a paper's board-paper.yaml may lie, by addresses alone.

import { configFile } from "./protocol.js";

/** The most folders that are looked into for one paper. No disk nests as deep. */
const mostFolders = 128;

/** Whether the address is that of a `board-paper.yaml`. */
export function isConfigUri(uri: string): boolean {
  return uri.endsWith(`/${configFile}`);
}

/** An address as it is compared: clients write `:` and letters beyond ASCII in more than one way. */
export function uriKey(uri: string): string {
  return decode(uri).replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
}

/**
 * The addresses of the `board-paper.yaml` in a document's folder and those above it, the nearest first. A document without a
 * folder counts as one in the workspace folder; without that, too, there are none.
 */
export function configUris(uri: string, workspaceFolder: string | undefined): string[] {
  const [root, path] = splitUri(placedUri(uri, workspaceFolder));
  const uris: string[] = [];
  for (let end = path.lastIndexOf("/"); end >= 0 && uris.length < mostFolders; ) {
    uris.push(`${root}${path.slice(0, end)}/${configFile}`);
    end = end === 0 ? -1 : path.lastIndexOf("/", end - 1);
  }
  return uris;
}

/** The path of a document from the folder of a `board-paper.yaml` on, decoded; its name alone where it is not below it. */
export function pathFrom(configUri: string, uri: string, workspaceFolder: string | undefined): string {
  const folder = uriKey(configUri).slice(0, -configFile.length);
  const key = uriKey(withoutQuery(placedUri(uri, workspaceFolder)));
  return key.startsWith(folder) ? key.slice(folder.length) : key.slice(key.lastIndexOf("/") + 1);
}

/** The folder that a client names as a place, without a slash at its end; a Markdown file stands for the one it is in. */
export function placeFor(uri: string): string {
  return uri.replace(/\/[^/]*\.(?:md|markdown)$/i, "").replace(/\/+$/, "");
}

/** Whether a document lies in a folder or below it. */
export function isBelow(folder: string, uri: string): boolean {
  return uriKey(uri).startsWith(`${uriKey(folder).replace(/\/+$/, "")}/`);
}

/** The address that a document has, or would have: an unsaved one may know its path already. */
function placedUri(uri: string, workspaceFolder: string | undefined): string {
  const unsaved = /^untitled:(.*)$/i.exec(uri)?.[1];
  if (unsaved === undefined) return uri;
  const folder = workspaceFolder?.replace(/\/+$/, "");
  if (!unsaved.startsWith("/")) return folder === undefined ? "" : `${folder}/${unsaved}`;
  return `${folder === undefined ? "file://" : splitUri(folder)[0]}${unsaved.replace(/^\/\/[^/]*/, "")}`;
}

/** What comes before the path, and the path, which is empty where it does not start with a slash. */
function splitUri(uri: string): readonly [root: string, path: string] {
  const [, root = "", path = ""] =
    /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)(\/.*)?$/i.exec(withoutQuery(uri)) ?? [];
  return [root, path];
}

function withoutQuery(uri: string): string {
  return uri.replace(/[?#].*$/s, "");
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    // A stray "%" is one.
    return uri;
  }
}
