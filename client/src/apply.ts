// Edits that the language server made, in the papers and files that they are for.

import { configFile } from "@board-papers/server/protocol";
import { Position, Uri, WorkspaceEdit, workspace } from "vscode";
import type { WorkspaceEdit as ServerEdit } from "vscode-languageclient";
import type { Server } from "./server.js";

/**
 * Makes an edit; throws a sentence for the author where that cannot be. A `board-paper.yaml` is saved, because it holds for
 * other programs as it is on disk; one that already had changes of its own is left to its author.
 */
export async function apply(server: Server, edit: ServerEdit): Promise<void> {
  const converted = await server.toEdit(edit);
  refuseOutdated(edit);
  const configs = configsToSave(converted);
  // Whatever goes wrong with an edit, the editor only says that it was not made.
  if (!(await workspace.applyEdit(converted)))
    throw new Error(
      `The editor could not change ${namesIn(converted)}. Perhaps a file is read-only, or has just changed.`,
    );
  for (const uri of configs) await save(uri);
}

/** Has an edit shown before it is made; false where the author discards it. Throws where it is for an older text. */
export async function applyPreviewed(server: Server, edit: ServerEdit, label: string): Promise<boolean> {
  const shown = previewed(await server.toEdit(edit), label);
  refuseOutdated(edit);
  // From here on the editor itself tells of a text that changes while the edit is shown.
  return workspace.applyEdit(shown);
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

/**
 * Refuses an edit of a text that is no longer as the server knew it: its places would be others now. The editor's form of
 * an edit has no versions, so nothing may be waited for between this and making the edit.
 */
function refuseOutdated({ documentChanges = [] }: ServerEdit): void {
  const versions = new Map(workspace.textDocuments.map((it) => [it.uri.toString(), it.version]));
  for (const change of documentChanges) {
    if (!("textDocument" in change) || change.textDocument.version === null) continue;
    const uri = Uri.parse(change.textDocument.uri);
    if (versions.get(uri.toString()) === change.textDocument.version) continue;
    const what = isConfig(uri) ? configFile : "The paper";
    throw new Error(`${what} has changed meanwhile, so nothing was changed. Try again.`);
  }
}

/** Saves a file; the editor's command to save one by its address passes over one that no tab shows. */
async function save(uri: Uri): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  if (await document.save()) return;
  throw new Error(
    `${configFile} has been changed, but could not be saved. Save it yourself: until then, only this window knows the change.`,
  );
}

function configsToSave(edit: WorkspaceEdit): Uri[] {
  const unsaved = new Set(workspace.textDocuments.filter((it) => it.isDirty).map((it) => it.uri.toString()));
  return edit
    .entries()
    .map(([uri]) => uri)
    .filter((uri) => isConfig(uri) && !unsaved.has(uri.toString()));
}

function isConfig({ path }: Uri): boolean {
  return path.endsWith(`/${configFile}`);
}

function namesIn(edit: WorkspaceEdit): string {
  const names = edit.entries().map(([{ path }]) => path.slice(path.lastIndexOf("/") + 1));
  return new Intl.ListFormat("en-GB").format(names);
}
