import {
  type Connection,
  DidChangeConfigurationNotification,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { Client } from "./client.js";
import { readConfiguration } from "./configuration.js";
import { features } from "./features/index.js";
import type { Host } from "./host.js";
import { configurationSection } from "./protocol.js";
import { Session } from "./session.js";

/** Serves a client over the connection until it says `exit`; the connection ends the process. */
export function serve(connection: Connection, host: Host): void {
  const session = new Session(connection, host);
  connection.onInitialize((params) => {
    session.start(params);
    return { serverInfo: { name: "Board Papers" }, capabilities: capabilitiesFor(session.client) };
  });
  connection.onInitialized(() => {
    if (session.client.registersConfiguration) registerConfiguration(session);
    configure(session);
    for (const feature of features) feature.start?.(session);
  });
  connection.onDidChangeConfiguration(() => configure(session));
  connection.onShutdown(() => session.end());
  for (const feature of features) feature.register(session);
  session.documents.listen(connection);
  connection.listen();
}

/** What the server can do for this client: what each feature can. */
function capabilitiesFor(client: Client): ServerCapabilities {
  const capabilities: ServerCapabilities = {
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  };
  return Object.assign(capabilities, ...features.map((feature) => feature.capabilities(client)));
}

function registerConfiguration({ connection }: Session): void {
  const parameters = { section: configurationSection };
  // A client that refuses does without: it was asked, and the configuration is read once all the same.
  connection.client.register(DidChangeConfigurationNotification.type, parameters).catch(() => undefined);
}

function configure(session: Session): void {
  if (!session.client.configuration) return;
  session.connection.workspace.getConfiguration(configurationSection).then(
    (answer: unknown) => {
      session.configuration = readConfiguration(answer);
    },
    (error: unknown) => session.log(error),
  );
}
