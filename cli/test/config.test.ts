import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { desk, realDisk, type World } from "./support/board-paper.js";
import { gap, marked, mixed, note, sound, unmarked, unused } from "./support/papers.js";

const markerOff = "rules: { paragraph-marker: off }\n";
const sequenceInfo = "rules: { paragraph-sequence: info }\n";
const broken = "rules:\n  paragraph-sequnce: off\n";
const brokenSays = /^board-paper\.yaml, line 2: .*paragraph-sequence.*\n$/;

/** What is found, as `file rule severity`. */
async function found(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  world: World = {},
) {
  const { stdout, stderr, status } = await desk(files).run(["check", "--format", "json", ...args], world);
  const records: { file: string; rule: string; severity: string }[] = JSON.parse(stdout);
  return { found: records.map((it) => `${it.file} ${it.rule} ${it.severity}`), stderr, status };
}

describe("the nearest board-paper.yaml holds", () => {
  test("in the paper's folder or above, whole", async () => {
    const files = {
      "a.paper.md": marked,
      "board-paper.yaml": markerOff,
      "deep/er/b.paper.md": marked,
      "own/board-paper.yaml": sequenceInfo,
      "own/c.paper.md": mixed,
    };
    expect(await found(files)).toEqual({
      found: [
        "own/c.paper.md acronym-unused info",
        "own/c.paper.md paragraph-marker warning",
        "own/c.paper.md paragraph-sequence info",
      ],
      stderr: "",
      status: 0,
    });
  });

  test("above the current folder too", async () => {
    const { folder, run } = desk({ "board-paper.yaml": markerOff, "sub/a.paper.md": marked });
    const { stdout } = await run(["check", "--format", "json"], { cwd: join(folder, "sub") });
    expect(JSON.parse(stdout)).toEqual([]);
  });

  test("for standard input by the name that it is given, or the current folder", async () => {
    const files = {
      "sub/board-paper.yaml": markerOff,
      "board-paper.yaml": "rules: { paragraph-marker: error }\n",
    };
    const named = ["--stdin-filename", "sub/a.paper.md"];
    expect((await found(files, named, { stdin: marked })).found).toEqual([]);
    expect((await found(files, ["-"], { stdin: marked })).found).toEqual(["- paragraph-marker error"]);
  });

  test("for fix as well", async () => {
    const { run, read } = desk({ "board-paper.yaml": markerOff, "a.paper.md": marked, "x.yaml": "" });
    await run(["fix"]);
    expect(read("a.paper.md")).toBe(marked);
    await run(["fix", "--config", "x.yaml"]);
    expect(read("a.paper.md")).toBe(unmarked);
  });
});

describe("what it says holds", () => {
  test("the command line comes behind it", async () => {
    const files = { "a.paper.md": gap, "board-paper.yaml": sequenceInfo };
    expect(await found(files)).toMatchObject({ found: ["a.paper.md paragraph-sequence info"], status: 0 });
    expect(await found(files, ["--rule", "paragraph-sequence=error"])).toMatchObject({
      found: ["a.paper.md paragraph-sequence error"],
      status: 1,
    });
  });

  test("a template's rules come before the file's", async () => {
    const house =
      "template: ours\ntemplates:\n  ours:\n    extends: spcb\n    rules: { paragraph-sequence: info }\n";
    const own = gap.replace("template: spcb", "template: ours");
    expect((await found({ "a.paper.md": own, "board-paper.yaml": house })).found).toEqual([
      "a.paper.md paragraph-sequence info",
    ]);
    const both = `${house}rules: { paragraph-sequence: warning }\n`;
    expect((await found({ "a.paper.md": own, "board-paper.yaml": both })).found).toEqual([
      "a.paper.md paragraph-sequence warning",
    ]);
  });

  test("a glossary explains", async () => {
    const text = sound.replace("reserve stands", "VRU reserve, like that of the VRU before, stands");
    expect((await found({ "a.paper.md": text })).found).toEqual(["a.paper.md acronym-undefined warning"]);
    const config = "glossary: { VRU: Violence Reduction Unit }\n";
    expect((await found({ "a.paper.md": text, "board-paper.yaml": config })).found).toEqual([]);
  });

  test("a file that it lists is a paper, and one that names a house's template", async () => {
    const files = {
      "board-paper.yaml":
        'templates: { ours: { extends: spcb } }\npapers: [{ files: ["archive/**/*.md", "*.markdown"], template: ours }]\n',
      "archive/2020/a.md": gap.replace("template: spcb\n", ""),
      "b.markdown": gap.replace("template: spcb\n", ""),
      "c.md": gap.replace("template: spcb", "template: ours"),
      "notes.md": note,
    };
    const sequence = "paragraph-sequence error";
    const all = [`archive/2020/a.md ${sequence}`, `b.markdown ${sequence}`, `c.md ${sequence}`];
    expect(await found(files)).toEqual({ found: all, stderr: "", status: 1 });
    expect((await found({ ...files, "board-paper.yaml": "" })).found).toEqual([]);
    const piped = await found(files, ["--stdin-filename", "archive/x.md"], { stdin: note });
    expect(piped.found).toContain(`archive/x.md ${sequence}`);
  });
});

describe("--config", () => {
  const files = { "a.paper.md": mixed, "board-paper.yaml": markerOff, "other/house.yaml": sequenceInfo };

  test("holds in place of the nearest", async () => {
    expect((await found(files, ["--config", "other/house.yaml"])).found).toEqual([
      "a.paper.md acronym-unused info",
      "a.paper.md paragraph-marker warning",
      "a.paper.md paragraph-sequence info",
    ]);
  });

  test("its globs are relative to its own folder", async () => {
    const config = 'papers: [{ files: "notes.md", template: spcb }]\n';
    const world = { "notes.md": gap.replace("template: spcb\n", ""), "other/house.yaml": config };
    expect((await found({ ...world, "a.paper.md": sound }, ["--config", "other/house.yaml"])).found).toEqual(
      [],
    );
    expect((await found({ ...world, "house.yaml": config }, ["--config", "house.yaml"])).found).toHaveLength(
      1,
    );
  });

  test("has to be there, and no paper is checked without it", async () => {
    for (const args of [[], ["a.paper.md"], ["--shard", "2/2"]])
      expect(await found(files, ["--config", "no.yaml", ...args])).toEqual({
        found: [],
        stderr: "no.yaml: There is no such file or folder.\n",
        status: 2,
      });
  });

  test("needs a name", async () => {
    expect(await found(files, ["--config", ""])).toMatchObject({
      stderr: "An empty name: This is a folder and not a file.\n",
      status: 2,
    });
  });
});

describe("a broken one", () => {
  test("is said once with its line, and the papers under it are not checked", async () => {
    const files = { "a.paper.md": gap, "b.paper.md": gap, "board-paper.yaml": broken, "sub/c.paper.md": gap };
    const result = await found(files);
    expect(result).toMatchObject({ found: [], status: 2 });
    expect(result.stderr).toMatch(brokenSays);
  });

  test("does not keep others from being checked", async () => {
    const files = { "a.paper.md": gap, "sub/board-paper.yaml": broken, "sub/c.paper.md": gap };
    const result = await found(files, ["a.paper.md", "sub"]);
    expect(result).toMatchObject({ found: ["a.paper.md paragraph-sequence error"], status: 2 });
    expect(result.stderr).toMatch(/^sub\/board-paper\.yaml, line 2: [^\n]*\n$/);
  });

  test("is not looked at where another one is nearer or named", async () => {
    const files = { "board-paper.yaml": broken, "sub/board-paper.yaml": "", "sub/c.paper.md": gap };
    expect(await found(files, ["sub"])).toMatchObject({ stderr: "", status: 1 });
    expect(await found(files, ["--config", "sub/board-paper.yaml"])).toMatchObject({ stderr: "", status: 1 });
  });

  test("keeps papers from being repaired, also on standard input", async () => {
    const { run, read } = desk({ "a.paper.md": marked, "board-paper.yaml": broken });
    expect(await run(["fix"])).toEqual({ stdout: "", stderr: expect.stringMatching(brokenSays), status: 2 });
    expect(read("a.paper.md")).toBe(marked);
    expect(await run(["fix", "-"], { stdin: marked })).toMatchObject({ stdout: "", status: 2 });
  });

  test("all its problems are said, in order, with Windows line ends too", async () => {
    const config = "template: spbc\r\nrules:\r\n  table-total: of\r\n";
    const { stderr } = await found({ "a.paper.md": gap, "board-paper.yaml": config });
    expect(stderr).toMatch(/^board-paper\.yaml, line 1: .*\nboard-paper\.yaml, line 3: .*\n$/);
  });

  test.each<[string, string | Buffer, RegExp]>([
    ["that is no YAML", "rules: { a: off\n", /^board-paper\.yaml, line [12]: .*not closed\.\n$/],
    ["in another encoding", Buffer.from("# caf\xe9\n", "latin1"), /^board-paper\.yaml, line 1: .*UTF-8/],
  ])("%s", async (_name, config, says) => {
    const { run } = desk({ "a.paper.md": gap, "board-paper.yaml": config });
    expect(await run(["check"])).toEqual({ stdout: "", stderr: expect.stringMatching(says), status: 2 });
  });

  test("that is a folder or may not be read", async () => {
    const papers = desk({ "a.paper.md": unused });
    const denied = Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" });
    const read = (path: string) => (path.endsWith(".yaml") ? Promise.reject(denied) : realDisk.read(path));
    expect(await papers.run(["check"], { disk: { read } })).toMatchObject({ stdout: "", status: 2 });
    mkdirSync(join(papers.folder, "board-paper.yaml"));
    expect(await papers.run(["check"])).toEqual({
      stdout: "",
      stderr: "board-paper.yaml: This is a folder and not a file.\n",
      status: 2,
    });
  });
});
