import { rules } from "@board-papers/core";
import { describe, expect, test } from "vitest";
import { severityWords } from "../src/wording.js";
import { desk } from "./support/board-paper.js";

describe("rules", () => {
  test("lists every rule with its word, and keeps to the width", async () => {
    for (const columns of [50, 80, 120]) {
      const { stdout, status } = await desk().run(["rules"], { columns });
      for (const { id, severity } of rules)
        expect(stdout).toMatch(new RegExp(`^${id} +${severityWords[severity]}`, "m"));
      expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(
        Math.max(columns, 80),
      );
      expect(status).toBe(0);
    }
  });

  test("says how much they count in this folder", async () => {
    const { run } = desk({ "board-paper.yaml": "rules: { table-total: off, paragraph-marker: error }\n" });
    const { stdout } = await run(["rules"]);
    expect(stdout).toMatch(/^table-total +off /m);
    expect(stdout).toMatch(/^paragraph-marker +must fix /m);
    const listed: { id: string; severity: string }[] = JSON.parse(
      (await run(["rules", "--format", "json"])).stdout,
    );
    expect(listed.find((it) => it.id === "table-total")?.severity).toBe("off");
    expect((await run(["explain", "table-total"])).stdout).toMatch(
      /^table-total {2}off \(here; elsewhere must fix\)\n/,
    );
    expect((await run(["explain", "date-weekday"])).stdout).toMatch(/^date-weekday {2}must fix\n/);
  });

  test("says what is broken here", async () => {
    const { run } = desk({ "board-paper.yaml": "rulez: {}\n" });
    const says = { stderr: expect.stringMatching(/^board-paper\.yaml, line 1: /), status: 2 };
    expect(await run(["rules"])).toMatchObject({ ...says, stdout: "" });
    expect(await run(["explain", "table-total"])).toMatchObject({
      ...says,
      stdout: expect.stringContaining("Why"),
    });
  });

  test("as data", async () => {
    const { stdout } = await desk().run(["rules", "--format", "json"]);
    const listed = JSON.parse(stdout);
    expect(listed.map((it: { id: string }) => it.id)).toEqual(rules.map((it) => it.id));
    expect(Object.keys(listed[0])).toEqual(["id", "severity", "summary", "why", "fixable", "fix", "options"]);
  });
});

describe("explain", () => {
  test("has a page for every rule", async () => {
    for (const rule of rules) {
      const { stdout, stderr, status } = await desk().run(["explain", rule.id]);
      expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
      const page = stdout.replace(/\s+/g, " ");
      expect(page).toContain(rule.summary);
      expect(page).toContain(rule.why.replace(/\s+/g, " "));
      for (const name of Object.keys(rule.options)) expect(page).toContain(name);
      if (rule.examples.length > 0) expect(page).toContain("This is reported");
    }
  });

  test("the page has its parts, in order", async () => {
    const { stdout } = await desk().run(["explain", "paragraph-marker"]);
    expect(stdout.split("\n").filter((line) => /^\S/.test(line))).toEqual([
      expect.stringMatching(/^paragraph-marker {2}(must fix|please check|suggestion)$/),
      "Why",
      ...expectedExamples("paragraph-marker"),
      "Repair",
    ]);
    expect(stdout).toMatch(/^ {2}│ \*\*2\.\*\* /m);
  });

  test.each([
    ["paragraf-sequence", "paragraf-sequence: There is no such rule. Did you mean paragraph-sequence?\n"],
    ["Paragraph-Sequence", "Paragraph-Sequence: There is no such rule. Did you mean paragraph-sequence?\n"],
    ["xyzzy", "xyzzy: There is no such rule. board-paper rules lists them all.\n"],
  ])("no rule is called %s", async (id, stderr) => {
    expect(await desk().run(["explain", id])).toEqual({ stdout: "", stderr, status: 2 });
  });

  test("a word that stands in several names leads to all of them", async () => {
    const names = rules.map((it) => it.id).filter((id) => id.includes("acronym"));
    const { stderr } = await desk().run(["explain", "acronym"]);
    expect(stderr).toBe(
      `acronym: There is no such rule. Did you mean ${names.slice(0, -1).join(", ")} or ${names.at(-1)}?\n`,
    );
  });
});

function expectedExamples(id: string): string[] {
  const examples = rules.find((rule) => rule.id === id)?.examples ?? [];
  return examples.flatMap(() => ["This is reported", "This is not"]);
}
