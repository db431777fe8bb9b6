/** Texts and configurations that nobody writes and some program does: all marks and no words. A search that went back would not end. */

import { expect, test } from "vitest";
import { readConfig } from "../src/index.js";
import { nearFinder } from "../src/lint/near-words.js";
import { readElements } from "../src/paper/html.js";
import { findReferences } from "../src/paper/references.js";

test.each(["“", '"', "‘", "'a ", '“a ”b "'])("quotation marks that nothing closes: %s", (marks) => {
  const text = `See paragraph 12 ${marks.repeat(200_000 / marks.length)}`;
  expect(findReferences(text).map((it) => text.slice(it.span.start, it.span.end))).toContain("paragraph 12");
});

test("a hundred thousand comments in one piece of HTML", () => {
  const value = `<div>${"<!-- <b> -->".repeat(100_000)}<img alt="Map">`;
  const elements = readElements([{ value, span: { start: 0, end: value.length } }]);
  expect(elements.map((it) => [it.name, it.span.start])).toEqual([
    ["div", 0],
    ["img", value.length - '<img alt="Map">'.length],
  ]);
});

test("six thousand acronyms, of which two are a slip apart", () => {
  const letter = (n: number): string => String.fromCharCode(65 + (Math.floor(n) % 26));
  const name = (n: number): string => letter(n / 17_576) + letter(n / 676) + letter(n / 26) + letter(n);
  const words = Array.from({ length: 6_000 }, (_, n) => `Q${name(n)}${name(n)}Z`);
  const near = nearFinder([...words, "OODC", "OOCD"]);
  expect(words.filter((it) => near(it).length > 0)).toEqual([]);
  expect([near("OODC"), near("OOCD")]).toEqual([["OOCD"], ["OODC"]]);
});

test("templates that extend each other a few thousand deep", () => {
  const depth = 3_000;
  const lines = Array.from(
    { length: depth },
    (_, n) => `  t${n}: { extends: ${n === 0 ? "spcb" : `t${n - 1}`} }`,
  );
  const { problems, settings } = readConfig(`template: t9\ntemplates:\n${lines.reverse().join("\n")}\n`);
  expect(problems).toEqual([]);
  const names = settings.templates.map((it) => it.fields.find((field) => field.name === "template")?.example);
  expect(names).toContain(`t${depth - 1}`);
});
