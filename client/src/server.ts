// The language server as the rest of the extension sees it. It runs in a process or a Web Worker of its own and is started
// again when it crashes.

import {
  configFile,
  type InitializationOptions,
  paperLanguage,
  type ReadFileParams,
  type ReadFileResult,
  readFileMethod,
  renumberKind,
} from "@board-papers/server/protocol";
import {
  type CancellationToken,
  type Disposable,
  type Event,
  type ExtensionContext,
  Uri,
  type WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import {
  type BaseLanguageClient,
  DiagnosticPullMode,
  DocumentDiagnosticRequest,
  type LanguageClientOptions,
  type WorkspaceEdit as ServerEdit,
  State,
} from "vscode-languageclient";
import { makeLanguageClient } from "#language-client";
import { previewed } from "./apply.js";
import { linkToRule } from "./commands/open-rule.js";
import { readText } from "./read-text.js";
import { servedSchemes } from "./served.js";
import { affectsCheck, checkSetting } from "./settings.js";

/** What commands and status ask of the language server. */
export interface Server {
  /** Whether it runs. */
  readonly isRunning: boolean;
  /** Fires when it has started, crashed or stopped. */
  readonly onDidChangeState: Event<unknown>;
  /** Where the extension's files are. */
  readonly extensionUri: Uri;
  /** Sends a request of docs/protocol.md. Rejects with a sentence for the user when it is refused. */
  request<Result>(method: string, parameters: object, token?: CancellationToken): Promise<Result>;
  /** Listens to a notification of docs/protocol.md, also after a restart. */
  onNotification<Params>(method: string, listener: (params: Params) => void): Disposable;
  /** The edit as the editor takes it, which no longer says for which versions it is. */
  toEdit(edit: ServerEdit): Promise<WorkspaceEdit>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** Shows the output of the extension. */
  showLog(): void;
  /** Writes an error into the output of the extension. */
  log(error: unknown): void;
}

/** Starts the language server, which offers code actions for these commands. */
export async function startServer(context: ExtensionContext, commands: readonly string[]): Promise<Server> {
  const rulePages = Uri.joinPath(context.extensionUri, "docs/rules.md").toString();
  // Made here, and not by the client library, which throws the log away whenever the server is stopped.
  const outputChannel = window.createOutputChannel("Board Papers", { log: true });
  const client = makeLanguageClient(context.extensionUri, {
    ...clientOptions({ commands, rulePages, readsFiles: true }),
    outputChannel,
  });
  context.subscriptions.push(client, outputChannel);
  client.onRequest(readFileMethod, async ({ uri }: ReadFileParams): Promise<ReadFileResult> => {
    return { text: (await readText(client.protocol2CodeConverter.asUri(uri))) ?? null };
  });
  context.subscriptions.push(
    workspace.onDidChangeConfiguration((change) => {
      if (affectsCheck(change)) askAgain(client);
    }),
  );
  // The client library says so when the server does not start; the status item offers to try again.
  await client.start().catch((error: unknown) => client.error("The start failed.", error, false));
  return {
    get isRunning() {
      return client.state === State.Running;
    },
    onDidChangeState: client.onDidChangeState,
    extensionUri: context.extensionUri,
    async request(method, parameters, token) {
      if (client.state !== State.Running)
        throw new Error("Board Papers is not running. “Board Papers: Restart the Server” starts it again.");
      // The library takes an absent token, where it is named, for another parameter.
      return token ? client.sendRequest(method, parameters, token) : client.sendRequest(method, parameters);
    },
    onNotification: (method, listener) => client.onNotification(method, listener),
    toEdit: (edit) => client.protocol2CodeConverter.asWorkspaceEdit(edit),
    async restart() {
      // One that does not answer has to make room all the same.
      if (client.state === State.Running)
        await client.stop().catch((error: unknown) => client.error("The stop failed.", error, false));
      await client.start();
    },
    stop: () => client.stop(),
    showLog: () => outputChannel.show(),
    log: (error) => client.error("A command failed.", error, false),
  };
}

/** Has the diagnostics of all papers asked for: some may have been left unsaid until they would be saved. */
function askAgain(client: BaseLanguageClient): void {
  const feature = client.getFeature(DocumentDiagnosticRequest.method);
  const providers = workspace.textDocuments.map((it) => feature.getProvider(it));
  // There is one for all documents.
  providers.find((it) => it !== undefined)?.onDidChangeDiagnosticsEmitter.fire();
}

function clientOptions(initializationOptions: InitializationOptions): LanguageClientOptions {
  return {
    documentSelector: servedSchemes().flatMap((scheme) => [
      { scheme, language: paperLanguage },
      // The text of a configuration that is not saved yet holds, too.
      { scheme, pattern: `**/${configFile}` },
    ]),
    initializationOptions,
    // Without a question that the start would wait for: the status item offers to try again.
    initializationFailedHandler: () => false,
    diagnosticPullOptions: {
      onChange: true,
      onSave: true,
      filter: (document, mode) =>
        mode === DiagnosticPullMode.onType && checkSetting(document.uri) === "onSave",
    },
    middleware: {
      async resolveCodeAction(action, token, next) {
        const resolved = await next(action, token);
        if (resolved?.edit && resolved.kind?.value === renumberKind)
          resolved.edit = previewed(resolved.edit, resolved.title);
        return resolved;
      },
      async provideDiagnostics(document, previousResultId, token, next) {
        const report = await next(document, previousResultId, token);
        if (report && "items" in report) report.items.forEach(linkToRule);
        return report;
      },
    },
  };
}
