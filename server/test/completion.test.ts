// Completion as a client sees it: what is offered, what is replaced, and what is told of it.

import { describe, expect, test } from "vitest";
import {
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  CompletionTriggerKind,
  type InitializeResult,
} from "vscode-languageserver/node";
import type { ClientDocument } from "./harness.js";
import { LocalServer, MemoryFiles, own, startHere } from "./in-process.js";

const body = `---
template: spcb
acronyms:
  VRU: Violence Reduction Unit
---

## Purpose of paper

1. The Board is asked to note this paper.

2. As said in paragraph 

3. Staff of the VR
`;

/** A client that takes all that an item can have, as VS Code does. */
const capable: ClientCapabilities = {
  ...own,
  textDocument: {
    ...own.textDocument,
    completion: { completionItem: { labelDetailsSupport: true, insertReplaceSupport: true } },
  },
};

interface Asked {
  /** The character that was typed, where nobody asked. */
  readonly typed?: string;
  readonly by?: number;
}

/** What is offered behind the first occurrence of a text. */
function completeBehind(document: ClientDocument, text: string, { typed, by = 0 }: Asked = {}) {
  return document.server.connection.sendRequest(CompletionRequest.type, {
    textDocument: document.identifier,
    position: document.at(text, text.length + by).start,
    context:
      typed === undefined
        ? { triggerKind: CompletionTriggerKind.Invoked }
        : { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: typed },
  }) as Promise<CompletionList | null>;
}

async function items(document: ClientDocument, text: string, asked?: Asked): Promise<CompletionItem[]> {
  return (await completeBehind(document, text, asked))?.items ?? [];
}

function resolve(document: ClientDocument, item: CompletionItem | undefined): Promise<CompletionItem> {
  if (!item) throw new Error("Nothing is offered.");
  return document.server.connection.sendRequest(CompletionResolveRequest.type, item);
}

test("the server says what brings completion up", async () => {
  const server = new LocalServer(new MemoryFiles({}));
  const { capabilities }: InitializeResult = await server.initialize(capable);
  expect(capabilities.completionProvider).toEqual({
    triggerCharacters: expect.arrayContaining([" ", "A", "Z"]),
    resolveProvider: true,
  });
});

describe("an item", () => {
  test("says what it replaces, in which order it stands, and what it is about", async () => {
    const server = await startHere({}, { capabilities: capable });
    const document = server.open(body);
    const { start } = document.at("\n\n3.");
    const here = { start, end: start };
    expect(await completeBehind(document, "said in paragraph ", { typed: " " })).toEqual({
      isIncomplete: false,
      items: [
        {
          label: "1",
          kind: 18,
          labelDetails: { description: "The Board is asked to note this paper." },
          sortText: "0000",
          textEdit: { newText: "1", insert: here, replace: here },
          data: { uri: document.identifier.uri, about: { kind: "paragraph", name: "1" } },
        },
        expect.objectContaining({ label: "3", sortText: "0001" }),
      ],
    });
  });

  test("has its words as a detail, and one range, for a client that knows no more", async () => {
    const server = await startHere();
    const document = server.open(body.replace("VR\n", "VRX\n"));
    const [item] = await items(document, "of the VR");
    expect(item).toMatchObject({ label: "VRU", detail: "Violence Reduction Unit" });
    expect(item).not.toHaveProperty("labelDetails");
    expect(item?.textEdit).toEqual({
      newText: "VRU",
      range: { start: document.at("VRX").start, end: document.at("VRX", 3).start },
    });
  });

  test("in the middle of a word, is put in before its end or over it", async () => {
    const server = await startHere({}, { capabilities: capable });
    const document = server.open(body.replace("VR\n", "VRX\n"));
    const [item] = await items(document, "of the VR");
    expect(item?.textEdit).toEqual({
      newText: "VRU",
      insert: { start: document.at("VRX").start, end: document.at("VRX", 2).start },
      replace: { start: document.at("VRX").start, end: document.at("VRX", 3).start },
    });
    expect(await items(document, "of the VR", { typed: "R" })).toEqual([]);
  });

  test("is explained when it is looked at, as the paper is then", async () => {
    const server = await startHere({}, { capabilities: capable });
    const document = server.open(body);
    const [item] = await items(document, "of the VR");
    expect(item).not.toHaveProperty("documentation");
    const said = "Violence Reduction Unit\n\nExplained in the paper details.";
    expect(await resolve(document, item)).toEqual({ ...item, documentation: said });
    document.replace("Violence Reduction", "Victims' Rights");
    const next = "Victims' Rights Unit\n\nExplained in the paper details.";
    expect(await resolve(document, item)).toEqual({ ...item, documentation: next });
  });

  test("of what is no longer there stays as it is", async () => {
    const server = await startHere({}, { capabilities: capable });
    const document = server.open(body);
    const [item] = await items(document, "of the VR");
    document.replace("  VRU: Violence Reduction Unit\n", "");
    expect(await resolve(document, item)).toEqual(item);
    document.close();
    expect(await resolve(document, item)).toEqual(item);
  });

  test.each([
    undefined,
    null,
    7,
    {},
    { uri: 1, about: {} },
    { uri: "file:///papers/sample.paper.md", about: { kind: "?", name: "1" } },
  ])("that the server did not offer, with the data %j, stays as it is", async (data) => {
    const server = await startHere({}, { capabilities: capable });
    const document = server.open(body);
    await document.diagnostics();
    expect(await resolve(document, { label: "x", data })).toEqual({
      label: "x",
      ...(data !== undefined && { data }),
    });
  });
});

describe("a paper", () => {
  test("with the line ends of Windows is offered the same", async () => {
    const server = await startHere({}, { capabilities: capable });
    const document = server.open(`${body}\n4. We said:\n\n   One.\n\n5. We `.replaceAll("\n", "\r\n"));
    const [item] = await items(document, "5. We ", { typed: " " });
    const { start, end } = { start: document.at("5. We ", 3).start, end: document.at("5. We ", 6).start };
    expect(item).toMatchObject({
      label: "We did:",
      textEdit: { newText: "We did:\r\n\r\n   ", insert: { start, end }, replace: { start, end } },
    });
    expect(await items(document, "said in paragraph ")).toHaveLength(4);
  });

  test("is offered what its own board-paper.yaml says", async () => {
    const config =
      "glossary: { VRQ: Verified Request }\ntemplates: { riverside: { extends: spcb, sections: [Risks] } }\n";
    const server = await startHere(
      { "file:///team/board-paper.yaml": config },
      { capabilities: capable, workspaceFolders: [{ uri: "file:///team", name: "Team" }] },
    );
    const document = server.open(`${body}\n## `.replace("spcb", "riverside"), {
      uri: "file:///team/may.paper.md",
    });
    expect((await items(document, "of the VR")).map((it) => it.label)).toEqual(["VRQ", "VRU"]);
    expect((await items(document, "\n\n## ")).map((it) => it.label)).toEqual([]);
    expect((await items(document, "VR\n\n## ", { typed: " " })).map((it) => it.label)).toEqual(["Risks"]);
    expect((await items(document, "template: ")).map((it) => it.label)).toEqual(["spcb", "riverside"]);
  });

  test("of which most places could go on has those that begin as the word does when it goes on", async () => {
    const server = await startHere({}, { capabilities: capable });
    const many = Array.from({ length: 300 }, (_, i) => `${i + 1}. The Board met.\n\n`).join("");
    const document = server.open(`${many}301. See paragraph \n`);
    const list = await completeBehind(document, "See paragraph ", { typed: " " });
    expect([list?.isIncomplete, list?.items.length]).toEqual([true, 100]);
    document.replace("See paragraph ", "See paragraph 7");
    const labels = (await items(document, "See paragraph 7")).map((it) => it.label);
    expect(labels).toEqual(["7", "70", "71", "72", "73", "74", "75", "76", "77", "78", "79"]);
  });

  test("is not looked over for a space in its prose", async () => {
    const server = await startHere({}, { capabilities: capable });
    const document = server.open(body.replace("is asked to ", "is asked  to "));
    expect(await completeBehind(document, "is asked ", { typed: " " })).toBeNull();
  });
});

test("other Markdown is offered nothing", async () => {
  const server = await startHere({}, { capabilities: capable });
  const document = server.open(body.replace("template: spcb", "colour: red"), {
    uri: "file:///notes.md",
    language: "markdown",
  });
  expect(await completeBehind(document, "said in paragraph ")).toBeNull();
  expect(await completeBehind(document, "of the VR")).toBeNull();
});
