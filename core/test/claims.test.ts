// Claims in words are computed here and written in many forms: true ones are left alone, ones that are 10 % out are found.

import Big from "big.js";
import { describe, expect, test } from "vitest";
import { changeRanges, fitsChange, isFarOff, type Operand } from "../src/figures/claims/arithmetic.js";
import {
  checkPaper,
  defaultSettings,
  type Finding,
  parsePaper,
  type Report,
  updatePaper,
} from "../src/index.js";
import { readQuantities } from "../src/paper/quantities.js";
import { type Random, seeded } from "./support/random.js";

function claimsOf(report: Report): readonly Finding[] {
  return report.findings.filter((it) => it.rule === "claim-change");
}

function check(text: string): readonly Finding[] {
  return claimsOf(checkPaper(parsePaper(text), defaultSettings));
}

interface Figures {
  readonly from: string;
  readonly to: string;
  readonly difference: string;
  /** In per cent, without the sign. */
  readonly change: string;
  readonly up: boolean;
}

const changes: readonly ((it: Figures) => string)[] = [
  ({ from, to, change, up }) => `Calls ${up ? "rose" : "fell"} by ${change}% from ${from} to ${to}.`,
  ({ from, to, change, up }) =>
    `Calls ${up ? "rose" : "fell"} from ${from} in 2018/19 to ${to} in 2019/20, ${up ? "an increase" : "a reduction"} of ${change}%.`,
  ({ from, to, change, up }) =>
    `There were ${to} calls in 2019/20, ${up ? "up" : "down"} ${change}% from ${from} in 2018/19.`,
  ({ from, to, change, up }) =>
    `There were ${to} calls in 2019/20, compared with ${from} in 2018/19, a ${change}% ${up ? "rise" : "fall"}.`,
  ({ from, to, change, difference, up }) =>
    `The number of calls ${up ? "increased" : "decreased"} by ${difference} (${change}%) from ${from} to ${to}.`,
  ({ from, to, change, up }) =>
    `Calls ${up ? "grew" : "dropped"} from ${from} to ${to} (${up ? "+" : "-"}${change}%).`,
  ({ from, to, change, up }) =>
    `Calls ${up ? "increased" : "reduced"} ${change}% to ${to}, from ${from} the year before.`,
  ({ from, to, change, up }) =>
    `The team took ${to} calls, which is ${change}% ${up ? "more" : "fewer"} than the ${from} taken in 2018/19.`,
  ({ from, to, change, up }) =>
    `Calls went from ${from} to ${to}. This is ${up ? "an increase" : "a decrease"} of ${change}%.`,
  ({ from, to, change, up }) =>
    `In 2018/19 there were ${from} calls; in 2019/20 there were ${to}, ${up ? "a rise" : "a fall"} of ${change}%.`,
  ({ from, to, change, up }) =>
    `A ${change}% ${up ? "increase" : "reduction"} in calls was recorded, from ${from} in March 2018 to ${to} in March 2019.`,
];

interface Share {
  readonly part: string;
  readonly whole: string;
  readonly percent: string;
}

const shares: readonly ((it: Share) => string)[] = [
  ({ part, whole, percent }) => `In all ${part} (${percent}%) of the ${whole} people asked said yes.`,
  ({ part, whole, percent }) => `In all ${percent}% (${part} of ${whole}) said yes.`,
  ({ part, whole, percent }) => `In all ${part} out of ${whole} people (${percent}%) said yes.`,
  ({ part, whole, percent }) => `Those who said yes were ${part}, ${percent}% of the ${whole} asked.`,
  ({ part, whole, percent }) => `Of the ${whole} people asked, ${part} (${percent}%) said yes.`,
  ({ part, whole, percent }) =>
    `There was an underspend of £${part} against a budget of £${whole} (${percent}%).`,
];

/** A whole number of 3 to 5 digits, no round one, with commas. */
function count(random: Random, least: number, most: number): number {
  const value = random.int(Math.floor(least), Math.floor(most));
  return value % 10 === 0 ? value + 7 : value;
}

function say(value: number): string {
  return value.toLocaleString("en-GB");
}

/** A percentage with that many decimals that is at least 12 % and 3 points away from the true one. */
function away(percent: number, random: Random, decimals: number): string {
  const by = Math.max(percent * 0.12, 3);
  const value = random.chance(0.5) && percent - by > 1 ? percent - by : percent + by;
  return new Big(value).toFixed(decimals);
}

describe("generated claims", () => {
  for (const [form, write] of changes.entries())
    test(`of a change, form ${form + 1}: true ones are left alone, others are found`, () => {
      const random = seeded(form + 1);
      for (let i = 0; i < 40; i++) {
        const from = count(random, 300, 90_000);
        const to = count(random, from * 0.4, from * 1.9);
        const percent = (Math.abs(to - from) / from) * 100;
        if (percent < 4) continue;
        const decimals = i % 2;
        const figures = { from: say(from), to: say(to), difference: say(Math.abs(to - from)), up: to > from };
        const right = write({ ...figures, change: percent.toFixed(decimals) });
        const wrong = write({ ...figures, change: away(percent, random, decimals) });
        expect(
          check(right).map((it) => it.message),
          right,
        ).toEqual([]);
        expect(check(wrong), wrong).toHaveLength(1);
      }
    });

  for (const [form, write] of shares.entries())
    test(`of a share, form ${form + 1}: true ones are left alone, others are found`, () => {
      const random = seeded(form + 100);
      for (let i = 0; i < 40; i++) {
        const whole = count(random, 300, 90_000);
        const part = count(random, whole * 0.1, whole * 0.85);
        const percent = (part / whole) * 100;
        const decimals = i % 2;
        const right = write({ part: say(part), whole: say(whole), percent: percent.toFixed(decimals) });
        const wrong = write({ part: say(part), whole: say(whole), percent: away(percent, random, decimals) });
        expect(
          check(right).map((it) => it.message),
          right,
        ).toEqual([]);
        expect(check(wrong), wrong).toHaveLength(1);
      }
    });
});

const paper = `## Visits

1. Table A shows visits.

**Table A**

| Centre | 2017/18 | 2018/19 |
| --- | ---: | ---: |
| Harbour | 4,120 | 4,944 |
| Meadow | 2,300 | 2,070 |

2. Visits to Harbour rose by 20%.

3. As was hoped, visits to Meadow fell by 10%, Table A shows.

## Other matters

4. Nothing here is counted.
`;

describe("a keystroke", () => {
  const typed = (at: string, text: string): Report => {
    const start = paper.indexOf(at);
    const before = checkPaper(parsePaper(paper), defaultSettings);
    return checkPaper(updatePaper(before.paper, [{ start, end: start, text }]), defaultSettings, before);
  };

  test("away from claims and their tables has none judged again", () => {
    const opened = checkPaper(parsePaper(paper), defaultSettings);
    expect(claimsOf(opened)).toEqual([]);
    expect(opened.work.tables).toBe(2);
    expect(typed(" here is", "s").work.tables).toBe(0);
  });

  test("in a table has those judged again that describe it", () => {
    const report = typed("4,944", "1");
    expect(report.work.tables).toBe(2);
    expect(claimsOf(report).map((it) => it.message)).toEqual([
      "From 4,120 to 14,944 is an increase of 263%, not 20%. Check which figure is right.",
    ]);
  });

  test("in a claim has that one judged again", () => {
    const report = typed("0%, Table", "1");
    expect(report.work.tables).toBe(1);
    expect(claimsOf(report).map((it) => it.message)).toEqual([
      "From 2,300 to 2,070 is a reduction of 10%, not 110%. Check which figure is right.",
    ]);
  });
});

test("a first look refuses no change that the figures could give", () => {
  const random = seeded(900);
  const operand = (text: string): Operand | undefined => {
    const [read] = readQuantities(text);
    return read && { figure: read.figure, hedge: read.hedge };
  };
  let fitting = 0;
  for (let i = 0; i < 5_000; i++) {
    const [unit, claimed] = random.pick([
      ["%", `${random.int(1, 60)}%`],
      ["%", `${random.int(1, 30)} percentage points`],
      ["", `${random.int(1, 90)}%`],
      ["", `almost ${random.int(1, 90)}.${random.int(0, 9)}%`],
      ["", "a third"],
      ["", String(random.int(10, 900))],
    ] as const);
    const most = unit === "%" ? 99 : 3000;
    const [from, to] = [operand(`${random.int(1, most)}${unit}`), operand(`${random.int(1, most)}${unit}`)];
    const [claim] = readQuantities(claimed);
    if (!from || !to || !claim) continue;
    for (const measure of ["relative", "absolute"] as const) {
      const fits = (["up", "down", "either"] as const).some((direction) =>
        fitsChange(claim, direction, measure, changeRanges(from, to, measure)),
      );
      if (!fits) continue;
      fitting++;
      expect(isFarOff(claim, measure, from, to), `${claimed}: ${from.figure.text}, ${to.figure.text}`).toBe(
        false,
      );
    }
  }
  expect(fitting).toBeGreaterThan(200);
});
