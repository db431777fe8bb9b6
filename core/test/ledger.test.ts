// The figures of a paper, what was checked with them, and what is said of one that is pointed at.

import { describe, expect, test } from "vitest";
import {
  countLedger,
  explainFigure,
  ledgerOf,
  parsePaper,
  rangeOf,
  sayLedger,
  updatePaper,
} from "../src/index.js";

const table = `| Area | 2018 | 2019 |
| --- | ---: | ---: |
| North | 1,210 | 1,300 |
| South | 2,150 | 2,200 |
| East | 900 | 950 |
| Total | 4,260 | 4,540 |
`;
const text = `1. In 2019 the 12 teams made 1,204 visits, about 45% of all; see paragraph 4.

${table}
`;

function say(source: string): string {
  return sayLedger(countLedger(ledgerOf(parsePaper(source))));
}

describe("the figures of a paper", () => {
  test("are those of its tables and sentences, without years and references", () => {
    const paper = parsePaper(text);
    const read = ledgerOf(paper).figures.map(({ where, figure }) => `${where} ${figure.text}`);
    expect(read).toEqual([
      ...["text 12", "text 1,204", "text 45%"],
      ...["table 1,210", "table 1,300", "table 2,150", "table 2,200", "table 900", "table 950"],
      ...["table 4,260", "table 4,540"],
    ]);
  });

  test("have their row and column, or the words around them, for a label", () => {
    const labels = ledgerOf(parsePaper(text)).figures.map((it) => it.label);
    expect(labels[1]).toBe("In 2019 the 12 teams made 1,204 visits, about 45% of…");
    expect(labels.at(-1)).toBe("Total, 2019");
  });

  test("are not the numbers of rows, nor years in the first column", () => {
    const numbered = "| No. | Use | Amount |\n| - | - | -: |\n| 1 | Vans | 20 |\n| 2 | Bikes | 30 |\n";
    const years = "| Year | Visits |\n| - | -: |\n| 2018 | 20 |\n| 2019 | 31 |\n";
    expect([numbered, years].map(say)).toEqual([
      "2 figures read, none checked",
      "2 figures read, none checked",
    ]);
  });

  test("belong to a result or to what is calculated from them", () => {
    const { figures, calculations } = ledgerOf(parsePaper(text));
    const totals = figures.filter((it) => it.results.length > 0);
    expect(totals.map((it) => [it.figure.text, it.results[0]?.holds])).toEqual([
      ["4,260", true],
      ["4,540", false],
    ]);
    const north = figures.find((it) => it.figure.text === "1,210");
    expect(north?.uses).toEqual([calculations[0]]);
  });
});

test.each([
  ["", ""],
  ["1. One of 3 cars.\n", "1 figure read, none checked"],
  [table, "8 figures read, 8 checked, 1 does not agree"],
  [table.replace("4,540", "4,450"), "8 figures read, 8 checked, all agree"],
  [table.replace("4,260", "4,620"), "8 figures read, 8 checked, 2 do not agree"],
  [`${"1. They had £5.20.\n\n".repeat(1200)}`, "1,200 figures read, none checked"],
])("how many there are is said of %#", (source, said) => {
  expect(say(source)).toBe(said);
});

test("an edit elsewhere leaves what was calculated as it is", () => {
  const paper = parsePaper(`${text}\n\n2. The end.\n\n3. Another one.\n`);
  const before = ledgerOf(paper).calculations;
  const at = paper.length - 2;
  const after = ledgerOf(updatePaper(paper, [{ start: at, end: at, text: " 77 of them" }]));
  expect(after.calculations).toHaveLength(2);
  for (const [i, it] of after.calculations.entries()) expect(it).toBe(before[i]);
  expect(after.figures.at(-1)?.figure.text).toBe("77");
});

describe("what is said of a figure", () => {
  const paper = parsePaper(text);
  const explain = (words: string, from = 0) => explainFigure(paper, text.indexOf(words, from) + 1);

  test("that is calculated: its arithmetic, and what the paper says where that differs", () => {
    expect(explain("4,260")?.results).toEqual([
      { holds: true, sentence: "The 3 rows add up to 4,260: 1,210 + 2,150 + 900." },
    ]);
    expect(explain("4,540")?.results).toEqual([
      { holds: false, sentence: "The 3 rows add up to 4,450: 1,300 + 2,200 + 950. The paper says 4,540." },
    ]);
  });

  test("that is used: what for, and where that stands", () => {
    const said = explain("1,210");
    expect(said?.uses).toEqual(["Total, 2018: 4,260 (line 8)"]);
    expect(said && rangeOf(paper, said.at)).toEqual({
      start: { line: 4, character: 10 },
      end: { line: 4, character: 15 },
    });
  });

  test("that has no part in anything, or of words: nothing", () => {
    expect(explain("1,204")).toBeUndefined();
    expect(explain("visits")).toBeUndefined();
    expect(explain("North")).toBeUndefined();
    expect(explainFigure(paper, 1e6)).toBeUndefined();
    expect(explainFigure(parsePaper(""), 0)).toBeUndefined();
  });
});
