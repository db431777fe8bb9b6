// Code actions as the editor's own menus ask for them.

import { CancellationError, type CodeAction, commands, type Range, type TextDocument, Uri } from "vscode";
import { eventually } from "./support.js";

/** The code actions of a kind for a place, as if a person had asked, with their edits. */
export function actionsAt(document: TextDocument, range: Range, kind: string): Promise<CodeAction[]> {
  return eventually("an answer of code actions", async () => {
    try {
      const name = "vscode.executeCodeActionProvider";
      return await commands.executeCommand<CodeAction[]>(name, document.uri, range, kind, 100);
    } catch (error) {
      // The editor gives up when a provider of some extension is registered meanwhile.
      if (error instanceof CancellationError || String(error).includes("Canceled")) return undefined;
      throw error;
    }
  });
}

/** The edits of an action, each written as `line:from-to "text"`. What changes nothing is left out. */
export function editsOf({ edit }: CodeAction, { uri }: TextDocument): string[] {
  const edits = edit?.entries() ?? [];
  return edits.flatMap(([file, changes]) =>
    changes
      .filter(({ range, newText }) => newText !== "" || !range.isEmpty)
      .map(({ range: { start, end }, newText }) => {
        const name = file.toString() === uri.toString() ? "" : `${Uri.joinPath(file).path} `;
        const to = start.line === end.line ? end.character + 1 : `${end.line + 1}:${end.character + 1}`;
        return `${name}${start.line + 1}:${start.character + 1}-${to} ${JSON.stringify(newText)}`;
      }),
  );
}
