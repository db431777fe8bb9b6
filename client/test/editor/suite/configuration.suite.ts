// board-paper.yaml. Each test has one of its own, in the folder of its paper.

import { expect } from "chai";
import { commands, languages, type TextDocument, type Uri, window, workspace } from "vscode";
import { paperOf } from "./paper.js";
import { eventually, findingsOf, finds, onDisk, save, show, type, useFiles } from "./support.js";

const gap = paperOf("1. The meeting opened.", "3. It closed.");
const place = "12:1-2";
const counted = (severity: string): string[] => [`${place} ${severity} paragraph-sequence …`];

describe("board-paper.yaml", () => {
  const files = useFiles();

  async function paperWith(config: string): Promise<{ yaml: Uri; paper: TextDocument }> {
    const yaml = await files.write("board-paper.yaml", config);
    return { yaml, paper: await files.open("gap.paper.md", gap) };
  }

  it("changed on the disk, has papers judged anew", async () => {
    const { yaml, paper } = await paperWith(rule("warning"));
    await finds(paper, counted("warning"));
    await save(yaml, rule("info"));
    await finds(paper, counted("information"));
    await save(yaml, rule("off"));
    await finds(paper, []);
    expect(paper.isDirty).to.equal(false);
  });

  it("holds as it is in the editor, before it is saved", async () => {
    const { yaml, paper } = await paperWith(rule("warning"));
    await finds(paper, counted("warning"));
    const config = await show(yaml);
    await type(config, "warning", "info");
    await finds(paper, counted("information"));
    expect(await onDisk(yaml)).to.equal(rule("warning"));
    await window.showTextDocument(config);
    await commands.executeCommand("workbench.action.files.revert");
    await finds(paper, counted("warning"));
  });

  it("broken, is told of at its line, and what it said before stays in force", async () => {
    const { yaml, paper } = await paperWith(rule("info"));
    await finds(paper, counted("information"));
    await save(yaml, rule("loud"));
    await finds({ uri: yaml }, ["2:23-27 error config This should be one of off, error, warning, info."]);
    await type(paper, "3. It", "4. It");
    await finds(paper, [
      `${place} information paragraph-sequence Paragraph 1 is followed by 4; it should be 2.`,
    ]);
    await save(yaml, rule("warning"));
    await finds({ uri: yaml }, []);
    await finds(paper, counted("warning"));
  });

  it("broken in the editor, is told of there", async () => {
    const { yaml, paper } = await paperWith(rule("info"));
    await finds(paper, counted("information"));
    const config = await show(yaml);
    await type(config, "paragraph-sequence", "paragraph-sequenze");
    await finds(config, [
      '2:3-21 error config "paragraph-sequenze" is not a rule. Did you mean "paragraph-sequence"?',
    ]);
    expect(findingsOf(paper.uri)).to.have.length(1);
    await type(config, "paragraph-sequenze", "paragraph-sequence");
    await finds(config, []);
  });

  it("deleted, makes way for the one above; made again, holds again", async () => {
    const { yaml, paper } = await paperWith(rule("info"));
    await finds(paper, counted("information"));
    await workspace.fs.delete(yaml);
    await finds(paper, counted("error"));
    await save(yaml, rule("warning"));
    await finds(paper, counted("warning"));
  });

  it("that was never there, holds once it is", async () => {
    const paper = await files.open("gap.paper.md", gap);
    await finds(paper, counted("error"));
    await files.write("board-paper.yaml", rule("info"));
    await finds(paper, counted("information"));
  });

  it("is told of where no paper is open, and no longer than it is there", async () => {
    const yaml = await files.write("board-paper.yaml", rule("loud"));
    const config = await show(yaml);
    await finds(config, ["2:23-27 error config …"]);
    await workspace.fs.delete(yaml);
    await commands.executeCommand("workbench.action.closeAllEditors");
    await eventually(
      "an end of its findings",
      () => languages.getDiagnostics(yaml).length === 0 || undefined,
    );
  });
});

describe("two folders", () => {
  const files = useFiles();

  it("each have their papers judged by their own board-paper.yaml", async () => {
    const text = gap.replace("The meeting opened.", "The meeting opened; HMICFRS came, and came.");
    const north = await files.open("gap.paper.md", text);
    await finds(north, counted("error"));
    const south = await files.open("gap.paper.md", text, "southmere");
    await finds(south, [
      "10:24-31 warning acronym-undefined HMICFRS is not explained. …",
      ...counted("information"),
    ]);
    await finds(north, counted("error"));
  });

  it("share no changes", async () => {
    const north = await files.open("gap.paper.md", gap);
    const south = await files.open("gap.paper.md", gap, "southmere");
    await finds(south, counted("information"));
    await files.write("board-paper.yaml", rule("warning"), "southmere");
    await finds(south, counted("warning"));
    await type(north, "3. It", "4. It");
    await finds(north, [`${place} error paragraph-sequence Paragraph 1 is followed by 4; it should be 2.`]);
  });
});

function rule(severity: string): string {
  return `rules:\n  paragraph-sequence: ${severity}\n`;
}
