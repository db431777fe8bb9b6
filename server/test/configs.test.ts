// board-paper.yaml: which one holds, how it changes, and what becomes of a broken one.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { DiagnosticSeverity, RegistrationRequest } from "vscode-languageserver/node";
import { type ClientDocument, modern, old, paper, type Server, startServer } from "./harness.js";
import { LocalServer, MemoryFiles, own, startHere } from "./in-process.js";

const team = "file:///team/board-paper.yaml";
const board = "file:///team/board/board-paper.yaml";
const off = "rules:\n  date-weekday: off\n";
const info = "rules:\n  date-weekday: info\n";
const broken = "rules:\n  date-weekday: sometimes\n";
const body = paper("1. We met on Monday 17 November 2020.\n");

function openPaper(server: Server, uri = "file:///team/board/may.paper.md"): ClientDocument {
  return server.open(body, { uri });
}

/** How each finding counts, by rule: what a paper is checked by shows in it. */
async function findings(document: ClientDocument): Promise<unknown[]> {
  return (await document.diagnostics()).map((it) => `${it.code}: ${it.severity}`);
}

const asBuiltIn = [`date-weekday: ${DiagnosticSeverity.Error}`];
const asInfo = [`date-weekday: ${DiagnosticSeverity.Information}`];

describe("a paper is checked by", () => {
  test("what is built in, where there is no file", async () => {
    const server = await startHere();
    expect(await findings(openPaper(server))).toEqual(asBuiltIn);
  });

  test("the nearest file above it, whole", async () => {
    const server = await startHere({ [team]: "rules:\n  paragraph-sequence: off\n", [board]: info });
    const text = `${body}\n3. We met on Monday 17 November 2020.\n`;
    const below = server.open(text, { uri: "file:///team/board/2020/may.paper.md" });
    const codes = (await below.diagnostics()).map((it) => it.code);
    expect(codes).toEqual(["date-weekday", "paragraph-sequence", "date-weekday"]);
    const beside = server.open(text, { uri: "file:///team/panel/may.paper.md" });
    expect((await beside.diagnostics()).map((it) => it.code)).toEqual(["date-weekday", "date-weekday"]);
    // No file farther away is looked for.
    expect(server.files.reads).not.toContain("file:///board-paper.yaml");
  });

  test("its own folder's file, whatever another folder says", async () => {
    const server = await startHere({ "file:///a/board-paper.yaml": off, "file:///b/board-paper.yaml": info });
    expect(await findings(openPaper(server, "file:///a/may.paper.md"))).toEqual([]);
    expect(await findings(openPaper(server, "file:///b/may.paper.md"))).toEqual(asInfo);
    expect(await findings(openPaper(server, "file:///c/may.paper.md"))).toEqual(asBuiltIn);
  });

  test("the template that a glob of the file names for it", async () => {
    const file = "templates:\n  strict: { extends: spcb, rules: { date-weekday: info } }\n";
    const server = await startHere({
      [team]: `${file}papers:\n  - { files: "board/*.md", template: strict }\n`,
    });
    const text = body.replace("template: spcb\n", "");
    const listed = server.open(text, { uri: "file:///team/board/may.paper.md" });
    expect(await findings(listed)).toEqual(asInfo);
    const other = server.open(text, { uri: "file:///team/panel/may.paper.md" });
    expect(await findings(other)).toEqual(asBuiltIn);
  });

  test("the workspace folder's file, where it has no folder yet", async () => {
    const workspaceFolders = [{ uri: "file:///team", name: "Team" }];
    const server = await startHere({ [team]: info, [board]: off }, { workspaceFolders });
    expect(await findings(openPaper(server, "untitled:Untitled-1"))).toEqual(asInfo);
    expect(await findings(openPaper(server, "untitled:/team/board/june.paper.md"))).toEqual([]);
    const alone = await startHere({ [team]: info });
    expect(await findings(openPaper(alone, "untitled:Untitled-1"))).toEqual(asBuiltIn);
  });

  test("the file however its address is written", async () => {
    const server = await startHere({ "file:///c%3A/our%20team/board-paper.yaml": off });
    const document = openPaper(server, "file:///c%3A/our%20team/may.paper.md");
    expect(await findings(document)).toEqual([]);
    server.files.texts.set("file:///C:/our%20team/board-paper.yaml", info);
    server.tell("file:///C:/our%20team/board-paper.yaml");
    await server.refreshed(1);
    expect(await findings(document)).toEqual(asInfo);
  });
});

describe("reading", () => {
  test("is waited for: nothing is found by settings that do not hold", async () => {
    const files = new MemoryFiles({ [board]: off });
    const release = files.hold();
    const server = new LocalServer(files);
    await server.initialize(old);
    openPaper(server);
    const other = openPaper(server, "file:///team/board/june.paper.md");
    const asked = other.diagnostics();
    release();
    expect(await asked).toEqual([]);
    await server.publication(({ uri }) => uri.endsWith("may.paper.md"));
    expect(server.published.flatMap((it) => it.diagnostics)).toEqual([]);
  });

  test("is not done for a keystroke", async () => {
    const server = await startHere({ [team]: info });
    const document = openPaper(server);
    expect(await findings(document)).toEqual(asInfo);
    const { length } = server.files.reads;
    for (const word of ["came", "sat", "spoke"]) {
      document.replace(/met|came|sat/.exec(document.text)?.[0] ?? "", word);
      expect(await findings(document)).toEqual(asInfo);
      await document.actions(document.at("Monday"));
    }
    expect(server.files.reads).toHaveLength(length);
  });

  test("that fails leaves what was known, and the server", async () => {
    const server = await startHere({ [board]: info });
    const document = openPaper(server);
    expect(await findings(document)).toEqual(asInfo);
    server.files.failures.set(board, new Error("The disk is busy."));
    server.tell(board);
    const logged = new Promise((resolve) => server.connection.onNotification("window/logMessage", resolve));
    expect(await logged).toMatchObject({ message: expect.stringContaining("The disk is busy.") });
    expect(await findings(document)).toEqual(asInfo);
    server.files.failures.clear();
    server.write(board, off);
    await server.refreshed(1);
    expect(await findings(document)).toEqual([]);
  });

  test("is done again when a paper is opened or saved, for a client that tells nothing of files", async () => {
    const server = await startHere({ [board]: info });
    const document = openPaper(server);
    expect(await findings(document)).toEqual(asInfo);
    server.files.texts.set(board, off);
    document.save();
    await server.refreshed(1);
    expect(await findings(document)).toEqual([]);
    server.files.texts.set(board, info);
    openPaper(server, "file:///team/board/june.paper.md");
    await server.refreshed(2);
    expect(await findings(document)).toEqual(asInfo);
  });
});

describe("a change", () => {
  test("on the disk has a client that asks ask again", async () => {
    const server = await startHere({ [board]: info });
    const document = openPaper(server);
    const { resultId } = await document.pull();
    server.write(board, off);
    await server.refreshed(1);
    expect(await document.pull(resultId)).toMatchObject({ kind: "full", items: [] });
    server.write(board, info);
    await server.refreshed(2);
    expect(await findings(document)).toEqual(asInfo);
  });

  test("on the disk has the findings sent again to a client that does not ask", async () => {
    const server = await startHere({ [board]: info }, { capabilities: old });
    const { uri } = openPaper(server).identifier;
    const other = openPaper(server, "file:///elsewhere/may.paper.md").identifier.uri;
    await server.publication((it) => it.uri === uri);
    await server.publication((it) => it.uri === other);
    server.write(board, off);
    expect(await server.publication((it) => it.uri === uri, 2)).toMatchObject({
      version: 1,
      diagnostics: [],
    });
    expect(server.published).toHaveLength(3);
  });

  test("that says the same is none", async () => {
    const server = await startHere({ [board]: info });
    const document = openPaper(server);
    const { resultId } = await document.pull();
    server.write(board, info);
    server.write(board, off);
    await server.refreshed(1);
    server.write(board, info);
    await server.refreshed(2);
    expect(await document.pull(resultId)).toEqual({ kind: "unchanged", resultId });
    expect(server.refreshes).toBe(2);
  });

  test("is made by a nearer file that comes and goes", async () => {
    const server = await startHere({ [team]: info });
    const document = openPaper(server);
    expect(await findings(document)).toEqual(asInfo);
    server.write(board, off);
    await server.refreshed(1);
    expect(await findings(document)).toEqual([]);
    server.remove(board);
    await server.refreshed(2);
    expect(await findings(document)).toEqual(asInfo);
    server.remove(team);
    await server.refreshed(3);
    expect(await findings(document)).toEqual(asBuiltIn);
  });

  test("in the editor counts at once, saved or not, until the file is closed", async () => {
    const server = await startHere({ [board]: info });
    const document = openPaper(server);
    expect(await findings(document)).toEqual(asInfo);
    const config = server.open(info, { uri: board, language: "yaml" });
    config.replace("info", "off");
    expect(await findings(document)).toEqual([]);
    await server.refreshed(1);
    // What happens on the disk meanwhile does not count.
    server.write(board, "");
    expect(await findings(document)).toEqual([]);
    config.close();
    await server.refreshed(2);
    expect(await findings(document)).toEqual(asBuiltIn);
  });

  test("is made by a file that is only in the editor", async () => {
    const server = await startHere();
    const document = openPaper(server);
    expect(await findings(document)).toEqual(asBuiltIn);
    const config = server.open(off, { uri: board, language: "yaml" });
    expect(await findings(document)).toEqual([]);
    config.close();
    await server.refreshed(1);
    expect(await findings(document)).toEqual(asBuiltIn);
  });

  test("makes Markdown a paper, and no longer one", async () => {
    const server = await startHere();
    const uri = "file:///team/board/notes.md";
    const text = "---\ntemplate: house\n---\n\n1. We met on Monday 17 November 2020.\n";
    const document = server.open(text, { uri, language: "markdown" });
    const listed = server.open(text.replace("template: house", "title: Notes"), {
      uri: "file:///team/board/minutes/may.md",
      language: "markdown",
    });
    const arePapers = async (): Promise<boolean[]> => [
      (await document.diagnostics()).some((it) => it.code === "date-weekday"),
      (await listed.diagnostics()).some((it) => it.code === "date-weekday"),
    ];
    expect(await arePapers()).toEqual([false, false]);
    server.write(board, "templates: { house: { extends: spcb } }\n");
    await server.refreshed(1);
    expect(await arePapers()).toEqual([true, false]);
    server.write(board, "papers: [{ files: minutes/**, template: spcb }]\n");
    await server.refreshed(2);
    expect(await arePapers()).toEqual([false, true]);
    // Editing goes on from there.
    listed.replace("Monday", "Tuesday");
    document.replace("template: house", "template: spcb");
    expect(await arePapers()).toEqual([true, false]);
    server.remove(board);
    await server.refreshed(3);
    expect(await arePapers()).toEqual([true, false]);
    expect(await listed.work()).toBeNull();
  });
});

describe("a broken file", () => {
  const problem = expect.objectContaining({
    range: { start: { line: 1, character: 16 }, end: { line: 1, character: 25 } },
    severity: DiagnosticSeverity.Error,
    code: "config",
    source: "board-papers",
    message: "This should be one of off, error, warning, info.",
  });

  test.each([
    ["asks", own],
    ["does not ask", old],
  ])("is told of at its place to a client that %s, until it is repaired", async (_, capabilities) => {
    const server = await startHere({ [board]: broken }, { capabilities });
    openPaper(server);
    const told = (it: { uri: string }): boolean => it.uri === board;
    expect(await server.publication(told)).toEqual({ uri: board, diagnostics: [problem] });
    const from = server.published.findIndex(told) + 1;
    server.write(board, info);
    expect(await server.publication(told, from)).toEqual({ uri: board, diagnostics: [] });
  });

  test("is told of no more when it is removed", async () => {
    const server = await startHere({ [board]: broken });
    openPaper(server);
    await server.publication(({ uri }) => uri === board);
    server.remove(board);
    expect(await server.publication(({ uri }) => uri === board, 1)).toEqual({ uri: board, diagnostics: [] });
  });

  test("leaves in force what it said before", async () => {
    const server = await startHere({ [team]: off, [board]: info });
    const document = openPaper(server);
    expect(await findings(document)).toEqual(asInfo);
    server.write(board, broken);
    await server.publication(({ uri }) => uri === board);
    expect(await findings(document)).toEqual(asInfo);
    const other = openPaper(server, "file:///team/board/june.paper.md");
    expect(await findings(other)).toEqual(asInfo);
    expect(server.refreshes).toBe(0);
    server.write(board, off);
    await server.refreshed(1);
    expect(await findings(document)).toEqual([]);
  });

  test("leaves in force what it said before it was empty, as a file is while it is written", async () => {
    const server = await startHere({ [board]: info });
    const document = openPaper(server);
    expect(await findings(document)).toEqual(asInfo);
    server.write(board, "");
    await server.refreshed(1);
    expect(await findings(document)).toEqual(asBuiltIn);
    server.write(board, broken);
    await server.refreshed(2);
    expect(await findings(document)).toEqual(asInfo);
  });

  test("leaves in force what is built in where it never was whole, and no file above it", async () => {
    const server = await startHere({ [team]: off, [board]: broken });
    expect(await findings(openPaper(server))).toEqual(asBuiltIn);
  });

  test("that was removed is begun afresh", async () => {
    const server = await startHere({ [board]: off });
    const document = openPaper(server);
    expect(await findings(document)).toEqual([]);
    server.remove(board);
    await server.refreshed(1);
    server.write(board, broken);
    await server.publication(({ uri }) => uri === board);
    expect(await findings(document)).toEqual(asBuiltIn);
  });

  test("is told of while it is typed, with the version it is about", async () => {
    const server = await startHere({}, { capabilities: old });
    const config = server.open(info, { uri: board, language: "yaml" });
    config.replace("info", "sometimes");
    expect(await server.publication(({ uri }) => uri === board)).toEqual({
      uri: board,
      version: 2,
      diagnostics: [problem],
    });
    config.replace("sometimes", "off");
    expect(await server.publication(({ uri }) => uri === board, 1)).toMatchObject({
      version: 3,
      diagnostics: [],
    });
    config.save();
    config.close();
    const document = openPaper(server);
    await server.publication(({ uri }) => uri === document.identifier.uri);
    expect(server.published).toHaveLength(3);
  });

  test("with Windows line endings is told of at its place", async () => {
    const server = await startHere({ [board]: `# Ours.\r\n${broken.replaceAll("\n", "\r\n")}` });
    openPaper(server);
    const { diagnostics } = await server.publication(({ uri }) => uri === board);
    expect(diagnostics.map((it) => it.range)).toEqual([
      { start: { line: 2, character: 16 }, end: { line: 2, character: 25 } },
    ]);
  });
});

test("a file that starts like front matter is no paper", async () => {
  const server = await startHere();
  const config = server.open("---\ntemplate: spcb\n---\n", { uri: board, language: "yaml" });
  expect(await config.diagnostics()).toEqual([]);
  expect(await config.work()).toBeNull();
});

test("a client that can is asked to tell of changed files", async () => {
  const server = new LocalServer(new MemoryFiles({}));
  const registered = new Promise((resolve) => {
    server.connection.onRequest(RegistrationRequest.type, resolve);
  });
  await server.initialize({ workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
  expect(await registered).toMatchObject({
    registrations: [
      {
        method: "workspace/didChangeWatchedFiles",
        registerOptions: { watchers: [{ globPattern: "**/board-paper.yaml" }] },
      },
    ],
  });
});

test("workspace folders may come and go", async () => {
  const server = await startHere({ [team]: info });
  const document = openPaper(server, "untitled:Untitled-1");
  expect(await findings(document)).toEqual(asBuiltIn);
  const folder = { uri: "file:///team", name: "Team" };
  const change = async (event: object): Promise<unknown[]> => {
    await server.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event });
    return findings(document);
  };
  expect(await change({ added: [folder], removed: [] })).toEqual(asInfo);
  expect(await change({ added: [], removed: [folder] })).toEqual(asBuiltIn);
});

test("files of a disk are read by the built server", async () => {
  const folder = mkdtempSync(join(tmpdir(), "board-papers-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "board-paper.yaml"), `\uFEFF${broken}`);
  const server = await startServer(modern);
  const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
  const document = openPaper(server, uri("may.paper.md"));
  const { diagnostics } = await server.publication((it) => it.uri === uri("board-paper.yaml"));
  expect(diagnostics.map((it) => it.range.start)).toEqual([{ line: 1, character: 16 }]);
  expect(await findings(document)).toEqual(asBuiltIn);
  writeFileSync(join(folder, "board-paper.yaml"), info);
  document.save();
  await server.publication((it) => it.diagnostics.length === 0);
  expect(await findings(document)).toEqual(asInfo);
});
