// A team sets up its house: one board-paper.yaml, by which the command line and the editor find the same.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { addToGlossaryEdits, applyEdits, setRuleEdits, type TextEdit } from "@board-papers/core";
import { beforeEach, describe, expect, test } from "vitest";
import {
  type Diagnostic,
  DiagnosticSeverity,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type PublishDiagnosticsParams,
} from "vscode-languageserver/node";
import { type Desk, desk } from "../../cli/test/support/board-paper.js";
import { type ClientDocument, modern, type ServerProcess, startServer } from "../../server/test/harness.js";

const glossary = {
  OPCC: "Office of the Police and Crime Commissioner",
  VRU: "Violence Reduction Unit",
  OOCD: "Out of court disposal",
  PSD: "Professional Standards Department",
  RASSO: "Rape and serious sexual offences",
  NPT: "Neighbourhood policing team",
};

/** What the team adds to the starter: a house template with a field and a section of its own. */
const house = `
templates:
  our-board:
    extends: spcb
    title: Our Policing Board
    fields:
      classification: { kind: choice, choices: [open, exempt], need: required, meaning: "Whether the public may read it." }
    sections:
      - Financial implications
`;

const details = (more = "") => `---
board: Our Policing Board
date: Tuesday 17 November 2020
title: A paper
presented-by: [ "Chief Executive" ]
authors: [ "Head of Policy" ]
${more}---

## Purpose of paper

`;

const papers = {
  "papers/housing.paper.md": `${details("classification: open\n")}1. The OPCC asked the VRU for a review, and the VRU gave one.

2. The review names the QXZ as well.

## Financial implications

4. There are none.
`,
  "papers/disposals.paper.md": `${details()}1. The PSD looked at each OOCD.

2. The Violence and Harm Panel (VHP) met. The Violence and Harm Panel (VHP) meets again in May, and the VHP reports.

## Financial implications

3. There are none.
`,
  "papers/teams.paper.md": `${details("classification: secret\n")}1. RASSO cases go to one team; each NPT knows it.
`,
};

type Name = keyof typeof papers;
const names = Object.keys(papers) as Name[];

/** A finding, whoever says it. */
interface Said {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly related: readonly { readonly line: number; readonly message: string }[];
}

/** The findings of the command line, and its other words. */
async function byCommand({ run }: Desk): Promise<{ said: Said[]; stderr: string; status: number }> {
  const { stdout, stderr, status } = await run(["check", "--format", "json", "papers"]);
  const records: (Said & { fixable: boolean })[] = JSON.parse(stdout);
  return { said: records.map(({ fixable: _, ...it }) => it), stderr, status };
}

/** The same papers in an editor. */
class Editor {
  readonly server: ServerProcess;
  readonly #desk: Desk;
  readonly #documents: ReadonlyMap<Name, ClientDocument>;

  constructor(server: ServerProcess, desk: Desk) {
    this.server = server;
    this.#desk = desk;
    this.#documents = new Map(names.map((it) => [it, server.open(papers[it], { uri: this.uri(it) })]));
  }

  uri(file: string): string {
    return pathToFileURL(join(this.#desk.folder, file)).href;
  }

  async said(): Promise<Said[]> {
    const all: Said[] = [];
    for (const [file, document] of this.#documents)
      all.push(...(await document.diagnostics()).map((it) => saidBy(file, it)));
    return all.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  }

  /** Writes the configuration, as another program would, and waits for what is said of it. */
  async write(text: string): Promise<PublishDiagnosticsParams> {
    const from = this.server.published.length;
    const uri = this.uri("board-paper.yaml");
    writeFileSync(join(this.#desk.folder, "board-paper.yaml"), text);
    this.server.notify(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri, type: FileChangeType.Changed }],
    });
    return this.server.publication((it) => it.uri === uri, from);
  }
}

const severities: Readonly<Record<number, string>> = {
  [DiagnosticSeverity.Error]: "error",
  [DiagnosticSeverity.Warning]: "warning",
  [DiagnosticSeverity.Information]: "info",
};

function saidBy(file: string, { range, code, message, severity, relatedInformation = [] }: Diagnostic): Said {
  return {
    ...{ file, rule: String(code), severity: severities[severity ?? 0] ?? "", message: String(message) },
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    related: relatedInformation.map((it) => ({
      line: it.location.range.start.line + 1,
      message: it.message,
    })),
  };
}

/** The rules that are said of each paper, with how they count. */
function summary(said: readonly Said[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    names.map((name) => [
      name,
      said
        .filter((it) => it.file === name)
        .map((it) => `${it.rule} ${it.severity}`)
        .sort(),
    ]),
  );
}

/** The short forms that are said not to be explained. */
function unexplained(said: readonly Said[]): string[] {
  return said.filter((it) => it.rule === "acronym-undefined").map((it) => it.message.split(" ")[0] ?? "");
}

let team: Desk;
let config: string;

beforeEach(async () => {
  team = desk(papers);
  expect(await team.run(["init"])).toMatchObject({ stderr: "", status: 0 });
  config = setUp(team.read("board-paper.yaml"));
});

/** The starter with what the team decided. */
function setUp(starter: string): string {
  const named = starter.replace("\ntemplate: spcb\n", `\ntemplate: our-board\n${house}`);
  const explained = edited(named, addToGlossaryEdits(named, glossary));
  return edited(explained, setRuleEdits(explained, "acronym-repeated", "off"));
}

function edited(text: string, edits: readonly TextEdit[] | undefined): string {
  const after = edits && applyEdits(text, edits);
  if (after === undefined) throw new Error("The file cannot be edited.");
  return after;
}

describe("a team's house", () => {
  test("is what its papers are checked by", async () => {
    const before = (await byCommand(team)).said;
    expect(unexplained(before).sort()).toEqual([...Object.keys(glossary), "QXZ"].sort());
    expect(before.filter((it) => it.rule === "acronym-repeated")).toHaveLength(1);
    team.write("board-paper.yaml", config);
    const { said, stderr, status } = await byCommand(team);
    expect({ stderr, status }).toEqual({ stderr: "", status: 1 });
    expect(unexplained(said)).toEqual(["QXZ"]);
    expect(summary(said)).toEqual({
      "papers/disposals.paper.md": ["frontmatter-invalid error"],
      "papers/housing.paper.md": ["acronym-undefined warning", "paragraph-sequence error"],
      "papers/teams.paper.md": ["frontmatter-invalid error", "section-missing warning"],
    });
  });

  test("starts papers that keep to it", async () => {
    team.write("board-paper.yaml", config);
    const answers = [
      "board=Our Policing Board",
      "date=17 November 2020",
      "title=Estates",
      "authors=A Person, Planner",
    ];
    const set = [...answers, "presented-by=A Person, Chief Executive", "classification=open"];
    await team.run(["new", "papers/estates", ...set.flatMap((it) => ["--set", it])]);
    const text = team.read("papers/estates.paper.md");
    expect(text).toMatch(/^---\ntemplate: our-board\n/);
    expect(text).toContain("## Financial implications");
    const { stdout } = await team.run(["check", "--format", "json", "papers/estates.paper.md"]);
    const left: Said[] = JSON.parse(stdout);
    expect(new Set(left.map((it) => it.rule))).toEqual(new Set(["placeholder-left"]));
  });

  test("says the same in the editor, at once", async () => {
    const editor = new Editor(await startServer(modern), team);
    expect(await editor.said()).toEqual((await byCommand(team)).said);
    await editor.write("rules: { nonsense: off }\n");
    await editor.write(config);
    const { said } = await byCommand(team);
    expect(said.length).toBeGreaterThan(3);
    expect(await editor.said()).toEqual(said);
  });

  test("stays in force in the editor while the file is broken, and the command line says where", async () => {
    team.write("board-paper.yaml", config);
    const editor = new Editor(await startServer(modern), team);
    const good = await editor.said();
    expect(good).toEqual((await byCommand(team)).said);
    const broken = config.replace(/^( +acronym-repeated): off$/m, "$1: of");
    const line = broken.split("\n").findIndex((it) => / +acronym-repeated: of$/.test(it)) + 1;
    expect(line).toBeGreaterThan(1);
    const [problem, ...others] = (await editor.write(broken)).diagnostics;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: "config",
      source: "board-papers",
      severity: DiagnosticSeverity.Error,
    });
    expect(problem?.range.start.line).toBe(line - 1);
    expect(await editor.said()).toEqual(good);
    expect(await byCommand(team)).toEqual({
      said: [],
      stderr: `board-paper.yaml, line ${line}: ${problem?.message}\n`,
      status: 2,
    });
    expect((await editor.write(config)).diagnostics).toEqual([]);
    expect(await editor.said()).toEqual((await byCommand(team)).said);
  });
});
