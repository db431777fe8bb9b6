// A new paper of a house template: its details are asked for, its sections stand there to be filled.

import {
  type NewPaper,
  type NewPaperParams,
  newPaperMethod,
  type PlaceParams,
  paperLanguage,
  placeMethod,
  type TemplateChoice,
  templatesMethod,
} from "@board-papers/server/protocol";
import { Uri, window, workspace } from "vscode";
import { askField, isAsked } from "../ask-field.js";
import type { Server } from "../server.js";

export const id = "boardPapers.newPaper";

const title = "New Board Paper";

/** Opens a new paper that is not saved yet. `argument` may be a folder or file beside which it is to be. */
export async function run(server: Server, argument?: unknown): Promise<void> {
  const uri = (argument instanceof Uri ? argument : placeForNew()).toString();
  const templates = await server.request<TemplateChoice[]>(templatesMethod, { uri });
  const template = await chooseTemplate(templates);
  const answers = template && (await askFields(template));
  if (!answers) return;
  const parameters: NewPaperParams = { uri, template: template.name, answers };
  const { text } = await server.request<NewPaper>(newPaperMethod, parameters);
  const document = await workspace.openTextDocument({ language: paperLanguage, content: text });
  const placed: PlaceParams = { uri: document.uri.toString(), at: uri };
  await server.request(placeMethod, placed);
  await window.showTextDocument(document);
}

/** Beside the file that is being edited, else in the workspace. */
function placeForNew(): Uri {
  const active = window.activeTextEditor?.document.uri;
  if (active && active.scheme !== "untitled") return active;
  return workspace.workspaceFolders?.[0]?.uri ?? Uri.file("/");
}

async function chooseTemplate(templates: readonly TemplateChoice[]): Promise<TemplateChoice | undefined> {
  if (templates.length < 2) return templates[0];
  const items = templates.map((template) => {
    return { label: template.title, description: template.name, template };
  });
  items.sort((a, b) => Number(b.template.isDefault) - Number(a.template.isDefault));
  const choice = await window.showQuickPick(items, {
    title,
    placeHolder: "Which house template does it follow?",
  });
  return choice?.template;
}

/** Answers by field, for the fields that a paper must have; nothing where the author gives up. */
async function askFields({ fields }: TemplateChoice): Promise<Record<string, string> | undefined> {
  const answers: Record<string, string> = {};
  for (const field of fields) {
    if (!isAsked(field, answers)) continue;
    const answer = await askField(field, title);
    if (answer === undefined) return undefined;
    if (answer !== "") answers[field.name] = answer;
  }
  return answers;
}
