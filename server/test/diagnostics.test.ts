// Findings as a client gets them: asked for, or sent.

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { checkPaper, defaultSettings, type Finding, type Severity } from "@board-papers/core";
import { describe, expect, test } from "vitest";
import {
  CancellationTokenSource,
  type Diagnostic,
  DiagnosticSeverity,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
} from "vscode-languageserver/node";
import { generatePaper } from "../../core/test/support/generate-paper.js";
import { readClient } from "../src/client.js";
import { builtInTerms } from "../src/configs.js";
import { openDocument, PaperDocument } from "../src/document.js";
import { listFindings } from "../src/features/diagnostics.js";
import { type ClientDocument, modern, old, paper, startServer } from "./harness.js";

/** Paragraphs each with a weekday that is not the date's. */
function wrongDays(count: number, from = 1): string {
  const lines = Array.from(
    { length: count },
    (_, i) => `${from + i}. We met on Monday 17 November 2020.\n\n`,
  );
  return lines.join("");
}

function codes(items: readonly Diagnostic[]): unknown[] {
  return items.map((it) => it.code);
}

test("a finding is a diagnostic with its place, its rule and the rule's page", async () => {
  const server = await startServer();
  const document = server.open(paper("1. The board met.\n\n3. It met on Monday 17 November 2020.\n"));
  const [sequence, weekday] = await document.diagnostics();
  expect(sequence).toEqual({
    range: { start: { line: 13, character: 0 }, end: { line: 13, character: 1 } },
    severity: DiagnosticSeverity.Error,
    code: "paragraph-sequence",
    codeDescription: {
      href: `${pathToFileURL(resolve("docs/rules.md")).href}#paragraph-sequence`,
    },
    source: "board-papers",
    message: expect.stringContaining("should be 2"),
  });
  expect(weekday).toMatchObject({ code: "date-weekday", severity: DiagnosticSeverity.Error });
  expect(document.textOf(weekday?.range ?? document.at(""))).toBe("Monday");
});

describe("related places", () => {
  const text = paper("1. One.\n\n2. Two.\n\n2. Two again.\n");

  test("go with the diagnostic, and move with their lines", async () => {
    const server = await startServer();
    const document = server.open(text);
    const lines = async (): Promise<unknown> =>
      (await document.diagnostics()).map((it) => [
        it.range.start.line,
        it.relatedInformation?.map(({ location }) => location.range.start.line),
      ]);
    expect(await lines()).toEqual([[15, [13]]]);
    document.replace("1. One.", "1. One,\n   and a half.");
    expect(await lines()).toEqual([[16, [14]]]);
    document.replace("2. Two.", "2. Two,\n   and a half.");
    expect(await lines()).toEqual([[17, [14]]]);
  });

  test("are kept from a client that does not show them", async () => {
    const server = await startServer({ textDocument: { diagnostic: {} } });
    const [finding] = await server.open(text).diagnostics();
    expect(finding).not.toHaveProperty("relatedInformation");
  });
});

describe("edits reach the server", () => {
  /** The findings equal those of the same text opened afresh. */
  async function expectFresh(document: ClientDocument): Promise<Diagnostic[]> {
    const fresh = document.server.open(document.text, { uri: "file:///fresh.paper.md" });
    const items = await document.diagnostics();
    const expected = await fresh.diagnostics();
    fresh.close();
    const own = ({ relatedInformation: _, ...rest }: Diagnostic): unknown => rest;
    expect(items.map(own)).toEqual(expected.map(own));
    return items;
  }

  test("several in one notification, each in the text that the one before it left", async () => {
    const server = await startServer();
    const document = server.open(paper("1. One.\n\n2. Two.\n\n3. Three.\n"));
    expect(await document.diagnostics()).toEqual([]);
    const at = document.text.indexOf("2. Two");
    document.edit(
      { start: at, end: at, text: "2. We met.\n\n" },
      { start: at + 12, end: at + 13, text: "4" },
      { start: at + 9, end: at + 9, text: " on Monday 17 November 2020" },
    );
    expect(document.text).toContain("2. We met on Monday 17 November 2020.\n\n4. Two.\n\n3. Three.\n");
    expect(codes(await expectFresh(document))).toEqual(["date-weekday", "paragraph-sequence"]);
  });

  test("with Windows line endings", async () => {
    const server = await startServer();
    const document = server.open(
      paper("1. One.\n\n2. We met on Monday 17 November 2020.\n").replaceAll("\n", "\r\n"),
    );
    document.replace("1. One.", "1. One,\r\n   and\r\n   a half.");
    document.replace("2. We", "3. We");
    const [sequence, weekday] = await expectFresh(document);
    expect(sequence?.range).toEqual({ start: { line: 15, character: 0 }, end: { line: 15, character: 1 } });
    expect(document.textOf(weekday?.range ?? document.at(""))).toBe("Monday");
  });

  test("behind characters that take two units", async () => {
    const server = await startServer();
    const document = server.open(paper("1. 😀𝒳 We met on Monday 17 November 2020.\n"));
    document.replace("We met", "𝒳 met 😀");
    document.replace("😀𝒳", "");
    document.replace("2020", "2020 😀");
    const [weekday] = await expectFresh(document);
    expect(document.textOf(weekday?.range ?? document.at(""))).toBe("Monday");
  });

  test("as a whole new text", async () => {
    const server = await startServer();
    const document = server.open(paper("1. One.\n"));
    document.set(paper(wrongDays(2)));
    expect(await expectFresh(document)).toHaveLength(2);
  });

  test("and are told of once they are repaired", async () => {
    const server = await startServer();
    const document = server.open(paper(wrongDays(3)));
    expect(await document.diagnostics()).toHaveLength(3);
    document.replace("Monday", "Tuesday");
    expect(await document.diagnostics()).toHaveLength(2);
  });
});

describe("a client that asks", () => {
  test("is told that nothing changed, and what changed", async () => {
    const server = await startServer();
    const document = server.open(paper(wrongDays(1)));
    const first = await document.pull();
    expect(first).toMatchObject({ kind: "full", items: [{ code: "date-weekday" }] });
    expect(await document.pull(first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
    document.replace("Monday", "Tuesday");
    expect(await document.pull(first.resultId)).toMatchObject({ kind: "full", items: [] });
  });

  test("is not told that a document opened anew is the old one", async () => {
    const server = await startServer();
    const document = server.open(paper("1. One.\n"));
    const { resultId } = await document.pull();
    document.close();
    const again = server.open(paper(wrongDays(1)));
    expect(await again.pull(resultId)).toMatchObject({ kind: "full", items: [{}] });
  });

  test("is sent nothing unasked", async () => {
    const server = await startServer();
    const document = server.open(paper(wrongDays(1)));
    document.replace("Monday", "Sunday");
    document.save();
    await document.pull();
    expect(server.published).toEqual([]);
  });

  test("gets nothing for a document that is closed", async () => {
    const server = await startServer();
    const document = server.open(paper(wrongDays(1)));
    document.close();
    expect(await document.pull()).toEqual({ kind: "full", items: [] });
  });

  test("may think better of it, and the server goes on", async () => {
    const server = await startServer();
    // The server reads this for long enough that the next two messages are there when it is done.
    const document = server.open(generatePaper({ seed: 1, bytes: 100_000 }).text);
    const cancellation = new CancellationTokenSource();
    const asked = server.connection.sendRequest(
      DocumentDiagnosticRequest.type,
      { textDocument: document.identifier },
      cancellation.token,
    );
    cancellation.cancel();
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(await document.pull()).toMatchObject({ kind: "full" });
  });
});

describe("a client that does not ask", () => {
  test("is sent the findings of each version it rests at", async () => {
    const server = await startServer(old);
    const document = server.open(paper(wrongDays(2)));
    expect(await server.publication(() => true)).toMatchObject({ version: 1, diagnostics: [{}, {}] });
    document.replace("Monday", "Tuesday");
    document.replace("Monday", "Tuesday");
    expect(await server.publication(() => true, 1)).toMatchObject({ version: 3, diagnostics: [] });
  });

  test("is sent an empty list when the document is closed, even in the middle of typing", async () => {
    const server = await startServer(old);
    const document = server.open(paper(wrongDays(2)));
    await server.publication(() => true);
    document.replace("Monday", "Tuesday");
    document.close();
    const { uri } = document.identifier;
    expect(await server.publication(() => true, 1)).toEqual({ uri, diagnostics: [] });
    const other = server.open(paper("1. One.\n"), { uri: "file:///other.paper.md" });
    await server.publication((it) => it.uri === other.identifier.uri, 2);
    expect(server.published).toHaveLength(3);
  });
});

describe("a client that stops reading for a while", () => {
  const many = 400;
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));

  test("gets all answers afterwards", async () => {
    const server = await startServer();
    const document = server.open(paper(wrongDays(many)));
    // Until the paper's settings have been read, a request waits, and is answered for the version that holds by then.
    await document.diagnostics();
    server.process.stdout.pause();
    const asked = Array.from({ length: 60 }, (_, i) => {
      document.edit({
        start: document.text.length,
        end: document.text.length,
        text: wrongDays(1, many + 1 + i),
      });
      return document.diagnostics();
    });
    await pause();
    server.process.stdout.resume();
    const answers = await Promise.all(asked);
    expect(answers.map((items) => items.length)).toEqual(answers.map((_, i) => many + 1 + i));
    expect(await document.diagnostics()).toHaveLength(many + 60);
  });

  test("is sent the newest findings", async () => {
    const server = await startServer(old);
    const document = server.open(paper(wrongDays(many)));
    await server.publication(() => true);
    server.process.stdout.pause();
    for (let i = 0; i < 200; i++) {
      document.edit({
        start: document.text.length,
        end: document.text.length,
        text: wrongDays(1, many + 1 + i),
      });
      document.save();
    }
    await pause();
    server.process.stdout.resume();
    const last = await server.publication(({ version }) => version === document.version);
    expect(last.diagnostics).toHaveLength(many + 200);
  });
});

describe("a file that is no paper", () => {
  const options = { uri: "file:///notes.md", language: "markdown" };

  test("is left alone until its front matter makes it one", async () => {
    const server = await startServer();
    const document = server.open(`# Notes\n\n${wrongDays(1)}`, options);
    expect(await document.pull()).toEqual({ kind: "full", items: [] });
    expect(await document.actions(document.at("Monday"))).toEqual([]);
    expect(await document.work()).toBeNull();
    for (const typed of ["---\n", "template: ", "spcb", "\n---\n\n"]) {
      const start = document.text.length - `# Notes\n\n${wrongDays(1)}`.length;
      document.edit({ start, end: start, text: typed });
    }
    expect(codes(await document.diagnostics())).toContain("date-weekday");
    document.replace("template: spcb", "template: sermon");
    expect(await document.diagnostics()).toEqual([]);
    expect(await document.work()).toBeNull();
  });

  test("of a client that does not ask is empty too", async () => {
    const server = await startServer(old);
    const document = server.open(`---\ntemplate: spcb\n---\n\n${wrongDays(1)}`, options);
    expect((await server.publication(() => true)).diagnostics).not.toEqual([]);
    document.replace("template", "layout");
    expect(await server.publication(() => true, 1)).toMatchObject({ version: 2, diagnostics: [] });
  });
});

describe("more findings than anyone reads", () => {
  test("are cut at a thousand, and the first line says how many more there are", async () => {
    const server = await startServer();
    const document = server.open(paper(wrongDays(1200)));
    const [more, ...items] = await document.diagnostics();
    expect(items).toHaveLength(1000);
    expect(more).toMatchObject({
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
      severity: DiagnosticSeverity.Information,
      message: expect.stringContaining("200 more"),
    });
  });

  test("are cut from the least serious up", () => {
    const document = openDocument("file:///a.paper.md", "board-paper", 1, "Words.\n", builtInTerms);
    if (!(document instanceof PaperDocument)) throw new Error("A file named *.paper.md is a paper.");
    const [block] = document.paper.chunks[0]?.blocks ?? [];
    if (!block) throw new Error("A text has a block.");
    const finding = (severity: Severity): Finding => ({
      ...{ rule: severity, severity, message: "", related: [], fixes: [] },
      at: { block, span: { start: 0, end: 1 } },
    });
    const findings = Array.from({ length: 900 }, () => [finding("info"), finding("warning")]).flat();
    const report = {
      ...checkPaper(document.paper, defaultSettings),
      findings: [...findings, finding("error")],
    };
    const { items } = listFindings(
      { document, report, resultId: "" },
      { client: readClient(modern), rulePages: "" },
    );
    const count = (code: string): number => codes(items).filter((it) => it === code).length;
    expect([count("error"), count("warning"), count("info"), items.length]).toEqual([1, 900, 99, 1001]);
    expect(items.slice(1, 4).map((it) => it.code)).toEqual(["info", "warning", "info"]);
  });
});
