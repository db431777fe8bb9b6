// The examples of docs/ci.md: each is YAML, and its commands are run as they stand there.

import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";
import { XMLValidator } from "fast-xml-parser";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Desk, desk } from "./support/board-paper.js";
import { gap, marked, sound } from "./support/papers.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const bundle = `${root}dist/cli.js`;
const page = readFileSync(`${root}docs/ci.md`, "utf8");

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly jobs?: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
  readonly papers?: { readonly script: readonly string[] };
}

const workflows: readonly Workflow[] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = ""]) =>
  parse(text),
);
const stepsOf = ({ jobs = {} }: Workflow): readonly Step[] => Object.values(jobs).flatMap((it) => it.steps);
const checkOf = (workflow: Workflow | undefined): string =>
  workflow?.papers?.script[0] ?? stepsOf(workflow ?? {}).find((it) => it.name === "Check papers")?.run ?? "";

beforeAll(() => {
  if (!existsSync(bundle)) throw new Error("There is no dist/cli.js: run npm run build first");
});

/** Runs a step as a build machine does, with `board-paper` on its path. */
function runStep({ folder, write }: Desk, command: string) {
  chmodSync(write("bin/board-paper", `#!/bin/sh\nexec "${process.execPath}" "${bundle}" "$@"\n`), 0o755);
  const { stdout, stderr, status } = spawnSync("sh", ["-e", "-c", command], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, PATH: `${folder}/bin${delimiter}${process.env.PATH}` },
  });
  return { stdout, stderr, status };
}

test("there are four, and each has a check", () => {
  expect(workflows).toHaveLength(4);
  for (const workflow of workflows) expect(checkOf(workflow)).toMatch(/^board-paper check --format \w+ /);
});

describe.skipIf(process.platform === "win32")("the check", () => {
  const files = { "papers/a.paper.md": gap, "papers/b.paper.md": marked, "papers/c.paper.md": sound };

  test("of a pull request annotates, and fails where something must be fixed", () => {
    const step = checkOf(workflows[0]);
    const failed = runStep(desk(files), step);
    expect(failed.stdout).toMatch(/^::error file=papers\/a\.paper\.md,line=16,/);
    expect(failed.status).toBe(1);
    expect(runStep(desk({ "papers/b.paper.md": marked }), step).status).toBe(0);
  });

  test("for code scanning passes with findings, and fails where a paper cannot be checked", () => {
    const workflow = workflows[1];
    const step = checkOf(workflow);
    const papers = desk(files);
    expect(runStep(papers, step).status).toBe(0);
    const log = upload(workflow);
    expect(JSON.parse(papers.read(log)).runs[0].results).toHaveLength(2);
    expect(runStep(desk({ ...files, "board-paper.yaml": "rulez:\n" }), step).status).toBe(1);
  });

  test("of an archive has parts that are the whole", () => {
    const workflow = workflows[2];
    const papers = desk(files);
    const found = [1, 2, 3].flatMap((part) => {
      const step = checkOf(workflow).replace(/\$\{\{ matrix\.part \}\}/g, String(part));
      expect(runStep(papers, step)).toEqual({ stdout: "", stderr: "", status: 0 });
      return JSON.parse(papers.read(upload(workflow))).runs[0].results;
    });
    expect(found.map((it) => it.locations[0].physicalLocation.artifactLocation.uri)).toEqual([
      "papers/a.paper.md",
      "papers/b.paper.md",
    ]);
  });

  test("of other build servers writes what they collect", () => {
    const papers = desk(files);
    expect(runStep(papers, checkOf(workflows[3])).status).toBe(1);
    expect(XMLValidator.validate(papers.read("board-papers.xml"))).toBe(true);
  });
});

/** The file that a workflow uploads. */
function upload(workflow: Workflow | undefined): string {
  return stepsOf(workflow ?? {}).find((it) => it.uses?.includes("upload-sarif"))?.with?.sarif_file ?? "";
}
