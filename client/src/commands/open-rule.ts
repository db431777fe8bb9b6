import { commands, type Diagnostic, Uri } from "vscode";

export const id = "boardPapers.openRule";

/** Opens the page of rules, rendered, at the rule that a diagnostic names; as text where nothing renders Markdown. */
export async function run(_: unknown, page: unknown): Promise<void> {
  if (typeof page !== "string") return;
  const uri = Uri.parse(page);
  try {
    await commands.executeCommand("markdown.showPreviewToSide", uri);
  } catch {
    await commands.executeCommand("vscode.open", uri.with({ fragment: "" }));
  }
}

/** Makes the link of a diagnostic open the rule's page rendered, and not as a file of Markdown. */
export function linkToRule(diagnostic: Diagnostic): void {
  const { code } = diagnostic;
  if (typeof code !== "object") return;
  const query = JSON.stringify([code.target.toString()]);
  diagnostic.code = { value: code.value, target: Uri.from({ scheme: "command", path: id, query }) };
}
