import type { TemplateChoice } from "@board-papers/server/protocol";
import { window } from "vscode";

type Field = TemplateChoice["fields"][number];

/** Whether a new paper needs the field, given the answers so far, which are read as the server reads them. */
export function isAsked(field: Field, answers: Readonly<Record<string, string>>): boolean {
  // The template has been chosen by then.
  if (field.name === "template" || field.need !== "required" || field.kind === "definitions") return false;
  if (field.instead?.some((name) => name in answers)) return false;
  const { when } = field;
  if (when === undefined) return true;
  const said = (answers[when.field] ?? "").split(/[,;]/).map((it) => it.trim().toLowerCase());
  return when.is.some((it) => said.includes(it.toLowerCase()));
}

/** The answer, several ones with semicolons between them; empty where it is left for later, nothing on Escape. */
export async function askField(field: Field, title: string): Promise<string | undefined> {
  const options = { title: `${title}: ${field.name}`, ignoreFocusOut: true };
  const choices = field.choices ?? [];
  if (field.kind === "choice")
    return window.showQuickPick(choices, { ...options, placeHolder: field.meaning });
  if (field.kind === "choices") {
    const picked = await window.showQuickPick(choices, {
      ...options,
      placeHolder: field.meaning,
      canPickMany: true,
    });
    return picked?.join("; ");
  }
  const several = field.kind === "texts" || field.kind === "people" ? " Put semicolons between several." : "";
  return window.showInputBox({
    ...options,
    prompt: `${field.meaning}${several} Leave it empty to fill it in later.`,
    placeHolder: field.example,
  });
}
