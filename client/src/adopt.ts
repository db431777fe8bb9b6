// A Markdown file whose front matter names a house template is a paper: it is given the papers' language.

import { configFile, paperLanguage } from "@board-papers/server/protocol";
import { Disposable, languages, type TextDocument, Uri, window, workspace } from "vscode";
import { builtInTemplates, templateNamed, templatesIn } from "./first-lines.js";
import { readText } from "./read-text.js";
import { adoptionSetting, setAdoption } from "./settings.js";

/** Looks at every Markdown file that is open, opened or saved, until disposed of. */
export function adoptMarkdown(): Disposable {
  // A file that somebody made Markdown again, or said no about, is left alone while it is open.
  const settled = new Set<string>();
  const look = (document: TextDocument): void => {
    consider(document, settled).catch((error: unknown) => console.error(error));
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

async function consider(document: TextDocument, settled: Set<string>): Promise<void> {
  const uri = document.uri.toString();
  if (document.languageId !== "markdown" || settled.has(uri)) return;
  const name = templateNamed(linesOf(document));
  if (name === undefined || !(await isKnown(name, document.uri))) return;
  if (settled.has(uri) || document.isClosed) return;
  settled.add(uri);
  if (await isWanted(document, name)) await languages.setTextDocumentLanguage(document, paperLanguage);
}

function* linesOf(document: TextDocument): Generator<string> {
  for (let line = 0; line < document.lineCount; line++) yield document.lineAt(line).text;
}

async function isKnown(template: string, uri: Uri): Promise<boolean> {
  if (builtInTemplates.includes(template)) return true;
  const config = uri.scheme === "untitled" ? undefined : await nearestConfig(uri);
  return config !== undefined && templatesIn(config).includes(template);
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

async function isWanted({ uri }: TextDocument, template: string): Promise<boolean> {
  const setting = adoptionSetting(uri);
  if (setting !== "ask") return setting === "always";
  const name = uri.path.replace(/^.*\//, "");
  const [yes, always, never] = ["Yes", "Always", "Never"];
  const question = `${name} names the house template “${template}”. Check it as a board paper?`;
  const answer = await window.showInformationMessage(question, yes, always, never);
  if (answer === always) await setAdoption("always");
  if (answer === never) await setAdoption("never");
  return answer === yes || answer === always;
}
