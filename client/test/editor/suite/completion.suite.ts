import { expect } from "chai";
import {
  CompletionItemKind,
  type CompletionList,
  commands,
  Position,
  Selection,
  type TextDocument,
} from "vscode";
import { paperOf } from "./paper.js";
import { editorOf, finds, type, useFiles } from "./support.js";

describe("snippets", () => {
  const files = useFiles();

  it("are offered in a paper, by the words that one types", async () => {
    const paper = await files.open("paper.paper.md", paperOf("1. The meeting opened.", ""));
    const labels = await snippetsAt(paper, new Position(11, 0));
    expect(labels).to.include.members(["pair", "table", "section", "paragraph", "recommendation"]);
    const notes = await files.open("notes.md", "Notes\n\n");
    expect(await snippetsAt(notes, new Position(1, 0))).not.to.include("pair");
  });

  it("make a pair that is whole", async () => {
    const paper = await files.open("pair.paper.md", paperOf("3. To be written."));
    await finds(paper, [
      "10:1-2 error paragraph-sequence The first paragraph is numbered 3; it should be 1.",
    ]);
    await insert(paper, "We said / We did");
    expect(paper.getText()).to.equal(
      paperOf(
        "1. We said:",
        "    What we said we would do.",
        "2. We did:",
        "    What we have done, with the figures that show it.",
        "",
      ),
    );
    await finds(paper, []);
  });

  it("make a table that is read, and whose total is checked", async () => {
    const paper = await files.open("table.paper.md", paperOf("3. To be written."));
    await finds(paper, ["10:1-2 error paragraph-sequence …"]);
    await insert(paper, "Table with a total");
    await finds(paper, []);
    await type(paper, "**0**", "**99**");
    await finds(paper, [
      "16:17-19 information table-total The total is 99, but the 2 rows add up to 0: 99 different. …",
    ]);
  });
});

/** Puts a snippet in the place of the last paragraph. */
async function insert(paper: TextDocument, name: string): Promise<void> {
  const editor = await editorOf(paper.uri);
  const last = paper.lineAt(paper.lineCount - 2).range;
  editor.selection = new Selection(last.start, last.end);
  await commands.executeCommand("editor.action.insertSnippet", { langId: "board-paper", name });
}

async function snippetsAt({ uri }: TextDocument, position: Position): Promise<string[]> {
  const name = "vscode.executeCompletionItemProvider";
  const { items } = await commands.executeCommand<CompletionList>(name, uri, position);
  return items
    .filter(({ kind }) => kind === CompletionItemKind.Snippet)
    .map(({ label }) => (typeof label === "string" ? label : label.label));
}
