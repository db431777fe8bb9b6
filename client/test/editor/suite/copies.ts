// Documents that are in the papers' language and no files, as the other side of a comparison is.

import { type Disposable, type TextDocument, Uri, ViewColumn, window, workspace } from "vscode";

/** Has such documents be there, until it is disposed of. */
export function provideCopies(text: string): Disposable {
  return workspace.registerTextDocumentContentProvider("copy", { provideTextDocumentContent: () => text });
}

/** Shows the one of that name. */
export async function showCopy(name: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(Uri.from({ scheme: "copy", path: `/${name}` }));
  await window.showTextDocument(document, ViewColumn.One);
  return document;
}
