import { checkPaper, defaultSettings, parsePaper } from "@board-papers/core";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import type { FindingRecord } from "../src/records.js";
import { junit } from "../src/reporters/junit.js";
import { desk } from "./support/board-paper.js";
import { gap, marked, mixed, note, paper, sound } from "./support/papers.js";

interface Case {
  readonly "@name": string;
  readonly "@classname": string;
  readonly failure?: { readonly "@type": string; readonly "@message": string; readonly "#text": string };
  readonly error?: { readonly "@message": string };
  readonly "system-out"?: string;
}

interface Suite {
  readonly "@name": string;
  readonly "@tests": string;
  readonly "@failures": string;
  readonly "@errors": string;
  readonly testcase: readonly Case[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseAttributeValue: false,
  parseTagValue: false,
  htmlEntities: true,
  isArray: (name) => name === "testsuite" || name === "testcase",
});

/** The suites of a report, which is well-formed and counts right. */
function suitesOf(xml: string): readonly Suite[] {
  expect(XMLValidator.validate(xml)).toBe(true);
  const suites: readonly Suite[] = parser.parse(xml).testsuites.testsuite ?? [];
  for (const suite of suites) {
    expect(Number(suite["@tests"])).toBe(suite.testcase.length);
    expect(Number(suite["@failures"])).toBe(suite.testcase.filter((it) => it.failure !== undefined).length);
    expect(Number(suite["@errors"])).toBe(suite.testcase.filter((it) => it.error !== undefined).length);
  }
  return suites;
}

describe("a suite a paper, a case a finding", () => {
  const files = { "a.paper.md": mixed, "b.paper.md": sound, "c.paper.md": marked };

  test("what counts fails, and the rest is said", async () => {
    const { run } = desk(files);
    const { stdout, status } = await run(["check", "--format", "junit"]);
    const suites = suitesOf(stdout);
    expect(suites.map((it) => [it["@name"], it["@tests"], it["@failures"]])).toEqual([
      ["a.paper.md", "3", "1"],
      ["b.paper.md", "1", "0"],
      ["c.paper.md", "1", "0"],
    ]);
    const [unused, marker, sequence] = suites[0]?.testcase ?? [];
    expect(unused?.["system-out"]).toMatch(/^a\.paper\.md, line 14 \(suggestion\): .*VRU/);
    expect(marker?.["system-out"]).toContain("(please check)");
    expect(sequence).toMatchObject({
      "@name": "paragraph-sequence, line 18, column 1",
      "@classname": "a.paper.md",
      failure: { "@type": "error", "@message": "Paragraph 2 is followed by 4; it should be 3." },
    });
    expect(suites[1]?.testcase).toMatchObject([{ "@name": "nothing found" }]);
    expect(status).toBe(1);
  });

  test("fails where the exit status is 1, and nowhere else", async () => {
    const { run } = desk(files);
    for (const [failOn, failures] of [
      ["error", ["1", "0", "0"]],
      ["warning", ["2", "0", "1"]],
      ["info", ["3", "0", "1"]],
    ] as const) {
      const { stdout } = await run(["check", "--format", "junit", "--fail-on", failOn]);
      expect(suitesOf(stdout).map((it) => it["@failures"])).toEqual(failures);
    }
  });

  test("related places stand in the text", async () => {
    const { run } = desk({ "a.paper.md": paper("1. One.", "2. Two.", "2. Three.") });
    const [suite] = suitesOf((await run(["check", "--format", "junit"])).stdout);
    expect(suite?.testcase[0]?.failure?.["#text"]).toMatch(/\nLine 16: ./);
  });
});

test("without papers there is an empty report", async () => {
  const { run } = desk({ "note.md": note });
  expect(suitesOf((await run(["check", "--format", "junit", "note.md"])).stdout)).toEqual([]);
});

test("what could not be checked is an error", async () => {
  const { run } = desk({ "a.paper.md": gap, "b.paper.md": Buffer.from(sound, "latin1") });
  const { stdout, status } = await run(["check", "--format", "junit"]);
  expect(suitesOf(stdout)[1]).toMatchObject({
    "@name": "Not checked",
    "@errors": "1",
    testcase: [{ error: { "@message": expect.stringMatching(/^b\.paper\.md, line 16: .*UTF-8/) } }],
  });
  expect(status).toBe(2);
});

describe("any words are XML", () => {
  const nasty = "a<b>&\"'c ]]> \u0000\u0008\u001b\ufffe\ud800 d\te\nf £ 👍";

  test("and come back, but for those that XML has no way to say", () => {
    const [suite] = suitesOf(printed(nasty));
    const expected = "a<b>&\"'c ]]> \ufffd\ufffd\ufffd\ufffd\ufffd d\te\nf £ 👍";
    expect(suite?.["@name"]).toBe(expected);
    expect(suite?.testcase[0]?.["@classname"]).toBe(expected);
    expect(suite?.testcase[0]?.failure?.["@message"]).toBe(expected);
    expect(suite?.testcase[0]?.failure?.["#text"]).toContain(expected);
  });

  test("no character that XML forbids is left", () => {
    const every = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join("");
    const xml = printed(every);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be there
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u);
    expect(XMLValidator.validate(xml)).toBe(true);
  });
});

/** A report of one finding with these words in all its places. */
function printed(words: string): string {
  const texts: string[] = [];
  const output = {
    write: (content: string | Uint8Array) => void texts.push(String(content)),
    isTerminal: false,
    columns: 80,
    colour: false,
    closed: false,
  };
  const finding: FindingRecord = {
    ...{ file: words, rule: "table-total", severity: "error", message: words },
    ...{ line: 1, column: 1, endLine: 1, endColumn: 2, fixable: false, related: [] },
  };
  const reporter = junit(output, { counting: ["error"] });
  reporter.paper({ file: words, report: checkPaper(parsePaper(""), defaultSettings), findings: [finding] });
  reporter.end({ papers: 1, found: { error: 1, warning: 0, info: 0 }, fixable: 0, problems: [] });
  return texts.join("");
}
