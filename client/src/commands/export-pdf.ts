import { env, ProgressLocation, type Uri, window, workspace } from "vscode";
import { print } from "#print";
import { activePaper } from "../active-paper.js";
import { makePage } from "../page.js";
import { askPlace, save } from "../save-export.js";
import type { Server } from "../server.js";

export const id = "boardPapers.exportPdf";

/** Saves the active paper as a PDF. Where no browser can print one, the page is saved and opened, to be printed. */
export async function run(server: Server): Promise<void> {
  const document = activePaper()?.document;
  const place = document && (await askPlace(document, "pdf"));
  if (!place) return;
  const page = await makePage(server, document);
  const printed = await window.withProgress(
    { location: ProgressLocation.Notification, title: "Printing the paper into a PDF…" },
    () => print(page),
  );
  if (printed.kind === "pdf") await save(place, printed.bytes);
  else await offerPrinting(printed.sentence, place, page);
}

/** The page beside where the PDF was to be; a file of that name may be anybody's, so a free one is taken. */
async function offerPrinting(sentence: string, place: Uri, page: string): Promise<void> {
  const open = "Open the Page to Print It";
  const answer = await window.showWarningMessage(sentence, open);
  if (answer !== open) return;
  const file = await freeName(place.with({ path: place.path.replace(/\.pdf$/i, "") }));
  await workspace.fs.writeFile(file, new TextEncoder().encode(page));
  await env.openExternal(file);
}

async function freeName(base: Uri): Promise<Uri> {
  for (let number = 1; ; number++) {
    const file = base.with({ path: `${base.path}${number === 1 ? "" : `-${number}`}.html` });
    try {
      await workspace.fs.stat(file);
    } catch {
      return file;
    }
  }
}
