/** Texts that nobody writes and some program does: all marks and no words. A search that went back would not end. */

import { expect, test } from "vitest";
import { nearFinder } from "../src/lint/near-words.js";
import { findReferences } from "../src/paper/references.js";

test.each(["“", '"', "‘", "'a ", '“a ”b "'])("quotation marks that nothing closes: %s", (marks) => {
  const text = `See paragraph 12 ${marks.repeat(200_000 / marks.length)}`;
  expect(findReferences(text).map((it) => text.slice(it.span.start, it.span.end))).toContain("paragraph 12");
});

test("six thousand acronyms, of which two are a slip apart", () => {
  const letter = (n: number): string => String.fromCharCode(65 + (Math.floor(n) % 26));
  const name = (n: number): string => letter(n / 17_576) + letter(n / 676) + letter(n / 26) + letter(n);
  const words = Array.from({ length: 6_000 }, (_, n) => `Q${name(n)}${name(n)}Z`);
  const near = nearFinder([...words, "OODC", "OOCD"]);
  expect(words.filter((it) => near(it).length > 0)).toEqual([]);
  expect([near("OODC"), near("OOCD")]).toEqual([["OOCD"], ["OODC"]]);
});
