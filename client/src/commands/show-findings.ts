import { commands } from "vscode";

export const id = "boardPapers.showFindings";

/** Opens the list of what was found. */
export async function run(): Promise<void> {
  await commands.executeCommand("workbench.panel.markers.view.focus");
}
