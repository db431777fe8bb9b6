// Which figures of a sentence are large enough to be compared with others.

import { expect, test } from "vitest";
import { mentionsIn } from "../src/figures/mentions.js";
import { parsePaper } from "../src/index.js";

function mentioned(words: string): string[] {
  const { chunks } = parsePaper(`1. ${words}\n`);
  return chunks.flatMap(({ blocks }) => blocks.flatMap(mentionsIn)).map((it) => it.figure.text);
}

test.each([
  ["There were 1,204 calls.", "1,204"],
  ["There were 2,019 calls.", "2,019"],
  ["There were 1204 calls.", "1204"],
  ["There were 20195 calls.", "20195"],
  ["It cost £2019 to repair.", "£2019"],
  ["It cost £1,204.50 to repair.", "£1,204.50"],
])("%s", (words, figure) => {
  expect(mentioned(words)).toEqual([figure]);
});

test.each([
  "There were 204 calls in 2019, and 188 in 2018/19.",
  "The budget is £1.2m, of which £1,500 is held back.",
])("none of the figures in: %s", (words) => {
  expect(mentioned(words)).toEqual([]);
});
