// Edits as a client takes them.

import { applyEdits, type TextEdit } from "@board-papers/core";
import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  CreateFile,
  TextEdit as LspTextEdit,
  TextDocumentEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Client } from "./client.js";
import type { Configs } from "./configs.js";
import { toTextEdits } from "./convert.js";
import type { PaperDocument } from "./document.js";
import { configFile } from "./protocol.js";
import { refusal } from "./refusal.js";

/** The edits of one document. */
export interface DocumentEdits {
  readonly uri: string;
  /** The version that they are for; `null` for a file that is not open. */
  readonly version: number | null;
  readonly edits: readonly (LspTextEdit | AnnotatedTextEdit)[];
  /** Whether the file has to be made first. */
  readonly isNew?: boolean;
}

/** Edits of documents as one edit, to be made all or not at all. Annotations are for clients that take them. */
export function workspaceEdit(
  documents: readonly DocumentEdits[],
  { versionedEdits }: Client,
  changeAnnotations?: Record<string, ChangeAnnotation>,
): WorkspaceEdit {
  if (!versionedEdits) return { changes: Object.fromEntries(documents.map((it) => [it.uri, [...it.edits]])) };
  const documentChanges = documents.flatMap(({ uri, version, edits, isNew }) => {
    const changes: (CreateFile | TextDocumentEdit)[] = [];
    if (isNew) changes.push({ kind: "create", uri, options: { ignoreIfExists: true } });
    changes.push({ textDocument: { uri, version }, edits: [...edits] });
    return changes;
  });
  return { documentChanges, ...(changeAnnotations && { changeAnnotations }) };
}

/** Edits of a paper. */
export function paperEdits(
  { uri, version, paper }: PaperDocument,
  edits: readonly TextEdit[],
): DocumentEdits {
  return { uri, version, edits: toTextEdits(paper, edits) };
}

/** The files and the client that an edit of a `board-paper.yaml` is for. */
interface ConfigWriter {
  readonly configs: Configs;
  readonly client: Client;
}

/** Whether there is a `board-paper.yaml` for a document to edit, or the client can make one. */
export function hasConfigToEdit({ configs, client }: ConfigWriter, uri: string): boolean {
  return configs.fileFor(uri) !== undefined || (client.createsFiles && configs.newFileUri(uri) !== undefined);
}

/**
 * Edits of the `board-paper.yaml` that holds for a document, which is made where there is none. `make` gives the edits of
 * its text. Refused where that cannot be.
 */
export function configEdits(
  writer: ConfigWriter,
  uri: string,
  make: (text: string) => readonly TextEdit[] | undefined,
): DocumentEdits {
  const file = writer.configs.fileFor(uri);
  if (!file) return newConfig(writer, uri, make);
  const { text, version } = file;
  if (text === undefined)
    throw refusal(`${configFile} cannot be read, so it is not changed. Try again once it can be opened.`);
  const edits = make(text);
  if (!edits)
    throw refusal(
      `${configFile} cannot be changed as it is. Open it, put right what is said there, and try again.`,
    );
  const lines = TextDocument.create(file.uri, "yaml", 0, text);
  const placed = edits.map((it) => ({
    range: { start: lines.positionAt(it.start), end: lines.positionAt(it.end) },
    newText: it.text,
  }));
  return { uri: file.uri, version, edits: placed };
}

function newConfig(
  { configs, client }: ConfigWriter,
  document: string,
  make: (text: string) => readonly TextEdit[] | undefined,
): DocumentEdits {
  const uri = configs.newFileUri(document);
  if (uri === undefined)
    throw refusal("Save the paper first: what is set for it is kept in a file beside it.");
  const newText = applyEdits("", make("") ?? []);
  if (!client.createsFiles || newText === undefined)
    throw refusal(
      `There is no ${configFile} yet. Make an empty one in the folder of your papers, and try again.`,
    );
  const start = { line: 0, character: 0 };
  return { uri, version: null, edits: [{ range: { start, end: start }, newText }], isNew: true };
}
