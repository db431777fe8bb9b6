import { expect } from "chai";
import {
  type CompletionItem,
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
    await type(paper, "| First | 0 |", "| First | 40 |");
    await type(paper, "| Second | 0 |", "| Second | 50 |");
    await type(paper, "**0**", "**99**");
    await finds(paper, [
      "16:17-19 error table-total The total is 99, but the 2 rows add up to 90: 9 different. …",
    ]);
  });
});

describe("completion", () => {
  const files = useFiles();

  it("offers the paper's details", async () => {
    const text = paperOf("1. The meeting opened.").replace("authors: Head of Estates\n", "au\n");
    const paper = await files.open("details.paper.md", text);
    const items = await offeredBehind(paper, "\nau");
    const authors = items.find(({ label }) => labelOf(label) === "authors");
    expect(authors && [textOf(paper, authors.range), inserted(authors)]).to.deep.equal([
      "au",
      "authors:\n  - ",
    ]);
    expect(items.map(({ label }) => labelOf(label))).not.to.include("title");
  });

  it("offers what a reference can point to", async () => {
    const paper = await files.open(
      "references.paper.md",
      paperOf("1. The meeting opened.", "2. As said in paragraph ", "3. It closed."),
    );
    const references = (await offeredBehind(paper, "in paragraph ")).filter(
      ({ kind }) => kind === CompletionItemKind.Reference,
    );
    expect(references.map(inserted)).to.include.members(["1", "3"]);
  });

  it("offers the house glossary's short forms", async () => {
    const paper = await files.open("acronyms.paper.md", paperOf("1. Members of the HMI came."));
    const items = await offeredBehind(paper, "of the HMI");
    const form = items.find(({ label }) => labelOf(label) === "HMICFRS");
    expect(form && [textOf(paper, form.range), inserted(form)]).to.deep.equal(["HMI", "HMICFRS"]);
  });

  it("offers nothing of the kind in Markdown that is no paper", async () => {
    const text = "Members of the HMI came.\n";
    const notes = await files.open("notes.md", text);
    const labels = (await offeredBehind(notes, "of the HMI")).map(({ label }) => labelOf(label));
    expect(labels).not.to.include("HMICFRS");
    const paper = await files.open("notes.paper.md", text);
    const offered = (await offeredBehind(paper, "of the HMI")).map(({ label }) => labelOf(label));
    expect(offered).to.include("HMICFRS");
  });
});

/** What is offered behind words, all of it complete. */
async function offeredBehind(paper: TextDocument, words: string): Promise<readonly CompletionItem[]> {
  const position = paper.positionAt(paper.getText().indexOf(words) + words.length);
  const name = "vscode.executeCompletionItemProvider";
  return (await commands.executeCommand<CompletionList>(name, paper.uri, position)).items;
}

function labelOf(label: CompletionItem["label"]): string {
  return typeof label === "string" ? label : label.label;
}

function inserted({ insertText }: CompletionItem): string | undefined {
  return typeof insertText === "string" ? insertText : insertText?.value;
}

/** The text that an item replaces. */
function textOf(paper: TextDocument, range: CompletionItem["range"]): string | undefined {
  return range && paper.getText("replacing" in range ? range.replacing : range);
}

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
  return items.filter(({ kind }) => kind === CompletionItemKind.Snippet).map(({ label }) => labelOf(label));
}
