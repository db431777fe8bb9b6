import { type ClientCapabilities, MarkupKind, ResourceOperationKind } from "vscode-languageserver";
import type { InitializationOptions } from "./protocol.js";

/** What the client can do, as far as the server asks. */
export interface Client {
  /** It asks for diagnostics; others are sent them. */
  readonly pullsDiagnostics: boolean;
  /** It shows the places that belong to a diagnostic. */
  readonly relatedInformation: boolean;
  /** It takes code actions, and not only commands. */
  readonly codeActions: boolean;
  /** It asks for a code action's edit when the action is chosen. */
  readonly resolvesEdits: boolean;
  /** It shows a few words behind a completion's label. */
  readonly labelDetails: boolean;
  /** It takes two ranges for a completion: what to replace where words are put in, and where they are typed over. */
  readonly insertReplace: boolean;
  /** It shows Markdown where somebody points at something, and not only plain words. */
  readonly markdownHover: boolean;
  /** It checks the version of the document that an edit is for. */
  readonly versionedEdits: boolean;
  /** It answers questions about its configuration. */
  readonly configuration: boolean;
  /** It can be asked to tell when its configuration changes. */
  readonly registersConfiguration: boolean;
  /** It can be asked to tell when files change. */
  readonly registersFiles: boolean;
  /** It asks for all diagnostics again when it is told to. */
  readonly refreshesDiagnostics: boolean;
  /** It tells of its workspace folders when they change. */
  readonly workspaceFolders: boolean;
  /** It makes files that an edit begins with. */
  readonly createsFiles: boolean;
  /** It shows edits with an annotation before they are made. */
  readonly annotatedEdits: boolean;
  /** It reads files for the server that the server cannot read. */
  readonly readsFiles: boolean;
  /** Where it has the page that has a section for each rule. */
  readonly rulePages: string | undefined;
  /** The commands of its own that code actions may run. */
  readonly commands: ReadonlySet<string>;
}

/** Reads a client's capabilities and its `initializationOptions`, which may be anything. What is not said is not there. */
export function readClient({ textDocument, workspace }: ClientCapabilities, options?: unknown): Client {
  const { codeAction, completion, hover } = textDocument ?? {};
  const { documentChanges, resourceOperations, changeAnnotationSupport } = workspace?.workspaceEdit ?? {};
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
    codeActions: codeAction?.codeActionLiteralSupport !== undefined,
    resolvesEdits:
      codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes("edit") === true,
    labelDetails: completion?.completionItem?.labelDetailsSupport === true,
    insertReplace: completion?.completionItem?.insertReplaceSupport === true,
    markdownHover: hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    versionedEdits: documentChanges === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    createsFiles:
      documentChanges === true && resourceOperations?.includes(ResourceOperationKind.Create) === true,
    annotatedEdits: documentChanges === true && changeAnnotationSupport !== undefined,
    ...readOptions(options),
  };
}

function readOptions(options: unknown): Pick<Client, "commands" | "readsFiles" | "rulePages"> {
  const said = (options ?? {}) as Partial<Record<keyof InitializationOptions, unknown>>;
  const { commands, readsFiles, rulePages } = said;
  return {
    readsFiles: readsFiles === true,
    rulePages: typeof rulePages === "string" ? rulePages : undefined,
    commands: new Set(Array.isArray(commands) ? commands.filter((it) => typeof it === "string") : []),
  };
}
