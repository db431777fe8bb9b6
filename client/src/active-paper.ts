import { paperLanguage } from "@board-papers/server/protocol";
import { type TextEditor, Uri, window } from "vscode";
import { isServed, isServedPaper } from "./served.js";

/** The editor of the paper that is being worked on; where there is none, the user is told. */
export function activePaper(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor && isServedPaper(editor.document)) return editor;
  const isCopy = editor?.document.languageId === paperLanguage;
  window.showInformationMessage(
    isCopy ? "This is not the board paper itself. Open its file first." : "Open a board paper first.",
  );
  return undefined;
}

/** The paper that a menu names, or else the one that is being worked on. */
export function paperOf(file: unknown): Uri | undefined {
  return file instanceof Uri && isServed(file) ? file : activePaper()?.document.uri;
}
