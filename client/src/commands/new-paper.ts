// A new paper of a house template: its details are asked for, its sections stand there to be filled.

import {
  type NewPaper,
  type NewPaperParams,
  newPaperMethod,
  type PlaceParams,
  paperLanguage,
  placeMethod,
  type TemplateChoice,
  type TemplatesParams,
  templatesMethod,
} from "@board-papers/server/protocol";
import { FileType, Uri, window, workspace } from "vscode";
import { askField, isAsked } from "../ask-field.js";
import { folderOf } from "../preview/places.js";
import { isServed } from "../served.js";
import type { Server } from "../server.js";

export const id = "boardPapers.newPaper";

const title = "New Board Paper";

/** Opens a new paper that is not saved yet. `argument` may be a folder or file beside which it is to be. */
export async function run(server: Server, argument?: unknown): Promise<void> {
  const folder = (await placeForNew(argument))?.toString();
  const place: TemplatesParams = folder === undefined ? {} : { uri: folder };
  const templates = await server.request<TemplateChoice[]>(templatesMethod, place);
  const template = await chooseTemplate(templates);
  const answers = template && (await askFields(template));
  if (!answers) return;
  const parameters: NewPaperParams = { ...place, template: template.name, answers };
  const { text } = await server.request<NewPaper>(newPaperMethod, parameters);
  const document = await workspace.openTextDocument({ language: paperLanguage, content: text });
  if (folder !== undefined) {
    const placed: PlaceParams = { uri: document.uri.toString(), at: folder };
    await server.request(placeMethod, placed);
  }
  await window.showTextDocument(document);
}

/** The folder that is named, or that of the file that is named or being edited; else the workspace's, where it has one. */
async function placeForNew(argument: unknown): Promise<Uri | undefined> {
  const near = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
  const folder = near && isServed(near) ? await folderAt(near) : undefined;
  return folder ?? workspace.workspaceFolders?.[0]?.uri;
}

async function folderAt(uri: Uri): Promise<Uri | undefined> {
  const beside = folderOf(uri);
  if (!beside) return undefined;
  // What cannot be looked at is a file that is not there any more.
  const type = await workspace.fs.stat(uri).then(
    (it) => it.type,
    () => FileType.File,
  );
  return (type & FileType.Directory) === 0 ? beside : uri;
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
