import { expect } from "chai";
import {
  type CodeAction,
  CodeActionKind,
  commands,
  Range,
  Selection,
  WorkspaceEdit,
  workspace,
} from "vscode";
import { actionsAt, editsOf } from "./code-actions.js";
import { paperOf } from "./paper.js";
import { editorOf, eventually, findingOf, finds, type, useFiles } from "./support.js";

const quickFix = CodeActionKind.QuickFix.value;

const bold = paperOf(
  "1. The roof was repaired in May.",
  "**2.** The work cost £1,204 of the £2,000 set aside.",
  "3. The Board is asked to note this.",
);

describe("quick fixes", () => {
  const files = useFiles();

  it("change the line that they are offered for, and no other", async () => {
    const paper = await files.open("bold.paper.md", bold);
    await finds(paper, ["12:1-7 warning paragraph-marker Paragraph 2 is not numbered in the house form. …"]);
    const { range } = findingOf(paper.uri, "paragraph-marker");
    const actions = await actionsAt(paper, range, quickFix);
    const fix = actions.find(({ isPreferred }) => isPreferred);
    expect(fix?.title).to.equal('Write "2."');
    await apply(fix);
    expect(paper.getText()).to.equal(bold.replace("**2.**", "2."));
    await finds(paper, []);
  });

  it("are offered nowhere else", async () => {
    const paper = await files.open("bold.paper.md", bold);
    await finds(paper, ["12:1-7 warning paragraph-marker …"]);
    for (const line of [0, 9, 13])
      expect(await actionsAt(paper, paper.lineAt(line).range, quickFix)).to.deep.equal([]);
    expect(await actionsAt(paper, paper.lineAt(11).range, quickFix)).not.to.deep.equal([]);
  });

  it("keep a finding as it is, or change how its rule counts, by commands that ask", async () => {
    const paper = await files.open("bold.paper.md", bold);
    await finds(paper, ["12:1-7 warning paragraph-marker …"]);
    const actions = await actionsAt(paper, findingOf(paper.uri, "paragraph-marker").range, quickFix);
    expect(actions.map(({ title, command }) => [title, command?.command])).to.deep.equal([
      ['Write "2."', undefined],
      ["Keep as it is… (paragraph-marker)", "boardPapers.keepAsItIs"],
      ["Change how this rule counts… (paragraph-marker)", "boardPapers.changeRule"],
    ]);
  });

  it("insert the half of a pair that is missing", async () => {
    const text = paperOf("1. We said:", "    The roof would be repaired.", "2. The meeting closed.");
    const paper = await files.open("said.paper.md", text);
    await finds(paper, ['10:4-11 error said-did-pair The "We said" of paragraph 1 has no "We did".']);
    const actions = await actionsAt(paper, findingOf(paper.uri, "said-did-pair").range, quickFix);
    const insert = actions.find(({ title }) => title === 'Insert "We did"');
    await apply(insert);
    expect(paper.getText()).to.contain("We did:");
    expect(paper.getText()).to.contain("The roof would be repaired.");
  });

  it("leave figures that do not agree to the author", async () => {
    const rows = ["North", "South", "East", "West"].map((it) => `| ${it} | 1,250 |`);
    const table = ["| Site | Cost |", "| --- | ---: |", ...rows, "| **Total** | **5,500** |"].join("\n");
    const paper = await files.open("table.paper.md", paperOf("1. See Table A.", "**Table A**", table));
    await finds(paper, ["20:17-22 error table-total The total is 5,500, but the 4 rows add up to 5,000…"]);
    const actions = await actionsAt(paper, findingOf(paper.uri, "table-total").range, quickFix);
    expect(actions.filter(({ isPreferred }) => isPreferred)).to.deep.equal([]);
    expect(actions).to.have.length.above(0);
  });
});

describe("repairs on save", () => {
  const files = useFiles();
  const onSave = (value: object | undefined): Thenable<void> =>
    workspace.getConfiguration("editor").update("codeActionsOnSave", value, false);

  afterEach(() => onSave(undefined));

  it("are the safe ones, and every figure stays", async () => {
    const text = paperOf(
      "1. Paragraph 9 has the costs.",
      "**2.** The work cost £1,204.",
      "4. We said:",
      "    The roof would be repaired.",
      " 5. It closed.",
    );
    const paper = await files.open("save.paper.md", text);
    await finds(paper, [
      "10:4-15 error reference-unresolved There is no paragraph 9. …",
      "12:1-7 warning paragraph-marker …",
      "14:1-2 error paragraph-sequence …",
      "14:4-11 error said-did-pair …",
      "18:2-4 warning paragraph-marker …",
    ]);
    await onSave({ "source.fixAll.boardPapers": "explicit" });
    await type(paper, "It closed", "It closed at noon");
    expect(await paper.save()).to.equal(true);
    const repaired = text.replace("**2.**", "2.").replace(" 5. It closed", "5. It closed at noon");
    expect(paper.getText()).to.equal(repaired);
    await finds(paper, [
      "10:4-15 error reference-unresolved …",
      "14:1-2 error paragraph-sequence …",
      "14:4-11 error said-did-pair …",
    ]);
  });

  it("are not made unless the setting says so", async () => {
    const paper = await files.open("save.paper.md", bold);
    await finds(paper, ["12:1-7 warning paragraph-marker …"]);
    await type(paper, "in May", "in June");
    await paper.save();
    expect(paper.getText()).to.equal(bold.replace("in May", "in June"));
  });
});

describe("renumbering", () => {
  const files = useFiles();
  const kind = "refactor.rewrite.boardPapers.renumber";
  const text = paperOf(
    "1. Paragraphs 4 and 7 have the costs.",
    "2. The work began.",
    "4. It went on.",
    "7. It ended, as paragraph 4 says.",
  );

  it("is offered this far, onwards and throughout, and references follow", async () => {
    const paper = await files.open("gaps.paper.md", text);
    await finds(paper, ["14:1-2 error paragraph-sequence …", "16:1-2 error paragraph-sequence …"]);
    const third = await actionsAt(paper, paper.lineAt(13).range, kind);
    expect(third.map((it) => [it.title, editsOf(it, paper)])).to.deep.equal([
      ["Renumber this paragraph (2 references follow)", ['10:15-16 "3"', '14:1-2 "3"', '16:27-28 "3"']],
      [
        "Renumber from here (2 references follow)",
        ['10:15-16 "3"', '10:21-22 "4"', '14:1-2 "3"', '16:1-2 "4"', '16:27-28 "3"'],
      ],
      [
        "Renumber the whole paper (2 references follow)",
        ['10:15-16 "3"', '10:21-22 "4"', '14:1-2 "3"', '16:1-2 "4"', '16:27-28 "3"'],
      ],
    ]);
    const last = await actionsAt(paper, paper.lineAt(15).range, kind);
    expect(
      editsOf(last.find((it) => it.title.startsWith("Renumber from here")) ?? none, paper),
    ).to.deep.equal(['10:21-22 "5"', '16:1-2 "5"']);
  });

  it("is not made where the text changes while its author chooses how far it goes", async () => {
    const paper = await files.open("gaps.paper.md", text);
    await finds(paper, ["14:1-2 error paragraph-sequence …", "16:1-2 error paragraph-sequence …"]);
    (await editorOf(paper.uri)).selection = new Selection(13, 0, 13, 0);
    let isDone = false;
    commands.executeCommand("boardPapers.renumber").then(() => {
      isDone = true;
    });
    // The command asks the server three times, and these questions come behind each of its own.
    for (let time = 0; time < 5; time++) await actionsAt(paper, paper.lineAt(13).range, kind);
    await type(paper, "1. Paragraphs", "1. Both paragraphs");
    await eventually("an end of the command, which says that nothing was changed", async () => {
      await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      await commands.executeCommand("notifications.clearAll");
      return isDone || undefined;
    });
    expect(paper.getText()).to.equal(text.replace("1. Paragraphs", "1. Both paragraphs"));
  });

  it("leaves a paper whose numbers are in order", async () => {
    const paper = await files.open("gaps.paper.md", text);
    await finds(paper, ["14:1-2 error paragraph-sequence …", "16:1-2 error paragraph-sequence …"]);
    const [whole] = (await actionsAt(paper, new Range(13, 0, 13, 0), kind)).slice(-1);
    const edit = new WorkspaceEdit();
    for (const { range, newText } of whole?.edit?.get(paper.uri) ?? [])
      edit.replace(paper.uri, range, newText);
    expect(await workspace.applyEdit(edit)).to.equal(true);
    expect(paper.getText()).to.equal(
      paperOf(
        "1. Paragraphs 3 and 4 have the costs.",
        "2. The work began.",
        "3. It went on.",
        "4. It ended, as paragraph 3 says.",
      ),
    );
    await finds(paper, []);
    expect(await actionsAt(paper, new Range(13, 0, 13, 0), kind)).to.deep.equal([]);
  });
});

const none = { title: "" } as CodeAction;

async function apply(action: CodeAction | undefined): Promise<void> {
  expect(action?.edit, "an edit").not.to.equal(undefined);
  if (action?.edit) expect(await workspace.applyEdit(action.edit)).to.equal(true);
}
