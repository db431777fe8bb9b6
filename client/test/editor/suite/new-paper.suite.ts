import { expect } from "chai";
import { commands, type TextDocument, Uri, window, workspace } from "vscode";
import { provideCopies, showCopy } from "./copies.js";
import { paperOf } from "./paper.js";
import { eventually, finds, folderOf, onDisk, useFiles } from "./support.js";

describe("a new paper", () => {
  useFiles();

  it("follows the workspace's templates where no paper can lie beside what is shown", async () => {
    const copies = provideCopies(paperOf("1. The meeting opened."));
    try {
      await showCopy("copy.paper.md");
      const paper = await newPaper();
      expect(paper.getText()).to.contain("template: northshire");
    } finally {
      copies.dispose();
    }
  });

  it("beside a file in no folder of the workspace has its board-paper.yaml made there", async () => {
    const folder = Uri.joinPath(folderOf("northshire"), "../loose");
    const file = Uri.joinPath(folder, "old.paper.md");
    await workspace.fs.writeFile(file, new TextEncoder().encode(paperOf("1. The meeting opened.")));
    try {
      const { uri } = await newPaper(file);
      const change = { uri: uri.toString(), rule: "table-total", severity: "warning" };
      const config = Uri.joinPath(folder, "board-paper.yaml");
      await answering(commands.executeCommand("boardPapers.changeRule", change));
      expect(await onDisk(config)).to.contain("table-total: error");
      await finds({ uri: config }, []);
    } finally {
      await workspace.fs.delete(folder, { recursive: true });
    }
  });
});

/** Has a new paper made with what is offered first. */
async function newPaper(place?: Uri): Promise<TextDocument> {
  await answering(commands.executeCommand("boardPapers.newPaper", place));
  const document = window.activeTextEditor?.document;
  if (!document?.isUntitled) throw new Error("There is no new paper.");
  return document;
}

/** Waits for a command, and takes what is offered first to every question that it asks. */
async function answering(command: Thenable<unknown>): Promise<void> {
  let isDone = false;
  const end = command.then(() => {
    isDone = true;
  });
  await eventually("an end of the questions", async () => {
    if (!isDone) await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    return isDone || undefined;
  });
  await end;
}
