import type { Uri } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";

/**
 * Makes the client of the language server that lies in the extension's folder, not started. `#language-client` is the one
 * for the kind of VS Code that a bundle is for.
 */
export type LanguageClientMaker = (extension: Uri, options: LanguageClientOptions) => BaseLanguageClient;
