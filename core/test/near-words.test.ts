/** Acronyms a slip apart: what the index finds is what comparing each with each finds. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { isNear, nearFinder } from "../src/lint/near-words.js";

test.each([
  ["OODC", "OOCD", true],
  ["OCD", "ODC", true],
  ["OPCC", "OPCCC", true],
  ["HMICFRS", "HMCFRS", true],
  ["MAPPA", "MARPA", true],
  ["DPCC", "OPCC", false],
  ["HMP", "HMPPS", false],
  ["VRU", "VRU", false],
  ["VRU", "VLU", false],
])("%s and %s: %s", (a, b, near) => {
  expect(isNear(a, b)).toBe(near);
});

test("asked often, it answers as it did at first", () => {
  const word = fc.string({ unit: fc.constantFrom("A", "B", "C", "É"), minLength: 1, maxLength: 6 });
  const words = fc.uniqueArray(word, { maxLength: 60 });
  fc.assert(
    fc.property(words, fc.array(word, { minLength: 33, maxLength: 60 }), (all, asked) => {
      const near = nearFinder(all);
      for (const it of asked) expect(near(it)).toEqual(all.filter((other) => isNear(it, other)));
    }),
    { seed: 1, numRuns: 300 },
  );
});
