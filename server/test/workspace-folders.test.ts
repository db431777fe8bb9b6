// Workspace folders that come and go while papers are open: who goes by another board-paper.yaml then is told so.

import { expect, test } from "vitest";
import {
  type PreviewChangedParams,
  previewChangedMethod,
  previewMethod,
  workMethod,
} from "../src/protocol.js";
import { old, paper } from "./harness.js";
import { LocalServer, MemoryFiles, own, startHere } from "./in-process.js";

const team = "file:///team/board-paper.yaml";
const off = "rules:\n  date-weekday: off\n";
const info = "rules:\n  date-weekday: info\n";
const body = paper("1. We met on Monday 17 November 2020.\n");
const told = { ...old, workspace: { workspaceFolders: true } };
const papers = ["file:///team/may.paper.md", "file:///team/june.paper.md"];
const unsaved = "untitled:Untitled-1";

function add(server: LocalServer, uri: string): Promise<void> {
  const event = { added: [{ uri, name: "Another" }], removed: [] };
  return server.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event });
}

test("a change of the file afterwards is told to a client that does not ask", async () => {
  const server = await startHere({ [team]: info }, { capabilities: told });
  for (const uri of papers) {
    server.open(body, { uri });
    expect(await server.publication((it) => it.uri === uri)).toMatchObject({
      diagnostics: [{ severity: 3 }],
    });
  }
  const from = server.published.length;
  await add(server, "file:///panel");
  server.write(team, off);
  for (const uri of papers)
    expect(await server.publication((it) => it.uri === uri, from)).toMatchObject({ diagnostics: [] });
  expect(server.published).toHaveLength(from + papers.length);
});

test("a change of the file afterwards is told to a client that asks, and to its previews", async () => {
  const server = await startHere({ [team]: info });
  const [uri = ""] = papers;
  const document = server.open(body, { uri });
  await document.diagnostics();
  await server.connection.sendRequest(previewMethod, { textDocument: { uri } });
  const changed = new Promise<PreviewChangedParams>((resolve) => {
    server.connection.onNotification(previewChangedMethod, resolve);
  });
  await add(server, "file:///panel");
  server.write(team, off);
  expect(await changed).toEqual({ uri });
  await server.refreshed(1);
  expect(await document.diagnostics()).toEqual([]);
});

test("a paper without a folder is checked by the new first one", async () => {
  const server = await startHere({ [team]: info }, { capabilities: told });
  server.open(body, { uri: unsaved });
  expect(await server.publication((it) => it.uri === unsaved)).toMatchObject({
    diagnostics: [{ severity: 1 }],
  });
  await add(server, "file:///team");
  expect(await server.publication((it) => it.uri === unsaved, 1)).toMatchObject({
    diagnostics: [{ severity: 3 }],
  });
  // One that is not the first changes nothing.
  const { length } = server.published;
  await add(server, "file:///panel");
  server.open(body, { uri: papers[0] });
  await server.publication((it) => it.uri === papers[0]);
  expect(server.published).toHaveLength(length + 1);
});

test("a folder that comes while the files of another are read counts", async () => {
  const panel = "file:///panel/board-paper.yaml";
  const server = new LocalServer(new MemoryFiles({ [team]: off, [panel]: info }));
  const workspaceFolders = [{ uri: "file:///team", name: "Team" }];
  await server.initialize(own, { workspaceFolders });
  const release = server.files.hold();
  const document = server.open(body, { uri: unsaved });
  const asked = document.diagnostics();
  const event = { added: [{ uri: "file:///panel", name: "Panel" }], removed: workspaceFolders };
  await server.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event });
  // What is asked about no paper is answered at once, and after all that was sent before.
  await server.connection.sendRequest(workMethod, { textDocument: { uri: team } });
  release();
  expect((await asked).map((it) => it.severity)).toEqual([3]);
});
