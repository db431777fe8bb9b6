import { describe, expect, test } from "vitest";
import { desk } from "./support/board-paper.js";
import { details, gap, mixed, paper, sound } from "./support/papers.js";

test("json keeps its contract", async () => {
  const { run } = desk({ "a.paper.md": mixed });
  const { stdout, stderr, status } = await run(["check", "--format", "json"]);
  expect(JSON.parse(stdout)).toEqual([
    {
      file: "a.paper.md",
      rule: "acronym-unused",
      severity: "info",
      message: expect.stringContaining("VRU"),
      line: 14,
      column: expect.any(Number),
      endLine: 14,
      endColumn: expect.any(Number),
      fixable: false,
      related: [],
    },
    {
      file: "a.paper.md",
      rule: "paragraph-marker",
      severity: "warning",
      message: expect.stringContaining("house form"),
      line: 16,
      column: 1,
      endLine: 16,
      endColumn: expect.any(Number),
      fixable: true,
      related: [],
    },
    {
      file: "a.paper.md",
      rule: "paragraph-sequence",
      severity: "error",
      message: expect.stringContaining("followed by 4"),
      line: 18,
      column: 1,
      endLine: 18,
      endColumn: 2,
      fixable: false,
      related: [],
    },
  ]);
  expect(Object.keys(JSON.parse(stdout)[0])).toEqual([
    ...[
      "file",
      "rule",
      "severity",
      "message",
      "line",
      "column",
      "endLine",
      "endColumn",
      "fixable",
      "related",
    ],
  ]);
  expect({ stderr, status }).toEqual({ stderr: "", status: 1 });
});

test("related places have their line and what they are", async () => {
  const { run } = desk({ "a.paper.md": paper("1. One.", "2. Two.", "2. Three.") });
  const [finding] = JSON.parse((await run(["check", "--format", "json"])).stdout);
  expect(finding.related).toEqual([{ line: 16, message: expect.any(String) }]);
});

describe("columns", () => {
  const sentence = "2. We 👍 the unit (XYZ unit) and its QXZ too.";
  const expected = {
    rule: "acronym-undefined",
    line: 16,
    column: sentence.indexOf("QXZ") + 1,
    endColumn: sentence.indexOf("QXZ") + 4,
  };

  test.each([
    ["are counted in UTF-16 code units", paper("1. The XYZ.", sentence)],
    ["are the same behind a byte order mark", `\ufeff${paper("1. The XYZ.", sentence)}`],
    ["are the same with Windows line ends", paper("1. The XYZ.", sentence).replaceAll("\n", "\r\n")],
  ])("%s", async (_name, text) => {
    const { run } = desk({ "a.paper.md": text });
    const findings: { message: string }[] = JSON.parse((await run(["check", "--format", "json"])).stdout);
    expect(findings.find((it) => it.message.includes("QXZ"))).toMatchObject(expected);
  });

  test("a paper that starts with a byte order mark is still one by its details", async () => {
    const { run } = desk({ "a.md": `\ufeff${gap}` });
    expect(JSON.parse((await run(["check", "--format", "json", "a.md"])).stdout)).toMatchObject([
      { line: 16, column: 1 },
    ]);
  });
});

test("ndjson says what json says, a line each, sorted by file and place", async () => {
  const { run } = desk({
    "b.paper.md": mixed,
    "a/z.paper.md": gap,
    "B.paper.md": gap,
    "c.paper.md": details,
  });
  const json = JSON.parse((await run(["check", "--format", "json"])).stdout);
  const { stdout } = await run(["check", "--format", "ndjson"]);
  const lines = stdout.trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual(json);
  expect(lines.length).toBeGreaterThan(4);
  const files: string[] = json.map((it: { file: string }) => it.file);
  expect(files).toEqual([...files].sort());
});

test("when nothing is found, json is an empty array and ndjson is empty", async () => {
  const { run } = desk({ "a.paper.md": sound, "notes.md": "# Notes\n" });
  for (const file of ["a.paper.md", "notes.md"]) {
    expect(await run(["check", "--format", "json", file])).toEqual({ stdout: "[]\n", stderr: "", status: 0 });
    expect(await run(["check", "--format", "ndjson", file])).toEqual({ stdout: "", stderr: "", status: 0 });
  }
});

test("what goes wrong is not in the data", async () => {
  const { run } = desk({ "a.paper.md": gap });
  const { stdout, stderr, status } = await run([
    "check",
    "--format",
    "json",
    "a.paper.md",
    "missing.paper.md",
  ]);
  expect(JSON.parse(stdout)).toHaveLength(1);
  expect(stderr).toBe("missing.paper.md: There is no such file or folder.\n");
  expect(status).toBe(2);
});
