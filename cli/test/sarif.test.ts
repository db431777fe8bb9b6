import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { applyEdits, offsetAt, parsePaper, rules } from "@board-papers/core";
import Ajv from "ajv-draft-04";
import ajvFormats from "ajv-formats";
import type { Log, Region, Result } from "sarif";
import { describe, expect, test } from "vitest";
import { type Desk, desk } from "./support/board-paper.js";
import { details, gap, mixed, note, paper, sound } from "./support/papers.js";

const schema = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"),
    "utf8",
  ),
);
// One of its patterns is an expression only without the flag u.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
ajvFormats.default(ajv);
const validate = ajv.compile(schema);

/** A run's log, which is valid. */
async function logOf({ run }: Desk, args: readonly string[] = []): Promise<Log> {
  const { stdout } = await run(["check", "--format", "sarif", ...args]);
  const log: Log = JSON.parse(stdout);
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log;
}

function resultsOf({ runs: [first] }: Log): readonly Result[] {
  return first?.results ?? [];
}

const total = `${details}## Background

1. Table A says more.

   **Table A**

   | Shelter | Cost |
   | --- | ---: |
   | North 👍 | £80.00 |
   | South | £30.00 |
   | Total | £111.00 |
`;

describe("the log is valid", () => {
  test("and the schema does refuse what is not", () => {
    expect(validate({ version: "2.1.0", runs: [{ results: [] }] })).toBe(false);
    expect(validate({ version: "2.0.0", runs: [] })).toBe(false);
  });

  test.each<[string, Readonly<Record<string, string | Uint8Array>>]>([
    [
      "findings of every severity in several papers",
      { "a.paper.md": mixed, "b.paper.md": gap, "c.paper.md": total },
    ],
    ["nothing found", { "a.paper.md": sound }],
    ["no paper", { "note.md": note }],
    ["names that an address has to escape", { "Ä b/c#1%?.paper.md": gap, "x:y.paper.md": gap }],
    ["a paper that cannot be read", { "a.paper.md": gap, "b.paper.md": Buffer.from(sound, "latin1") }],
  ])("%s", async (_name, files) => {
    await logOf(desk(files));
  });

  test("on standard input", async () => {
    const { run } = desk();
    const { stdout } = await run(["check", "-", "--format", "sarif"], { stdin: gap });
    expect(validate(JSON.parse(stdout))).toBe(true);
  });
});

test("it says what json says", async () => {
  const papers = desk({ "a.paper.md": mixed, "sub/b.paper.md": total, "c.paper.md": sound });
  const records = JSON.parse((await papers.run(["check", "--format", "json"])).stdout);
  const levels: Record<string, string> = { error: "error", warning: "warning", note: "info" };
  const said = resultsOf(await logOf(papers)).map(({ ruleId, level, message, locations }) => {
    const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
    return {
      file: artifactLocation?.uri,
      rule: ruleId,
      severity: levels[level ?? ""],
      message: message.text,
      line: region?.startLine,
      column: region?.startColumn,
      endLine: region?.endLine,
      endColumn: region?.endColumn,
    };
  });
  expect(records.length).toBeGreaterThan(3);
  expect(said).toEqual(
    records.map(({ fixable: _fixable, related: _related, ...rest }: Record<string, unknown>) => rest),
  );
});

test("every rule has its words, and a result points to its rule", async () => {
  const log = await logOf(desk({ "a.paper.md": mixed }));
  const listed = log.runs[0]?.tool.driver.rules ?? [];
  expect(listed.map((it) => it.id)).toEqual(rules.map((it) => it.id));
  for (const [i, { summary, why, examples }] of rules.entries()) {
    expect(listed[i]?.shortDescription?.text).toBe(summary);
    expect(listed[i]?.help?.text).toContain(why);
    for (const { bad } of examples) expect(listed[i]?.help?.markdown).toContain(bad.trimEnd());
  }
  for (const { ruleId, ruleIndex = -1 } of resultsOf(log)) expect(listed[ruleIndex]?.id).toBe(ruleId);
});

test("columns are UTF-16 code units, and say so", async () => {
  const sentence = "2. We 👍 the unit (XYZ unit) and its QXZ too.";
  const log = await logOf(desk({ "a.paper.md": paper("1. The XYZ.", sentence) }));
  expect(log.runs[0]?.columnKind).toBe("utf16CodeUnits");
  const result = resultsOf(log).find((it) => it.message.text?.includes("QXZ"));
  expect(result?.locations?.[0]?.physicalLocation?.region).toEqual({
    startLine: 16,
    startColumn: sentence.indexOf("QXZ") + 1,
    endLine: 16,
    endColumn: sentence.indexOf("QXZ") + 4,
  });
});

test("files are addressed relative to the folder, absolutely, or not at all", async () => {
  const papers = desk({ "Ä b/c#1%.paper.md": gap });
  const place = (log: Log) => resultsOf(log)[0]?.locations?.[0]?.physicalLocation?.artifactLocation;
  expect(place(await logOf(papers))).toEqual({
    uri: "%C3%84%20b/c%231%25.paper.md",
    uriBaseId: "%SRCROOT%",
  });
  const path = `${papers.folder}/Ä b/c#1%.paper.md`;
  expect(place(await logOf(papers, [path]))).toEqual({ uri: pathToFileURL(path).href });
  const { stdout } = await papers.run(["check", "-", "--format", "sarif"], { stdin: gap });
  expect(place(JSON.parse(stdout))).toEqual({ description: { text: "Standard input" } });
});

test("related places are locations", async () => {
  const log = await logOf(desk({ "a.paper.md": paper("1. One.", "2. Two.", "2. Three.") }));
  expect(resultsOf(log)[0]?.relatedLocations).toMatchObject([
    { id: 1, physicalLocation: { region: { startLine: 16 } }, message: { text: expect.any(String) } },
  ]);
});

/** The text after the first repair of a rule, made as the log has it. */
function repaired(text: string, log: Log, rule: string): string | undefined {
  const [fix] = resultsOf(log).find((it) => it.ruleId === rule)?.fixes ?? [];
  const [change] = fix?.artifactChanges ?? [];
  expect(change?.artifactLocation).toEqual({ uri: "a.paper.md", uriBaseId: "%SRCROOT%" });
  const edits = (change?.replacements ?? []).map(({ deletedRegion, insertedContent }) => ({
    ...spanOf(text, deletedRegion),
    text: insertedContent?.text ?? "",
  }));
  return applyEdits(text, edits);
}

test("a repair of a few edits can be applied as it stands there", async () => {
  const log = await logOf(desk({ "a.paper.md": total }));
  const [fix] = resultsOf(log).find((it) => it.ruleId === "table-total")?.fixes ?? [];
  expect(fix?.description?.text).toContain("£110.00");
  expect(repaired(total, log, "table-total")).toBe(total.replace("£111.00", "£110.00"));
});

test("the lines of a repair end as those of the paper do", async () => {
  const text = paper("1. One.").replaceAll("\n", "\r\n");
  const title = /^title: .*\r\n/m.exec(text)?.[0] ?? "";
  const untitled = text.replace(title, "");
  const after = repaired(untitled, await logOf(desk({ "a.paper.md": untitled })), "frontmatter-invalid");
  expect(after).toMatch(/^title: .*\r\n/m);
  expect(after).not.toMatch(/[^\r]\n/);
});

describe("fingerprints", () => {
  const prints = async (text: string) =>
    resultsOf(await logOf(desk({ "a.paper.md": text }))).map(
      (it) => it.partialFingerprints?.["boardPaper/v1"],
    );

  test("outlive lines that are written above, and other paragraph numbers", async () => {
    const before = await prints(paper("1. One.", "2. The QXZ.", "4. And more."));
    const after = await prints(paper("1. One.", "2. New,", "3. and newer.", "4. The QXZ.", "6. And more."));
    expect(before).toHaveLength(2);
    expect(after).toEqual(before);
  });

  test("tell findings apart, also where the same words stand twice", async () => {
    const twice = await prints(paper("1. One.", "**2.** Again.", "**3.** Again.", "**4.** Again."));
    expect(twice).toHaveLength(3);
    expect(new Set(twice).size).toBe(3);
    for (const print of twice) expect(print).toMatch(/^[0-9a-f]{32}$/);
  });
});

test("what could not be checked is in the log", async () => {
  const { run } = desk({ "a.paper.md": gap, "b.paper.md": Buffer.from(sound, "latin1") });
  const { stdout, status } = await run(["check", "--format", "sarif"]);
  const log: Log = JSON.parse(stdout);
  expect(log.runs[0]?.invocations).toMatchObject([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          level: "error",
          message: { text: expect.stringContaining("not UTF-8") },
          locations: [
            { physicalLocation: { artifactLocation: { uri: "b.paper.md" }, region: { startLine: 16 } } },
          ],
        },
      ],
    },
  ]);
  expect(status).toBe(2);
});

function spanOf(text: string, { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 }: Region) {
  const parsed = parsePaper(text);
  return {
    start: offsetAt(parsed, { line: startLine - 1, character: startColumn - 1 }),
    end: offsetAt(parsed, { line: endLine - 1, character: endColumn - 1 }),
  };
}
