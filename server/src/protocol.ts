// What the server and a client of its own agree on beside the Language Server Protocol. Names and types only:
// a client imports this file and nothing else. Each method is described in docs/protocol.md.

import type { Container, FieldRule, RenumberScope, RuleSeverity, Severity } from "@board-papers/core";
import type { Position, Range, WorkspaceEdit } from "vscode-languageserver";

/** The language id of papers. A document of this language is a paper, whatever its name and front matter. */
export const paperLanguage = "board-paper";

/** The name of the file that says what the papers beside and below it are checked by. */
export const configFile = "board-paper.yaml";

/** The `source` of every diagnostic. */
export const diagnosticSource = "board-papers";

/** The `code` of diagnostics about that file. */
export const configProblemCode = "config";

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
  /** Blocks that rules about words and their tables were asked about. */
  readonly tables: number;
  /** Keys that were judged: acronyms, expansions, targets of references, figures, sentences, terms. */
  readonly keys: number;
  /** Times that a rule was asked about the paper's order. */
  readonly sequences: number;
  /** Times that a rule was asked about the paper's details. */
  readonly details: number;
  /** Findings that were made into diagnostics; the others were known from the version before. */
  readonly converted: number;
}

/** What a client says of itself in `initializationOptions`. */
export interface InitializationOptions {
  /** Those of the commands below that the client has; actions that need one of the others are not offered. */
  readonly commands?: readonly string[];
  /** Whether the client answers `boardPapers/readFile`. */
  readonly readsFiles?: boolean;
  /** Where the client has the page that has a section for each rule; diagnostics link to it. */
  readonly rulePages?: string;
}

/** Request, server to client: the text of a file that the server cannot read by itself. */
export const readFileMethod = "boardPapers/readFile";

/** The parameters of `boardPapers/readFile`. */
export interface ReadFileParams {
  readonly uri: string;
}

/** The result of `boardPapers/readFile`. The answer is an error where the file is there and cannot be read. */
export interface ReadFileResult {
  /** `null` where there is no such file. */
  readonly text: string | null;
}

/** Command of a client, run by a code action: asks for a reason, then sends `boardPapers/keep`. */
export const keepCommand = "boardPapers.keepAsItIs";

/** The one argument of `boardPapers.keepAsItIs`, which goes back in the request. */
export interface KeepArguments {
  readonly uri: string;
  /** The version of the paper that the finding is of. */
  readonly version: number;
  /** The report that the finding is in, and its place there. */
  readonly report: string;
  readonly finding: number;
  /** The finding's rule and message, to be shown. */
  readonly rule: string;
  readonly message: string;
}

/** Request: the edit that keeps a finding's place as it is. Refused when the paper has changed since. */
export const keepMethod = "boardPapers/keep";

/** The parameters of `boardPapers/keep`; its result is a `WorkspaceEdit`. */
export interface KeepParams extends Pick<KeepArguments, "uri" | "version" | "report" | "finding"> {
  /** Why it is kept, in the author's words. */
  readonly reason: string;
}

/** Command of a client, run by a code action: asks how the rule shall count, then sends `boardPapers/changeRule`. */
export const changeRuleCommand = "boardPapers.changeRule";

/** The one argument of `boardPapers.changeRule`. */
export interface ChangeRuleArguments {
  /** The paper whose `board-paper.yaml` is to say it. */
  readonly uri: string;
  readonly rule: string;
  /** How the rule counts now. */
  readonly severity: RuleSeverity;
}

/** Request: the edit of `board-paper.yaml` that makes a rule count so. */
export const changeRuleMethod = "boardPapers/changeRule";

/** The parameters of `boardPapers/changeRule`; its result is a `WorkspaceEdit`. */
export interface ChangeRuleParams {
  readonly uri: string;
  readonly rule: string;
  readonly severity: RuleSeverity;
}

/** Command of a client, run by a code action: asks for the words, then sends `boardPapers/addToGlossary`. */
export const addToGlossaryCommand = "boardPapers.addToGlossary";

/** The one argument of `boardPapers.addToGlossary`. */
export interface AddToGlossaryArguments {
  readonly uri: string;
  /** The short form as it is printed. */
  readonly short: string;
}

/** Request: the edit that puts short forms into the glossary of `board-paper.yaml`. */
export const addToGlossaryMethod = "boardPapers/addToGlossary";

/** The parameters of `boardPapers/addToGlossary`; its result is a `WorkspaceEdit`. */
export interface AddToGlossaryParams {
  readonly uri: string;
  /** Short forms and their words. */
  readonly entries: Readonly<Record<string, string>>;
}

/** Command of a client, run by a code action: goes through all short forms that a paper does not explain. */
export const explainAcronymsCommand = "boardPapers.explainAcronyms";

/** The one argument of `boardPapers.explainAcronyms`. */
export interface ExplainAcronymsArguments {
  readonly uri: string;
}

/** Request: the short forms that a paper does not explain, in its order; a list of `UnexplainedAcronym`. */
export const unexplainedAcronymsMethod = "boardPapers/unexplainedAcronyms";

/** The parameters of `boardPapers/unexplainedAcronyms`. */
export interface UnexplainedAcronymsParams {
  readonly uri: string;
}

/** A short form that a paper uses and does not explain. */
export interface UnexplainedAcronym {
  /** As it is printed where it is first used. */
  readonly short: string;
  /** How often it is used. */
  readonly uses: number;
  /** Where it is first used. */
  readonly range: Range;
  /** What it may stand for. */
  readonly suggestion?: string;
}

/** Request: the edit that explains short forms as their author answered, as far as they still are unexplained. */
export const resolveAcronymsMethod = "boardPapers/resolveAcronyms";

/** The parameters of `boardPapers/resolveAcronyms`. */
export interface ResolveAcronymsParams {
  readonly uri: string;
  readonly answers: readonly AcronymAnswer[];
}

/** The result of `boardPapers/resolveAcronyms`. */
export interface ResolveAcronymsResult {
  /** `null` where every answer is left out. */
  readonly edit: WorkspaceEdit | null;
  /** The short forms whose answers are left out: they are explained by now, or no longer used. */
  readonly left: readonly string[];
}

/** What is to become of a short form; one without an answer is left as it is. */
export type AcronymAnswer =
  | {
      readonly short: string;
      /**
       * Spelled out where it is first used, among the paper's details, or in the glossary of `board-paper.yaml`.
       */
      readonly how: "here" | "paper" | "glossary";
      /** What it stands for. */
      readonly words: string;
    }
  | {
      readonly short: string;
      /** Listed in `board-paper.yaml` as one that needs no explanation. */
      readonly how: "ignore";
    };

/** Request: whether a document that the server has not been given is a paper; `true` or `false`. */
export const isPaperMethod = "boardPapers/isPaper";

/** The parameters of `boardPapers/isPaper`. */
export interface IsPaperParams {
  readonly uri: string;
  /** Its text, of which the front matter is enough. */
  readonly text: string;
}

/** Request: the templates that a new paper can follow; a list of `TemplateChoice`. */
export const templatesMethod = "boardPapers/templates";

/** The parameters of `boardPapers/templates`. */
export interface TemplatesParams {
  /** The folder that the paper is to lie in, or a file in it. It need not exist. None where that is not known yet. */
  readonly uri?: string;
}

/** A template that a paper can follow. */
export interface TemplateChoice {
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  /** Whether papers that name no template follow it. */
  readonly isDefault: boolean;
  /** The paper details that it requires or recommends, in order. */
  readonly fields: readonly FieldRule[];
}

/** Request: the text of a new paper. */
export const newPaperMethod = "boardPapers/newPaper";

/** The parameters of `boardPapers/newPaper`. */
export interface NewPaperParams {
  /** The folder that it is to lie in, or a file in it. None where that is not known yet. */
  readonly uri?: string;
  /** The template's name. */
  readonly template: string;
  /** Texts by field name; what is needed and not answered is marked as to be written. */
  readonly answers: Readonly<Record<string, string>>;
}

/** The result of `boardPapers/newPaper`. */
export interface NewPaper {
  readonly text: string;
}

/** Request: says where an open paper is to lie that has no folder yet. The result is `null`. */
export const placeMethod = "boardPapers/place";

/** The parameters of `boardPapers/place`. */
export interface PlaceParams {
  readonly uri: string;
  /** The folder, which need not exist, with or without a slash at its end. A Markdown file stands for its folder. */
  readonly at: string;
}

/** Request: the edit that numbers a paper's paragraphs anew. */
export const renumberMethod = "boardPapers/renumber";

/** The parameters of `boardPapers/renumber`. */
export interface RenumberParams {
  readonly uri: string;
  readonly scope: RenumberScope;
  /** In the paragraph that it starts from; not needed for the whole paper. */
  readonly position?: Position;
}

/** The result of `boardPapers/renumber`. */
export interface RenumberResult {
  /** `null` where every number is as it would be. */
  readonly edit: WorkspaceEdit | null;
  /** References that are left as they are for a person to decide, and why. */
  readonly left: readonly { readonly range: Range; readonly message: string }[];
}

/** Request: an open paper as one web page. */
export const pageMethod = "boardPapers/page";

/** The parameters of `boardPapers/page`. */
export interface PageParams {
  readonly uri: string;
  /** The bytes of pictures in base 64, by their addresses in the paper; `null` for one that cannot be read. */
  readonly pictures?: Readonly<Record<string, string | null>>;
}

/** The result of `boardPapers/page`. */
export interface Page {
  /** The page, a whole file. */
  readonly html: string;
  /** The pictures of the paper's folder that were not given: their addresses, and their paths from that folder. */
  readonly wanted: readonly { readonly address: string; readonly path: string }[];
  /** The addresses of pictures that are not shown: elsewhere, not to be read, or of no kind that is shown. */
  readonly left: readonly string[];
}

/** Request: what a paper looks like, as what has changed since an answer before. `null` for what is no open paper. */
export const previewMethod = "boardPapers/preview";

/** The parameters of `boardPapers/preview`. */
export interface PreviewParams {
  readonly textDocument: { readonly uri: string };
  /** The `resultId` of the answer that the client shows. Without it everything is told. */
  readonly previous?: string;
  /** The address by which the client shows the paper's folder. Without it no pictures are shown. */
  readonly images?: string;
}

/** The result of `boardPapers/preview`. */
export interface PreviewChanges {
  readonly resultId: string;
  /** The version of the document that is shown. */
  readonly version: number;
  /** The answer that the changes follow; `null` where they start from nothing. */
  readonly since: string | null;
  /** Blocks that are new, or not as they were. */
  readonly blocks: readonly PreviewBlock[];
  /** Where the list of blocks, in the order in which they are shown, is another; `null` where it is the same. */
  readonly order: PreviewSplice | null;
  /** How far blocks stand lower in the source than before, other than those in `blocks`. */
  readonly shifts: readonly PreviewShift[];
}

/** At `start`, `removed` blocks go, and those with the ids `inserted` come. */
export interface PreviewSplice {
  readonly start: number;
  readonly removed: number;
  readonly inserted: readonly string[];
}

/** From the `start`th block of the new order on, up to the next shift, blocks stand `by` lines lower. */
export interface PreviewShift {
  readonly start: number;
  readonly by: number;
}

/** A block of a paper as it is shown. */
export interface PreviewBlock {
  readonly id: string;
  /** One element without script and style, safe to insert; empty for a block that shows nothing. */
  readonly html: string;
  /** The elements around it, outermost first; neighbours share those with the same id. */
  readonly within: readonly Container[];
  /** Its first line in the source, from 0. */
  readonly startLine: number;
  readonly lineCount: number;
  /** What was found in it: an element with `data-finding="0"` is where the first of these was found. */
  readonly findings: readonly PreviewFinding[];
}

/** What was found in a block. */
export interface PreviewFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Where it starts: the line counted from the block's first. */
  readonly line: number;
  readonly character: number;
}

/**
 * Notification, server to client: the paper may no longer look as it was last told. It is sent once, and again only after
 * the client has asked.
 */
export const previewChangedMethod = "boardPapers/previewChanged";

/** The parameters of `boardPapers/previewChanged`. */
export interface PreviewChangedParams {
  readonly uri: string;
}
