import { expect } from "chai";
import { ConfigurationTarget, Uri, workspace } from "vscode";
import { actionsAt } from "./code-actions.js";
import { paperOf } from "./paper.js";
import { finds, folderOf, onDisk, type, useFiles } from "./support.js";

const gap = paperOf("1. The meeting opened.", "3. It closed.");
const ordered = paperOf("1. The meeting opened.", "2. It closed.");

describe("the setting boardPapers.check", () => {
  const files = useFiles();
  const check = (value: "onSave" | "onType" | undefined): Thenable<void> =>
    workspace
      .getConfiguration("boardPapers", folderOf("northshire"))
      .update("check", value, ConfigurationTarget.WorkspaceFolder);

  afterEach(async () => {
    await check(undefined);
    await workspace.fs.delete(Uri.joinPath(folderOf("northshire"), ".vscode"), { recursive: true });
  });

  it("has a paper checked when it is saved, or again with each change", async () => {
    await check("onSave");
    const paper = await files.open("saved.paper.md", ordered);
    const other = await files.open("typed.paper.md", ordered, "southmere");
    await type(paper, "2. It", "3. It");
    // The server knows the change, and would have said so.
    const fixes = await actionsAt(paper, paper.lineAt(11).range, "quickfix");
    expect(fixes.map(({ title }) => title)).to.include("Renumber the whole paper");
    // A change of the same kind is told in the folder that has not the setting.
    await type(other, "2. It", "3. It");
    await finds(other, ["12:1-2 information paragraph-sequence …"]);
    await finds(paper, []);
    await paper.save();
    await finds(paper, ["12:1-2 error paragraph-sequence …"]);
    await check("onType");
    await type(paper, "3. It", "2. It");
    await finds(paper, []);
  });

  it("takes up what has been left unsaid, once it is on again", async () => {
    await check("onSave");
    const paper = await files.open("saved.paper.md", ordered);
    await type(paper, "2. It", "3. It");
    await actionsAt(paper, paper.lineAt(11).range, "quickfix");
    await check("onType");
    await finds(paper, ["12:1-2 error paragraph-sequence …"]);
    expect(await onDisk(paper.uri)).to.equal(ordered);
  });
});

describe("the setting boardPapers.adoptMarkdown", () => {
  const files = useFiles();
  const adopt = (value: "never" | undefined): Thenable<void> =>
    workspace.getConfiguration("boardPapers").update("adoptMarkdown", value, ConfigurationTarget.Workspace);

  afterEach(() => adopt(undefined));

  it("leaves Markdown that names a template alone, or not", async () => {
    await adopt("never");
    const left = await files.open("left.md", gap);
    const paper = await files.open("real.paper.md", gap);
    await finds(paper, ["12:1-2 error paragraph-sequence …"]);
    expect(left.languageId).to.equal("markdown");
    await finds(left, []);
    await adopt(undefined);
    const adopted = await files.open("adopted.md", gap);
    await finds(adopted, ["12:1-2 error paragraph-sequence …"]);
  });
});
