import { ViewColumn } from "vscode";
import { paperOf } from "../active-paper.js";
import { previewOf } from "../preview/preview.js";
import type { Server } from "../server.js";

export const id = "boardPapers.openPreviewToSide";

/** Opens the preview of a paper beside it, and leaves the cursor where it is. */
export async function run(server: Server, file: unknown): Promise<void> {
  const uri = paperOf(file);
  if (uri) previewOf(server).open(uri, ViewColumn.Beside);
}
