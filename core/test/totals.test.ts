/** Which tables are sums, and whether a planted slip in one is found. */

import { describe, expect, test } from "vitest";
import { roleOf } from "../src/figures/grid.js";
import { agrees, printingOf, readRounding } from "../src/figures/sums.js";
import { readFigure } from "../src/paper/figure.js";
import { check } from "./support/fixture.js";
import { seeded } from "./support/random.js";

describe("what a label says of its row", () => {
  test.each([
    ...["Total", "TOTAL", "Total =", "Totals", "Grand total", "Net total", "Total OOCD", "Total 2020/21"].map(
      (it) => ["total", it],
    ),
    ...["Total (£)", "Total¹", "Force total", "Total non-pay", "Total for all areas", "Total: all areas"].map(
      (it) => ["total", it],
    ),
    ...["Sub-total", "Subtotal", "Sub total pay", "Pay sub-total"].map((it) => ["subtotal", it]),
    ...["Total cost of crime", "Total number of offences", "Total police officers"].map((it) => [
      "totalOf",
      it,
    ]),
    ...["All suitable referrals", "Overall", "Both", "Combined"].map((it) => ["whole", it]),
    ...[
      "Burglary",
      "Running total",
      "Total/average",
      "Previous total",
      "All other offences",
      "Subtitle",
      "",
    ].map((it) => ["part", it]),
    ["part", "Number who reoffend (Total Recorded Crime)"],
  ])("%s: %s", (role, label) => {
    expect(roleOf(label ?? "")).toBe(role);
  });
});

/** A figure is taken for every value that prints so. */
describe("a sum agrees with its total", () => {
  test.each([
    [["12", "30"], "42", "Calls", true],
    [["12", "30"], "43", "Calls", false],
    [["£12.20", "£30.31"], "£42.51", "", true],
    [["£12.20", "£30.31"], "£42.52", "", false],
    [["£12.20", "£30.31"], "£43", "", true],
    [["£12.20", "£30.31"], "£41", "", false],
    [["£12", "£30", "£8"], "£51", "", true],
    [["£12", "£30", "£8"], "£53", "", true],
    [["£12", "£30", "£8"], "£54", "", false],
    [["£12", "£30", "£8"], "£48", "", true],
    [["£12", "£30", "£8"], "£47", "", false],
    [["4,485,802", "3,346,608"], "7,832,409.64", "£", true],
    [["4,485,802", "3,346,608"], "7,832,419.64", "£", false],
    [["£1.2m", "£0.4m"], "£1.7m", "", true],
    [["£1.2m", "£0.4m"], "£1.9m", "", false],
    [["12.4", "7.3", "3.3"], "23.1", "Posts", true],
    [["12.4", "7.3", "3.3"], "23.5", "Posts", false],
    [["105", "40", "65"], "205", "Patients, to the nearest 5", true],
    [["105", "40", "65"], "190", "Patients, to the nearest 5", false],
    [["1,200", "400"], "1,700", "Cost rounded to the nearest £100", true],
    [["10,430", "3,980"], "14,420", "Calls, rounded", true],
    [["10,431", "3,980"], "14,421", "Calls, rounded", false],
    [["6,124", "2,811"], "8,936", "£000", true],
    [["6,120", "2,810"], "8,940", "£000", false],
    [["(4.2)", "6.1"], "2.0", "£m", true],
    [["(4.2)", "6.1"], "2.2", "£m", false],
  ])("%j to %s under “%s”: %s", (parts, total, heading, expected) => {
    const figures = parts.map(figure);
    const printing = printingOf([...figures, figure(total)], heading, "");
    expect(agrees(figures, figure(total), printing)).toBe(expected);
  });

  function figure(text: string) {
    const read = readFigure(text);
    if (!read) throw new RangeError(`${text} is no figure`);
    return read;
  }
});

test.each([
  ["rounded to the nearest £100", "100"],
  ["to the nearest thousand", "1000"],
  ["to the nearest 5", "5"],
  ["Figures may not sum because of rounding", "some"],
  ["£000", "unit"],
  ["(£m)", "unit"],
  ["£'000s", "unit"],
  ["to the nearest whole pound", "unit"],
  ["in May", "none"],
])("%s: %s", (words, step) => {
  expect(String(readRounding(words))).toBe(step);
});

/** Tables whose totals hold exactly; every figure but those in `[ ]` is a total or one of its parts. */
const sums: Readonly<Record<string, string>> = {
  "one column": `| District | Referrals |
| --- | ---: |
| Aldermoor | 341 |
| Brackwell | 48 |
| Calderby | 169 |
| Dunholt | 296 |
| Total | 854 |`,
  pence: `| Service | Grant |
| --- | ---: |
| Helpline | £80,514.42 |
| Refuge | £130,002.67 |
| Advice | £35,571.10 |
| Total = | £246,088.19 |`,
  "total first": `|  | 2021/22 | 2022/23 |
| --- | ---: | ---: |
| **Total disposals** | **5,878** | **4,963** |
| Cautions | 2,625 | 2,239 |
| Resolutions | 2,480 | 2,051 |
| Referrals | 773 | 673 |`,
  "whole area": `| District | 2021 | 2022 | Rate |
| --- | ---: | ---: | ---: |
| North | 4,120 | 5,016 | [21.7] |
| South | 3,377 | 4,190 | [24.1] |
| East | 2,905 | 3,218 | [10.8] |
| Northshire | 10,402 | 12,424 | [19.4] |`,
  "groups under longer names": `| Kept on file | 2021 | 2022 | 2023 |
| --- | ---: | ---: | ---: |
| Officers | 61,245 | 62,518 | 63,004 |
| Staff | 28,117 | 29,004 | 29,811 |
| Total officers and staff | 89,362 | 91,522 | 92,815 |
| Buildings | 7,431 | 7,512 | 7,618 |
| Vehicles | 3,968 | 4,185 | 4,090 |
| Total buildings and vehicles | 11,399 | 11,697 | 11,708 |
| Grand total | 100,761 | 103,219 | 104,523 |`,
  "rows and columns": `| Answer | Men | Women | Total |
| --- | ---: | ---: | ---: |
| Very safe | 412 | 288 | 700 |
| Fairly safe | 903 | 877 | 1,780 |
| Unsafe | 266 | 390 | 656 |
| Not known | 44 | 61 | 105 |
| Total | 1,625 | 1,616 | 3,241 |`,
  "beside a control group": `| Course | Control | Completed | Breached | All referred |
| --- | ---: | ---: | ---: | ---: |
| Alcohol | [318] | 162 | 89 | 251 |
| Drugs | [315] | 148 | 123 | 271 |
| Anger | [334] | 126 | 231 | 357 |
| Theft | [207] | 177 | 241 | 418 |
| Arson | [250] | 130 | 120 | 250 |`,
  deductions: `| Budget | 2021 | 2022 |
| --- | ---: | ---: |
| Office costs | 21,040 | 20,965 |
| Audit | 8,812 | 9,127 |
| Less: reserves | 4,103 | 3,801 |
| Net total | 25,749 | 26,291 |`,
};

describe("a planted slip is found, and nothing before it", () => {
  test.each(Object.entries(sums))("%s", (_, marked) => {
    const table = marked.replace(/[[\]]/g, "");
    expect(findings(table)).toEqual([]);
    const random = seeded(7);
    const rows = marked.split("\n").slice(2);
    const missed: string[] = [];
    for (const [at, row] of rows.entries()) {
      for (const cell of row.matchAll(/(?<=\| (?:\*\*)?)£?\d[\d,.]*(?=(?:\*\*)? \|)/g)) {
        const slipped = withAnotherDigit(cell[0], random.int(0, 99));
        const next = [...rows];
        next[at] = row.slice(0, cell.index) + slipped + row.slice(cell.index + cell[0].length);
        const text = [...marked.split("\n").slice(0, 2), ...next].join("\n").replace(/[[\]]/g, "");
        if (findings(text).length === 0) missed.push(`${cell[0]} → ${slipped}`);
      }
    }
    expect(missed).toEqual([]);
  });

  function findings(table: string): string[] {
    return check(`## Figures\n\n${table}\n`, "table-total").findings.map((it) => it.message);
  }

  function withAnotherDigit(figure: string, choice: number): string {
    const places = [...figure.matchAll(/\d/g)].map((it) => it.index);
    const at = places[choice % places.length] ?? 0;
    const digit = (Number(figure.charAt(at)) + 1 + (choice % 8)) % 10 || 5;
    return figure.slice(0, at) + (String(digit) === figure.charAt(at) ? "6" : digit) + figure.slice(at + 1);
  }
});
