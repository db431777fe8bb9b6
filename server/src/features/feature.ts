import type { ServerCapabilities } from "vscode-languageserver";
import type { Client } from "../client.js";
import type { Session } from "../session.js";

/** A feature of the server: what it tells the client that it can do, and what does it. */
export interface Feature {
  /** What the server can do for this client by this feature. */
  readonly capabilities: (client: Client) => Partial<ServerCapabilities>;
  /** Answers the requests, and listens to what happens. Called once, before the client is known. */
  readonly register: (session: Session) => void;
  /** Asks the client for what the feature needs. Called once the client can be asked. */
  readonly start?: (session: Session) => void;
}
