import { window } from "vscode";

/** What a short form stands for, without space around it; nothing where the question is put aside. */
export async function askWords(
  short: string,
  suggestion: string | undefined,
  where: string,
): Promise<string | undefined> {
  const words = await window.showInputBox({
    title: `What Does ${short} Stand For?`,
    prompt: where,
    value: suggestion ?? "",
    validateInput: (value) => (value.trim() === "" ? `Write what ${short} stands for.` : undefined),
  });
  return words?.trim();
}
