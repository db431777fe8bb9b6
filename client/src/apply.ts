// Edits that the language server made, in the papers and files that they are for.

import { configFile } from "@board-papers/server/protocol";
import { type Uri, type WorkspaceEdit, workspace } from "vscode";
import type { WorkspaceEdit as ServerEdit } from "vscode-languageclient/node";
import type { Server } from "./server.js";

/**
 * Makes an edit; false where the user or the editor refuses. Edits that need confirmation are shown before they are
 * made. A `board-paper.yaml` is saved, because it holds for other programs as it is on disk; one that already had
 * changes of its own is left to its author.
 */
export async function apply(server: Server, edit: ServerEdit): Promise<boolean> {
  const converted = await server.toEdit(edit);
  const configs = configsToSave(converted);
  const isApplied = await workspace.applyEdit(converted, { isRefactoring: true });
  if (isApplied) for (const uri of configs) await workspace.save(uri);
  return isApplied;
}

function configsToSave(edit: WorkspaceEdit): Uri[] {
  const unsaved = new Set(workspace.textDocuments.filter((it) => it.isDirty).map((it) => it.uri.toString()));
  return edit
    .entries()
    .map(([uri]) => uri)
    .filter((uri) => uri.path.endsWith(`/${configFile}`) && !unsaved.has(uri.toString()));
}
