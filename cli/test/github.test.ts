import { describe, expect, test } from "vitest";
import { desk } from "./support/board-paper.js";
import { details, gap, mixed, paper, sound } from "./support/papers.js";

test("an annotation a finding, and a summary for the log", async () => {
  const { run } = desk({ "a.paper.md": mixed });
  const { stdout, stderr, status } = await run(["check", "--format", "github"]);
  expect(stdout.split("\n")).toEqual([
    expect.stringMatching(
      /^::notice file=a\.paper\.md,line=14,col=\d+,endLine=14,endColumn=\d+,title=Suggestion \(acronym-unused\)::.*VRU/,
    ),
    expect.stringMatching(
      /^::warning file=a\.paper\.md,line=16,col=1,endLine=16,endColumn=\d+,title=Please check \(paragraph-marker\)::/,
    ),
    expect.stringMatching(
      /^::error file=a\.paper\.md,line=18,col=1,endLine=18,endColumn=2,title=Must fix \(paragraph-sequence\)::Paragraph 2 is followed by 4; it should be 3\.$/,
    ),
    "1 paper checked: 1 to fix, 1 to check, 1 suggestion. 1 can be repaired by board-paper fix.",
    "",
  ]);
  expect({ stderr, status }).toEqual({ stderr: "", status: 1 });
});

test("nothing found is only said", async () => {
  const { run } = desk({ "a.paper.md": sound });
  expect((await run(["check", "--format", "github"])).stdout).toBe("1 paper checked: nothing found.\n");
});

describe("what a runner reads back is what was meant", () => {
  test("names and messages with characters of its own", async () => {
    const file = "50%, a:b.paper.md";
    const { run } = desk({ [file]: paper("1. One.", "2. Two.", "2. Three.") });
    const { stdout } = await run(["check", "--format", "github"]);
    const json = JSON.parse((await run(["check", "--format", "json"])).stdout);
    expect(read(stdout)).toEqual([
      {
        command: "error",
        properties: {
          file,
          line: "18",
          col: "1",
          endLine: "18",
          endColumn: "2",
          title: "Must fix (paragraph-sequence)",
        },
        message: `${json[0].message}\nLine 16: ${json[0].related[0].message}`,
      },
    ]);
  });

  test("a paper's words cannot give the runner a command", async () => {
    const text = `${details.replace("date: Tuesday", 'date: "Monday\\n::add-mask::x\\u2028"\nboarb: Tuesday')}## Background\n\n1. One.\n`;
    const { run } = desk({ "a.paper.md": text });
    const { stdout } = await run(["check", "--format", "github"]);
    expect(stdout).not.toMatch(/^::add-mask/m);
    expect(read(stdout).length).toBeGreaterThan(0);
  });

  test("a finding of several lines has no columns, which GitHub would refuse", async () => {
    const text = paper("1. One.", "2. We said:\n\n   More\n   words.", "3. And so on.");
    const { run } = desk({ "a.paper.md": text });
    const json = JSON.parse((await run(["check", "--format", "json"])).stdout);
    const annotations = read((await run(["check", "--format", "github"])).stdout);
    expect(annotations).toHaveLength(json.length);
    for (const [i, { line, endLine }] of json.entries())
      expect("col" in (annotations[i]?.properties ?? {})).toBe(line === endLine);
  });
});

test("what could not be checked is an annotation too", async () => {
  const { run } = desk({ "a.paper.md": gap, "b.paper.md": Buffer.from(sound, "latin1") });
  const { stdout, status } = await run(["check", "--format", "github", ".", "no.paper.md"]);
  expect(read(stdout).slice(1)).toEqual([
    {
      command: "error",
      properties: { file: "no.paper.md", title: "Not checked" },
      message: "There is no such file or folder.",
    },
    {
      command: "error",
      properties: { file: "b.paper.md", line: "16", title: "Not checked" },
      message: expect.stringContaining("not UTF-8"),
    },
  ]);
  expect(status).toBe(2);
});

test("standard input has no file to point to", async () => {
  const { run } = desk();
  const [annotation] = read((await run(["check", "-", "--format", "github"], { stdin: gap })).stdout);
  expect(annotation?.properties).toMatchObject({ line: "16" });
  expect(annotation?.properties).not.toHaveProperty("file");
});

/** The commands of a log, read as a runner reads them. */
function read(log: string) {
  return log.split("\n").flatMap((line) => {
    const [, command, list = "", data = ""] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
    if (command === undefined) return [];
    const properties = list.split(",").map((it): [string, string] => {
      const at = it.indexOf("=");
      return [
        it.slice(0, at),
        unescaped(it.slice(at + 1))
          .replaceAll("%3A", ":")
          .replaceAll("%2C", ",")
          .replaceAll("%25", "%"),
      ];
    });
    return [
      {
        command,
        properties: Object.fromEntries(properties),
        message: unescaped(data).replaceAll("%25", "%"),
      },
    ];
  });

  function unescaped(text: string): string {
    return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n");
  }
}
