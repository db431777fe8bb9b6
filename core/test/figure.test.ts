/** What a table cell holds, how figures are printed again, and how amounts are said. */

import Big from "big.js";
import { describe, expect, test } from "vitest";
import { printLike, readCell, readFigure, sayAmount } from "../src/paper/figure.js";

describe("a cell is a figure", () => {
  test.each([
    ["1,234", "1234", "", 0],
    ["1234", "1234", "", 0],
    ["£80,528.42", "80528.42", "£", 2],
    ["£0.4m", "400000", "£", 1],
    ["£12k", "12000", "£", 0],
    ["£1.2 million", "1200000", "£", 1],
    ["1.80%", "1.8", "%", 2],
    ["18 per cent", "18", "%", 0],
    ["(12.3%)", "-12.3", "%", 1],
    ["(1,234)", "-1234", "", 0],
    ["(£1,234.50)", "-1234.5", "£", 2],
    ["£(1,234)", "-1234", "£", 0],
    ["-£5", "-5", "£", 0],
    ["£-5", "-5", "£", 0],
    ["−4", "-4", "", 0],
    ["+4", "4", "", 0],
    [".5", "0.5", "", 1],
    ["102 days", "102", "days", 0],
    ["1 day", "1", "days", 0],
    ["12†", "12", "", 0],
    ["*12", "12", "", 0],
    ["9¹", "9", "", 0],
    ["1,234 [2]", "1234", "", 0],
    ["1,234 (r)", "1234", "", 0],
    ["250 (est.)", "250", "", 0],
    ["41 (12.5%)", "41", "", 0],
  ])("%s", (words, value, unit, decimals) => {
    const cell = readCell(words);
    expect(cell.kind).toBe("figure");
    if (cell.kind !== "figure") return;
    expect(cell.figure.value.toFixed()).toBe(value);
    expect([cell.figure.unit, cell.figure.decimals]).toEqual([unit, decimals]);
  });
});

test.each([
  ...["", " ", "-", "–", "—", "£-", "n/a", "N/A", "nil", "None", "[z]"].map((it) => ["nothing", it]),
  ...["*", "~", "..", "<5", "≤ 5", "under 5", "1-4", "TBC", "n/k", "[c]", "not known", "to be agreed"].map(
    (it) => ["hidden", it],
  ),
  ...["2019/20", "01/04/2020", "18+", "12:30", "3:1", "10/12", "1,23", "12,34,567", "c. 500", "4.1.2"].map(
    (it) => ["words", it],
  ),
  ...["01215550100", "April 2021", "Q1", "46% for some", "£1 to £2", "12 victims", "1".repeat(80)].map(
    (it) => ["words", it],
  ),
])("a cell is %s: %s", (kind, words) => {
  expect(readCell(words ?? "").kind).toBe(kind);
});

test.each([
  ["22.5", "£22.40", "£22.50"],
  ["1234567", "£98.40", "£1,234,567.00"],
  ["8260", "7,764", "8,260"],
  ["8260", "7764", "8260"],
  ["-300", "(390)", "(300)"],
  ["300", "(390)", "300"],
  ["-300", "390", "-300"],
  ["-300", "−390", "−300"],
  ["2.64", "+12.6%", "+2.6%"],
  ["-2.64", "+12.6%", "-2.6%"],
  ["0", "+12.6%", "0.0%"],
  ["2150000", "£2.2m", "£2.2m"],
  ["12.5", "12.4%", "12.5%"],
  ["14", "12 days", "14 days"],
])("%s printed like %s is %s", (value, like, printed) => {
  const figure = readFigure(like);
  expect(figure && printLike(new Big(value), figure)).toBe(printed);
});

test.each([
  ["0.29", "£", "29p"],
  ["-0.05", "£", "5p"],
  ["1204.5", "£", "£1,204.50"],
  ["-3000", "£", "£3,000"],
  ["496", "", "496"],
  ["1234567", "", "1,234,567"],
  ["2.5", "%", "2.5 percentage points"],
  ["3", "days", "3 days"],
])("%s %s is said as %s", (value, unit, said) => {
  expect(sayAmount(new Big(value), unit)).toBe(said);
});
