// What the editor's own settings say. How rules count is not among them: that is in board-paper.yaml.

import { configurationSection } from "@board-papers/server/protocol";
import { type ConfigurationChangeEvent, ConfigurationTarget, type Uri, workspace } from "vscode";

/** What becomes of Markdown files that name a house template. */
type Adoption = "always" | "ask" | "never";

/** What becomes of a Markdown file that names a house template. */
export function adoptionSetting(uri: Uri): Adoption {
  const setting = read("adoptMarkdown", uri);
  return setting === "ask" || setting === "never" ? setting : "always";
}

/** Sets what becomes of such files, for all workspaces. */
export async function setAdoption(adoption: Adoption): Promise<void> {
  const settings = workspace.getConfiguration(configurationSection);
  await settings.update("adoptMarkdown", adoption, ConfigurationTarget.Global);
}

/** Whether a document is to be checked while its author types, or when it is saved. */
export function checkSetting(uri: Uri): "onType" | "onSave" {
  return read("check", uri) === "onSave" ? "onSave" : "onType";
}

/** Whether a paper and its preview are scrolled together. */
export function scrollSetting(uri: Uri): "together" | "apart" {
  return read("preview.scroll", uri) === "apart" ? "apart" : "together";
}

/** Whether a change of settings is about that. */
export function affectsCheck(change: ConfigurationChangeEvent): boolean {
  return change.affectsConfiguration(`${configurationSection}.check`);
}

function read(name: string, uri: Uri): unknown {
  return workspace.getConfiguration(configurationSection, uri).get(name);
}
