import { ViewColumn } from "vscode";
import { paperOf } from "../active-paper.js";
import { previewOf } from "../preview/preview.js";
import type { Server } from "../server.js";

export const id = "boardPapers.openPreview";

/** Opens the preview of a paper in the place of its text. */
export async function run(server: Server, file: unknown): Promise<void> {
  const uri = paperOf(file);
  if (uri) previewOf(server).open(uri, ViewColumn.Active);
}
