// Hover as a client sees it: the arithmetic of a figure, and what a figure counts towards.

import { describe, expect, test } from "vitest";
import {
  type ClientCapabilities,
  type Hover,
  HoverRequest,
  type InitializeResult,
} from "vscode-languageserver/node";
import type { ClientDocument } from "./harness.js";
import { LocalServer, MemoryFiles, own, startHere } from "./in-process.js";

const body = `---
template: spcb
---

## Purpose of paper

1. The visits are below.

| Area | 2018/19 | 2019/20 |
| --- | ---: | ---: |
| North_east *(new)* | 1,210 | 1,300 |
| South <b> | 2,150 | 2,200 |
| Net total \\*x\\* | 3,360 | 3,600 |
`;

const capable: ClientCapabilities = {
  ...own,
  textDocument: { ...own.textDocument, hover: { contentFormat: ["markdown", "plaintext"] } },
};

/** What is said of the first occurrence of a text. */
function hoverOn(document: ClientDocument, text: string): Promise<Hover | null> {
  return document.server.connection.sendRequest(HoverRequest.type, {
    textDocument: document.identifier,
    position: document.at(text, 1).start,
  });
}

test("the server says that it can", async () => {
  const server = new LocalServer(new MemoryFiles({}));
  const { capabilities }: InitializeResult = await server.initialize(capable);
  expect(capabilities.hoverProvider).toBe(true);
});

describe("a client that shows Markdown", () => {
  test("is told the arithmetic of a total", async () => {
    const document = (await startHere({}, { capabilities: capable })).open(body);
    expect(await hoverOn(document, "3,360")).toEqual({
      contents: { kind: "markdown", value: "✓ The 2 rows add up to 3,360\\: 1,210 \\+ 2,150\\." },
      range: { start: document.at("3,360").start, end: document.at("3,360", 5).start },
    });
    expect(await hoverOn(document, "3,600")).toMatchObject({
      contents: { value: "≠ The 2 rows add up to 3,500\\: 1,300 \\+ 2,200\\. The paper says 3,600\\." },
    });
  });

  test("is told what a figure counts towards, in words that are no markup", async () => {
    const document = (await startHere({}, { capabilities: capable })).open(body);
    expect(await hoverOn(document, "1,210")).toMatchObject({
      contents: { value: "Counts towards:\n\n- Net total \\*x\\*, 2018/19\\: 3,360 \\(line 13\\)" },
    });
  });

  test("is told what the paper says by now", async () => {
    const document = (await startHere({}, { capabilities: capable })).open(body);
    document.replace("2,150", "2,100");
    expect(await hoverOn(document, "3,360")).toMatchObject({
      contents: { value: expect.stringMatching(/^≠ The 2 rows add up to 3,310/) },
    });
  });
});

test("other clients are told the same in plain words", async () => {
  const document = (await startHere()).open(body);
  expect(await hoverOn(document, "3,360")).toMatchObject({
    contents: { kind: "plaintext", value: "✓ The 2 rows add up to 3,360: 1,210 + 2,150." },
  });
});

test.each(["visits", "Area", "North_east", "template", "2018/19"])("nothing is said of %s", async (words) => {
  const document = (await startHere({}, { capabilities: capable })).open(body);
  expect(await hoverOn(document, words)).toBeNull();
});

test("nothing is said in Markdown that is no paper", async () => {
  const document = (await startHere()).open(body.replace("template: spcb", "title: x"), {
    uri: "file:///notes/plain.md",
    language: "markdown",
  });
  expect(await hoverOn(document, "3,360")).toBeNull();
});
