import { readdirSync } from "node:fs";
import { isPaper } from "@board-papers/core";
import { describe, expect, test } from "vitest";
import type { Answer } from "../src/io.js";
import { desk, realDisk } from "./support/board-paper.js";
import { gap, sound } from "./support/papers.js";

const house = `template: ours
templates:
  ours:
    extends: spcb
    title: Our Board
    fields:
      classification: { kind: choice, choices: [open, exempt], need: required }
      reason: { need: required, when: { field: classification, is: [exempt] } }
    sections: [Financial implications]
`;

const answers = ["board=Our Board", "date=17 November 2020", "presented-by=A Name, Treasurer"];
const set = (...pairs: string[]) => pairs.flatMap((it) => ["--set", it]);

describe("new", () => {
  test("writes a paper of the template, which check then knows", async () => {
    const { run, read, folder } = desk();
    const said = await run(["new", "a.paper.md", ...set(...answers, "title=Reserves: a review")]);
    expect(said).toEqual({
      stdout: expect.stringMatching(/^Written: a\.paper\.md\. .*square brackets/),
      stderr: "",
      status: 0,
    });
    expect(read("a.paper.md")).toContain("\ntitle: ");
    expect(isPaper("a.md", read("a.paper.md"))).toBe(true);
    expect(readdirSync(folder)).toEqual(["a.paper.md"]);
    const checked = await run(["check", "--format", "json", "--rule", "placeholder-left=off"]);
    expect(JSON.parse(checked.stdout).filter((it: { severity: string }) => it.severity === "error")).toEqual(
      [],
    );
  });

  test("prints it with -", async () => {
    const { run, read, folder } = desk();
    const { stdout, stderr, status } = await run(["new", "-", ...set(...answers)]);
    expect({ stderr, status, files: readdirSync(folder) }).toEqual({ stderr: "", status: 0, files: [] });
    await run(["new", "a.paper.md", ...set(...answers)]);
    expect(read("a.paper.md")).toBe(stdout);
  });

  test("gives a name without an ending that of papers", async () => {
    const { run, folder } = desk({ "november/x.txt": "" });
    expect((await run(["new", "november/reserves"])).stdout).toMatch(
      /^Written: november\/reserves\.paper\.md\./,
    );
    expect(readdirSync(`${folder}/november`)).toEqual(["reserves.paper.md", "x.txt"]);
  });

  test.each([
    ["2020.11.17", "2020.11.17.paper.md"],
    ["Item 5.2 reserves", "Item 5.2 reserves.paper.md"],
    ["reserves.paper", "reserves.paper.md"],
    ["reserves.md", "reserves.md"],
    ["reserves.MD", "reserves.MD"],
    ["reserves.markdown", "reserves.markdown"],
  ])("%s becomes %s", async (name, file) => {
    const { run, folder } = desk();
    expect(await run(["new", name])).toMatchObject({ stderr: "", status: 0 });
    expect(readdirSync(folder)).toEqual([file]);
    expect(await run(["check", "--fail-on", "error", "--rule", "placeholder-left=off"])).toMatchObject({
      stdout: expect.stringContaining("1 paper checked"),
      stderr: "",
    });
  });

  test("goes by what holds where the paper is to lie", async () => {
    const { run, read } = desk({
      "ours/board-paper.yaml": house,
      "x.yaml": house.replaceAll("ours", "theirs"),
    });
    await run(["new", "ours/a.paper.md"]);
    expect(read("ours/a.paper.md")).toMatch(/^---\ntemplate: ours\n/);
    expect(read("ours/a.paper.md")).toContain("## Financial implications");
    await run(["new", "ours/b.paper.md", "--template", "spcb"]);
    expect(read("ours/b.paper.md")).toMatch(/^---\ntemplate: spcb\n/);
    await run(["new", "ours/c.paper.md", "--config", "x.yaml"]);
    expect(read("ours/c.paper.md")).toMatch(/^---\ntemplate: theirs\n/);
  });

  test("lists the templates", async () => {
    const { run } = desk({ "board-paper.yaml": house });
    const { stdout, status } = await run(["new", "--list"]);
    expect(stdout).toMatch(/^spcb +Strategic Policing and Crime Board$/m);
    expect(stdout).toMatch(/^ours +Our Board \(unless another is named\)$/m);
    expect(status).toBe(0);
  });
});

describe("new refuses", () => {
  test("to replace a file", async () => {
    const { run, read, folder } = desk({ "a.paper.md": sound });
    expect(await run(["new", "a.paper.md"])).toEqual({
      stdout: "",
      stderr: "a.paper.md: It is there already, so it is left as it is.\n",
      status: 2,
    });
    expect(read("a.paper.md")).toBe(sound);
    expect(readdirSync(folder)).toEqual(["a.paper.md"]);
  });

  test.each<[string, string[], string]>([
    ["no file", [], "new: Say which file to write, such as reserves.paper.md, or - to print it.\n"],
    ["an empty name", [""], "new: Say which file to write, such as reserves.paper.md, or - to print it.\n"],
    ...["docx", "doc", "PDF", "txt"].map((ending): [string, string[], string] => [
      `a name that ends in .${ending}`,
      [`a.${ending}`],
      `a.${ending}: Papers are written in Markdown. Call it a.paper.md.\n`,
    ]),
    ["a folder that is missing", ["no/a.paper.md"], "no: There is no such folder.\n"],
    ["a file as a folder", ["board-paper.yaml/a.paper.md"], "board-paper.yaml: There is no such folder.\n"],
    ["a folder", ["."], ".: This is a folder. Say which file to write in it.\n"],
    ["a folder by its stroke", ["no/"], "no/: This is a folder. Say which file to write in it.\n"],
    [
      "a template",
      ["a.paper.md", "--template", "our"],
      "our: There is no such template. Did you mean ours?\n",
    ],
    [
      "a template like nothing",
      ["a.paper.md", "--template", "xyzzyx"],
      "xyzzyx: There is no such template. board-paper new --list lists them all.\n",
    ],
    [
      "a field that is misspelt",
      ["a.paper.md", "--set", "titel=x"],
      "--set: The template ours has no field titel. Did you mean title?\n",
    ],
    [
      "a choice that is none",
      ["a.paper.md", "--set", "classification=secret"],
      "--set: classification cannot be 'secret'. It is open or exempt.\n",
    ],
    [
      "the template as a field",
      ["a.paper.md", "--set", "template=x"],
      "--set: Name the template with --template.\n",
    ],
    [
      "what is no answer",
      ["a.paper.md", "--set", "title"],
      `board-paper: option '--set <field=value>' argument 'title' is invalid. Say the field and what it says, such as "title=Reserves".\n`,
    ],
  ])("%s", async (_name, args, stderr) => {
    const { run, folder } = desk({ "board-paper.yaml": house });
    expect(await run(["new", ...args])).toEqual({ stdout: "", stderr, status: 2 });
    expect(readdirSync(folder)).toEqual(["board-paper.yaml"]);
  });

  test("a broken configuration", async () => {
    const { run, folder } = desk({ "board-paper.yaml": "template: spbc\n" });
    expect(await run(["new", "a.paper.md"])).toEqual({
      stdout: "",
      stderr: expect.stringMatching(/^board-paper\.yaml, line 1: /),
      status: 2,
    });
    expect(readdirSync(folder)).toEqual(["board-paper.yaml"]);
  });

  test("a disk that is full, and leaves nothing behind", async () => {
    const { run, folder } = desk();
    const full = Object.assign(new Error("ENOSPC"), { code: "ENOSPC" });
    for (const write of [
      async () => Promise.reject(full),
      async (path: string, bytes: Uint8Array) => realDisk.write(path, bytes.subarray(0, 10)),
    ]) {
      expect(await run(["new", "a.paper.md"], { disk: { write } })).toMatchObject({
        stderr: expect.stringMatching(/^a\.paper\.md: It cannot be written/),
        status: 2,
      });
      expect(readdirSync(folder)).toEqual([]);
    }
  });
});

describe("on a terminal new asks for what is needed", () => {
  const line = (text: string): Answer => ({ kind: "line", text });

  /** Answers the questions in turn, and notes them. */
  async function asked(replies: readonly Answer[], args: readonly string[] = []) {
    const questions: string[] = [];
    const left = [...replies];
    const { run, read, folder } = desk({ "board-paper.yaml": house });
    let closed = 0;
    const said = await run(["new", "a.paper.md", ...args], {
      converse: () => ({
        ask: async (question) => {
          questions.push(question.split("\n").at(-1) ?? "");
          return left.shift() ?? { kind: "ended" };
        },
        close: () => {
          closed++;
        },
      }),
    });
    const written = readdirSync(folder).includes("a.paper.md");
    expect(closed).toBe(1);
    return { ...said, questions, text: written ? read("a.paper.md") : undefined };
  }

  test("field by field, and not for those that are given or stood in for", async () => {
    const { questions, text, status } = await asked(
      [line("Our Board"), line("17 November 2020"), line(" A Name, Treasurer "), line("open")],
      set("priorities=Objective 1"),
    );
    expect(questions.map((it) => it.split(" ")[0])).toEqual([
      "board",
      "date",
      "presented-by",
      "classification",
    ]);
    expect(questions.at(-1)).toBe("classification (open or exempt): ");
    expect(text).toContain("classification: open\n");
    expect(text).toContain("  - A Name, Treasurer\n");
    expect(status).toBe(0);
  });

  test("again where a choice is none, and on where an answer calls for another", async () => {
    const { questions, stderr, text } = await asked(
      [line("secret"), line("exempt"), line("Paragraph 3")],
      set(...answers, "title=x"),
    );
    expect(questions.map((it) => it.split(" ")[0])).toEqual(["classification", "classification", "reason"]);
    expect(stderr).toBe("classification cannot be 'secret'. It is open or exempt.\n");
    expect(text).toContain("reason: Paragraph 3\n");
  });

  test("an empty answer leaves it for later, and so does the end of the input", async () => {
    const { questions, text, status } = await asked([line(""), { kind: "ended" }]);
    expect(questions).toHaveLength(2);
    expect(text).toMatch(/\nboard: .*\[Insert/);
    expect(status).toBe(0);
  });

  test("whoever stops writes nothing", async () => {
    expect(await asked([line("Our Board"), { kind: "stopped" }])).toMatchObject({
      stdout: "",
      stderr: "Nothing was written.\n",
      text: undefined,
      status: 2,
    });
  });
});

describe("init", () => {
  test("writes a board-paper.yaml that changes nothing yet", async () => {
    const { run, read } = desk({ "a.paper.md": gap });
    const before = await run(["check"]);
    expect(await run(["init"])).toEqual({
      stdout: expect.stringMatching(/^Written: board-paper\.yaml\.(.|\n)*board-paper check/),
      stderr: "",
      status: 0,
    });
    expect(read("board-paper.yaml")).toContain("# glossary:");
    expect(await run(["check"])).toEqual(before);
  });

  test("in a folder", async () => {
    const { run, folder } = desk({ "sub/a.paper.md": gap });
    expect((await run(["init", "sub/"])).stdout).toMatch(/^Written: sub\/board-paper\.yaml\./);
    expect(readdirSync(`${folder}/sub`)).toEqual(["a.paper.md", "board-paper.yaml"]);
  });

  test("does not replace one, and makes no folder", async () => {
    const { run, read } = desk({ "board-paper.yaml": house });
    expect(await run(["init"])).toEqual({
      stdout: "",
      stderr: "board-paper.yaml: It is there already, so it is left as it is.\n",
      status: 2,
    });
    expect(read("board-paper.yaml")).toBe(house);
    expect(await run(["init", "no"])).toEqual({
      stdout: "",
      stderr: "no: There is no such folder.\n",
      status: 2,
    });
  });

  test("takes no empty name for the current folder", async () => {
    const { run, folder } = desk();
    expect(await run(["init", ""])).toEqual({
      stdout: "",
      stderr: "An empty name: There is no such folder.\n",
      status: 2,
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test("takes no file for a folder", async () => {
    expect(await desk({ "a.paper.md": sound }).run(["init", "a.paper.md"])).toEqual({
      stdout: "",
      stderr: "a.paper.md: There is no such folder.\n",
      status: 2,
    });
  });
});
