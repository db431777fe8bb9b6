import { describe, expect, test } from "vitest";
import { desk } from "./support/board-paper.js";
import { details, gap, mixed, paper } from "./support/papers.js";

describe("check --rule", () => {
  const found = async (...args: string[]) => {
    const { stdout, status } = await desk({ "a.paper.md": mixed }).run([
      "check",
      "--format",
      "json",
      ...args,
    ]);
    const records: { rule: string; severity: string }[] = JSON.parse(stdout);
    return { rules: records.map((it) => `${it.rule} ${it.severity}`), status };
  };

  test("turns a rule off", async () => {
    expect(await found("--rule", "paragraph-sequence=off")).toEqual({
      rules: ["acronym-unused info", "paragraph-marker warning"],
      status: 0,
    });
  });

  test("counts it as something else, and the exit status follows", async () => {
    expect(await found("--rule", "paragraph-sequence=info", "--rule=paragraph-marker=error")).toEqual({
      rules: ["acronym-unused info", "paragraph-marker error", "paragraph-sequence info"],
      status: 1,
    });
  });

  test("the last one holds", async () => {
    expect(
      (await found("--rule", "paragraph-sequence=off", "--rule", "paragraph-sequence=warning")).rules,
    ).toEqual(["acronym-unused info", "paragraph-marker warning", "paragraph-sequence warning"]);
  });
});

describe("fix --rule", () => {
  const total = `${details}## Background

1. What it costs.

| Shelter | Cost |
| --- | ---: |
| North | £80.00 |
| South | £30.00 |
| Total | £111.00 |
`;

  test("makes a repair that is not made unasked", async () => {
    const { run, read } = desk({ "a.paper.md": total });
    await run(["fix"]);
    expect(read("a.paper.md")).toBe(total);
    expect(await run(["fix", "--rule", "table-total"])).toEqual({
      stdout: "a.paper.md: 1 place repaired.\n1 paper repaired.\n",
      stderr: "",
      status: 0,
    });
    expect(read("a.paper.md")).toBe(total.replace("£111.00", "£110.00"));
  });

  test("of that rule alone", async () => {
    const { run, read } = desk({ "a.paper.md": gap });
    await run(["fix", "--rule", "table-total"]);
    expect(read("a.paper.md")).toBe(gap);
    await run(["fix", "--rule", "paragraph-sequence"]);
    expect(read("a.paper.md")).toBe(gap.replace("3. The", "2. The"));
  });

  test("does not go after numbers down a whole paper, which --renumber does", async () => {
    const text = paper(
      "1. One.",
      ...Array.from({ length: 20 }, (_, i) => `${i + 3}. More.`),
      "24. Last.",
      "24. Again.",
    );
    const { run, read } = desk({ "a.paper.md": text });
    expect(await run(["fix", "--rule", "paragraph-sequence"])).toEqual({
      stdout: "",
      stderr: expect.stringMatching(
        /^a\.paper\.md: Each number .* --renumber numbers the whole paper anew\.\n$/,
      ),
      status: 2,
    });
    expect(read("a.paper.md")).toBe(text);
    expect((await run(["fix", "--renumber"])).status).toBe(0);
  });

  test("leaves out one that is off", async () => {
    const { run, read } = desk({ "a.paper.md": mixed });
    await run(["fix", "--rule", "paragraph-marker=off"]);
    expect(read("a.paper.md")).toBe(mixed);
  });
});
