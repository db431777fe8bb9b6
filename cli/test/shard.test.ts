import { describe, expect, test } from "vitest";
import { desk } from "./support/board-paper.js";
import { gap, marked, mixed, note, sound } from "./support/papers.js";

const files = {
  "a.paper.md": gap,
  "b/a.paper.md": mixed,
  "b/B.paper.md": marked,
  "b/c/d.md": gap,
  "c.paper.md": sound,
  "notes.md": note,
  "z.paper.md": mixed,
};

test.each([1, 2, 3, 5, 20])("the parts of %i are the whole, each paper once", async (of) => {
  const { run } = desk(files);
  const whole = JSON.parse((await run(["check", "--format", "json"])).stdout);
  const parts: { file: string }[][] = [];
  for (let part = 1; part <= of; part++) {
    const { stdout, stderr, status } = await run(["check", "--format", "json", "--shard", `${part}/${of}`]);
    const found = JSON.parse(stdout);
    parts.push(found);
    expect(stderr).toBe("");
    expect(status).toBe(found.some((it: { severity: string }) => it.severity === "error") ? 1 : 0);
  }
  expect(parts.flat().sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))).toEqual(whole);
  const names = parts.map((it) => new Set(it.map(({ file }) => file)));
  expect(names.reduce((sum, it) => sum + it.size, 0)).toBe(
    new Set(whole.map((it: { file: string }) => it.file)).size,
  );
  // Where there are more parts than files, some have nothing to do.
  if (of === 20) expect(parts.filter((it) => it.length === 0).length).toBeGreaterThanOrEqual(13);
  else if (of > 1) expect(Math.max(...names.map((it) => it.size))).toBeLessThan(5);
});

test("a list in another order is parted the same way", async () => {
  const { run } = desk(files);
  const names = ["z.paper.md", "a.paper.md", "b/a.paper.md"];
  const part = async (list: readonly string[]) =>
    (
      await run(["check", "--format", "json", "--shard", "1/2", "--files-from", "-"], {
        stdin: list.join("\n"),
      })
    ).stdout;
  expect(await part(names)).toBe(await part([...names].reverse()));
});

describe("a part without papers", () => {
  test("is done", async () => {
    const { run } = desk({ "a.paper.md": gap });
    for (const format of ["json", "stylish", "junit", "sarif", "github"])
      expect(await run(["check", "--shard", "2/2", "--format", format])).toMatchObject({
        stderr: "",
        status: 0,
      });
  });

  test("but a folder without any is still said", async () => {
    const { run } = desk({ "a.paper.md": gap, "empty/x.txt": "" });
    expect(await run(["check", "--shard", "2/2", "empty", "a.paper.md"])).toMatchObject({
      stderr: expect.stringMatching(/^empty: There are no papers here\./),
      status: 2,
    });
  });
});
