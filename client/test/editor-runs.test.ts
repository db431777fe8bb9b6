/** A run of the editor tests is a success only where tests passed and none failed, whatever the editor says. */

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { desktopEditor } from "./editor/support/desktop-editor.js";
import { endLine, objectionTo, reportOf, type TestOutcome, testLine } from "./editor/support/report.js";

const passed: TestOutcome = { title: "opens", outcome: "passed" };
const failed: TestOutcome = { title: "closes", outcome: "failed", reason: "It is open.\n    at line 3" };
const skipped: TestOutcome = { title: "waits", outcome: "skipped" };

describe("what a suite printed", () => {
  test.each([
    ["tests passed", 0, [testLine(passed), endLine()], undefined],
    [
      "a test failed",
      1,
      [testLine(passed), testLine(failed), endLine()],
      /^closes: It is open\.\n {4}at line 3$/,
    ],
    ["a test failed and the editor says 0", 0, [testLine(failed), endLine()], /^closes: /],
    [
      "the extension host crashed on the way",
      0,
      [testLine(passed)],
      /did not come to its end; 1 tests had passed/,
    ],
    ["the suite was not found", 1, [], /did not come to its end; 0 tests had passed/],
    ["there are no tests", 0, [endLine()], /has no test/],
    ["a test was skipped", 0, [testLine(passed), testLine(skipped), endLine()], /^Skipped: waits\.$/],
    ["the editor itself failed", 3, [testLine(passed), endLine()], /the editor's status is 3/],
    ["lines of others", 0, ["noise", testLine(passed), `log: ${testLine(failed)}`, endLine()], undefined],
  ])("%s", (_, status, printed, sentence) => {
    const objection = objectionTo(status, reportOf(printed));
    if (sentence === undefined) expect(objection).toBeUndefined();
    else expect(objection).toMatch(sentence);
  });
});

describe.skipIf(process.platform === "win32")("desktop VS Code", () => {
  const folder = mkdtempSync(join(tmpdir(), "board-papers-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A program in the place of VS Code. */
  function program(name: string, body: string): string {
    const path = join(folder, name);
    writeFileSync(path, `#!/usr/bin/env node\n${body}`);
    chmodSync(path, 0o755);
    return path;
  }

  test("what it prints and how it ends is the run", async () => {
    const body = `console.log(${JSON.stringify(testLine(passed))}); console.log(${JSON.stringify(endLine())});
      console.log(JSON.stringify(process.argv.slice(2)));`;
    const editor = await desktopEditor(program("passes", body));
    const run = await editor.runSuite({ host: "web", workspace: "/papers" });
    expect(objectionTo(await run.status, reportOf(run.printed))).toBeUndefined();
    const args = JSON.parse(run.printed.find((line) => line.startsWith('["')) ?? "[]") as string[];
    expect(args[0]).toBe("/papers");
    expect(args).toContain("--extensionDevelopmentKind=web");
    expect(args.join(" ")).toMatch(/--extensionTestsPath=\S+suite\.web\.js/);
    await run.close();
  });

  test("one that crashes is a failure", async () => {
    const editor = await desktopEditor(program("crashes", "process.exit(7);"));
    const run = await editor.runSuite({ host: "node", workspace: "/papers" });
    expect(await run.status).toBe(7);
    await run.close();
  });

  test("one that is not there is told", async () => {
    await expect(desktopEditor(join(folder, "none"))).rejects.toThrow(/There is no VS Code at/);
  });
});
