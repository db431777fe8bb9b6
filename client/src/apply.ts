// Edits that the language server made, in the papers and files that they are for.

import { configFile } from "@board-papers/server/protocol";
import { Position, type Uri, WorkspaceEdit, workspace } from "vscode";
import type { WorkspaceEdit as ServerEdit } from "vscode-languageclient";
import type { Server } from "./server.js";

/**
 * Makes an edit; false where the editor refuses. A `board-paper.yaml` is saved, because it holds for other programs as it
 * is on disk; one that already had changes of its own is left to its author.
 */
export async function apply(server: Server, edit: ServerEdit): Promise<boolean> {
  return applyConverted(await server.toEdit(edit));
}

/** Makes an edit as `apply` does. */
export async function applyConverted(converted: WorkspaceEdit): Promise<boolean> {
  const configs = configsToSave(converted);
  const isApplied = await workspace.applyEdit(converted);
  // The editor's command to save a file by its address passes over one that no tab shows.
  if (isApplied) for (const uri of configs) await (await workspace.openTextDocument(uri)).save();
  return isApplied;
}

/**
 * The edit as one that the editor shows before it is made, with every change ticked. The editor shows an edit when one
 * of its changes needs confirmation, and ticks all others; so the one that needs it is one that changes nothing.
 */
export function previewed(edit: WorkspaceEdit, label: string): WorkspaceEdit {
  const shown = new WorkspaceEdit();
  for (const [uri, edits] of edit.entries()) {
    const ticked = { label, needsConfirmation: false };
    for (const { range, newText } of edits) shown.replace(uri, range, newText, ticked);
    shown.insert(uri, new Position(0, 0), "", { label: "The rest stays as it is", needsConfirmation: true });
  }
  return shown;
}

function configsToSave(edit: WorkspaceEdit): Uri[] {
  const unsaved = new Set(workspace.textDocuments.filter((it) => it.isDirty).map((it) => it.uri.toString()));
  return edit
    .entries()
    .map(([uri]) => uri)
    .filter((uri) => uri.path.endsWith(`/${configFile}`) && !unsaved.has(uri.toString()));
}
