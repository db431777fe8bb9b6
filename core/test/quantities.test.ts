import { describe, expect, test } from "vitest";
import { type Quantity, readQuantities } from "../src/paper/quantities.js";

/** A quantity in short: its value and unit, its noun, its hedge and its kind where these say something. */
function say({ kind, figure, upTo, noun, hedge }: Quantity): string {
  const value = figure.value.round(3).toString();
  const unit = figure.unit === "" ? "" : ` ${figure.unit}`;
  const range = upTo ? `..${upTo.value}` : "";
  return `${hedge === "exactly" ? "" : `${hedge} `}${value}${range}${unit}${noun === "" ? "" : ` (${noun})`}${kind === "number" || kind === "range" ? "" : ` ${kind}`}`;
}

const read: readonly (readonly [string, readonly string[]])[] = [
  ["increased over 800%, from 408 in 2019 to 3,710 in 2020", ["over 800 %", "408", "3710"]],
  ["Of the 3,710, 386 complaints resulted in Schedule 3 classification", ["3710", "386 (complaints)"]],
  ["£1.4m for 21 months, £83,000 and £43bn", ["1400000 £", "21 months", "83000 £", "43000000000 £"]],
  ["circa 45-48% of offences and £10–£12", ["about 45..48 %", "10..12 £"]],
  ["rose by 3.5 percentage points, or 3.5 points", ["3.5 points", "3.5 points"]],
  ["12 per cent of 400 referrals", ["12 %", "400 (referrals)"]],
  ["(+90%) and a fall of -4.5%", ["90 %", "-4.5 %"]],
  [
    "more than doubled; almost halved; twice as many; a threefold rise",
    ["over 2 multiple", "almost 0.5 multiple", "2 multiple", "3 multiple"],
  ],
  ["one in five, 9 out of 10 and almost 1 in every 5 crimes", ["0.2 share", "0.9 share", "almost 0.2 share"]],
  ["a third of visits, two thirds and three quarters of them", ["0.333 share", "0.667 share", "0.75 share"]],
  [
    "fell by a quarter; nearly half of calls; over half the staff",
    ["0.25 share", "almost 0.5 share", "over 0.5 share"],
  ],
  [
    "None of the twelve members, two officers and five thousand people",
    ["0 word", "12 (members) word", "2 (officers) word", "5000 (people) word"],
  ],
  ["20% (12/60)", ["20 %", "0.2 share"]],
  [
    "around 4,200 per month, up to 25%, just over 70 visits or so",
    ["about 4200", "under 25 %", "just over 70 (visits)"],
  ],
  ["11,445 young people (target 3400)", ["11445 (young people)", "3400"]],
  ["86.9 per 1,000 population", ["86.9"]],
  ["arson (1), fraud (2) and theft (3)", ["1", "2", "3"]],
  ["3 days, two weeks and 1 day", ["3 days", "2 (weeks) word", "1 days"]],
  ["3 times as many calls, 2.5 times higher", ["3 multiple", "2.5 multiple"]],
];

const silent: readonly string[] = [
  "In 2018/19, 2018-19, 18-19, FY20/21 and 2019",
  "On 17 November 2020, in December 20, by March 2021 and Q3 2020/21",
  "people aged 16, aged 16-24, 18+, under 18s, 55 or over, over the age of 55 and 16-24 year olds",
  "see paragraph 14, Table 3, section 17, appendix 2 and items 4 to 6",
  "phase 2, level 2 or 3, the fatal 4, MAPPA 1, COVID-19, No. 10, Birmingham x 2",
  "1.2.3 and 09:30, 9am, at 1400 hours, 24/7, a ratio of 16:1",
  "call 101 or 999 on 0121 496 0000",
  "the 3rd time, the 21st century, B4 6NQ, the M6 and A46, MI5, 4G, s136",
  "a 12-month plan and a 2-tier model",
  "4.1 The report says so",
  "the Police Reform Act 2002",
  "the aims: 1) to listen; and 2) to act, (1) for schools and (2) for clubs, in steps: 1. ask; and 2. draw",
  "a 3 day event and a two week campaign",
  "a third party, each quarter, in the third quarter, the second half, Four Oaks, one of them",
  "https://example.org/2020/07/12-ways",
];

describe("figures in prose", () => {
  test.each(read)("%s", (text, expected) => {
    expect(readQuantities(text).map(say)).toEqual(expected);
  });

  test.each(silent)("nothing in: %s", (text) => {
    expect(readQuantities(text).map(say)).toEqual([]);
  });

  test("says where an amount and the words that bound it stand", () => {
    const text = "Calls fell by more than 20% in all.";
    const [only] = readQuantities(text);
    expect(only && text.slice(only.span.start, only.span.end)).toBe("20%");
    expect(only && text.slice(only.whole.start, only.whole.end)).toBe("more than 20%");
  });

  test("takes time in line with the length of a text", () => {
    const unkind = ["1,", "11 in ", "a third ", "0", "9-", "over ", "£", "(1 ", "1/", "x 2 ", "1.", "A1"];
    for (const it of unkind) {
      const text = it.repeat(20_000 / it.length);
      const start = performance.now();
      readQuantities(text);
      expect(performance.now() - start, it).toBeLessThan(2000);
    }
  });
});
