// Numbers paragraphs anew, as far as the author chooses; the editor shows every change before it is made.

import { type RenumberParams, type RenumberResult, renumberMethod } from "@board-papers/server/protocol";
import { commands, Location, Range, type TextEditor, window } from "vscode";
import { activePaper } from "../active-paper.js";
import { applyPreviewed } from "../apply.js";
import type { Server } from "../server.js";

export const id = "boardPapers.renumber";

interface Choice {
  readonly label: string;
  readonly description: string;
  readonly result: RenumberResult;
}

const scopes: readonly (readonly [RenumberParams["scope"], label: string])[] = [
  ["all", "The whole paper"],
  ["onwards", "From this paragraph on"],
  ["this", "Only this paragraph"],
];

/** Renumbers the active paper. How far is asked where that makes a difference. */
export async function run(server: Server): Promise<void> {
  const editor = activePaper();
  if (!editor) return;
  const choices = await choicesAt(server, editor);
  if (choices.length === 0) {
    window.showInformationMessage("Every paragraph number is as it should be.");
    return;
  }
  const choice = choices.length === 1 ? choices[0] : await ask(choices);
  if (!choice?.result.edit) return;
  const { edit, left } = choice.result;
  if (await applyPreviewed(server, edit, "Paragraph numbers and references")) await tellLeft(editor, left);
}

/** What can be renumbered from the cursor; what changes nothing, or the same as a choice before, is left out. */
async function choicesAt(server: Server, { document, selection }: TextEditor): Promise<Choice[]> {
  const position = { line: selection.active.line, character: selection.active.character };
  const choices = new Map<string, Choice>();
  for (const [scope, label] of scopes) {
    const parameters: RenumberParams = { uri: document.uri.toString(), scope, position };
    const result = await server
      .request<RenumberResult>(renumberMethod, parameters)
      .catch((error: unknown) => {
        // In front of the first numbered paragraph there is only the whole paper to be numbered.
        if (scope === "all") throw error;
        return undefined;
      });
    if (!result?.edit) continue;
    const edits = JSON.stringify(result.edit.documentChanges ?? result.edit.changes);
    if (!choices.has(edits)) choices.set(edits, { label, description: countOf(result), result });
  }
  return [...choices.values()];
}

function countOf({ edit }: RenumberResult): string {
  const changes = edit?.documentChanges ?? Object.values(edit?.changes ?? {}).map((edits) => ({ edits }));
  const count = changes.flatMap((change) => ("edits" in change ? change.edits : [])).length;
  return count === 1 ? "1 change" : `${count} changes`;
}

function ask(choices: readonly Choice[]): Thenable<Choice | undefined> {
  return window.showQuickPick(choices, {
    title: "Renumber Paragraphs",
    placeHolder: "How far? References follow, and every change is shown before it is made.",
  });
}

async function tellLeft({ document }: TextEditor, left: RenumberResult["left"]): Promise<void> {
  const [first] = left;
  if (!first) return;
  const count = left.length === 1 ? "1 reference is" : `${left.length} references are`;
  const show = left.length === 1 ? "Show It" : "Show Them";
  const answer = await window.showWarningMessage(`${count} left to check. ${first.message}`, show);
  if (answer !== show) return;
  const places = left.map(({ range: { start, end } }) => {
    const range = new Range(start.line, start.character, end.line, end.character);
    return new Location(document.uri, range);
  });
  const at = places[0]?.range.start;
  await commands.executeCommand("editor.action.goToLocations", document.uri, at, places, "peek");
}
