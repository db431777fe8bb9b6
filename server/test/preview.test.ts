// What a paper looks like, as a client is told: the whole, then what has changed, while it asks.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { change, nothing } from "../../client/webview/shown.js";
import { generatePaper } from "../../core/test/support/generate-paper.js";
import {
  type PreviewBlock,
  type PreviewChangedParams,
  type PreviewChanges,
  type PreviewParams,
  previewChangedMethod,
  previewMethod,
} from "../src/protocol.js";
import { paper, type Server } from "./harness.js";
import { type LocalServer, startHere } from "./in-process.js";
import { startWorker } from "./in-worker.js";

const uri = "file:///papers/sample.paper.md";

function ask(server: Server, more: Partial<PreviewParams> = {}): Promise<PreviewChanges | null> {
  return server.connection.sendRequest(previewMethod, { textDocument: { uri }, ...more });
}

async function answer(server: Server, more: Partial<PreviewParams> = {}): Promise<PreviewChanges> {
  const changes = await ask(server, more);
  if (!changes) throw new Error("There is no preview.");
  return changes;
}

/** The next time that the client is told that the preview may be another. */
function nextChange(server: Server): Promise<string> {
  return new Promise((resolve) => {
    const own = server.connection.onNotification(previewChangedMethod, (params: PreviewChangedParams) => {
      own.dispose();
      resolve(params.uri);
    });
  });
}

function words({ html }: PreviewBlock): string {
  return html.replace(/<[^>]*>/g, "").trim();
}

function shownWords({ blocks }: PreviewChanges): string[] {
  return blocks.map(words).filter((it) => it !== "");
}

const sample = paper("1. We met, as paragraph 2 says.\n\n2. We met again.\n\n3. We parted.\n");

test("the first answer has every block, with its lines and what was found in it", async () => {
  const server = await startHere();
  server.open(sample.replace("3. We parted", "4. We parted"));
  const { since, version, order, blocks, shifts } = await answer(server);
  expect({ since, version, shifts }).toEqual({ since: null, version: 1, shifts: [] });
  expect(order).toMatchObject({ start: 0, removed: 0, inserted: blocks.map(({ id }) => id) });
  const last = blocks.findLast(({ html }) => html !== "");
  expect(last).toMatchObject({ startLine: 15, html: expect.stringContaining("data-finding") });
  expect(last?.findings).toEqual([
    {
      rule: "paragraph-sequence",
      severity: "error",
      message: expect.stringContaining("4"),
      line: 0,
      character: 0,
    },
  ]);
});

describe("an edit", () => {
  test("of one word is told as one block", async () => {
    const server = await startHere();
    const document = server.open(sample);
    const before = await answer(server);
    document.replace("again", "twice");
    const changes = await answer(server, { previous: before.resultId });
    expect(changes).toMatchObject({ since: before.resultId, version: 2, order: null, shifts: [] });
    expect(shownWords(changes)).toEqual(["2. We met twice."]);
  });

  test("of the first number is told as what shows numbers", async () => {
    const server = await startHere();
    const document = server.open(
      paper("1. We met.\n\n2. We met again.\n\nSee paragraph 1.\n\n3. We parted.\n"),
    );
    const before = await answer(server);
    document.replace("1. We met.", "7. We met.");
    const told = shownWords(await answer(server, { previous: before.resultId }));
    expect(told).toContain("7. We met.");
    expect(told.filter((it) => !/\d/.test(it))).toEqual([]);
    expect(told).not.toContain("Purpose of paper");
  });

  test("that adds lines tells how far all else moves, and not all else", async () => {
    const server = await startHere();
    const document = server.open(sample);
    const before = await answer(server);
    const start = document.text.indexOf("2. We met");
    document.edit({ start, end: start, text: "A word between.\n\nAnd another.\n\n" });
    const changes = await answer(server, { previous: before.resultId });
    expect(shownWords(changes)).toEqual(expect.arrayContaining(["A word between.", "And another."]));
    expect(shownWords(changes)).not.toContain("3. We parted.");
    expect(changes.shifts).toContainEqual({ start: expect.any(Number), by: 4 });
    const after = change(change(nothing, before) ?? nothing, changes);
    const whole = await answer(server);
    expect(after && [...after.order.map((id) => after.blocks.get(id))]).toEqual([...whole.blocks]);
  });
});

test("what a client shows that the server does not know is told anew, as a whole", async () => {
  const server = await startHere();
  const document = server.open(sample);
  const first = await answer(server);
  document.replace("again", "twice");
  const second = await answer(server, { previous: first.resultId });
  const stale = await answer(server, { previous: first.resultId });
  expect(stale).toMatchObject({ since: null, resultId: second.resultId });
  expect(stale.blocks).toHaveLength(first.blocks.length);
});

describe("the client is told that the preview may be another", () => {
  test("after an edit, once until it has asked", async () => {
    const server = await startHere();
    const document = server.open(sample);
    let told = 0;
    server.connection.onNotification(previewChangedMethod, () => void told++);
    const first = await answer(server);
    for (const letter of "quickly") document.replace("again", `again ${letter}`);
    await expect.poll(() => told).toBe(1);
    document.replace("again", "again and");
    await answer(server, { previous: first.resultId });
    expect(told).toBe(1);
    document.replace("again", "again and");
    await expect.poll(() => told).toBe(2);
  });

  test("after a change of board-paper.yaml, and sees it", async () => {
    const config = "file:///papers/board-paper.yaml";
    const server = await startHere({ [config]: "" });
    server.open(sample.replace("3. We parted", "4. We parted"));
    const before = await answer(server);
    const changed = nextChange(server);
    server.write(config, "rules: { paragraph-sequence: info }\n");
    expect(await changed).toBe(uri);
    const changes = await answer(server, { previous: before.resultId });
    expect(changes.blocks).toHaveLength(1);
    expect(changes.blocks[0]?.findings).toMatchObject([{ severity: "info" }]);
  });

  test("not when nobody asked, nor of a paper that was closed", async () => {
    const server = await startHere();
    let told = 0;
    server.connection.onNotification(previewChangedMethod, () => void told++);
    const document = server.open(sample);
    document.replace("again", "twice");
    await document.pull();
    await answer(server);
    document.close();
    expect(await ask(server)).toBeNull();
    expect(told).toBe(0);
  });

  test("when what was no paper becomes one", async () => {
    const server = await startHere();
    const notes = "file:///papers/notes.md";
    const document = server.open("# Notes\n", { uri: notes, language: "markdown" });
    const asked = { textDocument: { uri: notes } };
    expect(await ask(server, asked)).toBeNull();
    const changed = nextChange(server);
    document.set(sample);
    expect(await changed).toBe(notes);
    expect((await answer(server, asked)).blocks.length).toBeGreaterThan(0);
  });
});

test("pictures have the address that the client gives the folder", async () => {
  const server = await startHere();
  server.open(
    paper("1. ![A map](maps/north.png) ![Elsewhere](../../secret.png) ![Remote](https://host/a.png)\n"),
  );
  const without = await answer(server);
  expect(without.blocks.map(({ html }) => html).join("")).not.toContain("<img");
  const images = "https://file.vscode-cdn.net/papers";
  const changes = await answer(server, { previous: without.resultId, images });
  expect(changes.blocks).toHaveLength(1);
  expect(changes.blocks[0]?.html.match(/<img[^>]*>/g)).toEqual([
    `<img src="${images}/maps/north.png" alt="A map">`,
  ]);
});

test("a Web Worker answers the same", async () => {
  const [here, worker] = [await startHere(), startWorker()];
  await worker.initialize({});
  for (const server of [here, worker]) server.open(sample);
  const [a, b] = [await answer(here), await answer(worker)];
  expect(b.blocks).toEqual(a.blocks);
});

describe("one letter in a long paper", () => {
  const corpus = fileURLToPath(
    new URL("../../../shared/corpus/papers/2021-09-26-annual-report.paper.md", import.meta.url),
  );
  const texts: (readonly [string, () => string])[] = [
    ["a generated one", () => generatePaper({ seed: 7, bytes: 200_000 }).text],
    ...(existsSync(corpus) ? [["the annual report", () => readFileSync(corpus, "utf8")] as const] : []),
  ];
  test.each(texts)("%s: is told as one block wherever it is", async (_, read) => {
    const server: LocalServer = await startHere();
    const text = read();
    const document = server.open(text);
    let { resultId: previous } = await answer(server);
    for (let i = 9; i > 0; i--) {
      let at = Math.floor((i * text.length) / 10);
      while (!/^[a-z]{3}$/.test(text.slice(at - 1, at + 2))) at++;
      document.edit({ start: at, end: at, text: "e" });
      const changes = await answer(server, { previous });
      expect(changes.blocks, text.slice(at - 20, at + 20)).toHaveLength(1);
      expect(changes).toMatchObject({ since: previous, order: null, shifts: [] });
      previous = changes.resultId;
    }
  });
});
