// Repairs, from the offer to the text that they leave.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { CodeActionTriggerKind, LSPErrorCodes } from "vscode-languageserver/node";
import { fixAllKind, renumberKind } from "../src/protocol.js";
import { titled, titles } from "./actions.js";
import { type ClientDocument, modern, old, paper, startServer } from "./harness.js";

const body = `1. The board met on Monday 17 November 2020.

**2.** See paragraph 5.

4. One.

5. Two, as in paragraphs 4 and 5.
`;

/** The text after the action of that title is chosen at a place of the document. */
async function after(
  document: ClientDocument,
  place: string,
  title: string,
  only?: string[],
): Promise<string> {
  const actions = await document.actions(document.at(place), only && { only });
  const { edit } = await document.resolve(titled(actions, title));
  return document.after(edit);
}

describe("a quick fix", () => {
  test("belongs to its finding, and its edit is made when it is chosen", async () => {
    const server = await startServer();
    const document = server.open(paper(body));
    const [finding] = await document.diagnostics();
    const actions = await document.actions(document.at("Monday", 3), { only: ["quickfix"] });
    const offered = { kind: "quickfix", diagnostics: [finding], data: expect.anything() };
    expect(actions).toEqual([
      { title: "Write Tuesday", ...offered },
      { title: "Keep as it is (date-weekday)", ...offered },
    ]);
    expect(await after(document, "Monday", "Write Tuesday")).toBe(paper(body.replace("Monday", "Tuesday")));
  });

  test("is preferred where it is safe", async () => {
    const server = await startServer();
    const document = server.open(paper(body));
    const actions = await document.actions(document.at("**2.**"), { only: ["quickfix"] });
    expect(actions.map((it) => [it.title, it.isPreferred])).toEqual([
      ['Write "2."', true],
      ["Keep as it is (paragraph-marker)", undefined],
    ]);
  });

  test("is offered where the selection touches its finding, and nowhere else", async () => {
    const server = await startServer();
    const document = server.open(paper(body));
    const at = async (text: string, by: number): Promise<string[]> =>
      titles(await document.actions(document.at(text, by), { only: ["quickfix"] }));
    expect(await at("Monday", -1)).toEqual([]);
    expect(await at("Monday", 0)).toContain("Write Tuesday");
    expect(await at("Monday", 6)).toContain("Write Tuesday");
    expect(await at("Monday", 7)).toEqual([]);
    const { start } = document.at("1. The");
    const { end } = document.at("4. One");
    const offered = titles(await document.actions({ start, end }, { only: ["quickfix"] }));
    expect(offered).toEqual(expect.arrayContaining(["Write Tuesday", 'Write "2."', "Renumber from here"]));
  });

  test("carries its edit for a client that does not ask again", async () => {
    const server = await startServer(old);
    const document = server.open(paper(body));
    const action = titled(await document.actions(document.at("Monday")), "Write Tuesday");
    expect(action).not.toHaveProperty("data");
    expect(Object.keys(action.edit ?? {})).toEqual(["changes"]);
    expect(document.after(action.edit)).toBe(paper(body.replace("Monday", "Tuesday")));
  });

  test("is for the version it was offered for", async () => {
    const server = await startServer();
    const document = server.open(paper(body));
    document.replace("One", "One and a half");
    const actions = await document.actions(document.at("Monday"));
    const { edit } = await document.resolve(titled(actions, "Write Tuesday"));
    const { identifier } = document;
    expect(edit).toEqual({ documentChanges: [{ textDocument: identifier, edits: [expect.anything()] }] });
  });

  test("is not offered to a client that takes commands only", async () => {
    const server = await startServer({ textDocument: { diagnostic: {} } });
    const document = server.open(paper(body));
    expect(await document.actions(document.at("Monday"))).toEqual([]);
  });
});

describe("an action is refused", () => {
  test("when the paper has changed since it was offered", async () => {
    const server = await startServer();
    const document = server.open(paper(body));
    const actions = await document.actions(document.at("4. One"));
    document.replace("Two", "Too");
    for (const action of actions)
      await expect(document.resolve(action)).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    expect(actions.length).toBeGreaterThan(3);
  });

  test("when the paper has been closed, or opened anew", async () => {
    const server = await startServer();
    const document = server.open(paper(body));
    const [action] = await document.actions(document.at("Monday"));
    document.close();
    await expect(document.resolve(action ?? { title: "" })).rejects.toMatchObject({
      code: LSPErrorCodes.ContentModified,
    });
    server.open(paper(body.replace("The board", "The panel")));
    await expect(document.resolve(action ?? { title: "" })).rejects.toMatchObject({
      code: LSPErrorCodes.ContentModified,
    });
  });

  test.each([
    undefined,
    null,
    7,
    {},
    { uri: 1, report: 2, repair: 3 },
    { uri: "file:///papers/sample.paper.md", report: "", repair: null },
  ])("when its data is %j", async (data) => {
    const server = await startServer();
    const document = server.open(paper(body));
    await expect(document.resolve({ title: "Anything", data })).rejects.toThrow("not one that was offered");
  });
});

test("an action that runs a command is as complete as it was", async () => {
  const server = await startServer();
  const document = server.open(paper(body));
  const command = { title: "Keep as it is…", command: "boardPapers.keepAsItIs", arguments: [{}] };
  const action = { title: "Keep as it is…", kind: "quickfix", command };
  expect(await document.resolve(action)).toEqual(action);
});

describe("renumbering", () => {
  const renumbered = (numbers: string): string => paper(body.slice(0, body.indexOf("4.")) + numbers);

  test("of one paragraph changes it and what points to it", async () => {
    const server = await startServer();
    const document = server.open(paper(body));
    expect(await after(document, "One.", "Renumber this paragraph", [renumberKind])).toBe(
      renumbered("3. One.\n\n5. Two, as in paragraphs 3 and 5.\n"),
    );
  });

  test("from a paragraph on changes those behind it too", async () => {
    const server = await startServer();
    const document = server.open(paper(body));
    const text = await after(document, "One.", "Renumber from here", [renumberKind]);
    expect(text).toBe(
      renumbered("3. One.\n\n4. Two, as in paragraphs 3 and 4.\n").replace("paragraph 5", "paragraph 4"),
    );
    expect(await after(document, "1. The", "Renumber the whole paper", [renumberKind])).toBe(text);
  });

  test("says how many references follow, and how many are left", async () => {
    const server = await startServer();
    const document = server.open(paper(`${body}\n5. Three.\n\n6. See paragraph 6.\n`));
    const actions = await document.actions(document.at("5. Three"), { only: ["refactor"] });
    expect(actions.map((it) => it.kind)).toEqual([renumberKind, renumberKind, renumberKind]);
    // There are two paragraphs 5, so nobody knows which one "paragraph 5" and "paragraphs 4 and 5" mean.
    expect(titles(actions)).toEqual([
      "Renumber this paragraph (2 references are left to check)",
      "Renumber from here (1 reference follows, 2 are left to check)",
      "Renumber the whole paper (2 references are left to check)",
    ]);
  });

  test("is offered only where it changes something", async () => {
    const server = await startServer();
    const only = [renumberKind];
    const document = server.open(paper(body));
    expect(titles(await document.actions(document.at("board met"), { only }))).toEqual([
      expect.stringMatching(/^Renumber from here/),
      expect.stringMatching(/^Renumber the whole paper/),
    ]);
    expect(titles(await document.actions(document.at("template"), { only }))).toEqual([
      expect.stringMatching(/^Renumber the whole paper/),
    ]);
    const right = server.open(paper("1. One.\n\n2. Two.\n"), { uri: "file:///right.paper.md" });
    expect(await right.actions(right.at("One"), { only })).toEqual([]);
  });

  test("is offered to those who ask for it", async () => {
    const server = await startServer();
    const document = server.open(paper(body));
    const kinds = async (
      asked: Parameters<ClientDocument["actions"]>[1],
    ): Promise<(string | undefined)[]> => [
      ...new Set((await document.actions(document.at("Two"), asked)).map((it) => it.kind)),
    ];
    expect(await kinds({ triggerKind: CodeActionTriggerKind.Automatic })).toEqual([]);
    expect(await kinds({ triggerKind: CodeActionTriggerKind.Invoked })).toEqual([renumberKind, fixAllKind]);
    expect(await kinds({ only: ["refactor.rewrite"] })).toEqual([renumberKind]);
    expect(await kinds({ only: ["refactor.extract", "quick"] })).toEqual([]);
    expect(await kinds({ only: ["source"] })).toEqual([fixAllKind]);
    expect(await kinds({ only: ["source.fixAll"] })).toEqual([fixAllKind]);
    expect(await kinds({ only: [""] })).toEqual([renumberKind, fixAllKind]);
  });
});

describe("everything safe at once", () => {
  test("keeps to what is safe", async () => {
    const server = await startServer();
    const document = server.open(paper(body));
    expect(await after(document, "One", "Make all safe repairs", ["source.fixAll"])).toBe(
      paper(body.replace("**2.**", "2.")),
    );
  });

  test("is not offered where there is nothing to do", async () => {
    const server = await startServer();
    const document = server.open(paper("1. The board met on Monday 17 November 2020.\n"));
    expect(await document.actions(document.at("board"), { only: [fixAllKind] })).toEqual([]);
  });

  const samples = fileURLToPath(new URL("../../test-fixtures/workspace/papers", import.meta.url));

  test.each(readdirSync(samples))("never changes a digit of %s", async (name) => {
    const server = await startServer(modern);
    const text = readFileSync(`${samples}/${name}`, "utf8");
    const document = server.open(text);
    const [action] = await document.actions(document.at(""), { only: [fixAllKind] });
    if (!action) return;
    const fixed = document.after((await document.resolve(action)).edit);
    expect(fixed.replace(/\D/g, "")).toBe(text.replace(/\D/g, ""));
    expect(fixed).not.toBe(text);
  });
});
