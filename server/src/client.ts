import type { ClientCapabilities } from "vscode-languageserver";

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
  /** It checks the version of the document that an edit is for. */
  readonly versionedEdits: boolean;
  /** It answers questions about its configuration. */
  readonly configuration: boolean;
  /** It can be asked to tell when its configuration changes. */
  readonly registersConfiguration: boolean;
}

/** Reads a client's capabilities. What is not said is not there. */
export function readClient({ textDocument, workspace }: ClientCapabilities): Client {
  const { codeAction } = textDocument ?? {};
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
    codeActions: codeAction?.codeActionLiteralSupport !== undefined,
    resolvesEdits:
      codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes("edit") === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
  };
}
