// A Markdown file that is a paper by its name, its front matter or its board-paper.yaml is given the papers' language.

import { configFile, paperLanguage } from "@board-papers/server/protocol";
import { Disposable, languages, Range, type TextDocument, Uri, window, workspace } from "vscode";
import { builtInTemplates, mayTake, mostLines, templateNamed } from "./first-lines.js";
import { readText } from "./read-text.js";
import { adoptionSetting, setAdoption } from "./settings.js";

/** Asks the language server, which is started for that, whether a text is a paper. */
export type IsPaper = (uri: Uri, text: string) => Promise<boolean>;

/** Looks at every Markdown file that is open, opened or saved, until disposed of. */
export function adoptMarkdown(isPaper: IsPaper): Disposable {
  // A file that somebody made Markdown again, or said no about, is left alone while it is open.
  const settled = new Set<string>();
  const look = (document: TextDocument): void => {
    consider(document, settled, isPaper).catch((error: unknown) => console.error(error));
  };
  workspace.textDocuments.forEach(look);
  return Disposable.from(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidSaveTextDocument(look),
    workspace.onDidCloseTextDocument((document) => {
      // A change of language is a close and an open too; the document is not closed then.
      if (document.isClosed) settled.delete(document.uri.toString());
    }),
  );
}

async function consider(document: TextDocument, settled: Set<string>, isPaper: IsPaper): Promise<void> {
  const uri = document.uri.toString();
  // Whoever has a paper be Markdown from now on means it.
  if (document.languageId === paperLanguage) settled.add(uri);
  if (document.languageId !== "markdown" || settled.has(uri)) return;
  // The user's own settings may say that all files of an ending are Markdown.
  const isNamed = /\.paper\.md$/i.test(document.uri.path);
  const reason = isNamed ? "" : await reasonFor(document, isPaper);
  if (reason === undefined || settled.has(uri) || document.isClosed) return;
  settled.add(uri);
  if (isNamed || (await isWanted(document, reason)))
    await languages.setTextDocumentLanguage(document, paperLanguage);
}

/** Why a document is a paper, as a sentence; nothing where it is none. */
async function reasonFor(document: TextDocument, isPaper: IsPaper): Promise<string | undefined> {
  const { uri } = document;
  const name = uri.path.replace(/^.*\//, "");
  const template = templateNamed(linesOf(document));
  const byTemplate = template !== undefined && `${name} names the house template “${template}”.`;
  if (byTemplate && builtInTemplates.includes(template)) return byTemplate;
  const config = uri.scheme === "untitled" ? undefined : await nearestConfig(uri);
  if (config === undefined || !mayTake(config, template)) return undefined;
  const top = document.getText(new Range(0, 0, mostLines, 0));
  if (!(await isPaper(uri, top))) return undefined;
  return byTemplate && config.includes(template) ? byTemplate : `${configFile} lists ${name} as a paper.`;
}

function* linesOf(document: TextDocument): Generator<string> {
  for (let line = 0; line < document.lineCount; line++) yield document.lineAt(line).text;
}

/** The text of the `board-paper.yaml` in the file's folder or the nearest folder above. */
async function nearestConfig(file: Uri): Promise<string | undefined> {
  let folder = Uri.joinPath(file, "..");
  for (;;) {
    const text = await readText(Uri.joinPath(folder, configFile)).catch(() => undefined);
    const above = Uri.joinPath(folder, "..");
    if (text !== undefined || above.path === folder.path) return text;
    folder = above;
  }
}

async function isWanted({ uri }: TextDocument, reason: string): Promise<boolean> {
  const setting = adoptionSetting(uri);
  if (setting !== "ask") return setting === "always";
  const [yes, always, never] = ["Yes", "Always", "Never"];
  const question = `${reason} Check it as a board paper?`;
  const answer = await window.showInformationMessage(question, yes, always, never);
  if (answer === always) await setAdoption("always");
  if (answer === never) await setAdoption("never");
  return answer === yes || answer === always;
}
