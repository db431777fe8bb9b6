import type { Server } from "../server.js";

/** A command of the extension: the file that has it exports its `id` and what it does as `run`. */
export interface Command {
  /** As in the manifest. */
  readonly id: string;
  /** The arguments come from menus, key bindings and code actions; anything may stand there. */
  run(server: Server, ...args: unknown[]): Promise<unknown>;
}
