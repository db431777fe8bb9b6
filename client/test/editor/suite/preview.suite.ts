// Which paper the preview shows. What its page is like is looked at from outside, in preview.test.ts.

import { expect } from "chai";
import { commands, window, workspace } from "vscode";
import { provideCopies, showCopy } from "./copies.js";
import { paperOf } from "./paper.js";
import { eventually, finds, useFiles } from "./support.js";

const text = paperOf("1. The meeting opened.", "3. It closed.");
const found = ["12:1-2 error paragraph-sequence …"];

describe("the preview", () => {
  const files = useFiles();

  it("follows the papers that are checked, and nothing else in their language", async () => {
    const copies = provideCopies(text);
    const seen: string[] = [];
    const watching = window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
      seen.push(...[...opened, ...changed].map(({ label }) => label));
    });
    try {
      await files.open("first.paper.md", text);
      await commands.executeCommand("boardPapers.openPreviewToSide");
      await tab("Preview first.paper.md");
      const { languageId } = await showCopy("copy.paper.md");
      expect(languageId).to.equal("board-paper");
      await files.open("second.paper.md", text);
      await tab("Preview second.paper.md");
      expect(seen).to.contain("copy.paper.md");
      expect(seen).not.to.contain("Preview copy.paper.md");
    } finally {
      watching.dispose();
      copies.dispose();
    }
  });

  it("brings back no new paper that was given up", async () => {
    const given = await workspace.openTextDocument({ language: "board-paper", content: text });
    await window.showTextDocument(given);
    const name = given.uri.path;
    const isThere = (): boolean => workspace.textDocuments.some(({ uri }) => uri.path === name);
    await finds(given, found);
    await commands.executeCommand("boardPapers.openPreviewToSide");
    await tab(`Preview ${name}`);
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await eventually("an end of the paper", () => !isThere() || undefined);
    // The preview asks what the paper looks like whenever the server has started.
    await commands.executeCommand("boardPapers.restartServer");
    await finds(await files.open("other.paper.md", text), found);
    expect(isThere()).to.equal(false);
  });
});

function tab(label: string): Promise<unknown> {
  return eventually(`a tab “${label}”`, () =>
    window.tabGroups.all.flatMap(({ tabs }) => tabs).find((it) => it.label === label),
  );
}
