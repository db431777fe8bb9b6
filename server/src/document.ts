// The documents that the client has open. A paper is held as core's immutable blocks, so that a keystroke costs
// the edit; any other text as the plain document that costs next to nothing.

import { isPaper, type Paper, paperText, parsePaper, updatePaper } from "@board-papers/core";
import {
  type Position,
  type Range,
  TextDocument,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver-textdocument";
import { isConfigUri } from "./config-uris.js";
import type { Terms } from "./configs.js";
import { toEdit, toOffset, toPosition, toSpan } from "./convert.js";
import { paperLanguage } from "./protocol.js";

/** A document that is no paper is one that could still become one. */
export type OpenDocument = PaperDocument | TextDocument;

/** Blocks looked for and parsed since the version before. */
interface UpdateWork {
  readonly split: number;
  readonly parsed: number;
}

/** Front matter that makes a plain Markdown file a paper is looked for in this much of it. */
const head = { lines: 500, characters: 50_000 };

/** One version of a document that is, or a moment ago was, a paper. Immutable. */
export class PaperDocument implements TextDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly paper: Paper;
  /** False once an edit or a change of its terms has taken away what made it one: there is nothing to say then. */
  readonly isPaper: boolean;
  readonly work: UpdateWork;

  constructor(
    { uri, languageId, version }: Pick<TextDocument, "uri" | "languageId" | "version">,
    paper: Paper,
    isPaper: boolean,
    work: UpdateWork = paper.work,
  ) {
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
    this.paper = paper;
    this.isPaper = isPaper;
    this.work = work;
  }

  get lineCount(): number {
    return this.paper.lineCount;
  }

  getText(range?: Range): string {
    if (range === undefined) return paperText(this.paper);
    const { start, end } = toSpan(this.paper, range);
    return slice(this.paper, start, end);
  }

  positionAt(offset: number): Position {
    return toPosition(this.paper, offset);
  }

  offsetAt(position: Position): number {
    return toOffset(this.paper, position);
  }

  getLineRange(line: number): Range {
    const known = Math.min(line, this.lineCount - 1);
    return { start: this.positionAt(this.#lineStart(known)), end: this.positionAt(this.#lineEnd(known)) };
  }

  getEOLCharacters(line: number): string {
    if (line < 0 || line >= this.lineCount) return "";
    return slice(this.paper, this.#lineEnd(line), this.#lineStart(line + 1));
  }

  #lineStart(line: number): number {
    return this.offsetAt({ line, character: 0 });
  }

  #lineEnd(line: number): number {
    return this.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
  }
}

/** The document of a text that the client has opened. */
export function openDocument(
  uri: string,
  languageId: string,
  version: number,
  text: string,
  terms: Terms,
): OpenDocument {
  const plain = TextDocument.create(uri, languageId, version, text);
  return asPaper(plain, terms) ?? plain;
}

/** The same version of a document under other terms, which may make it a paper or no longer let it be one. */
export function judgeDocument(document: OpenDocument, terms: Terms): OpenDocument {
  if (!(document instanceof PaperDocument)) return asPaper(document, terms) ?? document;
  const { paper, isPaper, work } = document;
  const stays = isPaperText(document, firstBlock(paper), terms);
  return stays === isPaper ? document : new PaperDocument(document, paper, stays, work);
}

/** The document after changes, each of which is in the lines and characters that the one before it left. */
export function updateDocument(
  document: OpenDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
  terms: Terms,
): OpenDocument {
  if (document instanceof PaperDocument) return updatePaperDocument(document, changes, version, terms);
  const next = TextDocument.update(document, [...changes], version);
  const nearHead = changes.some((change) => !("range" in change) || change.range.start.line < head.lines);
  return (nearHead && asPaper(next, terms)) || next;
}

function updatePaperDocument(
  document: PaperDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
  terms: Terms,
): PaperDocument {
  const { uri, languageId } = document;
  let { paper } = document;
  let [split, parsed] = [0, 0];
  for (const change of changes) {
    // A text sent as a whole is mostly the one that was there, whose blocks are used again.
    const edit =
      "range" in change ? toEdit(paper, change) : { start: 0, end: paper.length, text: change.text };
    paper = updatePaper(paper, [edit]);
    split += paper.work.split;
    parsed += paper.work.parsed;
  }
  const [before, after] = [firstBlock(document.paper), firstBlock(paper)];
  const stays = before === after ? document.isPaper : isPaperText(document, after, terms);
  return new PaperDocument({ uri, languageId, version }, paper, stays, { split, parsed });
}

/** The text of the block where the front matter would stand. */
function firstBlock({ chunks }: Paper): string {
  const [first, second] = chunks[0]?.blocks ?? [];
  return first?.kind === "blank" ? (second?.text ?? "") : (first?.text ?? "");
}

function asPaper(document: TextDocument, terms: Terms): PaperDocument | undefined {
  const text = document.getText();
  if (!isPaperText(document, text.slice(0, head.characters), terms)) return undefined;
  return new PaperDocument(document, parsePaper(text), true);
}

/** Whether a text is a paper by its language, its name, the top of its text or what lists it. */
export function isPaperText(
  { uri, languageId }: Pick<TextDocument, "uri" | "languageId">,
  top: string,
  { settings, isListed }: Terms,
): boolean {
  if (languageId === paperLanguage) return true;
  // A `board-paper.yaml` may start like front matter, and a glob may be a wide one.
  if (isConfigUri(uri)) return false;
  return isListed || isPaper(fileName(uri), top.replace(/^\uFEFF/, ""), settings);
}

function fileName(uri: string): string {
  const name = uri.replace(/[?#].*$/, "").replace(/^.*\//, "");
  try {
    return decodeURIComponent(name);
  } catch {
    // A stray "%" says nothing about the extension.
    return name;
  }
}

function slice({ chunks, starts }: Paper, start: number, end: number): string {
  let text = "";
  chunks.forEach((chunk, i) => {
    const at = starts[i]?.offset ?? 0;
    if (at >= end || at + chunk.length <= start) return;
    chunk.blocks.forEach((block, j) => {
      const from = at + (chunk.offsets[j] ?? 0);
      if (from < end && from + block.text.length > start)
        text += block.text.slice(Math.max(start - from, 0), Math.max(end - from, 0));
    });
  });
  return text;
}
