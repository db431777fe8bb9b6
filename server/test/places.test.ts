// Where a first board-paper.yaml is made for a paper that has no folder yet.

import { describe, expect, test } from "vitest";
import { LSPErrorCodes, type WorkspaceEdit } from "vscode-languageserver/node";
import { changeRuleMethod, placeMethod, type TemplateChoice, templatesMethod } from "../src/protocol.js";
import { paper } from "./harness.js";
import { type LocalServer, startHere } from "./in-process.js";

const uri = "untitled:Untitled-1";
const body = paper("1. We met on Monday 17 November 2020.\n");

async function start(files: Readonly<Record<string, string>> = {}): Promise<LocalServer> {
  const server = await startHere(files);
  server.open(body, { uri });
  return server;
}

function turnOff(server: LocalServer): Promise<WorkspaceEdit> {
  return server.connection.sendRequest(changeRuleMethod, { uri, rule: "date-weekday", severity: "off" });
}

describe.each([
  ["a folder", "file:///team/docs"],
  ["a folder with a slash at its end", "file:///team/docs/"],
  ["a paper in the folder", "file:///team/docs/may.paper.md"],
])("a paper that is placed in %s", (_, at) => {
  test("has the file made there", async () => {
    const server = await start();
    await server.connection.sendRequest(placeMethod, { uri, at });
    const edit = await turnOff(server);
    expect(server.files.after(edit, "file:///team/docs/board-paper.yaml")).toContain("date-weekday: off");
  });

  test("goes by the globs of the file above it", async () => {
    const house = "templates: { house: { extends: spcb, rules: { date-weekday: info } } }\n";
    const server = await start({
      "file:///team/board-paper.yaml": `${house}papers: [{ files: "docs/*", template: house }]\n`,
    });
    const document = server.open(body.replace("template: spcb\n", ""), { uri: "untitled:Untitled-2" });
    await server.connection.sendRequest(placeMethod, { uri: "untitled:Untitled-2", at });
    expect((await document.diagnostics()).map((it) => it.severity)).toEqual([3]);
  });

  test("follows a template of its folder", async () => {
    const file = "template: house\ntemplates: { house: { extends: spcb } }\n";
    const server = await start({ "file:///team/docs/board-paper.yaml": file });
    const choices = await server.connection.sendRequest<TemplateChoice[]>(templatesMethod, { uri: at });
    expect(choices.find((it) => it.isDefault)?.name).toBe("house");
  });
});

test("a paper without a place has to be saved first", async () => {
  const server = await start();
  await expect(turnOff(server)).rejects.toMatchObject({
    code: LSPErrorCodes.RequestFailed,
    message: "Save the paper first: what is set for it is kept in a file beside it.",
  });
});

test("the preview of a paper that is placed may be another", async () => {
  const server = await start({ "file:///team/board-paper.yaml": "rules: { date-weekday: off }\n" });
  await server.connection.sendRequest("boardPapers/preview", { textDocument: { uri } });
  const changed = new Promise((resolve) => {
    server.connection.onNotification("boardPapers/previewChanged", resolve);
  });
  await server.connection.sendRequest(placeMethod, { uri, at: "file:///team" });
  expect(await changed).toEqual({ uri });
});
