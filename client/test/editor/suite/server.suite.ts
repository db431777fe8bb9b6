import { expect } from "chai";
import { commands } from "vscode";
import { servers } from "#servers";
import { actionsAt, editsOf } from "./code-actions.js";
import { paperOf } from "./paper.js";
import { eventually, finds, type, useFiles } from "./support.js";

const gap = paperOf("1. The meeting opened.", "3. It closed.");
const found = ["12:1-2 error paragraph-sequence Paragraph 1 is followed by 3; it should be 2."];

describe("the server", () => {
  const files = useFiles();

  it("comes back by itself when it ends without a word", async () => {
    const paper = await files.open("gap.paper.md", gap);
    await finds(paper, found);
    const before = servers.started;
    servers.crash();
    await eventually("another server", () => servers.started > before || undefined);
    expect(servers.running).to.equal(1);
    await type(paper, "3. It", "4. It");
    await finds(paper, ["12:1-2 error paragraph-sequence Paragraph 1 is followed by 4; it should be 2."]);
    const [fix] = await actionsAt(paper, paper.lineAt(11).range, "refactor.rewrite.boardPapers.renumber");
    expect(fix && editsOf(fix, paper)).to.deep.equal(['12:1-2 "2"']);
  });

  it("comes back after it could not be made", async () => {
    const paper = await files.open("gap.paper.md", gap);
    await finds(paper, found);
    const before = servers.started;
    servers.refuse(2);
    const restarting = commands.executeCommand("boardPapers.restartServer");
    await eventually("another server", () => servers.started > before || undefined);
    await type(paper, "3. It", "4. It");
    await finds(paper, ["12:1-2 error paragraph-sequence Paragraph 1 is followed by 4; it should be 2."]);
    // The command says that it failed, and waits until that has been read.
    await commands.executeCommand("notifications.clearAll");
    await restarting;
  });

  it("is started anew by the command, and knows what is open", async () => {
    const paper = await files.open("gap.paper.md", gap);
    await finds(paper, found);
    const before = servers.started;
    await type(paper, "3. It", "4. It");
    await commands.executeCommand("boardPapers.restartServer");
    expect(servers.started).to.equal(before + 1);
    await finds(paper, ["12:1-2 error paragraph-sequence Paragraph 1 is followed by 4; it should be 2."]);
    await type(paper, "4. It", "2. It");
    await finds(paper, []);
    await eventually("an end of the server before", () => servers.running === 1 || undefined);
  });
});
