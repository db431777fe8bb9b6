import type { Server } from "../server.js";

export const id = "boardPapers.showLog";

/** Opens the output of the extension. */
export async function run(server: Server): Promise<void> {
  server.showLog();
}
