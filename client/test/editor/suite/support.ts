// What the suites have in common: folders of their own, papers in editors, and waiting for what the editor shows. A suite
// waits for a state and not for a time: what has been asked of the editor is there once everything about it holds.

import { AssertionError } from "chai";
import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  languages,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";

/** How long something may take that the editor does by itself, in ms. */
const patience = 30_000;
/** How often it is looked for, in ms. */
const pace = 20;

/** The folders of the workspace: the sample papers' one, and one with a `board-paper.yaml` of its own. */
export type FolderName = "northshire" | "southmere";

/** A folder of the workspace. */
export function folderOf(name: FolderName): Uri {
  const folder = workspace.workspaceFolders?.find((it) => it.name === name);
  if (!folder) throw new Error(`The workspace has no folder “${name}”.`);
  return folder.uri;
}

/** Files that tests of one `describe` make. They go after each test, with the editors that show them. */
export interface Files {
  /** Writes a file into a folder that this test alone has; gives its address. */
  write(name: string, text: string, folder?: FolderName): Promise<Uri>;
  /** Writes a file there, and shows it. */
  open(name: string, text: string, folder?: FolderName): Promise<TextDocument>;
}

let tests = 0;

/** Gives tests a folder each, below a folder of the workspace. */
export function useFiles(): Files {
  let name = "";
  beforeEach(() => {
    tests += 1;
    name = `test-${tests}`;
  });
  afterEach(async () => {
    await closeEditors();
    for (const folder of ["northshire", "southmere"] as const)
      await removed(Uri.joinPath(folderOf(folder), name));
  });
  const write: Files["write"] = async (file, text, folder = "northshire") => {
    const uri = Uri.joinPath(folderOf(folder), name, file);
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return uri;
  };
  return { write, open: async (...file) => show(await write(...file)) };
}

/**
 * Shows a file as a click in the explorer would. A document that the suite itself asked for would stay open for minutes
 * after its tab is closed.
 */
export async function show(uri: Uri): Promise<TextDocument> {
  await commands.executeCommand("vscode.open", uri);
  return (await editorOf(uri)).document;
}

/** The editor that shows a file, once there is one. */
export function editorOf(uri: Uri): Promise<TextEditor> {
  return eventually(`an editor for ${nameOf(uri)}`, () => {
    const editor = window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() ? editor : undefined;
  });
}

/** Closes all editors. What is not saved is given up. */
export async function closeEditors(): Promise<void> {
  // The editor itself may be writing its settings: those are not for the suite to give up.
  const isOurs = ({ uri }: TextDocument): boolean =>
    uri.scheme === "untitled" || workspace.getWorkspaceFolder(uri) !== undefined;
  for (const document of workspace.textDocuments.filter((it) => it.isDirty && isOurs(it))) {
    await window.showTextDocument(document);
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await commands.executeCommand("workbench.action.closeAllEditors");
}

/** Writes a file's text, on the disk. */
export async function save(uri: Uri, text: string): Promise<void> {
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** A file's text, as it is on the disk. */
export async function onDisk(uri: Uri): Promise<string> {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await workspace.fs.readFile(uri));
}

async function removed(uri: Uri): Promise<void> {
  const isThere = await workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (isThere) await workspace.fs.delete(uri, { recursive: true });
}

/**
 * What a probe gives, once that is something. Rejects after a while, and says what was waited for, and why the probe was
 * last at odds.
 */
export async function eventually<Value>(
  what: string,
  probe: () => Value | undefined | Promise<Value | undefined>,
  reason: () => string = () => "",
): Promise<Value> {
  const deadline = Date.now() + patience;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    if (Date.now() > deadline) throw new AssertionError(`There never was ${what}. ${reason()}`);
    await new Promise((resolve) => setTimeout(resolve, pace));
  }
}

/**
 * Waits until a document has exactly these findings, each written as `line:from-to severity rule message` with lines and
 * characters as the editor shows them. `…` at the end stands for the rest of a message.
 */
export async function finds(document: { readonly uri: Uri }, expected: readonly string[]): Promise<void> {
  const { uri } = document;
  const agrees = (): boolean => {
    const found = findingsOf(uri).map(described);
    return found.length === expected.length && found.every((it, i) => isSaid(it, expected[i] ?? ""));
  };
  await eventually(
    `a ${nameOf(uri)} with just the findings\n  ${expected.join("\n  ") || "(none)"}\n`,
    () => agrees() || undefined,
    () => `There were\n  ${findingsOf(uri).map(described).join("\n  ") || "(none)"}`,
  );
}

/** What Board Papers finds in a document, as the editor knows it now, in the order of the text. */
export function findingsOf(uri: Uri): Diagnostic[] {
  return languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === "board-papers")
    .toSorted((a, b) => a.range.start.compareTo(b.range.start));
}

/** The finding of a rule, of which there is one. */
export function findingOf(uri: Uri, rule: string): Diagnostic {
  const [finding, another] = findingsOf(uri).filter((it) => ruleOf(it) === rule);
  if (!finding || another) throw new AssertionError(`${nameOf(uri)} should have one finding of ${rule}.`);
  return finding;
}

/** The rule that a finding names. */
export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

function described(diagnostic: Diagnostic): string {
  const { start, end } = diagnostic.range;
  const last = start.line === end.line ? "" : `${end.line + 1}:`;
  const place = `${start.line + 1}:${start.character + 1}-${last}${end.character + 1}`;
  const severity = DiagnosticSeverity[diagnostic.severity].toLowerCase();
  return `${place} ${severity} ${ruleOf(diagnostic)} ${diagnostic.message}`;
}

function isSaid(found: string, expected: string): boolean {
  return expected.endsWith("…") ? found.startsWith(expected.slice(0, -1)) : found === expected;
}

function nameOf(uri: Uri): string {
  return uri.path.replace(/^.*\//, "");
}

/** Writes words in the place of others, as an author does: in the editor, not on the disk. */
export async function type(document: TextDocument, words: string, others: string): Promise<void> {
  const at = document.getText().indexOf(words);
  if (at < 0) throw new Error(`${nameOf(document.uri)} does not say “${words}”.`);
  const range = new Range(document.positionAt(at), document.positionAt(at + words.length));
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, range, others);
  if (!(await workspace.applyEdit(edit))) throw new AssertionError("The editor refused to write.");
}
