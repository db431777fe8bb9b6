import { chmodSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { desk, realDisk } from "./support/board-paper.js";
import { gap, marked, note, sound } from "./support/papers.js";

const latin1 = (text: string) => Buffer.from(text, "latin1");
const utf16le = (text: string) => Buffer.from(text, "utf16le");
const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();

describe("what is no text is named, and the other papers are still checked", () => {
  test.each<{ name: string; bytes: Buffer; says: string }>([
    {
      name: "Windows-1252",
      bytes: latin1(sound),
      says: "x.paper.md, line 16: A character here is not UTF-8; in Windows-1252 it would be £. Save the file as UTF-8, then try again.",
    },
    {
      name: "Windows-1252 with Windows line ends and earlier characters in UTF-8",
      bytes: Buffer.concat([Buffer.from("é ’\r\n\r\né "), Buffer.of(0x92), Buffer.from(" £\r\n")]),
      says: "x.paper.md, line 3: A character here is not UTF-8; in Windows-1252 it would be ’. Save the file as UTF-8, then try again.",
    },
    {
      name: "UTF-16 with a byte order mark",
      bytes: utf16le(`\ufeff${sound}`),
      says: "x.paper.md: It is saved as UTF-16. Save it as UTF-8, then try again.",
    },
    {
      name: "UTF-16, big end first, with a byte order mark",
      bytes: utf16be(`\ufeff${sound}`),
      says: "x.paper.md: It is saved as UTF-16. Save it as UTF-8, then try again.",
    },
    {
      name: "UTF-16 without a byte order mark",
      bytes: utf16le(sound),
      says: "x.paper.md: It is saved as UTF-16. Save it as UTF-8, then try again.",
    },
    {
      name: "UTF-16, big end first, without a byte order mark",
      bytes: utf16be(sound),
      says: "x.paper.md: It is saved as UTF-16. Save it as UTF-8, then try again.",
    },
    {
      name: "NUL bytes",
      bytes: Buffer.concat([Buffer.from(sound), Buffer.of(0, 1, 2)]),
      says: "x.paper.md: This is not a text file.",
    },
    {
      name: "a Word document under a paper's name",
      bytes: Buffer.from("PK\x03\x04 word/document.xml"),
      says: "x.paper.md: This is a Word document or a zip file. Papers are checked in Markdown.",
    },
    {
      name: "a PDF under a paper's name",
      bytes: Buffer.from("%PDF-1.7\n"),
      says: "x.paper.md: This is a PDF. Papers are checked in Markdown.",
    },
  ])("$name", async ({ bytes, says }) => {
    const { run, bytes: read } = desk({ "a.paper.md": gap, "x.paper.md": bytes });
    const checked = await run(["check", "--format", "json"]);
    expect(JSON.parse(checked.stdout)).toMatchObject([{ file: "a.paper.md" }]);
    expect(checked).toMatchObject({ stderr: `${says}\n`, status: 2 });
    expect(await run(["fix", "x.paper.md"])).toEqual({ stdout: "", stderr: `${says}\n`, status: 2 });
    expect(read("x.paper.md")).toEqual(bytes);
    const piped = await run(["check", "-"], { stdin: bytes });
    expect(piped).toMatchObject({ stderr: `${says.replace("x.paper.md", "Standard input")}\n`, status: 2 });
  });

  test("also on standard output, in a sentence", async () => {
    const { run } = desk({ "a.paper.md": sound, "x.paper.md": latin1(sound) });
    expect((await run(["check"])).stdout).toBe("1 paper checked: nothing found. One could not be checked.\n");
  });
});

test("a note in a folder may be saved as it likes, one that is named may not", async () => {
  const { run } = desk({ "a.paper.md": sound, "note.md": latin1(`${note}£\n`), "other.md": utf16le(note) });
  expect(await run(["check"])).toMatchObject({ stderr: "", status: 0 });
  expect(await run(["check", "note.md"])).toMatchObject({ status: 2 });
});

test("a paper by its details alone is missed in a folder however it is saved", async () => {
  const { run } = desk({ "a.md": latin1(sound), "b.md": utf16le(`\ufeff${sound}`) });
  const { stderr, status } = await run(["check"]);
  expect(stderr).toMatch(/^a\.md, line 16: .*\nb\.md: .*UTF-16/);
  expect(status).toBe(2);
});

describe("what is not there", () => {
  test.each<{ name: string; args: string[]; says: string }>([
    { name: "a file", args: ["no.paper.md"], says: "no.paper.md: There is no such file or folder." },
    { name: "a folder", args: ["no/a.paper.md"], says: "no/a.paper.md: There is no such file or folder." },
    { name: "below a file", args: ["a.paper.md/b"], says: "a.paper.md/b: There is no such file or folder." },
    { name: "a pattern without matches", args: ["no-*.md"], says: "no-*.md: No Markdown file matches this." },
    {
      name: "a folder without papers",
      args: ["empty"],
      says: "empty: There are no papers here. A paper's name ends in .paper.md, or its paper details name a template.",
    },
    {
      name: "a folder with other Markdown only",
      args: ["notes"],
      says: "notes: There are no papers here. A paper's name ends in .paper.md, or its paper details name a template.",
    },
  ])("$name", async ({ args, says }) => {
    const { run, folder } = desk({ "a.paper.md": gap, "notes/note.md": note });
    mkdirSync(join(folder, "empty"));
    const { stdout, stderr, status } = await run(["check", "--format", "json", ...args, "a.paper.md"]);
    expect(JSON.parse(stdout)).toHaveLength(1);
    expect({ stderr, status }).toEqual({ stderr: `${says}\n`, status: 2 });
  });

  test.each(["check", "fix", "figures", "export"])(
    "an empty name, as %s is given by a script's unset variable",
    async (command) => {
      const { run, read, folder } = desk({ "a.paper.md": marked });
      const says = { stderr: "An empty name: There is no such file or folder.\n", status: 2 };
      expect(await run([command, ""])).toMatchObject(says);
      expect(read("a.paper.md")).toBe(marked);
      expect(readdirSync(folder)).toEqual(["a.paper.md"]);
    },
  );

  test("what a link in a folder leads to", async () => {
    const { run, folder } = desk({ "in/a.paper.md": gap });
    symlinkSync("no.paper.md", join(folder, "in/b.paper.md"));
    symlinkSync("c.MARKDOWN", join(folder, "in/c.MARKDOWN"));
    symlinkSync("no.txt", join(folder, "in/d.txt"));
    // Editors mark a file that is being edited by such a link.
    symlinkSync("someone@somewhere", join(folder, "in/.#a.paper.md"));
    for (const path of ["in", "in/*"]) {
      const { stdout, stderr, status } = await run(["check", "--format", "json", path]);
      expect(JSON.parse(stdout)).toMatchObject([{ file: "in/a.paper.md" }]);
      expect({ stderr, status }).toEqual({
        stderr:
          "in/b.paper.md: This link leads to a file that is not there.\nin/c.MARKDOWN: This link leads back to itself.\n",
        status: 2,
      });
    }
    expect((await run(["check", "in/b*"])).stderr).toBe(
      "in/b.paper.md: This link leads to a file that is not there.\n",
    );
  });

  test("papers in the current folder", async () => {
    const { run } = desk({ "note.md": note });
    expect(await run(["check"])).toEqual({
      stdout: "",
      stderr:
        "This folder: There are no papers here. A paper's name ends in .paper.md, or its paper details name a template.\n",
      status: 2,
    });
  });
});

describe("what may not be read", () => {
  const denied = Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" });

  test("a file", async () => {
    const { run } = desk({ "a.paper.md": gap, "x.paper.md": gap });
    const read = (path: string) =>
      path.endsWith("x.paper.md") ? Promise.reject(denied) : realDisk.read(path);
    const { stdout, stderr, status } = await run(["check", "--format", "json"], { disk: { read } });
    expect(JSON.parse(stdout)).toHaveLength(1);
    expect({ stderr, status }).toEqual({
      stderr: "x.paper.md: It cannot be read, because you do not have the permission.\n",
      status: 2,
    });
  });

  test("a file that is longer than a text can be, with others behind it", async () => {
    const { run } = desk({ "a.paper.md": gap, "b.paper.md": "", "c.paper.md": gap });
    const decode = TextDecoder.prototype.decode;
    vi.spyOn(TextDecoder.prototype, "decode").mockImplementation(function (this: TextDecoder, bytes) {
      if (bytes?.byteLength !== 0) return decode.call(this, bytes);
      throw Object.assign(new Error("Cannot create a string longer than 0x1fffffe8 characters"), {
        code: "ERR_STRING_TOO_LONG",
      });
    });
    onTestFinished(() => void vi.restoreAllMocks());
    const { stdout, stderr, status } = await run(["check", "--format", "json"]);
    expect(JSON.parse(stdout)).toMatchObject([{ file: "a.paper.md" }, { file: "c.paper.md" }]);
    expect({ stderr, status }).toEqual({
      stderr: "b.paper.md: The file is too large to be a paper.\n",
      status: 2,
    });
  });

  test("a device", async () => {
    expect(await desk().run(["check", "/dev/null"])).toMatchObject({
      stderr: "/dev/null: This is a device and not a file.\n",
      status: 2,
    });
  });

  test("a link to itself, and a folder that links to the one above", async () => {
    const { run, folder } = desk({ "sub/a.paper.md": gap });
    symlinkSync("loop.paper.md", join(folder, "loop.paper.md"));
    symlinkSync("..", join(folder, "sub/up"));
    expect(await run(["check", "loop.paper.md"])).toMatchObject({
      stderr: "loop.paper.md: This link leads back to itself.\n",
      status: 2,
    });
    expect(JSON.parse((await run(["check", "--format", "json", "sub"])).stdout)).toHaveLength(1);
  });

  test("a file without read bits is said, unless it can be read all the same", async () => {
    const { run, folder } = desk({ "x.paper.md": sound });
    chmodSync(join(folder, "x.paper.md"), 0o000);
    const { stdout, stderr, status } = await run(["check"]);
    if (status === 0) expect(stdout).toBe("1 paper checked: nothing found.\n");
    else expect(stderr).toBe("x.paper.md: It cannot be read, because you do not have the permission.\n");
  });
});

describe("what is not understood", () => {
  test.each<[string, string[], string]>([
    [
      "an option",
      ["check", "--fromat", "json"],
      "board-paper: unknown option '--fromat'. Did you mean --format?\n",
    ],
    ["an option like nothing", ["check", "--qqqqq"], "board-paper: unknown option '--qqqqq'.\n"],
    ["a command", ["chekc"], "board-paper: unknown command 'chekc'. Did you mean check?\n"],
    [
      "a format",
      ["check", "--format", "xml"],
      "board-paper: option '--format <format>' argument 'xml' is invalid. Allowed choices are stylish, json, ndjson, sarif, github, junit.\n",
    ],
    [
      "a severity",
      ["check", "--fail-on", "never"],
      "board-paper: option '--fail-on <severity>' argument 'never' is invalid. Allowed choices are error, warning, info.\n",
    ],
    [
      "a rule",
      ["check", "--rule", "tabel-total=off"],
      "board-paper: option '--rule <rule=severity>' argument 'tabel-total=off' is invalid. There is no such rule. Did you mean table-total?\n",
    ],
    [
      "a rule like nothing",
      ["fix", "--rule", "xyzzy"],
      "board-paper: option '--rule <rule>' argument 'xyzzy' is invalid. There is no such rule. board-paper rules lists them all.\n",
    ],
    [
      "how a rule counts",
      ["check", "--rule", "table-total=eror"],
      "board-paper: option '--rule <rule=severity>' argument 'table-total=eror' is invalid. 'eror' is not how a rule can count. Did you mean error?\n",
    ],
    [
      "how a rule counts, in other words",
      ["check", "--rule", "table-total=fatal"],
      "board-paper: option '--rule <rule=severity>' argument 'table-total=fatal' is invalid. A rule counts as error, warning, info or off.\n",
    ],
    [
      "a rule without how it counts",
      ["check", "--rule", "table-total"],
      "board-paper: option '--rule <rule=severity>' argument 'table-total' is invalid. Say how it counts, such as table-total=warning.\n",
    ],
    ...["0/3", "4/3", "2", "1/0", "a/b", "-1/3"].map((shard): [string, string[], string] => [
      `the shard ${shard}`,
      ["check", `--shard=${shard}`],
      `board-paper: option '--shard <part/of>' argument '${shard}' is invalid. Say which part of how many, such as 2/3.\n`,
    ]),
    [
      "an option without its value",
      ["check", "--format"],
      "board-paper: option '--format <format>' argument missing.\n",
    ],
    [
      "an option of another command",
      ["fix", "--fail-on", "error"],
      "board-paper: unknown option '--fail-on'.\n",
    ],
    ["a rule that is missing", ["explain"], "board-paper: missing required argument 'rule'.\n"],
  ])("%s", async (_name, args, stderr) => {
    expect(await desk({ "a.paper.md": gap }).run(args)).toEqual({ stdout: "", stderr, status: 2 });
  });

  test("no command at all gets the help", async () => {
    const { stdout, stderr, status } = await desk().run([]);
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(stderr).toContain("check|lint");
  });
});
