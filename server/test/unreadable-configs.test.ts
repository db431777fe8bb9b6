// A board-paper.yaml that is there and cannot be read, such as one that another program holds.

import { expect, test } from "vitest";
import { DiagnosticSeverity, LSPErrorCodes, type WorkspaceEdit } from "vscode-languageserver/node";
import { changeRuleMethod } from "../src/protocol.js";
import { type ClientDocument, old, paper } from "./harness.js";
import { LocalServer, MemoryFiles, own } from "./in-process.js";

const team = "file:///team/board-paper.yaml";
const board = "file:///team/board/board-paper.yaml";
const off = "rules:\n  date-weekday: off\n";
const info = "rules:\n  date-weekday: info\n";
const body = paper("1. We met on Monday 17 November 2020.\n");
const uri = "file:///team/board/may.paper.md";
const busy = new Error("EBUSY: resource busy or locked");

async function start(files: Readonly<Record<string, string>>, capabilities = own): Promise<LocalServer> {
  const server = new LocalServer(new MemoryFiles(files));
  server.files.failures.set(board, busy);
  await server.initialize(capabilities);
  return server;
}

async function severities(document: ClientDocument): Promise<unknown[]> {
  return (await document.diagnostics()).map((it) => it.severity);
}

function problem(rules: string): object {
  return {
    uri: board,
    diagnostics: [
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        severity: DiagnosticSeverity.Error,
        code: "config",
        source: "board-papers",
        message: `This file cannot be read, so papers go by ${rules}. It is tried again when one is opened or saved.`,
      },
    ],
  };
}

const isOfBoard = (it: { readonly uri: string }): boolean => it.uri === board;

test.each([
  ["asks", own],
  ["does not ask", old],
])(
  "is told of to a client that %s, and is not passed over for the file above it",
  async (_, capabilities) => {
    const server = await start({ [team]: off, [board]: info }, capabilities);
    const document = server.open(body, { uri });
    expect(await server.publication(isOfBoard)).toEqual(problem("what is built in"));
    expect(await severities(document)).toEqual([DiagnosticSeverity.Error]);
    expect(server.files.reads).not.toContain(team);
  },
);

test.each<readonly [string, (server: LocalServer, document: ClientDocument) => unknown]>([
  ["a paper is saved", (_, document) => document.save()],
  ["a paper is opened", (server) => server.open(body, { uri: "file:///team/board/june.paper.md" })],
  ["the client tells that it changed", (server) => server.tell(board)],
])("is read again when %s", async (_, happen) => {
  const server = await start({ [board]: info });
  const document = server.open(body, { uri });
  expect(await severities(document)).toEqual([DiagnosticSeverity.Error]);
  await server.publication(isOfBoard);
  server.files.failures.clear();
  const from = server.published.length;
  happen(server, document);
  expect(await server.publication(isOfBoard, from)).toEqual({ uri: board, diagnostics: [] });
  await server.refreshed(1);
  expect(await severities(document)).toEqual([DiagnosticSeverity.Information]);
});

test("leaves in force what it said before", async () => {
  const server = await start({ [board]: info });
  server.files.failures.clear();
  const document = server.open(body, { uri });
  expect(await severities(document)).toEqual([DiagnosticSeverity.Information]);
  server.files.failures.set(board, busy);
  server.write(board, off);
  expect(await server.publication(isOfBoard)).toEqual(problem("what it said before"));
  const other = server.open(body, { uri: "file:///team/board/june.paper.md" });
  expect(await severities(other)).toEqual([DiagnosticSeverity.Information]);
  expect(server.refreshes).toBe(0);
});

test("counts as what the editor has of it, where it is open", async () => {
  const server = await start({ [board]: info });
  const document = server.open(body, { uri });
  await server.publication(isOfBoard);
  server.open(off, { uri: board, language: "yaml" });
  expect(await server.publication(isOfBoard, 1)).toMatchObject({ version: 1, diagnostics: [] });
  expect(await severities(document)).toEqual([]);
});

test("is not edited until it can be read", async () => {
  const server = await start({ [board]: info });
  server.open(body, { uri });
  const change = (): Promise<WorkspaceEdit> =>
    server.connection.sendRequest(changeRuleMethod, { uri, rule: "date-weekday", severity: "off" });
  await expect(change()).rejects.toMatchObject({
    code: LSPErrorCodes.RequestFailed,
    message: "board-paper.yaml cannot be read, so it is not changed. Try again once it can be opened.",
  });
  server.files.failures.clear();
  expect(server.files.after(await change(), board)).toBe(off);
});
