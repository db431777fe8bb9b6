// Where an exported paper is saved, and what can be done with it then.

import { env, type TextDocument, type Uri, window, workspace } from "vscode";

/** What a paper can be saved as: the ending of the file, and what the editor calls it. */
export const exportKinds = { html: "Web Page", pdf: "PDF" } as const;

/** Asks where to save an export, beside the paper where nothing else is said; nothing where the author gives up. */
export async function askPlace(
  { uri }: TextDocument,
  ending: keyof typeof exportKinds,
): Promise<Uri | undefined> {
  return window.showSaveDialog({
    ...(uri.scheme === "untitled" ? {} : { defaultUri: uri.with({ path: nameOf(uri, ending) }) }),
    filters: { [exportKinds[ending]]: [ending] },
    title: `Export to ${exportKinds[ending]}`,
    saveLabel: "Export",
  });
}

/** Saves an export, and offers to open it. */
export async function save(place: Uri, content: Uint8Array): Promise<void> {
  await workspace.fs.writeFile(place, content);
  const name = place.path.slice(place.path.lastIndexOf("/") + 1);
  // Elsewhere there is no program that would show it.
  const offers = place.scheme === "file" ? ["Open"] : [];
  const answer = await window.showInformationMessage(`Exported to ${name}.`, ...offers);
  if (answer === "Open") await env.openExternal(place);
}

function nameOf({ path }: Uri, ending: string): string {
  return `${path.replace(/(?:\.paper)?\.(?:md|markdown)$/i, "")}.${ending}`;
}
