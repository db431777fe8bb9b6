// The list of figures: what was read, what was checked, and how it is printed.

import { describe, expect, test } from "vitest";
import type { PaperRecord } from "../src/figures/record.js";
import { desk } from "./support/board-paper.js";
import { paper, sound } from "./support/papers.js";

const table = `1. The costs are below.

**Table A**

| Area | 2018/19 | 2019/20 |
| --- | ---: | ---: |
| North | £1,210 | £1,300 |
| South | £2,150 | £2,200 |
| East | £900 | £(50) |
| Total | £4,260 | £3,540 |`;

const costs = paper(table, "2. A further 37 visits are planned.");

describe("for people", () => {
  test("each figure has its line, its mark, its words and its arithmetic", async () => {
    const { stdout, stderr, status } = await desk({ "a.paper.md": costs }).run(["figures"]);
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    expect(stdout).toMatchInlineSnapshot(`
      "a.paper.md

        line 20  → £1,210  North, 2018/19
                           counts towards £4,260 in line 23
        line 20  → £1,300  North, 2019/20
                           counts towards £3,540 in line 23
        line 21  → £2,150  South, 2018/19
                           counts towards £4,260 in line 23
        line 21  → £2,200  South, 2019/20
                           counts towards £3,540 in line 23
        line 22  → £900    East, 2018/19
                           counts towards £4,260 in line 23
        line 22  → £(50)   East, 2019/20
                           counts towards £3,540 in line 23
        line 23  ✓ £4,260  Total, 2018/19
                           the 3 rows add up to £4,260: £1,210 + £2,150 + £900
        line 23  ≠ £3,540  Total, 2019/20
                           the 3 rows add up to £3,450: £1,300 + £2,200 + £(50)
        line 25    37      A further 37 visits are planned

      ✓ agrees with what it is calculated from, ≠ does not, → others are calculated
      from it; the rest was not checked.
      9 figures read, 8 checked, 1 does not agree.
      "
    `);
  });

  test("a narrow terminal has the words under the figure", async () => {
    const { stdout } = await desk({ "a.paper.md": costs }).run(["figures"], { columns: 40 });
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(stdout).toMatch(/^ {2}line 23 {2}≠ £3,540$/m);
  });

  test("a figure without words has its line", async () => {
    const bare = paper("1. Here:\n\n|  |  |\n| - | -: |\n|  | 12 |\n|  | 30 |");
    const { stdout } = await desk({ "a.paper.md": bare }).run(["figures"]);
    expect(stdout).toMatch(/^ {2}line 18 {4}12\n {2}line 19 {4}30\n\n2 figures read, none checked\.\n$/m);
  });

  test("several papers have a sum", async () => {
    const { stdout } = await desk({ "a.paper.md": costs, "b.paper.md": sound }).run(["figures"]);
    expect(stdout).toMatch(/\n2 papers: 10 figures read, 8 checked, 1 does not agree\.\n$/);
  });

  test("no figure is said, too", async () => {
    const { stdout } = await desk({ "a.paper.md": paper("1. Nothing is counted.") }).run(["figures"]);
    expect(stdout).toBe("No figures were found.\n");
  });

  test("a paper cannot steer the terminal", async () => {
    const hostile = costs.replace("North", "No\u001b[2Jrth").replace("visits", "vi\u001b]0;x\u0007sits");
    const { stdout } = await desk({ "a.paper.md": hostile }).run(["figures"]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});

describe("as data", () => {
  test("figures and calculations point to each other", async () => {
    const { stdout, status } = await desk({ "a.paper.md": costs }).run(["figures", "--format", "json"]);
    const [record, ...others]: PaperRecord[] = JSON.parse(stdout);
    expect({ status, others }).toEqual({ status: 0, others: [] });
    expect(record && Object.keys(record)).toEqual(["file", "figures", "calculations", "summary"]);
    expect(record?.summary).toEqual({ read: 9, checked: 8, differing: 1 });
    const total = record?.figures.find((it) => it.figure === "£3,540");
    expect(total).toEqual({
      ...{ figure: "£3,540", value: "3540", unit: "£", label: "Total, 2019/20" },
      ...{ line: 23, column: 20, endLine: 23, endColumn: 26 },
      ...{ in: "table", checked: "differs", results: [1], uses: [] },
    });
    const calculation = record?.calculations[1];
    expect(calculation).toMatchObject({ rule: "table-total", agrees: false, computed: "£3,450" });
    expect(calculation?.inputs.map((it) => it.value)).toEqual(["1300", "2200", "-50"]);
    expect(record?.figures.find((it) => it.figure === "37")).toMatchObject({ in: "text", checked: "no" });
    expect(record?.figures.find((it) => it.value === "1300")).toMatchObject({ checked: "used", uses: [1] });
  });

  test("one paper a line, and an empty array where there is none", async () => {
    const { run } = desk({ "a.paper.md": costs, "b.paper.md": sound });
    const lines = (await run(["figures", "--format", "ndjson"])).stdout.trimEnd().split("\n");
    expect(lines.map((it) => JSON.parse(it).file)).toEqual(["a.paper.md", "b.paper.md"]);
    expect((await run(["figures", "--format", "json", "no.paper.md"])).stdout).toBe("[]\n");
  });
});

describe("the exit status", () => {
  test.each<[string, string[], number]>([
    ["figures that do not agree are no failure", ["figures", "a.paper.md"], 0],
    ["a file that is not there", ["figures", "no.paper.md"], 2],
    ["a format that there is not", ["figures", "--format", "sarif"], 2],
    ["one paper on standard input", ["figures", "-"], 0],
  ])("%s", async (_, args, status) => {
    const { run } = desk({ "a.paper.md": costs });
    expect((await run(args, { stdin: costs })).status).toBe(status);
  });
});

describe("check says how many figures there were", () => {
  test("behind what was found, where something was checked", async () => {
    const { run } = desk({ "a.paper.md": costs, "b.paper.md": sound });
    const words = (await run(["check"])).stdout.replace(/\s+/g, " ");
    expect(words).toContain("2 papers checked: 1 to fix");
    expect(words).toMatch(/\. 10 figures read, 8 checked, 1 does not agree\. $/);
    expect((await run(["check", "b.paper.md"])).stdout).toBe("1 paper checked: nothing found.\n");
  });

  test("programs are told of findings alone", async () => {
    const { run } = desk({ "a.paper.md": costs });
    for (const format of ["json", "ndjson", "sarif", "github", "junit"])
      expect((await run(["check", "--format", format])).stdout).not.toContain("figures read");
  });
});
