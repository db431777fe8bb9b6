import { activePaper } from "../active-paper.js";
import { makePage } from "../page.js";
import { askPlace, save } from "../save-export.js";
import type { Server } from "../server.js";

export const id = "boardPapers.exportPage";

/** Saves the active paper, as it is in the editor, as a web page. */
export async function run(server: Server): Promise<void> {
  const document = activePaper()?.document;
  const place = document && (await askPlace(document, "html"));
  if (!place) return;
  await save(place, new TextEncoder().encode(await makePage(server, document)));
}
