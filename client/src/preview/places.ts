// The source of a paper: where it is shown, and where its links lead.

import {
  commands,
  env,
  Position,
  Range,
  Selection,
  TabInputText,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";

/** The editors in which the paper can be seen. */
export function editorsOf(uri: Uri): readonly TextEditor[] {
  const address = uri.toString();
  return window.visibleTextEditors.filter(({ document }) => document.uri.toString() === address);
}

/** The line at the top of an editor, from 0, with the fraction of it that is above. */
export function topLine({ document, visibleRanges }: TextEditor): number | undefined {
  const start = visibleRanges[0]?.start;
  if (!start) return undefined;
  const { length } = document.lineAt(start.line).text;
  return start.line + (length === 0 ? 0 : start.character / (length + 1));
}

/** Has an editor show that line at its top. */
export function showAtTop(editor: TextEditor, line: number): void {
  const { document } = editor;
  const number = Math.min(Math.max(0, Math.floor(line)), document.lineCount - 1);
  const character = Math.floor(document.lineAt(number).text.length * (line - number));
  const start = new Position(number, Math.max(0, character));
  editor.revealRange(new Range(start, start), TextEditorRevealType.AtTop);
}

/** The document of a paper, opened where it has to be; none where the paper is not there any more. */
export async function documentAt(uri: Uri): Promise<TextDocument | undefined> {
  if (uri.scheme !== "untitled") return workspace.openTextDocument(uri).then(undefined, () => undefined);
  // Asked to open a new paper that was given up, the editor would make another one of that name.
  return workspace.textDocuments.find((it) => it.uri.toString() === uri.toString());
}

/** Puts the cursor at a place. An editor is opened for it only where the person goes there. */
export async function goTo(
  uri: Uri,
  { line, character, takesFocus }: { line: number; character: number; takesFocus: boolean },
): Promise<void> {
  const [visible] = editorsOf(uri);
  if (!visible && !takesFocus) return;
  const document = visible?.document ?? (await documentAt(uri));
  if (!document) return;
  const position = document.validatePosition(new Position(Math.floor(line), character));
  const selection = new Selection(position, position);
  const viewColumn = columnOf(uri) ?? ViewColumn.Active;
  await window.showTextDocument(document, { viewColumn, selection, preserveFocus: !takesFocus });
}

/** Opens what a link of the paper leads to: files beside the paper in the editor. */
export async function follow(href: string, paper: Uri): Promise<void> {
  if (/^tel:/i.test(href)) {
    await env.openExternal(Uri.parse(href, true));
    return;
  }
  const file = fileAt(href, paper);
  // Beside the preview, and not over it.
  if (file) await commands.executeCommand("vscode.open", file, { viewColumn: columnOf(paper) });
}

/** The file that a relative address names, where it lies in the paper's folder or the workspace. */
export function fileAt(href: string, paper: Uri): Uri | undefined {
  const [path = ""] = href.split(/[?#]/, 1);
  if (path === "" || /^[a-z][a-z\d+.-]*:|^[/\\]/i.test(path)) return undefined;
  const folder = folderOf(paper);
  const name = decoded(path);
  // On Windows a backward stroke leads out of a folder, too.
  if (!folder || name.includes("\\")) return undefined;
  const file = Uri.joinPath(folder, name);
  const roots = [folder, workspace.getWorkspaceFolder(paper)?.uri ?? folder];
  return roots.some((root) => file.path.startsWith(`${root.path.replace(/\/$/, "")}/`)) ? file : undefined;
}

/** The folder that a paper lies in; none for one that was never saved. */
export function folderOf(paper: Uri): Uri | undefined {
  return paper.scheme === "untitled" ? undefined : Uri.joinPath(paper, "..");
}

/** The column in which the paper can be seen, or has a tab. */
function columnOf(uri: Uri): ViewColumn | undefined {
  const [visible] = editorsOf(uri);
  if (visible) return visible.viewColumn;
  const address = uri.toString();
  const group = window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === address),
  );
  return group?.viewColumn;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
