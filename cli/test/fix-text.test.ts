import { type Block, defaultSettings, type Rule, type Settings } from "@board-papers/core";
import { describe, expect, test } from "vitest";
import { fixText } from "../src/fix-text.js";
import { marked } from "./support/papers.js";

describe("rounds", () => {
  test("go on until nothing changes", () => {
    expect(fixText("aaaa\n", {}, settingsOf(replacing(/a/, "b")))).toMatchObject({
      kind: "settled",
      text: "bbbb\n",
    });
  });

  test("a paper that does not settle is refused", () => {
    const endless = settingsOf(replacing(/a/, "b"), replacing(/b/, "a"));
    expect(fixText("a\n", {}, endless)).toEqual({
      kind: "refused",
      sentence: "Its repairs contradict one another, so it is left as it is.",
    });
    expect(fixText("a\n", {}, settingsOf(replacing(/$/m, "!"))).kind).toBe("refused");
  });

  test("ten may change something, eleven may not", () => {
    expect(fixText(`${"a".repeat(10)}\n`, {}, settingsOf(replacing(/a/, "b"))).kind).toBe("settled");
    expect(fixText(`${"a".repeat(11)}\n`, {}, settingsOf(replacing(/a/, "b"))).kind).toBe("refused");
  });
});

test("what is inserted has the line ends of the paper", () => {
  const inserting = settingsOf(replacing(/a/, "b\nc"));
  expect(fixText("a\r\nx\r\n", {}, inserting)).toMatchObject({ text: "b\r\nc\r\nx\r\n" });
  expect(fixText("a\nx\n", {}, inserting)).toMatchObject({ text: "b\nc\nx\n" });
  expect(fixText("a\r\nx\r\ny\n", {}, inserting)).toMatchObject({ text: "b\r\nc\r\nx\r\ny\n" });
  expect(fixText("a\r\n", {}, settingsOf(replacing(/a/, "b\r\nc")))).toMatchObject({ text: "b\r\nc\r\n" });
});

test("a reference that is left is followed to its line in the repaired paper", () => {
  const text = "x\n\n1. One.\n\n2. Two.\n\n2. Three, see paragraph 2.\n";
  const repair = fixText(text, { renumber: true }, settingsOf(replacing(/^x$/m, "y\ny\ny")));
  expect(repair).toMatchObject({
    text: "y\ny\ny\n\n1. One.\n\n2. Two.\n\n3. Three, see paragraph 2.\n",
    left: [{ line: 9, words: "paragraph 2", reason: expect.stringContaining("More than one") }],
  });
});

test("the built-in rules are used where no others are given", () => {
  expect(fixText(marked, {})).toMatchObject({ kind: "settled", repaired: 1, remaining: [] });
});

/** A rule that asks for the first match in a block to be replaced. */
function replacing(pattern: RegExp, text: string): Rule {
  return {
    id: `replace-${pattern.source}`,
    summary: "",
    why: "",
    severity: "warning",
    options: {},
    examples: [],
    scope: "block",
    *check(block: Block) {
      const match = pattern.exec(block.text);
      if (!match) return;
      const at = { block, span: { start: match.index, end: match.index + match[0].length } };
      yield { at, message: "", fixes: [{ kind: "edit", title: "", safe: true, edits: [{ at, text }] }] };
    },
  };
}

function settingsOf(...rules: Rule[]): Settings {
  return { ...defaultSettings, rules };
}
