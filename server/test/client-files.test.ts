// Files that the server cannot read by itself: the client is asked for them, if it answers.

import { describe, expect, test } from "vitest";
import { ResponseError, type WorkspaceFolder } from "vscode-languageserver";
import { type ReadFileParams, type ReadFileResult, readFileMethod } from "../src/protocol.js";
import { type ClientDocument, paper } from "./harness.js";
import { LocalServer, MemoryFiles, own } from "./in-process.js";

const folder = "vscode-vfs://host/team";
const config = `${folder}/board-paper.yaml`;
const body = paper("1. We met on Monday 17 November 2020.\n");

/** A server that has no files but those of `file:`, and a client that has these; an error is what reading ends in. */
async function start(
  files: Record<string, string | Error>,
  initializationOptions = { readsFiles: true },
  workspaceFolders: readonly WorkspaceFolder[] = [],
): Promise<{ readonly server: LocalServer; readonly asked: string[]; readonly failed: Promise<void> }> {
  const asked: string[] = [];
  let fail: () => void = () => undefined;
  const failed = new Promise<void>((resolve) => {
    fail = resolve;
  });
  const disk = new MemoryFiles({ "file:///team/board-paper.yaml": "rules: { date-weekday: off }\n" });
  disk.covers = (uri) => uri.startsWith("file:");
  const server = new LocalServer(disk);
  server.connection.onRequest(readFileMethod, ({ uri }: ReadFileParams): ReadFileResult => {
    asked.push(uri);
    const text = files[uri];
    if (text instanceof Error) {
      fail();
      throw text;
    }
    return { text: text ?? null };
  });
  await server.initialize(own, { initializationOptions, workspaceFolders });
  return { server, asked, failed };
}

function openPaper(server: LocalServer): ClientDocument {
  return server.open(body, { uri: `${folder}/board/may.paper.md` });
}

async function severities(document: ClientDocument): Promise<unknown[]> {
  return (await document.diagnostics()).map((it) => it.severity);
}

test("the client is asked for the files of its own addresses, the nearest first", async () => {
  const { server, asked } = await start({ [config]: "rules: { date-weekday: info }\n" });
  expect(await severities(openPaper(server))).toEqual([3]);
  expect(asked).toEqual([`${folder}/board/board-paper.yaml`, config]);
});

test("a byte order mark is not part of the text", async () => {
  const { server } = await start({ [config]: "\uFEFFrules: { date-weekday: info }\n" });
  expect(await severities(openPaper(server))).toEqual([3]);
});

test("a change that the client tells of is read from it", async () => {
  const files: Record<string, string> = { [config]: "rules: { date-weekday: info }\n" };
  const { server } = await start(files);
  const document = openPaper(server);
  expect(await severities(document)).toEqual([3]);
  files[config] = "rules: { date-weekday: warning }\n";
  server.tell(config);
  await server.refreshed(1);
  expect(await severities(document)).toEqual([2]);
});

describe("a file that the client cannot read", () => {
  const failure = new ResponseError(-32803, "It is too large.");

  test("leaves what is built in, where it was never read, and is told of", async () => {
    const { server } = await start({ [config]: failure });
    expect(await severities(openPaper(server))).toEqual([1]);
    expect(await server.publication((it) => it.uri === config)).toMatchObject({
      diagnostics: [{ code: "config", message: expect.stringContaining("cannot be read") }],
    });
  });

  test("is as none above a workspace that is on no disk, where there may be no folders", async () => {
    const workspaceFolders = [{ uri: `${folder}/board`, name: "Board" }];
    const { server } = await start({ [config]: failure }, { readsFiles: true }, workspaceFolders);
    expect(await severities(openPaper(server))).toEqual([1]);
    server.open(body, { uri: `${folder}/board/june.paper.md` });
    expect(server.published).toEqual([]);
  });

  test("is still what it was", async () => {
    const files: Record<string, string | Error> = { [config]: "rules: { date-weekday: info }\n" };
    const { server, failed } = await start(files);
    const document = openPaper(server);
    expect(await severities(document)).toEqual([3]);
    files[config] = failure;
    server.tell(config);
    await failed;
    document.replace("Monday", "Wednesday");
    expect(await severities(document)).toEqual([3]);
  });
});

test("the server's own files are not asked for", async () => {
  const { server, asked } = await start({});
  expect(await severities(server.open(body, { uri: "file:///team/may.paper.md" }))).toEqual([]);
  expect(asked).toEqual([]);
});

test("a client that does not read files is not asked", async () => {
  const { server, asked } = await start(
    { [config]: "rules: { date-weekday: off }\n" },
    { readsFiles: false },
  );
  expect(await severities(openPaper(server))).toEqual([1]);
  expect(asked).toEqual([]);
});

test("a finding links to the page that the client has", async () => {
  const server = new LocalServer(new MemoryFiles({}));
  await server.initialize(own, { initializationOptions: { rulePages: "https://host/rules.md" } });
  const [finding] = await openPaper(server).diagnostics();
  expect(finding?.codeDescription?.href).toBe("https://host/rules.md#date-weekday");
});
