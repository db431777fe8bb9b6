import { lstatSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { desk, type Transcript } from "./support/board-paper.js";
import { gap, marked, mixed, note, paper, sound, unused } from "./support/papers.js";

describe("what is said", () => {
  test("a section a paper, and a summary", async () => {
    const { run } = desk({ "a.paper.md": mixed, "b.paper.md": sound, "c.paper.md": gap });
    const { stdout, stderr, status } = await run(["check"], { columns: 100 });
    expect(stdout).toMatch(/^a\.paper\.md\n\n {2}line 14 {2}suggestion {4}.*\n/);
    expect(stdout).toMatch(/\n\nc\.paper\.md\n\n {2}line 16 {2}must fix {6}.* {2}paragraph-sequence\n\n/);
    expect(stdout).toMatch(
      /\n\n3 papers checked: 2 to fix, 1 to check, 1 suggestion\. 1 can be repaired by board-paper fix\.\n$/,
    );
    expect({ stderr, status }).toEqual({ stderr: "", status: 1 });
  });

  test("places that belong to it stand below", async () => {
    const { run } = desk({ "a.paper.md": paper("1. One.", "2. Two.", "2. Three.") });
    expect((await run(["check"])).stdout).toMatch(/line 18 {2}must fix .*\n(.*\n)*? {25}line 16: /);
  });

  test("nothing found is one sentence", async () => {
    const { run } = desk({ "a.paper.md": sound, "b.paper.md": sound });
    expect(await run(["check"])).toEqual({
      stdout: "2 papers checked: nothing found.\n",
      stderr: "",
      status: 0,
    });
  });

  test("a paper cannot steer the terminal", async () => {
    const { run } = desk({
      "a.paper.md": paper("1. The V\u001b[2JU (VRU) and the \u001b]0;x\u0007XYZ are here."),
    });
    const { stdout } = await run(["check"]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});

describe("colour", () => {
  const escapes = "\u001b[";

  test("where the terminal has it", async () => {
    const { run } = desk({ "a.paper.md": gap });
    expect((await run(["check"], { terminal: true, colour: true })).stdout).toContain(escapes);
  });

  test("not with --no-color, before or behind the command", async () => {
    const { run } = desk({ "a.paper.md": gap });
    for (const args of [
      ["check", "--no-color"],
      ["--no-color", "check"],
    ]) {
      const { stdout, status } = await run(args, { terminal: true, colour: true });
      expect(stdout).not.toContain(escapes);
      expect(status).toBe(1);
    }
  });
});

describe("which papers", () => {
  const files = {
    "a.paper.md": gap,
    "notes.md": note,
    "sub/b.paper.md": gap,
    "sub/plain.md": gap,
    "sub/deep/c.PAPER.MD": gap,
    "node_modules/x/d.paper.md": gap,
    ".drafts/e.paper.md": gap,
    "text.txt": gap,
  };

  test.each<{ name: string; args: string[]; found: string[] }>([
    {
      name: "all in the current folder",
      args: [],
      found: ["a.paper.md", "sub/b.paper.md", "sub/deep/c.PAPER.MD", "sub/plain.md"],
    },
    { name: "a folder", args: ["sub"], found: ["sub/b.paper.md", "sub/deep/c.PAPER.MD", "sub/plain.md"] },
    { name: "a folder as one types it", args: ["./sub/deep/"], found: ["sub/deep/c.PAPER.MD"] },
    { name: "a hidden folder by its name", args: [".drafts"], found: [".drafts/e.paper.md"] },
    {
      name: "files, in order, each once",
      args: ["sub/b.paper.md", "a.paper.md", "./a.paper.md"],
      found: ["a.paper.md", "sub/b.paper.md"],
    },
    {
      name: "a file and its folder",
      args: ["sub", "sub/plain.md"],
      found: ["sub/b.paper.md", "sub/deep/c.PAPER.MD", "sub/plain.md"],
    },
    { name: "a pattern", args: ["*.md"], found: ["a.paper.md"] },
    { name: "a pattern through folders", args: ["**/b*.md"], found: ["sub/b.paper.md"] },
    { name: "a pattern for all sorts of files", args: ["*"], found: ["a.paper.md"] },
    {
      name: "a pattern with alternatives",
      args: ["{sub,.drafts}/*.paper.md"],
      found: [".drafts/e.paper.md", "sub/b.paper.md"],
    },
    { name: "a file that is a paper by its details only", args: ["sub/plain.md"], found: ["sub/plain.md"] },
    {
      name: "lint, the other name",
      args: [],
      found: ["a.paper.md", "sub/b.paper.md", "sub/deep/c.PAPER.MD", "sub/plain.md"],
    },
  ])("$name", async ({ name, args, found }) => {
    const { run } = desk(files);
    const command = name.startsWith("lint") ? "lint" : "check";
    const { stdout, stderr, status } = await run([command, "--format", "json", ...args]);
    expect(JSON.parse(stdout).map((it: { file: string }) => it.file)).toEqual(found);
    expect({ stderr, status }).toEqual({ stderr: "", status: 1 });
  });

  test("absolute paths stay absolute", async () => {
    const { run, folder } = desk(files);
    const { stdout } = await run(["check", "--format", "json", `${folder}/a.paper.md`, `${folder}/sub/*.md`]);
    expect(JSON.parse(stdout).map((it: { file: string }) => it.file)).toEqual(
      ["a.paper.md", "sub/b.paper.md", "sub/plain.md"].map((file) => `${folder}/${file}`),
    );
  });

  test("a name with brackets is a name before it is a pattern", async () => {
    const { run } = desk({ "[draft] a.paper.md": gap, "d a.paper.md": gap });
    const { stdout } = await run(["check", "--format", "json", "[draft] a.paper.md"]);
    expect(JSON.parse(stdout).map((it: { file: string }) => it.file)).toEqual(["[draft] a.paper.md"]);
  });

  test.each<[name: string, args: string[], found: string[]]>([
    ["is a name before it is a pattern", ["P (2020)/*.paper.md"], ["P (2020)/a.paper.md"]],
    ["may have more of them", ["P (2020)/[x]/*.md"], ["P (2020)/[x]/b.paper.md"]],
    ["is searched whole", ["./P (2020)/**/*.md"], ["P (2020)/[x]/b.paper.md", "P (2020)/a.paper.md"]],
    ["may be behind a pattern that is none", ["[x]/*.md"], ["x/d.paper.md"]],
  ])("a folder with brackets in its name %s", async (_name, args, found) => {
    const files = ["P (2020)/a.paper.md", "P (2020)/[x]/b.paper.md", "P (2020)/x/c.md", "x/d.paper.md"];
    const { run, folder } = desk(Object.fromEntries(files.map((file) => [file, note])));
    for (const file of found) writeFileSync(`${folder}/${file}`, gap);
    const relative = await run(["check", "--format", "json", ...args]);
    expect(filesOf(relative)).toEqual(found);
    expect(relative.stderr).toBe("");
    const absolute = await run(["check", "--format", "json", ...args.map((it) => join(folder, it))]);
    expect(filesOf(absolute)).toEqual(found.map((file) => `${folder}/${file}`));
  });

  test("a file that is missing in a folder with brackets is no pattern", async () => {
    const { run } = desk({ "P (2020)/a.paper.md": gap });
    expect(await run(["check", "P (2020)/b.paper.md"])).toMatchObject({
      stderr: "P (2020)/b.paper.md: There is no such file or folder.\n",
      status: 2,
    });
  });

  test("capitals are minded in patterns where the disk minds them", async () => {
    const { run } = desk({ "a.paper.md": gap, "B.PAPER.MD": gap });
    const matches = async (platform: string) => {
      const world = { machine: { env: {}, platform } };
      return filesOf(await run(["check", "--format", "json", "A*.md", "*.MD"], world));
    };
    expect(await matches("linux")).toEqual(["B.PAPER.MD"]);
    expect(await matches("win32")).toEqual(["B.PAPER.MD", "a.paper.md"]);
    expect(await matches("darwin")).toEqual(["B.PAPER.MD", "a.paper.md"]);
    expect(filesOf(await run(["check", "--format", "json"]))).toEqual(["B.PAPER.MD", "a.paper.md"]);
  });

  test("other Markdown is passed over", async () => {
    const { run } = desk(files);
    const nothing = (what: string) => ({ stdout: `There was no paper to ${what}.\n`, stderr: "", status: 0 });
    expect(await run(["check", "notes.md"])).toEqual(nothing("check"));
    expect(await run(["fix", "notes.md"])).toEqual(nothing("repair"));
    expect(await run(["check", "notes.md", "--format", "json"])).toMatchObject({
      stdout: "[]\n",
      stderr: "",
    });
  });
});

describe("links", () => {
  test.each<[name: string, args: string[], found: string[]]>([
    ["to a file, in a folder", ["in"], ["in/link.paper.md"]],
    ["to a file, by a pattern", ["in/*.md"], ["in/link.paper.md"]],
    ["to a file, by a pattern through folders", ["{in,up}/l*.md"], ["in/link.paper.md"]],
    ["to a file that is met as well, once, by its own name", [], ["out/a.paper.md", "out/b.paper.md"]],
    ["to a file that is named as well", ["in", "out/a.paper.md"], ["out/a.paper.md"]],
    ["to one file, once", ["in/link.paper.md", "again.paper.md"], ["in/link.paper.md"]],
    ["to a folder that is named", ["up/out"], ["up/out/a.paper.md", "up/out/b.paper.md"]],
  ])("%s", async (_name, args, found) => {
    const { run, folder } = desk({ "out/a.paper.md": gap, "out/b.paper.md": gap, "in/note.txt": note });
    symlinkSync("../out/a.paper.md", join(folder, "in/link.paper.md"));
    symlinkSync("out/a.paper.md", join(folder, "again.paper.md"));
    symlinkSync(".", join(folder, "up"));
    symlinkSync("../out", join(folder, "in/folder.md"));
    symlinkSync("note.txt", join(folder, "in/other.txt"));
    symlinkSync("/dev/null", join(folder, "in/device.md"));
    const checked = await run(["check", "--format", "json", ...args]);
    expect(filesOf(checked)).toEqual(found);
    expect(checked.stderr).toBe("");
  });
});

test("a file that only a link calls a paper is one, though it is met by its own name as well", async () => {
  const { run, folder, read } = desk({ "store/1a2b.md": marked.slice(marked.indexOf("##")) });
  symlinkSync("store/1a2b.md", join(folder, "november.paper.md"));
  for (const paths of [[], ["store", "november.paper.md"], ["november.paper.md", "store"]])
    expect(filesOf(await run(["check", "--format", "json", ...paths]))).toContain("november.paper.md");
  expect(await run(["fix"])).toMatchObject({ stderr: "", status: 0 });
  expect(read("store/1a2b.md")).toBe(sound.slice(sound.indexOf("##")));
  expect(lstatSync(join(folder, "november.paper.md")).isSymbolicLink()).toBe(true);
});

test("a folder whose only paper is named as well is not empty", async () => {
  const { run } = desk({ "sub/a.paper.md": sound });
  for (const paths of [
    ["sub", "sub/a.paper.md"],
    ["sub/a.paper.md", "sub"],
  ])
    expect(await run(["check", ...paths])).toMatchObject({ stderr: "", status: 0 });
});

describe("standard input", () => {
  test("is a paper", async () => {
    const { run } = desk();
    const { stdout, status } = await run(["check", "-"], { stdin: gap });
    expect(stdout).toMatch(/^Standard input\n\n {2}line 16 {2}must fix/);
    expect(status).toBe(1);
  });

  test("has the name that it is given, and is a paper or not by that", async () => {
    const { run } = desk();
    const named = await run(["check", "-", "--stdin-filename", "x/a.paper.md", "--format", "json"], {
      stdin: gap,
    });
    expect(JSON.parse(named.stdout)).toMatchObject([{ file: "x/a.paper.md" }]);
    expect(await run(["check", "-", "--stdin-filename", "notes.md"], { stdin: note })).toEqual({
      stdout: "There was no paper to check.\n",
      stderr: "",
      status: 0,
    });
  });

  test("is meant when it is named and no path is", async () => {
    const { run } = desk({ "other.paper.md": gap });
    const { stdout } = await run(["check", "--stdin-filename", "a.paper.md"], { stdin: sound });
    expect(stdout).toBe("1 paper checked: nothing found.\n");
  });
});

describe("--files-from", () => {
  const files = { "a.paper.md": gap, "b c.paper.md": gap, "other.paper.md": gap };
  const listed = "Größe 😀.paper.md\r\n\r\na.paper.md\r\n";

  test.each([
    ["a file", "list.txt"],
    ["standard input", "-"],
  ])("%s", async (_name, source) => {
    const list = "\ufeffa.paper.md\r\n\r\nb c.paper.md\n";
    const { run } = desk({ ...files, "list.txt": list });
    const { stdout, stderr, status } = await run(["check", "--format", "json", "--files-from", source], {
      stdin: list,
    });
    expect(JSON.parse(stdout).map((it: { file: string }) => it.file)).toEqual(["a.paper.md", "b c.paper.md"]);
    expect({ stderr, status }).toEqual({ stderr: "", status: 1 });
  });

  test("names that end in zero bytes, as programs list them", async () => {
    const { run } = desk(files);
    const { stdout } = await run(["check", "--format", "json", "--files-from", "-"], {
      stdin: "a.paper.md\0b c.paper.md\0",
    });
    expect(JSON.parse(stdout).map((it: { file: string }) => it.file)).toEqual(["a.paper.md", "b c.paper.md"]);
  });

  test.each<[name: string, bytes: Buffer]>([
    ["UTF-16, as Windows PowerShell writes it", Buffer.from(`\ufeff${listed}`, "utf16le")],
    ["UTF-16, big end first", Buffer.from(`\ufeff${listed}`, "utf16le").swap16()],
    ["UTF-8 with zero bytes", Buffer.from(listed.replaceAll("\r\n", "\0"))],
  ])("%s", async (_name, stdin) => {
    const { run } = desk({ "a.paper.md": gap, "Größe 😀.paper.md": gap, "other.paper.md": gap });
    const checked = await run(["check", "--format", "json", "--files-from", "-"], { stdin });
    expect(filesOf(checked)).toEqual(["Größe 😀.paper.md", "a.paper.md"]);
    expect(checked.stderr).toBe("");
  });

  test.each<[name: string, bytes: Buffer, says: string]>([
    [
      "UTF-16 without a mark",
      Buffer.from(listed, "utf16le"),
      "list.txt: It is saved as UTF-16. Save it as UTF-8, then try again.",
    ],
    [
      "UTF-16 that ends within a character",
      Buffer.from(`\ufeff${listed}`, "utf16le").subarray(0, -1),
      "list.txt: It is not whole as UTF-16. Save it as UTF-8, then try again.",
    ],
    [
      "Windows-1252",
      Buffer.from("a.paper.md\r\nGröße.paper.md\r\n", "latin1"),
      "list.txt, line 2: A character here is not UTF-8; in Windows-1252 it would be ö. Save the file as UTF-8, then try again.",
    ],
    [
      "Windows-1252 with zero bytes",
      Buffer.from("a.paper.md\0b.paper.md\0Größe.paper.md\0", "latin1"),
      "list.txt, line 3: A character here is not UTF-8; in Windows-1252 it would be ö. Save the file as UTF-8, then try again.",
    ],
  ])("nothing is guessed: %s", async (_name, list, says) => {
    const { run, read } = desk({ "a.paper.md": marked, "list.txt": list });
    expect(await run(["fix", "--files-from", "list.txt"])).toEqual({
      stdout: "",
      stderr: `${says}\n`,
      status: 2,
    });
    expect(read("a.paper.md")).toBe(marked);
  });

  test("an empty list is nothing to do, not the current folder", async () => {
    const { run } = desk(files);
    expect(await run(["check", "--files-from", "-"], { stdin: "\n" })).toEqual({
      stdout: "There was no paper to check.\n",
      stderr: "",
      status: 0,
    });
  });

  test("a list that is missing, or that would have to be a paper as well", async () => {
    const { run } = desk(files);
    expect(await run(["check", "--files-from", "no.txt"])).toMatchObject({
      stderr: "no.txt: There is no such file or folder.\n",
      status: 2,
    });
    expect(await run(["check", "-", "--files-from", "-"], { stdin: "a.paper.md" })).toMatchObject({
      stdout: "",
      stderr: "Standard input: This cannot be both a paper and a list of files.\n",
      status: 2,
    });
  });
});

describe("exit status", () => {
  test.each([
    ["must fix", gap, { error: 1, warning: 1, info: 1 }],
    ["please check", marked, { error: 0, warning: 1, info: 1 }],
    ["suggestion", unused, { error: 0, warning: 0, info: 1 }],
    ["nothing", sound, { error: 0, warning: 0, info: 0 }],
  ])("%s", async (_name, text, expected) => {
    const { run } = desk({ "a.paper.md": text });
    for (const [failOn, status] of Object.entries(expected))
      expect((await run(["check", "--fail-on", failOn])).status).toBe(status);
    expect((await run(["check"])).status).toBe(expected.error);
  });
});

describe("progress", () => {
  const papers = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [`${i + 100}.paper.md`, i === 30 ? gap : sound]),
  );

  test("on a terminal when there is much to do, and gone at the end", async () => {
    const { run } = desk(papers);
    const { stderr } = await run(["check"], { terminal: true });
    expect(stderr).toContain("Checking 31 of 60 files…");
    expect(stderr.endsWith("\r\u001b[2K")).toBe(true);
  });

  test("not on a pipe, and not for a few", async () => {
    expect((await desk(papers).run(["check"])).stderr).toBe("");
    expect((await desk({ "a.paper.md": gap }).run(["check"], { terminal: true })).stderr).toBe("");
  });
});

test("when nobody reads any more, the rest is not checked", async () => {
  const { run } = desk({ "a.paper.md": gap, "b.paper.md": gap, "c.paper.md": gap });
  const { stdout, stderr, status } = await run(["check", "--format", "ndjson"], { closesAfter: 1 });
  expect(stdout.trim().split("\n")).toHaveLength(1);
  expect({ stderr, status }).toEqual({ stderr: "", status: 1 });
});

function filesOf({ stdout }: Transcript): string[] {
  return JSON.parse(stdout).map((it: { file: string }) => it.file);
}
