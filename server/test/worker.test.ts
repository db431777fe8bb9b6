// The server in a Web Worker: the built script answers as the process does, with nothing of Node.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver/node";
import { type ReadFileParams, type ReadFileResult, readFileMethod } from "../src/protocol.js";
import { modern, paper, startServer } from "./harness.js";
import { firstMessage, startWorker, type WorkerServer } from "./in-worker.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const papers = "test-fixtures/workspace/papers";
const rulePages = "https://host/extension/docs/rules.md";

/** A server in a worker, and a client that has these files and the rules' page. */
async function start(files: Readonly<Record<string, string>> = {}): Promise<WorkerServer> {
  const server = startWorker();
  server.connection.onRequest(readFileMethod, ({ uri }: ReadFileParams): ReadFileResult => {
    return { text: files[uri] ?? null };
  });
  await server.initialize(modern, { initializationOptions: { readsFiles: true, rulePages } });
  return server;
}

function withoutLink({ codeDescription, ...finding }: Diagnostic): Diagnostic {
  expect(codeDescription?.href).toMatch(/\/docs\/rules\.md#[a-z-]+$/);
  return finding;
}

test.each(["budget-monitoring", "neighbourhood-policing", "victims-services"])(
  "it finds in %s what the process finds",
  async (name) => {
    const text = readFileSync(`${root}/${papers}/${name}.paper.md`, "utf8");
    const [worker, process] = [await start(), await startServer()];
    const there = await process.open(text).diagnostics();
    const here = await worker.open(text).diagnostics();
    expect(here.length).toBeGreaterThan(2);
    expect(here.map(withoutLink)).toEqual(there.map(withoutLink));
    expect(here[0]?.codeDescription?.href).toBe(`${rulePages}#${here[0]?.code}`);
  },
);

test("it follows edits, characters that have names and line endings of Windows too", async () => {
  const server = await start();
  const body = paper("1. We met &copy; &notin; \u{1F600} people.\n\n3. Again.\n").replaceAll("\n", "\r\n");
  const document = server.open(body);
  expect((await document.diagnostics()).map((it) => it.code)).toEqual(["paragraph-sequence"]);
  document.replace("3. Again.", "2. Again.");
  expect(await document.diagnostics()).toEqual([]);
});

test("it makes a quick fix's edit when the fix is chosen", async () => {
  const document = (await start()).open(paper("1. One.\n\n3. Two.\n"));
  const actions = await document.actions(document.at("3. Two"));
  const fix = actions.find(({ title }) => title === "Renumber this paragraph to 2");
  if (!fix) throw new Error("The fix is not offered.");
  expect(fix.edit).toBeUndefined();
  expect(document.after((await document.resolve(fix)).edit)).toBe(paper("1. One.\n\n2. Two.\n"));
});

describe("board-paper.yaml", () => {
  const folder = "vscode-vfs://host/team";

  test("is read through the client", async () => {
    const server = await start({ [`${folder}/board-paper.yaml`]: "rules: { paragraph-sequence: info }\n" });
    const document = server.open(paper("1. One.\n\n3. Two.\n"), { uri: `${folder}/board/may.paper.md` });
    const [finding] = await document.diagnostics();
    expect(finding?.severity).toBe(DiagnosticSeverity.Information);
  });

  test("is told of where it is broken", async () => {
    const config = `${folder}/board-paper.yaml`;
    const server = await start({ [config]: "rules: { paragraph-sequence: sometimes }\n" });
    server.open(paper("1. One.\n"), { uri: `${folder}/may.paper.md` });
    const { diagnostics } = await server.publication(({ uri }) => uri === config);
    expect(diagnostics).toHaveLength(1);
  });
});

test("a shutdown is answered, and an exit ends the worker", async () => {
  const server = await start();
  expect(await server.connection.sendRequest("shutdown")).toBeNull();
  await server.connection.sendNotification("exit");
  expect(await server.exit).toBe(0);
});

test("what stands in for a browser here has nothing of Node, and no document", async () => {
  const names = ["process", "require", "module", "Buffer", "setImmediate", "global", "document", "window"];
  const script = `postMessage([${names.map((name) => `typeof ${name}`).join(", ")}]);`;
  expect(await firstMessage(script)).toEqual(names.map(() => "undefined"));
});
