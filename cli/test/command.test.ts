// The bundle as it is started: streams, exit status, environment.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, openSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { version } from "../src/version.js";
import { desk } from "./support/board-paper.js";
import { gap, marked, sound, unmarked } from "./support/papers.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const bundle = `${root}dist/cli.js`;

beforeAll(() => {
  if (!existsSync(bundle)) throw new Error("There is no dist/cli.js: run npm run build first");
});

function boardPaper(cwd: string, args: readonly string[], input = "", env: Record<string, string> = {}) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [bundle, ...args], {
    cwd,
    input,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { stdout, stderr, status };
}

describe("the exit status", () => {
  test.each<[string, string[], number]>([
    ["nothing found", ["check", "sound.paper.md"], 0],
    ["findings", ["check", "gap.paper.md"], 1],
    ["findings, under its other name", ["lint", "gap.paper.md"], 1],
    ["findings that do not count", ["check", "marked.paper.md"], 0],
    ["a missing file beside findings", ["check", "gap.paper.md", "no.paper.md"], 2],
    ["an unknown option", ["check", "--nonsense"], 2],
    ["an unknown rule", ["explain", "nonsense"], 2],
    ["no command", [], 2],
    ["the help", ["--help"], 0],
    ["the help of a command", ["check", "--help"], 0],
    ["the version", ["--version"], 0],
    ["the rules", ["rules"], 0],
  ])("%s", (_name, args, status) => {
    const { folder } = desk({ "sound.paper.md": sound, "gap.paper.md": gap, "marked.paper.md": marked });
    expect(boardPaper(folder, args).status).toBe(status);
  });
});

test("the version is the package's", () => {
  const { folder } = desk();
  const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  expect(version).toBe(manifest.version);
  expect(boardPaper(folder, ["--version"]).stdout).toBe(`${version}\n`);
});

test("papers and lists come through standard input", () => {
  const { folder } = desk({ "gap.paper.md": gap });
  expect(boardPaper(folder, ["fix", "-"], marked)).toEqual({ stdout: unmarked, stderr: "", status: 0 });
  const { stdout } = boardPaper(
    folder,
    ["check", "--format", "ndjson", "--files-from", "-"],
    "gap.paper.md\n",
  );
  expect(JSON.parse(stdout)).toMatchObject({ file: "gap.paper.md", rule: "paragraph-sequence", line: 16 });
});

test("nothing but data and no colour on a pipe", () => {
  const { folder } = desk({ "gap.paper.md": gap });
  expect(boardPaper(folder, ["check"]).stdout).not.toContain("\u001b");
  const { stdout, stderr } = boardPaper(folder, ["check", "--format", "json"], "", { FORCE_COLOR: "1" });
  expect(JSON.parse(stdout)).toHaveLength(1);
  expect(stderr).toBe("");
});

test("a reader that goes away is no failure", async () => {
  const papers = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.paper.md`, gap.repeat(40)]));
  const { folder } = desk(papers);
  const child = spawn(process.execPath, [bundle, "check", "--format", "ndjson"], { cwd: folder });
  let stderr = "";
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  child.stdout.once("data", () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.on("close", resolve));
  expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
});

test.skipIf(!existsSync("/dev/full"))("an output that cannot be written is said", () => {
  const { folder } = desk({ "gap.paper.md": gap });
  const { stderr, status } = spawnSync(process.execPath, [bundle, "check"], {
    cwd: folder,
    stdio: ["ignore", openSync("/dev/full", "w"), "pipe"],
    encoding: "utf8",
  });
  expect({ stderr, status }).toEqual({
    stderr: "Standard output: It cannot be written, because the disk is full.\n",
    status: 2,
  });
});
