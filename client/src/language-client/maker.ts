import type { Uri } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";

/**
 * Makes the client of the language server that lies in the extension's folder, not started. `#language-client` is the one
 * for the kind of VS Code that a bundle is for.
 */
export type LanguageClientMaker = (extension: Uri, options: LanguageClientOptions) => BaseLanguageClient;

/**
 * Takes a server that could not be made for one that ended, which `close` is called for: the library would never try to
 * make it again.
 */
export async function orClosed<Made>(making: Promise<Made>, close: () => Promise<void>): Promise<Made> {
  try {
    return await making;
  } catch (error) {
    // Once the start that this belongs to has failed.
    setTimeout(() => void close());
    throw error;
  }
}
