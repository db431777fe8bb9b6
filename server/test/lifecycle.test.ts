// From a server's start to its end, and what a client does wrong in between.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import {
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  ErrorCodes,
  RegistrationRequest,
} from "vscode-languageserver/node";
import { modern, old, paper, type Server, startProcess, startServer } from "./harness.js";

test("a client that can do much is offered all", async () => {
  const server = startProcess();
  expect(await server.initialize(modern)).toMatchInlineSnapshot(`
    {
      "capabilities": {
        "codeActionProvider": {
          "codeActionKinds": [
            "quickfix",
            "refactor.rewrite.boardPapers.renumber",
            "source.fixAll.boardPapers",
          ],
          "resolveProvider": true,
        },
        "completionProvider": {
          "resolveProvider": true,
          "triggerCharacters": [
            " ",
          ],
        },
        "diagnosticProvider": {
          "identifier": "board-papers",
          "interFileDependencies": false,
          "workspaceDiagnostics": false,
        },
        "hoverProvider": true,
        "positionEncoding": "utf-16",
        "textDocumentSync": {
          "change": 2,
          "openClose": true,
          "save": true,
        },
      },
      "serverInfo": {
        "name": "Board Papers",
      },
    }
  `);
});

test("a client that can do little is offered what it can use", async () => {
  const server = startProcess();
  expect(await server.initialize({})).toMatchInlineSnapshot(`
    {
      "capabilities": {
        "completionProvider": {
          "resolveProvider": true,
          "triggerCharacters": [
            " ",
          ],
        },
        "hoverProvider": true,
        "positionEncoding": "utf-16",
        "textDocumentSync": {
          "change": 2,
          "openClose": true,
          "save": true,
        },
      },
      "serverInfo": {
        "name": "Board Papers",
      },
    }
  `);
});

test("the server starts without arguments too", async () => {
  const server = startProcess([]);
  await server.initialize(modern);
  expect(await server.open(paper("1. Note the report.\n")).pull()).toMatchObject({ kind: "full" });
});

test("the exit status is 0 after a shutdown", async () => {
  const server = await startServer();
  expect(await server.connection.sendRequest("shutdown")).toBeNull();
  await server.connection.sendNotification("exit");
  expect(await server.exit).toBe(0);
});

test("the exit status is 1 without a shutdown", async () => {
  const server = await startServer();
  await server.connection.sendNotification("exit");
  expect(await server.exit).toBe(1);
});

test("a server whose client hangs up ends", async () => {
  const server = await startServer();
  server.process.stdin.end();
  expect(await server.exit).toBe(1);
});

test("a server whose client dies ends", async () => {
  const client = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const server = startProcess();
  await server.initialize(modern, { processId: client.pid ?? null });
  client.kill("SIGKILL");
  await once(client, "exit");
  expect(await server.exit).toBe(1);
});

test("a request that nobody knows is refused", async () => {
  const server = await startServer();
  await expect(server.connection.sendRequest("boardPapers/unheardOf", {})).rejects.toMatchObject({
    code: ErrorCodes.MethodNotFound,
  });
});

test("requests before initialize and after shutdown are refused", async () => {
  const server = startProcess();
  const parameters = { textDocument: { uri: "file:///a.paper.md" } };
  const ask = (): Promise<unknown> => server.connection.sendRequest("textDocument/diagnostic", parameters);
  await expect(ask()).rejects.toMatchObject({ code: ErrorCodes.ServerNotInitialized });
  await server.initialize(modern);
  expect(await ask()).toEqual({ kind: "full", items: [] });
  await server.connection.sendRequest("shutdown");
  await expect(ask()).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
});

test.each([
  ["textDocument/diagnostic", null],
  ["textDocument/codeAction", { textDocument: null }],
  ["boardPapers/work", null],
  ["boardPapers/work", { textDocument: { uri: 7 } }],
])("%s with parameters %o does not end the server", async (method, parameters) => {
  const server = await startServer();
  await server.connection.sendRequest(method, parameters).catch(() => undefined);
  expect(await server.open(paper("1. Note the report.\n")).pull()).toMatchObject({ kind: "full" });
});

test("edits of a document that is not open are ignored", async () => {
  const server = await startServer();
  const document = server.open(paper("1. Note the report.\n"));
  document.close();
  document.replace("Note", "Agree");
  expect(await document.pull()).toEqual({ kind: "full", items: [] });
});

const asking = { ...modern, workspace: { ...modern.workspace, configuration: true } };

/** The server after it has asked twice for the configuration and was given this answer. */
async function configured(answer: () => unknown): Promise<Server> {
  const server = startProcess();
  let asked = 0;
  const twice = new Promise<void>((resolve) => {
    server.connection.onRequest(ConfigurationRequest.type, () => {
      if (++asked === 2) resolve();
      return answer() as never[];
    });
  });
  await server.initialize(asking);
  await server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  await twice;
  return server;
}

test.each([
  ["null", null],
  ["[null]", [null]],
  ["[]", []],
  ["a wrong type", [{ check: 7 }]],
  ["a word", ["onSave"]],
])("a configuration of %s leaves the server as it is", async (_, answer) => {
  const server = await configured(() => answer);
  expect(await server.open(paper("1. Note the report.\n")).pull()).toMatchObject({ kind: "full" });
});

test("a client that fails to give its configuration is served", async () => {
  const server = await configured(() => {
    throw new Error("There is no configuration.");
  });
  expect(await server.open(paper("1. Note the report.\n")).pull()).toMatchObject({ kind: "full" });
});

test("the client is asked to tell when its configuration changes", async () => {
  const server = startProcess();
  const registered = new Promise((resolve) => {
    server.connection.onRequest(RegistrationRequest.type, resolve);
  });
  await server.initialize({ workspace: { didChangeConfiguration: { dynamicRegistration: true } } });
  expect(await registered).toMatchObject({
    registrations: [
      { method: "workspace/didChangeConfiguration", registerOptions: { section: "boardPapers" } },
    ],
  });
});

test("an old client that checks on save is sent nothing while typing", async () => {
  const server = startProcess();
  const read = new Promise<void>((resolve) => {
    server.connection.onRequest(ConfigurationRequest.type, () => {
      resolve();
      return [{ check: "onSave" }];
    });
  });
  await server.initialize({ ...old, workspace: { configuration: true } });
  await read;
  const document = server.open(paper("1. Note the report.\n"));
  await server.publication(({ version }) => version === 1);
  document.replace("1.", "2.");
  document.replace("Note", "Agree");
  document.save();
  expect((await server.publication(({ version }) => version !== 1)).version).toBe(3);
});
