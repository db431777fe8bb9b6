/** Globs of a board-paper.yaml: what they mean, and that none takes long, whoever wrote it. */

import fc from "fast-check";
import picomatch from "picomatch/posix";
import { describe, expect, test } from "vitest";
import { type GlobSteps, goesThrough, readGlob } from "../src/config/glob-steps.js";
import { globMatcher, globProblem } from "../src/config/globs.js";

describe("a glob", () => {
  test.each<readonly [glob: string, meant: readonly string[], others: readonly string[]]>([
    ["minutes.md", ["minutes.md", "./minutes.md"], ["a/minutes.md", "minutes_md", "Minutes.md"]],
    ["./drafts/*.md", ["drafts/a.md"], ["drafts/.a.md", "drafts/a/b.md", "a.md"]],
    ["a*b*.md", ["ab.md", "a.b.md", "axbxb.md"], ["ba.md", "a/b.md"]],
    ["**/*.md", ["a.md", "a/b/c.md"], [".git/a.md", "a/.b/c.md", "a/.md"]],
    ["archive/**/*.md", ["archive/a.md", "archive/2019/q1/a.md"], ["archive.md", "x/archive/a.md"]],
    ["archive/**", ["archive/a.md", "archive/2019/a.md"], ["archive/.a.md", "archive.md"]],
    ["{*,?a}.md", ["a.md", "ba.md"], [".a.md", ".md"]],
    ["**/.drafts/*", ["a/.drafts/b.md", ".drafts/b.md"], ["drafts/b.md"]],
    ["a**/b.md", ["a/b.md", "ax/b.md"], ["ax/y/b.md"]],
    ["20[12]?-q[!4]/*", ["2019-q1/a.md"], ["2019-q4/a.md", "2030-q1/a.md", "201/-q1/a.md"]],
    ["[a-c]*.md", ["b.md"], ["d.md", "-.md"]],
    ["[]x].md", ["].md", "x.md"], ["y.md"]],
    ["[draft] *.md", ["[draft] a.md", "d a.md"], ["draft a.md"]],
    ["[open/a].md", ["[open/a].md"], ["o.md"]],
    ["?.md", ["a.md", "\u{1f4c4}.md"], ["ab.md", "..md"]],
    ["{minutes,notes/{a,b*}}.md", ["minutes.md", "notes/a.md", "notes/bc.md"], ["notes.md", "notes/c.md"]],
    ["{**/old,}/a.md", ["x/old/a.md", "old/a.md", "/a.md"], ["x/a.md"]],
    ["{a}{b,c", ["{a}{b,c"], ["ab", "ac"]],
    ["Papers (2020)/+(a)*.md", ["Papers (2020)/+(a)b.md"], ["Papers 2020/ab.md", "Papers (2020)/aa.md"]],
    ["a.$^+b.md", ["a.$^+b.md"], ["axb.md"]],
  ])("%s", (glob, meant, others) => {
    expect(globProblem(glob)).toBeUndefined();
    const means = globMatcher(glob);
    expect(meant.filter((it) => !means(it))).toEqual([]);
    expect(others.filter(means)).toEqual([]);
  });

  // Of hidden names, fewer are meant here: [^a]* is none.
  const name = fc
    .tuple(
      fc.constantFrom("a", "b", "-"),
      fc.string({ unit: fc.constantFrom("a", "b", "-", "."), maxLength: 4 }),
    )
    .map((it) => it.join(""));
  const part = fc.constantFrom("a", "b", "ab", "*", "?", "-", "[ab]", "[^a]", "{a,b}", "{a,*b}", "{,a?}");
  const segment = fc.oneof(
    fc.constant("**"),
    fc.array(part, { minLength: 1, maxLength: 5 }).map((it) => it.join("").replace(/\*+/g, "*")),
  );
  const glob = fc.array(segment, { maxLength: 4 }).map((it) => [...it, "*.md"].join("/"));
  const path = fc.array(name, { maxLength: 5 }).map((it) => [...it, "a.md"].join("/"));

  test("means what it means elsewhere", () => {
    fc.assert(
      fc.property(glob, path, (it, where) => {
        expect([it, where, globMatcher(it)(where)]).toEqual([it, where, picomatch(it)(where)]);
      }),
      { numRuns: process.env.LONG ? 100_000 : 2000, seed: 1 },
    );
  });
});

describe("the work that a glob makes", () => {
  const pieces = [
    "*",
    "**",
    "**/",
    "/",
    "a",
    "b",
    "?",
    "[a]",
    "[!b]",
    "[",
    "]",
    "{",
    "}",
    ",",
    "{a,a}",
    "+",
    "(",
    ")",
  ];
  const glob = fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 300 })
    .map((it) => it.join(""));
  const path = fc.string({ unit: fc.constantFrom("a", "a", "b", "/", "."), maxLength: 100 });

  test("is no more than its length times that of the path", () => {
    fc.assert(
      fc.property(glob, path, (it, where) => expectLittleWork(it, where)),
      { numRuns: process.env.LONG ? 20_000 : 300, seed: 1 },
    );
  });

  test.each([
    ["stars", `${"*a".repeat(400)}*b`],
    ["folders", `${"**/*a*/".repeat(100)}**/b`],
    ["stars in braces", "{*a*a*a*a,*a*a*a*b,*b*b*b*b}".repeat(30)],
    ["braces", `${"{a,a}".repeat(150)}b`],
    ["braces in braces", `{${"{a,".repeat(200)}a${"}".repeat(200)},b}+b`],
    ["question marks", `${"?*".repeat(400)}b`],
    ["brackets", `${"[a]*".repeat(200)}b`],
    ["brackets and signs", `${"[a]+".repeat(200)}b`],
    ["an expression", "(a+)+b"],
    ["patterns of a shell", "+(a)+(aa)*(*(a))b"],
  ])("is so for many %s", (_, it) => {
    expect(globProblem(it)).toBeUndefined();
    expectLittleWork(it, `${"a".repeat(250)}.md`);
    expectLittleWork(it, `${"a/".repeat(250)}aa.md`);
  });
});

function expectLittleWork(glob: string, path: string): void {
  const steps = readGlob(glob);
  expect(steps.length).toBeLessThanOrEqual(2 * glob.length);
  let asked = 0;
  const counting = steps.map((step): GlobSteps[number] => {
    if (step.kind === "fork") return step;
    const takes: typeof step.takes = (char, isFirst) => {
      asked++;
      return step.takes(char, isFirst);
    };
    return { ...step, takes };
  });
  goesThrough(counting, path);
  expect(asked).toBeLessThanOrEqual(steps.length * path.length);
}
