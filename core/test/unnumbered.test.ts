import { expect, test } from "vitest";
import { checkPaper, defaultSettings, parsePaper } from "../src/index.js";

const text =
  "1. The scheme opened in May.\n\nIt costs less than the Board had expected then.\n\n- rent\n- heating\n\nBoth of these were agreed by the members in June.\n\n2. It has 40 members.\n";

/** The words that are found to lack a number; `following` is the rule's option. */
function found(following: boolean): string[] {
  const overrides = { "paragraph-unnumbered": { severity: "warning", options: { following } } } as const;
  const rules = defaultSettings.rules.filter((it) => it.id === "paragraph-unnumbered");
  const { findings } = checkPaper(parsePaper(text), { ...defaultSettings, rules, overrides });
  return findings.map(({ at }) => at.block.text.slice(at.span.start, at.span.end));
}

test("a paragraph at the margin behind a numbered one is found where the option asks for it", () => {
  expect(found(false)).toEqual([]);
  expect(found(true)).toEqual(["It"]);
});

test("the rule is off unless it is switched on", () => {
  const source = "1. One.\n\n## Costs\n\nThe scheme costs less than the Board had expected.\n\n2. Two.\n";
  const { findings } = checkPaper(parsePaper(source), defaultSettings);
  expect(findings.filter((it) => it.rule === "paragraph-unnumbered")).toEqual([]);
});
