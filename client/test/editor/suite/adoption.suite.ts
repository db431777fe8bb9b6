import { expect } from "chai";
import { type TextDocument, window, workspace } from "vscode";
import { paperOf } from "./paper.js";
import { eventually, finds, useFiles } from "./support.js";

const gap = paperOf("1. The meeting opened.", "3. It closed.");
const found = ["12:1-2 error paragraph-sequence …"];

describe("Markdown", () => {
  const files = useFiles();

  it("that names a house template is a paper", async () => {
    const { uri } = await files.open("adopted.md", gap);
    await finds({ uri }, found);
    expect(languageOf(uri.toString())).to.equal("board-paper");
  });

  it("that names a template of its board-paper.yaml is one, too", async () => {
    await files.write("board-paper.yaml", "templates:\n  panel:\n    extends: spcb\n");
    const { uri } = await files.open("panel.md", gap.replace("template: spcb", "template: panel"));
    await finds({ uri }, found);
    expect(languageOf(uri.toString())).to.equal("board-paper");
  });

  it("that its board-paper.yaml lists is one, too, and another beside it is not", async () => {
    await files.write("board-paper.yaml", 'papers: [{ files: "archive/*.md", template: spcb }]\n');
    const text = gap.replace("template: spcb\n", "");
    const other = await files.open("minutes.md", text);
    const { uri } = await files.open("archive/listed.md", text);
    await finds({ uri }, [found[0]?.replace("12:", "11:") ?? ""]);
    expect(languageOf(uri.toString())).to.equal("board-paper");
    expect(other.languageId).to.equal("markdown");
  });

  it("that names some other template, or none, is not", async () => {
    const other = await files.open("blog.md", gap.replace("template: spcb", "template: post"));
    const none = await files.open("none.md", gap.replace("template: spcb\n", ""));
    await finds(await files.open("paper.md", gap), found);
    for (const { uri, languageId } of [other, none]) {
      expect(languageId).to.equal("markdown");
      await finds({ uri }, []);
    }
  });

  it("becomes a paper when it is saved with a template", async () => {
    const document = await files.open("later.md", gap.replace("template: spcb\n", ""));
    const edit = await window.showTextDocument(document);
    await edit.edit((builder) => builder.insert(document.positionAt(4), "template: spcb\n"));
    await document.save();
    await finds(document, found);
  });
});

describe("papers without a file", () => {
  useFiles();

  it("are judged by the first folder's board-paper.yaml", async () => {
    const text = gap.replace("opened.", "opened; HMICFRS came, and came.");
    const paper = await untitled("board-paper", text);
    await finds(paper, found);
  });

  it("may start as Markdown", async () => {
    const { uri } = await untitled("markdown", gap);
    await eventually("a paper", () => languageOf(uri.toString()) === "board-paper" || undefined);
    await finds({ uri }, found);
  });
});

async function untitled(language: string, content: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language, content });
  await window.showTextDocument(document);
  return document;
}

function languageOf(uri: string): string | undefined {
  return workspace.textDocuments.find((it) => it.uri.toString() === uri)?.languageId;
}
