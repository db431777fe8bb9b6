import { fixAllKind } from "@board-papers/server/protocol";
import { commands } from "vscode";

export const id = "boardPapers.makeSafeRepairs";

/** Makes all repairs that keep every word and figure; the editor says so where there is none to make. */
export async function run(): Promise<void> {
  await commands.executeCommand("editor.action.codeAction", { kind: fixAllKind, apply: "first" });
}
