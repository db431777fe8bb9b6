// Which papers are checked: files, new ones, and what the workspace consists of. Other documents may be in the papers'
// language, too, such as the other side of a comparison; the language server is not given those.

import { paperLanguage } from "@board-papers/server/protocol";
import { type TextDocument, type Uri, workspace } from "vscode";

let schemes: readonly string[] | undefined;

/** The schemes of addresses that papers have: those of the workspace's folders are the ones that it began with. */
export function servedSchemes(): readonly string[] {
  const folders = workspace.workspaceFolders ?? [];
  schemes ??= [...new Set(["file", "untitled", ...folders.map(({ uri }) => uri.scheme)])];
  return schemes;
}

/** Whether papers may have such an address. */
export function isServed({ scheme }: Uri): boolean {
  return servedSchemes().includes(scheme);
}

/** Whether a document is a paper that is checked. */
export function isServedPaper({ languageId, uri }: TextDocument): boolean {
  return languageId === paperLanguage && isServed(uri);
}
