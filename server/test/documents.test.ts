// The server's own documents beside the plain ones of vscode-languageserver-textdocument.

import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { seeded } from "../../core/test/support/random.js";
import { builtInTerms } from "../src/configs.js";
import { openDocument, PaperDocument, updateDocument } from "../src/document.js";
import { paper } from "./harness.js";

const pieces = [
  "\n",
  "\r\n",
  "\r",
  "\n\n",
  "\r\n\r\n",
  "£4.2m ",
  "𝒳😀 ",
  "3. ",
  "# ",
  "| a | b |",
  "---",
  "```",
  "Wort ",
  "e\u0301",
];

describe.each([1, 2, 3, 4, 5, 6, 7, 8])("random edits of seed %i", (seed) => {
  test("leave the same text, positions and lines as in a plain document", () => {
    const random = seeded(seed);
    const text = paper(Array.from({ length: 30 }, () => random.pick(pieces)).join("1. One 😀 two.\r\n"));
    const plain = TextDocument.create("file:///a.paper.md", "markdown", 1, text);
    let document = openDocument("file:///a.paper.md", "markdown", 1, text, builtInTerms);
    for (let version = 2; version < 40; version++) {
      const changes = Array.from({ length: random.int(1, 3) }, () => {
        // Each change is in the positions that the one before it left.
        const start = random.int(0, plain.getText().length);
        const range = { start: plain.positionAt(start), end: plain.positionAt(start + random.int(0, 12)) };
        const change = { range, text: random.pick(pieces) };
        TextDocument.update(plain, [change], version);
        return change;
      });
      document = updateDocument(document, changes, version, builtInTerms);
      expectSame(document, plain);
    }
  });
});

function expectSame(document: TextDocument, plain: TextDocument): void {
  const text = plain.getText();
  expect(document).toBeInstanceOf(PaperDocument);
  expect(document.getText()).toBe(text);
  expect(document.version).toBe(plain.version);
  expect(document.lineCount).toBe(plain.lineCount);
  for (let offset = -1; offset <= text.length + 1; offset += 7) {
    // Between "\r" and "\n" there is no position.
    if (text.slice(offset - 1, offset + 1) === "\r\n") continue;
    const position = document.positionAt(offset);
    expect(position).toEqual(plain.positionAt(offset));
    expect(document.offsetAt(position)).toBe(plain.offsetAt(position));
  }
  for (let line = -1; line <= plain.lineCount; line += 3) {
    expect(document.getLineRange(line)).toEqual(plain.getLineRange(line));
    expect(document.getEOLCharacters(line)).toBe(plain.getEOLCharacters(line));
    const range = { start: { line, character: 2 }, end: { line: line + 4, character: 1 } };
    expect(document.getText(range)).toBe(plain.getText(range));
    expect(document.getText({ start: range.end, end: range.start })).toBe(plain.getText(range));
  }
}

test("a change that gives the whole text parses what is new in it", () => {
  const text = paper("1. One.\n\n2. Two.\n\n3. Three.\n");
  const document = openDocument("file:///a.paper.md", "markdown", 1, text, builtInTerms);
  const changed = text.replace("Two", "Too");
  const next = updateDocument(document, [{ text: changed }], 2, builtInTerms);
  expect(next.getText()).toBe(changed);
  expect(next).toMatchObject({ version: 2, work: { split: 5, parsed: 1 } });
});

test("a version stays what it was when the next is made", () => {
  const text = paper("1. One.\n");
  const document = openDocument("file:///a.paper.md", "markdown", 1, text, builtInTerms);
  updateDocument(document, [{ text: "2. Two.\n" }], 2, builtInTerms);
  expect(document.getText()).toBe(text);
});

describe("what is a paper", () => {
  const frontMatter = "---\ntemplate: spcb\n---\n";
  test.each([
    ["file:///a/b.paper.md", "markdown", "Words.", true],
    ["file:///a/b%20c.PAPER.md?x=1#y", "markdown", "Words.", true],
    ["file:///a/100%.paper.md", "markdown", "Words.", true],
    ["untitled:Untitled-1", "board-paper", "Words.", true],
    ["file:///a.md", "markdown", `${frontMatter}Words.`, true],
    ["file:///a.md", "markdown", `\uFEFF${frontMatter}Words.`, true],
    ["file:///a.md", "markdown", `---\r\ntemplate: spcb\r\n---\r\nWords.`, true],
    ["file:///a.md", "markdown", "---\ntemplate: sermon\n---\nWords.", false],
    ["file:///a.md", "markdown", "---\ntemplate: spcb\nWords.", false],
    ["file:///a.md", "markdown", `Words.\n\n${frontMatter}`, false],
    ["file:///a.md", "markdown", "", false],
    ["file:///paper.md", "markdown", "Words.", false],
  ])("%s, %s, %j: %s", (uri, language, text, expected) => {
    const document = openDocument(uri, language, 1, text, builtInTerms);
    expect(document instanceof PaperDocument && document.isPaper).toBe(expected);
    expect(document.getText()).toBe(text);
  });

  test("a plain document becomes a paper by its front matter, and stops being one without it", () => {
    let document = openDocument("file:///a.md", "markdown", 1, "Words.\n", builtInTerms);
    const edit = (line: number, from: number, to: number, text: string): boolean => {
      const range = { start: { line, character: from }, end: { line, character: to } };
      document = updateDocument(document, [{ range, text }], document.version + 1, builtInTerms);
      return document instanceof PaperDocument && document.isPaper;
    };
    expect(edit(0, 0, 0, "---\ntemplate: spc\n")).toBe(false);
    expect(edit(2, 0, 0, "---\n\n")).toBe(false);
    expect(edit(1, 13, 13, "b")).toBe(true);
    expect(edit(4, 5, 5, " more")).toBe(true);
    expect(edit(1, 13, 14, "")).toBe(false);
    expect(edit(4, 5, 5, " and")).toBe(false);
    expect(edit(1, 13, 13, "b")).toBe(true);
    expect(document.getText()).toBe("---\ntemplate: spcb\n---\n\nWords and more.\n");
  });
});
