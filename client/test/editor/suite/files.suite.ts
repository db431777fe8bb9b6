import { expect } from "chai";
import { commands, EndOfLine, languages, Uri, WorkspaceEdit, workspace } from "vscode";
import { actionsAt } from "./code-actions.js";
import { paperOf, windows } from "./paper.js";
import { editorOf, eventually, findingOf, finds, onDisk, show, useFiles } from "./support.js";

const bold = paperOf("1. The meeting opened.", "**2.** It closed.");
const found = ["12:1-7 warning paragraph-marker …"];

describe("files", () => {
  const files = useFiles();

  it("keep the line endings of Windows when they are repaired", async () => {
    const text = windows(paperOf("1. We said:", "    The roof would be repaired.", "2. The meeting closed."));
    const paper = await files.open("windows.paper.md", text);
    expect(paper.eol).to.equal(EndOfLine.CRLF);
    await finds(paper, ["10:4-11 error said-did-pair …"]);
    const actions = await actionsAt(paper, findingOf(paper.uri, "said-did-pair").range, "quickfix");
    const insert = actions.find(({ title }) => title === 'Insert "We did"');
    if (insert?.edit) await workspace.applyEdit(insert.edit);
    await paper.save();
    const repaired = await onDisk(paper.uri);
    expect(repaired).to.contain("We did:");
    expect(repaired.replaceAll("\r\n", "")).not.to.match(/[\r\n]/);
  });

  it("take their findings with them when they are given another name", async () => {
    const { uri } = await files.open("old.paper.md", bold);
    await finds({ uri }, found);
    const renamed = Uri.joinPath(uri, "../new.paper.md");
    const edit = new WorkspaceEdit();
    edit.renameFile(uri, renamed);
    expect(await workspace.applyEdit(edit)).to.equal(true);
    await editorOf(renamed);
    await finds({ uri: renamed }, found);
    await withoutFindings(uri);
  });

  it("have none once they are closed, and have them again when they are opened", async () => {
    const { uri } = await files.open("closed.paper.md", bold);
    await finds({ uri }, found);
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await withoutFindings(uri);
    await show(uri);
    await finds({ uri }, found);
  });

  it("changed by another program, are checked anew", async () => {
    const paper = await files.open("changed.paper.md", bold);
    await finds(paper, found);
    await files.write("changed.paper.md", bold.replace("**2.**", "3."));
    await finds(paper, ["12:1-2 error paragraph-sequence …"]);
  });
});

function withoutFindings(uri: Uri): Promise<unknown> {
  return eventually("an end of the findings", () => languages.getDiagnostics(uri).length === 0 || undefined);
}
