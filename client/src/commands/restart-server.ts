import type { Server } from "../server.js";

export const id = "boardPapers.restartServer";

/** Starts the language server anew; findings are looked for again. */
export async function run(server: Server): Promise<void> {
  await server.restart();
}
