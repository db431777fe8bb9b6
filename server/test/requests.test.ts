// What a client of our own asks for, and the actions that lead to it, from the offer to the text.

import { describe, expect, test } from "vitest";
import {
  type CodeAction,
  CodeActionTriggerKind,
  type Command,
  DiagnosticSeverity,
  LSPErrorCodes,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import * as protocol from "../src/protocol.js";
import { titled, titles } from "./actions.js";
import { type ClientDocument, modern, old, paper, type Server } from "./harness.js";
import { type LocalServer, startHere } from "./in-process.js";

const config = "file:///team/board-paper.yaml";
const uri = "file:///team/board/may.paper.md";
const initializationOptions: protocol.InitializationOptions = {
  commands: [
    protocol.keepCommand,
    protocol.changeRuleCommand,
    protocol.addToGlossaryCommand,
    protocol.explainAcronymsCommand,
  ],
};
const workspaceFolders = [{ uri: "file:///team", name: "Team" }];
const dated = paper("1. We met on Monday 17 November 2020.\n");
const refused = { code: LSPErrorCodes.RequestFailed };
const outdated = { code: LSPErrorCodes.ContentModified };

/** A server for a client of our own. */
function startOwn(files: Readonly<Record<string, string>> = {}): Promise<LocalServer> {
  return startHere(files, { initializationOptions, workspaceFolders });
}

function ask<Result>(server: Server, method: string, parameters: object): Promise<Result> {
  return server.connection.sendRequest(method, parameters);
}

async function quickFixes(document: ClientDocument, place: string): Promise<CodeAction[]> {
  return document.actions(document.at(place), { only: ["quickfix"] });
}

/** The one argument of an action's command. */
function argument<Argument>(action: CodeAction, name: string): Argument {
  const { command, arguments: list = [] } = action.command ?? ({} as Partial<Command>);
  expect(command).toBe(name);
  expect(list).toHaveLength(1);
  return list[0] as Argument;
}

describe("keep as it is", () => {
  const kept = (reason: string): string =>
    dated.replace("1. We", `<!-- board-paper-disable-next-line date-weekday -- ${reason} -->\n1. We`);

  test("asks a client of our own for a reason, which stands in the paper then", async () => {
    const server = await startOwn();
    const document = server.open(dated, { uri });
    const action = titled(await quickFixes(document, "Monday"), "Keep as it is…");
    const target = argument<protocol.KeepArguments>(action, protocol.keepCommand);
    expect(target).toMatchObject({ uri, version: 1, rule: "date-weekday", message: expect.any(String) });
    const reason = "The agenda says so --> it stays";
    const edit = await ask<WorkspaceEdit>(server, protocol.keepMethod, { ...target, reason });
    const text = document.after(edit);
    expect(text.replace(/<!--.*-->\n+/, "")).toBe(dated);
    expect(text).toContain("board-paper-disable-next-line date-weekday -- The agenda says so");
    document.set(text);
    expect(await document.diagnostics()).toEqual([]);
  });

  test.each([
    ["that resolves actions", { ...modern }],
    ["that does not", { ...old }],
  ])("is a plain edit for a client %s", async (_, capabilities) => {
    const server = await startHere({}, { capabilities });
    const document = server.open(dated, { uri });
    const action = titled(await quickFixes(document, "Monday"), "Keep as it is (date-weekday)");
    expect(action).not.toHaveProperty("command");
    const { edit } = action.edit ? action : await document.resolve(action);
    expect(document.after(edit).replace(/\n+1\./, "\n1.")).toBe(kept("checked"));
  });

  test("is refused when the paper has changed, or there is no such finding", async () => {
    const server = await startOwn();
    const document = server.open(dated, { uri });
    const target = argument<protocol.KeepArguments>(
      titled(await quickFixes(document, "Monday"), "Keep as it is…"),
      protocol.keepCommand,
    );
    const keep = (change: object): Promise<unknown> =>
      ask(server, protocol.keepMethod, { ...target, reason: "checked", ...change });
    await expect(keep({ finding: 7 })).rejects.toMatchObject(outdated);
    await expect(keep({ uri: "file:///closed.paper.md" })).rejects.toMatchObject(refused);
    document.replace("We", "They");
    await expect(keep({})).rejects.toMatchObject(outdated);
    await expect(keep({ version: 2 })).rejects.toMatchObject(outdated);
  });
});

describe("keep as it is, where a comment would break a paragraph in two", () => {
  const body = paper("The board met\n2. on Monday 17 November 2020.\n");
  const reason = "would change what the paper says";

  const offered = async (
    document: ClientDocument,
    triggerKind: CodeActionTriggerKind,
  ): Promise<CodeAction[]> => document.actions(document.at("Monday"), { triggerKind });

  test("is not offered to somebody who asks, and refused where the cursor only came by", async () => {
    const server = await startOwn();
    const document = server.open(body, { uri });
    const asked = await offered(document, CodeActionTriggerKind.Invoked);
    expect(titles(asked)).toContain("Write Tuesday");
    expect(titles(asked)).not.toContain("Keep as it is… (date-weekday)");
    const action = titled(await offered(document, CodeActionTriggerKind.Automatic), "Keep as it is…");
    const target = argument<protocol.KeepArguments>(action, protocol.keepCommand);
    await expect(ask(server, protocol.keepMethod, { ...target, reason: "" })).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining(reason),
    });
  });

  test("is refused when a client resolves it", async () => {
    const server = await startHere({}, { capabilities: modern });
    const document = server.open(body, { uri });
    const action = titled(await offered(document, CodeActionTriggerKind.Automatic), "Keep as it is");
    await expect(document.resolve(action)).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining(reason),
    });
  });

  test("is not offered to a client that takes the edit with it", async () => {
    const server = await startHere({}, { capabilities: old });
    const document = server.open(body, { uri });
    const actions = await offered(document, CodeActionTriggerKind.Automatic);
    expect(titles(actions)).toEqual(["Write Tuesday"]);
  });
});

test("where nobody asked, the same quick fixes are offered", async () => {
  const server = await startOwn();
  const text = paper("The Violence Reduction Unit met.\n\n1. The VRU met on Monday 17 November 2020.\n");
  const document = server.open(text, { uri });
  for (const place of ["Monday", "VRU"]) {
    const offered = async (triggerKind: CodeActionTriggerKind): Promise<CodeAction[]> =>
      (await document.actions(document.at(place), { triggerKind })).filter((it) => it.kind === "quickfix");
    const asked = await offered(CodeActionTriggerKind.Invoked);
    expect(asked.length).toBeGreaterThan(2);
    expect(await offered(CodeActionTriggerKind.Automatic)).toEqual(asked);
  }
});

describe("how a rule counts", () => {
  const change = (server: Server, severity: string, rule = "date-weekday"): Promise<WorkspaceEdit> =>
    ask(server, protocol.changeRuleMethod, { uri, rule, severity });

  test("is asked of a client of our own, with how it counts now", async () => {
    const server = await startOwn({ [config]: "rules:\n  date-weekday: warning # ours\n" });
    const document = server.open(dated, { uri });
    const action = titled(await quickFixes(document, "Monday"), "Change how this rule counts…");
    expect(argument(action, protocol.changeRuleCommand)).toEqual({
      uri,
      rule: "date-weekday",
      severity: "warning",
    });
    const text = server.files.after(await change(server, "info"), config);
    expect(text).toBe("rules:\n  date-weekday: info # ours\n");
    server.write(config, text);
    await server.refreshed(1);
    expect(await document.diagnostics()).toMatchObject([{ severity: DiagnosticSeverity.Information }]);
  });

  test("is changed in a file with Windows line endings", async () => {
    const server = await startOwn({ [config]: "# Ours.\r\nrules:\r\n  acronym-repeated: off\r\n" });
    server.open(dated, { uri });
    expect(server.files.after(await change(server, "off"), config)).toBe(
      "# Ours.\r\nrules:\r\n  acronym-repeated: off\r\n  date-weekday: off\r\n",
    );
  });

  test("is changed in the text that is open, for its version", async () => {
    const server = await startOwn({ [config]: "" });
    const document = server.open(dated, { uri });
    await document.diagnostics();
    const open = server.open("", { uri: config, language: "yaml" });
    open.set("# Unsaved.\n");
    expect(open.after(await change(server, "off"))).toBe("# Unsaved.\nrules:\n  date-weekday: off\n");
  });

  const foreign = "glossary:\n  VRU: Violence Reduction Unit\nrules:\n  date-weekday: info\n";

  test("is changed in the text that the disk has by now, though nobody told", async () => {
    const server = await startOwn({ [config]: "rules:\n  date-weekday: warning\n" });
    const document = server.open(dated, { uri });
    await document.diagnostics();
    server.files.texts.set(config, foreign);
    expect(server.files.after(await change(server, "off"), config)).toBe(foreign.replace("info", "off"));
    server.files.texts.set(config, "rules: {}\n");
    const entries = { VRU: "Violence Reduction Unit" };
    const edit = await ask<WorkspaceEdit>(server, protocol.addToGlossaryMethod, { uri, entries });
    expect(server.files.after(edit, config)).toBe("rules: {}\nglossary:\n  VRU: Violence Reduction Unit\n");
  });

  test("is changed in a file that has been made since, and not made over it", async () => {
    const server = await startOwn();
    const document = server.open(dated, { uri });
    await document.diagnostics();
    server.files.texts.set(config, foreign);
    expect(server.files.after(await change(server, "off"), config)).toBe(foreign.replace("info", "off"));
  });

  test("makes a file in the workspace folder where there is none", async () => {
    const server = await startOwn();
    const document = server.open(dated, { uri });
    const edit = await change(server, "off");
    expect(edit.documentChanges?.map((it) => ("kind" in it ? it.kind : "edit"))).toEqual(["create", "edit"]);
    server.write(config, server.files.after(edit, config));
    await server.refreshed(1);
    expect(await document.diagnostics()).toEqual([]);
  });

  test("makes a file beside the paper where there is no workspace folder", async () => {
    const server = await startHere({}, { initializationOptions });
    server.open(dated, { uri });
    const beside = "file:///team/board/board-paper.yaml";
    expect(server.files.after(await change(server, "off"), beside)).toContain("date-weekday: off");
    server.open(dated, { uri: "untitled:Untitled-1" });
    const unsaved = { uri: "untitled:Untitled-1", rule: "date-weekday", severity: "off" };
    await expect(ask(server, protocol.changeRuleMethod, unsaved)).rejects.toMatchObject(refused);
  });

  test("is refused where the file is broken, or makes no sense", async () => {
    const server = await startOwn({ [config]: "rules: [\n" });
    server.open(dated, { uri });
    await expect(change(server, "off")).rejects.toMatchObject(refused);
    await expect(change(server, "sometimes")).rejects.toMatchObject(refused);
    await expect(change(server, "off", "date-weekend")).rejects.toMatchObject(refused);
  });

  test("is off or not for other clients", async () => {
    const server = await startHere({ [config]: "glossary: {}\n" }, { capabilities: modern });
    const document = server.open(dated, { uri });
    const action = titled(
      await quickFixes(document, "Monday"),
      "Turn date-weekday off here (board-paper.yaml)",
    );
    server.files.texts.set(config, "# Ours.\nglossary: {}\n");
    const { edit } = await document.resolve(action);
    expect(server.files.after(edit ?? {}, config)).toBe(
      "# Ours.\nglossary: {}\nrules:\n  date-weekday: off\n",
    );
  });

  test("is not offered to a client that would have to make the file and cannot", async () => {
    const server = await startHere({}, { capabilities: modern });
    const document = server.open(dated, { uri });
    expect(titles(await quickFixes(document, "Monday"))).toEqual([
      "Write Tuesday",
      "Keep as it is (date-weekday)",
    ]);
    await expect(change(server, "off")).rejects.toMatchObject(refused);
  });

  test("is not offered in a plain edit of a broken file", async () => {
    const server = await startHere({ [config]: "rules: [\n" }, { capabilities: old });
    const document = server.open(dated, { uri });
    expect(titles(await quickFixes(document, "Monday"))).not.toContainEqual(expect.stringContaining("Turn"));
  });
});

describe("all repairs of one kind", () => {
  const body =
    "1. On Monday 17 November 2020.\n\n2. On Sunday 17 November 2020.\n\n**3.** On Friday 17 November 2020.\n";

  test("are made at once, and no others", async () => {
    const server = await startOwn();
    const document = server.open(paper(body), { uri });
    const action = titled(await quickFixes(document, "Sunday"), "Make all 3 repairs of this kind");
    const { edit } = await document.resolve(action);
    expect(document.after(edit)).toBe(paper(body.replace(/Monday|Sunday|Friday/g, "Tuesday")));
  });

  test("are not offered for one, nor where a person has to choose", async () => {
    const server = await startOwn();
    const document = server.open(paper(body), { uri });
    expect(titles(await quickFixes(document, "**3.**"))).not.toContainEqual(
      expect.stringMatching(/^Make all/),
    );
    const text = paper("1. One.\n\n3. Two.\n\n5. Three.\n");
    const numbers = server.open(text, { uri: "file:///team/june.paper.md" });
    expect(titles(await quickFixes(numbers, "3. Two"))).not.toContainEqual(
      expect.stringMatching(/^Make all/),
    );
  });
});

describe("acronyms", () => {
  const body =
    "1. The VRU met the OPCC.\n\n2. The VRU and the OPCC agreed with CARA.\n\n3. The VRU | ABCD met.\n";

  const unexplained = (server: Server): Promise<protocol.UnexplainedAcronym[]> =>
    ask(server, protocol.unexplainedAcronymsMethod, { uri });
  const resolve = (
    server: Server,
    answers: protocol.AcronymAnswer[],
  ): Promise<protocol.ResolveAcronymsResult> => ask(server, protocol.resolveAcronymsMethod, { uri, answers });

  test("that are not explained are listed in the order of the paper", async () => {
    const server = await startOwn();
    const document = server.open(paper(body), { uri });
    const listed = await unexplained(server);
    expect(listed.map(({ short, uses, range }) => [short, uses, document.textOf(range)])).toEqual([
      ["VRU", 3, "VRU"],
      ["OPCC", 2, "OPCC"],
      ["CARA", 1, "CARA"],
      ["ABCD", 1, "ABCD"],
    ]);
    const actions = await quickFixes(document, "VRU");
    expect(argument(titled(actions, "Explain 4 acronyms…"), protocol.explainAcronymsCommand)).toEqual({
      uri,
    });
    const add = titled(actions, "Add VRU to the house glossary…");
    expect(argument(add, protocol.addToGlossaryCommand)).toEqual({ uri, short: "VRU" });
    document.set(paper(`The Violence Reduction Unit was founded.\n\n${body}`));
    expect((await unexplained(server))[0]?.suggestion).toBe("Violence Reduction Unit");
    const others = await startHere();
    const other = others.open(paper(body), { uri });
    expect(titles(await quickFixes(other, "VRU"))).not.toContainEqual(
      expect.stringMatching(/^Explain|house glossary/),
    );
  });

  test("of one table are listed one by one", async () => {
    const server = await startOwn();
    const table =
      "1. See Table A.\n\n**Table A**\n\n| Code | Count |\n| --- | ---: |\n| QRS | 1 |\n| XYZ | 2 |\n";
    const document = server.open(paper(table), { uri });
    expect((await unexplained(server)).map((it) => it.short)).toEqual(["QRS", "XYZ"]);
    const offered = titles(await quickFixes(document, "QRS"));
    expect(offered).toContain("Explain 2 acronyms…");
    expect(offered).not.toContainEqual(expect.stringContaining("house glossary"));
    const answers: protocol.AcronymAnswer[] = [{ short: "XYZ", how: "here", words: "X|Y zone" }];
    const { edit } = await resolve(server, answers);
    expect(document.after(edit ?? {})).toContain("| X\\|Y zone (XYZ) | 2 |");
  });

  test("are explained each as it was answered, in one edit", async () => {
    const server = await startOwn({ [config]: "rules: { acronym-undefined: error }\n" });
    const document = server.open(paper(body), { uri });
    const { edit, left } = await resolve(server, [
      { short: "VRU", how: "here", words: " Violence\n Reduction  Unit " },
      { short: "OPCC", how: "paper", words: "Office of the Police and Crime Commissioner" },
      { short: "CARA", how: "glossary", words: "Conditional Cautioning and Relationship Abuse" },
      { short: "ABCD", how: "ignore" },
    ]);
    expect(left).toEqual([]);
    const [first, second] = edit?.documentChanges ?? [];
    const text = document.after({ documentChanges: first ? [first] : [] });
    expect(text).toBe(
      paper(body)
        .replace("The VRU", "The Violence Reduction Unit (VRU)")
        .replace(
          /\n---\n\n##/,
          "\nacronyms:\n  OPCC: Office of the Police and Crime Commissioner\n---\n\n##",
        ),
    );
    const settings = server.files.after({ documentChanges: second ? [second] : [] }, config);
    expect(settings).toBe(
      "rules: { acronym-undefined: { severity: error, ignore: [ABCD] } }\n" +
        "glossary:\n  CARA: Conditional Cautioning and Relationship Abuse\n",
    );
    document.set(text);
    server.write(config, settings);
    await server.refreshed(1);
    expect(await unexplained(server)).toEqual([]);
  });

  test("without words are refused", async () => {
    const server = await startOwn();
    server.open(paper(body), { uri });
    const answer: protocol.AcronymAnswer = { short: "VRU", how: "paper", words: "  " };
    await expect(resolve(server, [answer])).rejects.toMatchObject(refused);
  });

  test("that were explained meanwhile, or are gone, are left out, and the others are not", async () => {
    const server = await startOwn({ [config]: "glossary: {}\n" });
    const document = server.open(paper(body), { uri });
    document.replace("The VRU met", "The Violence Reduction Unit (VRU) met");
    server.files.texts.set(config, "glossary:\n  CARA: Conditional Cautioning\n");
    const answers: protocol.AcronymAnswer[] = [
      { short: "VRU", how: "here", words: "Violence Unit" },
      { short: "OPCC", how: "here", words: "Office of the Commissioner" },
      { short: "CARA", how: "glossary", words: "Cautioning" },
      { short: "GONE", how: "ignore" },
    ];
    const { edit, left } = await resolve(server, answers);
    expect(left).toEqual(["VRU", "CARA", "GONE"]);
    expect(edit?.documentChanges).toHaveLength(1);
    expect(document.after(edit ?? {})).toContain(
      "The Violence Reduction Unit (VRU) met the Office of the Commissioner (OPCC).",
    );
    const others = answers.filter(({ short }) => short !== "OPCC");
    expect(await resolve(server, others)).toEqual({ edit: null, left });
  });

  test("are explained in the paper as it is when its board-paper.yaml has been read again", async () => {
    const server = await startOwn({ [config]: "glossary: {}\n" });
    const document = server.open(paper(body), { uri });
    await unexplained(server);
    const release = server.files.hold();
    const resolved = resolve(server, [{ short: "VRU", how: "here", words: "Violence Reduction Unit" }]);
    document.replace("1. The VRU", "1. In May, the VRU");
    await document.work();
    release();
    const { edit } = await resolved;
    expect(document.after(edit ?? {})).toContain("1. In May, the Violence Reduction Unit (VRU) met");
  });

  test("go into the glossary of a file that is made", async () => {
    const server = await startOwn();
    const document = server.open(paper("1. The VRU met.\n"), { uri });
    expect(await document.diagnostics()).toHaveLength(1);
    const entries = { VRU: "Violence Reduction Unit" };
    const edit = await ask<WorkspaceEdit>(server, protocol.addToGlossaryMethod, { uri, entries });
    const text = server.files.after(edit, config);
    expect(text).toBe("glossary:\n  VRU: Violence Reduction Unit\n");
    server.write(config, text);
    await server.refreshed(1);
    expect(await document.diagnostics()).toEqual([]);
  });
});

describe("a new paper", () => {
  const folder = "file:///team/board";
  const house = `template: house
templates:
  house:
    extends: spcb
    title: Our Board
    fields:
      classification: { kind: choice, choices: [open, exempt], need: required, meaning: Who may read it., example: open }
`;

  test("follows a template of its folder", async () => {
    const server = await startOwn({ [config]: house });
    const templates = await ask<protocol.TemplateChoice[]>(server, protocol.templatesMethod, { uri: folder });
    const own = templates.find((it) => it.isDefault);
    expect(own).toMatchObject({ name: "house", title: "Our Board" });
    expect(own?.fields.map((it) => it.name)).toEqual(
      expect.arrayContaining(["board", "date", "classification"]),
    );
    expect(own?.fields.map((it) => it.need)).not.toContain("optional");
    expect(templates.filter((it) => it.isDefault)).toHaveLength(1);
    const elsewhere = await ask<protocol.TemplateChoice[]>(server, protocol.templatesMethod, {
      uri: "file:///other/",
    });
    expect(elsewhere.map((it) => it.name)).not.toContain("house");
  });

  test("that has no place yet follows a template of the workspace, where there is one", async () => {
    const namesIn = async (server: LocalServer): Promise<string[]> => {
      const templates = await ask<protocol.TemplateChoice[]>(server, protocol.templatesMethod, {});
      return templates.map((it) => it.name);
    };
    expect(await namesIn(await startOwn({ [config]: house }))).toContain("house");
    const server = await startHere({ "file:///board-paper.yaml": house }, { initializationOptions });
    const names = await namesIn(server);
    expect(names).not.toContain("house");
    const parameters = { template: names[0], answers: {} };
    const { text } = await ask<protocol.NewPaper>(server, protocol.newPaperMethod, parameters);
    expect(text).toContain(`template: ${names[0]}\n`);
  });

  test("has the answers in its details", async () => {
    const server = await startOwn({ [config]: house });
    const answers = { title: "Knife crime", classification: "exempt" };
    const parameters = { uri: folder, template: "house", answers };
    const { text } = await ask<protocol.NewPaper>(server, protocol.newPaperMethod, parameters);
    expect(text).toMatch(/^---\ntemplate: house\n/);
    expect(text).toContain("\ntitle: Knife crime\n");
    expect(text).toContain("\nclassification: exempt\n");
    const unknown = { ...parameters, template: "parish" };
    await expect(ask(server, protocol.newPaperMethod, unknown)).rejects.toMatchObject(refused);
  });
});

describe("renumbering", () => {
  const body = "1. One.\n\n3. Two, as in paragraph 4.\n\n4. Three.\n";
  const renumbered = "1. One.\n\n2. Two, as in paragraph 3.\n\n3. Three.\n";

  test("is shown before it is made, where the client can", async () => {
    const server = await startOwn();
    const document = server.open(paper(body), { uri });
    const { edit, left } = await ask<protocol.RenumberResult>(server, protocol.renumberMethod, {
      uri,
      scope: "all",
    });
    expect(document.after(edit ?? {})).toBe(paper(renumbered));
    expect(left).toEqual([]);
    expect(edit?.changeAnnotations).toMatchObject({
      numbers: { needsConfirmation: true },
      references: { needsConfirmation: true },
    });
    const [change] = edit?.documentChanges ?? [];
    const notes =
      change && "edits" in change ? change.edits.map((it) => "annotationId" in it && it.annotationId) : [];
    expect(notes).toEqual(["numbers", "references", "numbers"]);
  });

  test("is a plain edit for others, and tells what is left to a person", async () => {
    const server = await startHere({}, { capabilities: old });
    const document = server.open(paper(`${body}\n4. See paragraph 4.\n`), { uri });
    const { edit, left } = await ask<protocol.RenumberResult>(server, protocol.renumberMethod, {
      uri,
      scope: "onwards",
      position: document.at("Two,").start,
    });
    expect(Object.keys(edit ?? {})).toEqual(["changes"]);
    expect(document.after(edit ?? {})).toContain("2. Two, as in paragraph 4.\n\n3. Three.\n\n4. See");
    expect(left.map(({ range }) => document.textOf(range))).toEqual(["paragraph 4", "paragraph 4"]);
  });

  test("of what is in order is nothing", async () => {
    const server = await startOwn();
    const document = server.open(paper(renumbered), { uri });
    const position = document.at("Two,").start;
    const parameters = { uri, scope: "this", position };
    expect(await ask(server, protocol.renumberMethod, parameters)).toEqual({ edit: null, left: [] });
  });

  test("is refused outside of numbered paragraphs", async () => {
    const server = await startOwn();
    const document = server.open(paper(body), { uri });
    const from = { uri, scope: "onwards", position: document.at("template").start };
    await expect(ask(server, protocol.renumberMethod, from)).rejects.toMatchObject(refused);
    await expect(ask(server, protocol.renumberMethod, { uri, scope: "this" })).rejects.toThrow("from where");
  });
});

describe("a document that is not open", () => {
  const list = "template: spcb\npapers: [{ files: 'archive/*.md', template: spcb }]\n";
  const isPaper = (server: Server, name: string, text = "1. One.\n"): Promise<boolean> =>
    ask(server, protocol.isPaperMethod, { uri: `file:///team/${name}`, text });

  test("is a paper where its board-paper.yaml lists it, as that is now", async () => {
    const server = await startOwn({ [config]: list });
    expect(await isPaper(server, "archive/may.md")).toBe(true);
    expect(await isPaper(server, "notes/may.md")).toBe(false);
    server.files.texts.set(config, list.replace("archive", "notes"));
    expect(await isPaper(server, "archive/may.md")).toBe(false);
    expect(await isPaper(server, "notes/may.md")).toBe(true);
  });

  test("is a paper where it names a template of its board-paper.yaml", async () => {
    const server = await startOwn({ [config]: "templates: { 'our panel': { extends: spcb } }\n" });
    expect(await isPaper(server, "may.md", "---\ntemplate: our panel\n---\n")).toBe(true);
    expect(await isPaper(server, "may.md", "---\ntemplate: post\n---\n")).toBe(false);
  });
});

describe("a paper without a folder", () => {
  const at = "file:///team/board";
  const unsaved = "untitled:Untitled-1";
  const files = { [config]: "rules: {}\n", [`${at}/board-paper.yaml`]: "rules: { date-weekday: info }\n" };

  test("goes by the board-paper.yaml of the folder that it is placed in", async () => {
    const server = await startOwn(files);
    const document = server.open(dated, { uri: unsaved });
    expect(await document.diagnostics()).toMatchObject([{ severity: DiagnosticSeverity.Error }]);
    expect(await ask(server, protocol.placeMethod, { uri: unsaved, at })).toBeNull();
    await server.refreshed(1);
    expect(await document.diagnostics()).toMatchObject([{ severity: DiagnosticSeverity.Information }]);
    const edit = await ask<WorkspaceEdit>(server, protocol.changeRuleMethod, {
      uri: unsaved,
      rule: "date-weekday",
      severity: "off",
    });
    expect(server.files.after(edit, `${at}/board-paper.yaml`)).toContain("date-weekday: off");
  });

  test("has a first file made in the workspace folder that it is placed in", async () => {
    const both = [...workspaceFolders, { uri: "file:///panel", name: "Panel" }];
    const server = await startHere({}, { initializationOptions, workspaceFolders: both });
    server.open(dated, { uri: unsaved });
    await ask(server, protocol.placeMethod, { uri: unsaved, at: "file:///panel/2020/" });
    const edit = await ask<WorkspaceEdit>(server, protocol.changeRuleMethod, {
      uri: unsaved,
      rule: "date-weekday",
      severity: "off",
    });
    expect(server.files.after(edit, "file:///panel/board-paper.yaml")).toContain("date-weekday: off");
  });

  test("has a first file made in the folder that it is placed in, in a window without one", async () => {
    const server = await startHere({}, { initializationOptions });
    server.open(dated, { uri: unsaved });
    const rule = { uri: unsaved, rule: "date-weekday", severity: "off" };
    await expect(ask(server, protocol.changeRuleMethod, rule)).rejects.toThrow("Save the paper first");
    await ask(server, protocol.placeMethod, { uri: unsaved, at });
    const edit = await ask<WorkspaceEdit>(server, protocol.changeRuleMethod, rule);
    expect(server.files.after(edit, `${at}/board-paper.yaml`)).toContain("date-weekday: off");
  });
});

test.each([
  protocol.keepMethod,
  protocol.changeRuleMethod,
  protocol.addToGlossaryMethod,
  protocol.unexplainedAcronymsMethod,
  protocol.resolveAcronymsMethod,
  protocol.isPaperMethod,
  protocol.templatesMethod,
  protocol.newPaperMethod,
  protocol.placeMethod,
  protocol.renumberMethod,
])("%s with parameters that make no sense does not end the server", async (method) => {
  const server = await startOwn();
  const document = server.open(dated, { uri });
  for (const parameters of [null, {}, { uri: 7 }, { uri }, { uri, answers: 7, entries: null, scope: "some" }])
    await ask(server, method, parameters as object).catch(() => undefined);
  expect(await document.diagnostics()).toHaveLength(1);
});
