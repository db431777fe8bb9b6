import { paperLanguage } from "@board-papers/server/protocol";
import { type TextEditor, Uri, window } from "vscode";

/** The editor of the paper that is being worked on; where there is none, the user is told. */
export function activePaper(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === paperLanguage) return editor;
  window.showInformationMessage("Open a board paper first.");
  return undefined;
}

/** The paper that a menu names, or else the one that is being worked on. */
export function paperOf(file: unknown): Uri | undefined {
  return file instanceof Uri ? file : activePaper()?.document.uri;
}
