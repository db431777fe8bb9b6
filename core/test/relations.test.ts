/** Which figures of a table follow from which, and whether one that is changed is found where it stands. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { mostLines, tableRelations } from "../src/figures/relations/relations.js";
import { tableCalculations } from "../src/figures/table-calculations.js";
import { type Calculation, parsePaper } from "../src/index.js";
import { seeded } from "./support/random.js";

const corpus = fileURLToPath(new URL("../../../shared/corpus/papers", import.meta.url));
const annual = join(corpus, "2021-09-26-annual-report.paper.md");

/** Sign-ups as a report prints them: shares, a change in number and percentage, the force's change, and rates. */
const signUps = `| Division | Members |  | % of Force total |  | Change since Mar 2022 |  |  | Adults (2021 population) | Members per 1,000 adults |  |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
|  | Mar-22 | Mar-23 | Mar-22 | Mar-23 | Number | Percentage | force % change |  | Mar-22 | Mar-23 |
| Aldermoor | 14,310 | 19,872 | 25.9 | 25.8 | 5,562 | 38.9 | 39.4 | 351,204 | 40.7 | 56.6 |
| Brackwell | 9,276 | 11,015 | 16.8 | 14.3 | 1,739 | 18.7 | 39.4 | 288,930 | 32.1 | 38.1 |
| Calderby | 12,844 | 20,377 | 23.3 | 26.5 | 7,533 | 58.6 | 39.4 | 402,511 | 31.9 | 50.6 |
| Dunholt | 7,431 | 9,988 | 13.5 | 13.0 | 2,557 | 34.4 | 39.4 | 199,846 | 37.2 | 50.0 |
| Estonby | 11,352 | 15,713 | 20.6 | 20.4 | 4,361 | 38.4 | 39.4 | 310,677 | 36.5 | 50.6 |
| Force | 55,213 | 76,965 | 100 | 100 | 21,752 | 39.4 | 39.4 | 1,553,168 | 35.5 | 49.6 |
`;

/** The calculations of a text's tables. */
function calculations(text: string): Calculation[] {
  const { chunks } = parsePaper(text);
  const blocks = chunks.flatMap((it) => it.blocks);
  return blocks.flatMap((block, i) =>
    tableCalculations(block, { before: blocks[i - 1], after: blocks[i + 1] }),
  );
}

/** The cells that do not follow, as they are printed, with where they stand in the text of their block. */
function doubted(text: string): { at: number; text: string; rule: string }[] {
  return calculations(text)
    .filter((it) => !it.holds)
    .map(({ rule, result }) => ({ at: result.at.span.start, text: result.figure.text, rule }));
}

/** Every figure of a table's body changed by a tenth, up and down by turns. */
function broken(table: string): { text: string; at: number; from: string; to: string }[] {
  const head = table.split("\n").slice(0, 3).join("\n").length;
  const figures = [...table.matchAll(/(?<=\| )[\d,.]+(?= \|)/g)].filter((it) => it.index > head);
  return figures.map(({ index, 0: from }, i) => {
    const to = changed(from, i % 2 === 0 ? 1.1 : 0.9);
    return { text: table.slice(0, index) + to + table.slice(index + from.length), at: index, from, to };
  });
}

function changed(figure: string, factor: number): string {
  const decimals = figure.split(".")[1]?.length ?? 0;
  const [whole = "", fraction] = (Number(figure.replaceAll(",", "")) * factor).toFixed(decimals).split(".");
  const grouped = figure.includes(",") ? whole.replace(/\B(?=(?:\d{3})+$)/g, ",") : whole;
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function missed(table: string): string[] {
  return broken(table).flatMap(({ text, at, from, to }) => {
    const found = doubted(text);
    return found.some((it) => it.at === at)
      ? []
      : [`${from} → ${to}: ${found.map((it) => it.text).join(", ")}`];
  });
}

describe("a table of shares, changes and rates", () => {
  test("nothing in it is doubted, and every derived column is known", () => {
    expect(doubted(signUps)).toEqual([]);
    expect(derivedColumns(signUps)).toEqual(allDerived);
  });

  test("any figure that is changed by a tenth is found where it stands", () => {
    expect(broken(signUps)).toHaveLength(60);
    expect(missed(signUps)).toEqual([]);
  });
});

describe.skipIf(!existsSync(annual))("the published table of sign-ups", () => {
  const table = existsSync(annual)
    ? `${readFileSync(annual, "utf8").split("\n").slice(201, 213).join("\n")}\n`
    : "";

  test("nothing in it is doubted, and every derived column is known", () => {
    expect(doubted(table)).toEqual([]);
    expect(derivedColumns(table)).toEqual(allDerived);
  });

  test("any figure that is changed by a tenth is found where it stands", () => {
    expect(broken(table)).toHaveLength(90);
    expect(missed(table)).toEqual([]);
  });
});

/** Columns, from 0, every figure of which has a calculation that holds. */
function derivedColumns(table: string): number[] {
  const rows = table.trim().split("\n");
  const results = new Set(
    calculations(table)
      .filter((it) => it.holds)
      .map((it) => it.result.at.span.start),
  );
  const starts = rows.map((_, i) => rows.slice(0, i).join("\n").length + (i === 0 ? 0 : 1));
  const columns = [...Array(11).keys()];
  return columns.filter((column) =>
    rows.slice(3).every((row, i) => {
      const before =
        row
          .split("|")
          .slice(0, column + 1)
          .join("|").length + 2;
      return results.has((starts[i + 3] ?? 0) + before);
    }),
  );
}
const allDerived = [3, 4, 5, 6, 7, 9, 10];

/** What a derived column is called, and how it is worked out. */
const derived: Readonly<Record<string, (older: number, newer: number, people: number) => string>> = {
  Change: (older, newer) => String(newer - older),
  "% change": (older, newer) => `${((100 * (newer - older)) / older).toFixed(1)}%`,
  "Calls per 1,000 population": (_, newer, people) => ((1000 * newer) / people).toFixed(1),
};

/** A table of calls with derived columns; the results are those of its own figures. */
function callsTable(seed: number): { text: string; columns: readonly string[] } {
  const random = seeded(seed);
  const columns = random.shuffle(Object.keys(derived)).slice(0, random.int(1, 3));
  const rows = Array.from({ length: random.int(5, 12) }, (_, i) => {
    const figures = [random.int(800, 9000), random.int(800, 9000), random.int(50_000, 400_000)] as const;
    return `| Ward ${String.fromCharCode(65 + i)} | ${[...figures, ...columns.map((it) => derived[it]?.(...figures) ?? "")].join(" | ")} |`;
  });
  const head = `| Ward | Calls 2021 | Calls 2022 | Population | ${columns.join(" | ")} |`;
  return { text: `${head}\n|${" --- |".repeat(columns.length + 4)}\n${rows.join("\n")}\n`, columns };
}

describe("tables that are made up", () => {
  test("a derived column is known, and a figure of it that is off by a tenth is found", () => {
    for (let seed = 1; seed <= 25; seed++) {
      const { text, columns } = callsTable(seed);
      expect(doubted(text), text).toEqual([]);
      const random = seeded(seed);
      const rows = text.split("\n");
      const row = random.int(2, rows.length - 2);
      const column = random.int(5, 4 + columns.length);
      const cells = (rows[row] ?? "").split("|");
      const figure = (cells[column] ?? "").trim();
      const off = figure.replace(/[\d.]+/, (it) => changed(it, 1.1));
      // A tenth of a small change is less than its print shows.
      if (off === figure) continue;
      cells[column] = ` ${off} `;
      const at = rows.slice(0, row).join("\n").length + 2 + cells.slice(0, column).join("|").length + 1;
      const slipped = [...rows.slice(0, row), cells.join("|"), ...rows.slice(row + 1)].join("\n");
      expect(
        doubted(slipped).map((it) => it.at),
        slipped,
      ).toEqual([at]);
    }
  });
});

describe("what a search costs", () => {
  test("a table of 200 rows and 30 columns costs a bounded number of lines", () => {
    const { lines } = searchOf(200, 30);
    expect(lines).toBeLessThan(400_000);
    expect(lines).toBeLessThan(mostLines);
  });

  test("twice the rows cost twice as much, or less", () => {
    const [small, large] = [searchOf(40, 8), searchOf(80, 8)];
    expect(large.lines).toBeLessThan(2.6 * small.lines);
    expect(large.combinations).toBeLessThan(2.6 * small.combinations);
  });

  test("a block's tables are searched once", () => {
    const [block] = parsePaper(signUps).chunks.flatMap((it) => it.blocks);
    if (!block) throw new RangeError("The table is no block.");
    const beside = { before: undefined, after: undefined };
    expect(tableCalculations(block, beside)).toBe(tableCalculations(block, { ...beside }));
  });

  function searchOf(rows: number, columns: number): { lines: number; combinations: number } {
    const random = seeded(rows);
    const line = (): string => Array.from({ length: columns }, () => random.int(10, 5000)).join(" | ");
    const body = Array.from({ length: rows }, (_, i) => `| Team ${i} | ${line()} |`).join("\n");
    const heads = Array.from({ length: columns }, (_, i) => `Ward ${i}`).join(" | ");
    const text = `| Team | ${heads} |\n|${" --- |".repeat(columns + 1)}\n${body}\n`;
    const [table] = parsePaper(text).chunks.flatMap((it) => it.blocks.flatMap((block) => block.facts.tables));
    if (!table) throw new RangeError("There is no table.");
    return tableRelations(table, { words: "", continued: false }).work;
  }
});
