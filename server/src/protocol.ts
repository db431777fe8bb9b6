// What the server and a client of its own agree on beside the Language Server Protocol. Names and types only:
// a client imports this file and nothing else. Each method is described in docs/protocol.md.

/** The language id of papers. A document of this language is a paper, whatever its name and front matter. */
export const paperLanguage = "board-paper";

/** The section of the client's configuration that is asked for. */
export const configurationSection = "boardPapers";

/** The kind of the code actions that number paragraphs anew. */
export const renumberKind = "refactor.rewrite.boardPapers.renumber";

/** The kind of the code action that applies every safe fix. */
export const fixAllKind = "source.fixAll.boardPapers";

/** Request, client to server: how much was done for the newest version of a paper. `null` for what is no paper. */
export const workMethod = "boardPapers/work";

/** The parameters of `boardPapers/work`. */
export interface WorkParams {
  readonly textDocument: { readonly uri: string };
}

/** The result of `boardPapers/work`. */
export interface Work {
  /** The version of the document that the counts are about. */
  readonly version: number;
  /** Blocks whose boundaries were looked for. */
  readonly split: number;
  /** Blocks that were parsed. */
  readonly parsed: number;
  /** Blocks that block and neighbour rules were asked about. */
  readonly blocks: number;
  /** Keys (an acronym, an expansion, what a reference names) that were judged. */
  readonly keys: number;
  /** Times that a rule was asked about the paper's order. */
  readonly sequences: number;
  /** Findings that were made into diagnostics; the others were known from the version before. */
  readonly converted: number;
}
