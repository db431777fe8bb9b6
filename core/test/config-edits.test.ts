/** Edits of board-paper.yaml: what is set can be read back, and everything else stays as it was typed. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  addToGlossaryEdits,
  applyEdits,
  ignoreAcronymsEdits,
  readConfig,
  setRuleEdits,
  starterConfig,
} from "../src/index.js";

describe("a rule's severity", () => {
  test.each([
    ["an empty file", "", "rules:\n  table-total: off\n"],
    ["a file of comments", "# Ours.\n", "# Ours.\nrules:\n  table-total: off\n"],
    ["a file without rules", "template: spcb", "template: spcb\nrules:\n  table-total: off\n"],
    [
      "a file with gaps between its parts",
      "template: spcb\n\nglossary:\n  A: a\n",
      "template: spcb\n\nglossary:\n  A: a\n\nrules:\n  table-total: off\n",
    ],
    [
      "other rules, with a comment and a part behind them",
      "rules:\n  acronym-late: info # why\n\n# Words.\nglossary: {}\n",
      "rules:\n  acronym-late: info # why\n  table-total: off\n\n# Words.\nglossary: {}\n",
    ],
    [
      "the file's own indentation",
      "rules:\n    acronym-late: info\n",
      "rules:\n    acronym-late: info\n    table-total: off\n",
    ],
    [
      "no rules but comments",
      "rules:\n  # none\nglossary:\n",
      "rules:\n  table-total: off\n  # none\nglossary:\n",
    ],
    ["nothing, said aloud", "rules: ~ # none\n", "rules: { table-total: off } # none\n"],
    ["the rule", "rules:\n  table-total: error # why\n", "rules:\n  table-total: off # why\n"],
    ["the rule without a value", "rules:\n  table-total: # why\n", "rules:\n  table-total: off # why\n"],
    ["the rule in quotation marks", 'rules:\n  "table-total": "info"\n', 'rules:\n  "table-total": off\n'],
    ["brackets", "rules: { acronym-late: info }\n", "rules: { acronym-late: info, table-total: off }\n"],
    ["empty brackets", "rules: {}\n", "rules: { table-total: off }\n"],
    ["brackets around it all", "{ template: spcb }\n", "{ template: spcb, rules: { table-total: off } }\n"],
    ["options", "rules:\n  table-total: { severity: info }\n", "rules:\n  table-total: { severity: off }\n"],
    [
      "Windows line endings",
      "rules:\r\n  acronym-late: info\r\n\r\ntemplate: spcb\r\n",
      "rules:\r\n  acronym-late: info\r\n  table-total: off\r\n\r\ntemplate: spcb\r\n",
    ],
    [
      "Windows line endings and no rules",
      "template: spcb\r\n",
      "template: spcb\r\nrules:\r\n  table-total: off\r\n",
    ],
  ])("in %s", (_, text, expected) => {
    expect(edited(text, setRuleEdits(text, "table-total", "off"))).toBe(expected);
  });

  test("keeps options", () => {
    const text = "rules:\n  acronym-undefined:\n    ignore: [A,\n      B] # firms\n";
    const after = edited(text, setRuleEdits(text, "acronym-undefined", "info"));
    expect(after).toBe(
      "rules:\n  acronym-undefined:\n    ignore: [A,\n      B] # firms\n    severity: info\n",
    );
  });
});

describe("the glossary", () => {
  const entries = { OPCC: "Office of the Police and Crime Commissioner", NO: "Number: one, two #3" };
  const said = 'OPCC: Office of the Police and Crime Commissioner\n  "NO": "Number: one, two #3"\n';

  test.each([
    ["is made", "template: spcb\n", `template: spcb\nglossary:\n  ${said}`],
    ["grows", "glossary:\n  A: a\nrules: {}\n", `glossary:\n  A: a\n  ${said}rules: {}\n`],
    [
      "grows behind a text of several lines",
      "glossary:\n  A: |\n    a\n    b\n",
      `glossary:\n  A: |\n    a\n    b\n  ${said}`,
    ],
    [
      "gets another expansion",
      'glossary:\n  NO: "Norway" # !\n  OPCC: x\n',
      'glossary:\n  NO: "Number: one, two #3" # !\n  OPCC: Office of the Police and Crime Commissioner\n',
    ],
    [
      "grows in brackets, where a comma needs quotation marks",
      "glossary: { A: a }\n",
      'glossary: { A: a, OPCC: Office of the Police and Crime Commissioner, "NO": "Number: one, two #3" }\n',
    ],
  ])("%s", (_, text, expected) => {
    expect(edited(text, addToGlossaryEdits(text, entries))).toBe(expected);
  });

  test("stays when there is nothing to add", () => {
    expect(addToGlossaryEdits("template: spcb\n", {})).toEqual([]);
  });
});

test.each([
  ["a bracket", "rules: { a: off\n"],
  ["a name that stands twice", "rules: {}\nrules: {}\n"],
  ["another thing than a map", "- a\n"],
  ["another thing than rules", "rules: [a]\nglossary: words\n"],
  ["an end that is written", "template: spcb\n...\n"],
])("a text broken by %s is not edited", (_, text) => {
  expect(setRuleEdits(text, "table-total", "off")).toBeUndefined();
  expect(addToGlossaryEdits(text, { A: "a" })).toBeUndefined();
});

describe("short forms that need no explanation", () => {
  const listed = "rules:\n  acronym-undefined:\n    ignore: [ABC, A B]\n";

  test.each([
    ["in an empty file", "", listed],
    ["in a file without the rule", "rules:\n", listed],
    [
      "beside a severity",
      "rules:\n  acronym-undefined: info # why\n",
      "rules:\n  acronym-undefined: { severity: info, ignore: [ABC, A B] } # why\n",
    ],
    [
      "beside a severity and nothing listed",
      "rules: { acronym-undefined: { severity: info } }\n",
      "rules: { acronym-undefined: { severity: info, ignore: [ABC, A B] } }\n",
    ],
    [
      "behind others",
      "rules:\n  acronym-undefined:\n    ignore: [X, ABC] # firms\n",
      "rules:\n  acronym-undefined:\n    ignore: [X, ABC, A B] # firms\n",
    ],
    [
      "in an empty list",
      "rules: { acronym-undefined: { ignore: [] } }\n",
      "rules: { acronym-undefined: { ignore: [ABC, A B] } }\n",
    ],
    [
      "in lines of their own",
      "rules:\r\n  acronym-undefined:\r\n    ignore:\r\n      - X # firm\r\n  acronym-late: off\r\n",
      "rules:\r\n  acronym-undefined:\r\n    ignore:\r\n      - X # firm\r\n      - ABC\r\n      - A B\r\n  acronym-late: off\r\n",
    ],
  ])("%s", (_, text, expected) => {
    const after = edited(text, ignoreAcronymsEdits(text, ["ABC", "A B", "ABC"])) ?? "";
    expect(after).toBe(expected);
    expect(readConfig(after).problems).toEqual([]);
    expect(ignoreAcronymsEdits(after, ["A B", "ABC"])).toEqual([]);
  });

  test("not in a file that is broken, or says something else there", () => {
    expect(ignoreAcronymsEdits("rules: {", ["A"])).toBeUndefined();
    expect(ignoreAcronymsEdits("rules: { acronym-undefined: { ignore: A } }", ["B"])).toBeUndefined();
    expect(ignoreAcronymsEdits("rules: { acronym-undefined: [A] }", ["B"])).toBeUndefined();
  });
});

test("the file to start from can be edited, and then reads so", () => {
  const first = starterConfig();
  const second = edited(first, setRuleEdits(first, "table-total", "info")) ?? "";
  const third = edited(second, addToGlossaryEdits(second, { A: "Word" })) ?? "";
  expect(third.startsWith(first)).toBe(true);
  const { settings, problems } = readConfig(third);
  expect(problems).toEqual([]);
  expect(settings).toMatchObject({
    overrides: { "table-total": { severity: "info" } },
    glossary: { A: "Word" },
  });
});

describe("whatever the layout", () => {
  const gap = fc.constantFrom("", "\n", "# note\n", "  # note\n");
  const tail = fc.constantFrom("\n", " # note\n", "  \n");
  const rule = fc.constantFrom(
    ...["acronym-late: info", "acronym-late:", "table-total: warning", "table-total: { severity: info }"],
    ...[
      "acronym-undefined: { ignore: [A] }",
      "acronym-undefined:\n    ignore:\n      - A",
      '"table-total" : "off"',
    ],
  );
  const word = fc.constantFrom("A: a", "OPCC:", 'OPCC: "b"', "'R&D': \"c\n    d\"", "VRU : e");
  const lines = (item: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc
      .array(fc.tuple(gap, item, tail), { maxLength: 3 })
      .map((it) => it.map(([before, text, after]) => `${before}  ${text}${after}`).join(""));
  const part = fc.oneof(
    fc.constantFrom(
      "template: spcb\n",
      "papers: []\n",
      "rules: {}\n",
      "glossary: ~\n",
      "templates:\n  a:\n    extends: spcb\n",
    ),
    fc.constantFrom(
      "rules: { acronym-late: info, table-total: off, }\n",
      "glossary: {A: a, OPCC: b}\n",
      "rules: # x\n",
    ),
    lines(rule).map((it) => `rules:\n${it}`),
    lines(word).map((it) => `glossary:\n${it}`),
  );
  const file = fc
    .tuple(fc.array(fc.tuple(gap, part), { maxLength: 4 }), fc.constantFrom("\n", "\r\n"), fc.boolean())
    .map(([parts, eol, closed]) => {
      const text = parts.map((it) => it.join("")).join("");
      return (closed ? text : text.trimEnd()).replaceAll("\n", eol);
    });
  const expansion = fc.oneof(
    fc.string(),
    fc.constantFrom("Office of the", "no", "off", "12", "a: b", "- c", "d # e", "f, g"),
  );
  const glossary = fc.dictionary(fc.constantFrom("OPCC", "R&D", "A", "NO", "B 12"), expansion, {
    minKeys: 1,
  });

  test("what is set is read back, and nothing else has changed", () => {
    let edits = 0;
    fc.assert(
      fc.property(file, glossary, (text, entries) => {
        edits += holds(text, setRuleEdits(text, "table-total", "warning"), (data) => {
          const now = asMap(asMap(data.rules)["table-total"]);
          data.rules = {
            ...asMap(data.rules),
            "table-total": "severity" in now ? { ...now, severity: "warning" } : "warning",
          };
        });
        edits += holds(text, addToGlossaryEdits(text, entries), (data) => {
          data.glossary = { ...asMap(data.glossary), ...entries };
        });
      }),
      { numRuns: process.env.LONG ? 20_000 : 300, seed: 1 },
    );
    expect(edits).toBeGreaterThan(200);
  });

  /** Whether there was an edit; it changes the data as it should, and takes nothing away but what it replaces. */
  function holds(
    text: string,
    edits: ReturnType<typeof setRuleEdits>,
    change: (data: Record<string, unknown>) => void,
  ): number {
    if (edits === undefined) return 0;
    const after = edited(text, edits) ?? "";
    const data = asMap(parse(text));
    change(data);
    expect(parse(after)).toEqual(data);
    expect(after.match(/# note/g)).toEqual(text.match(/# note/g));
    if (text.includes("\r\n")) expect(after).not.toMatch(/[^\r]\n/);
    return 1;
  }
});

function asMap(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function edited(text: string, edits: ReturnType<typeof setRuleEdits>): string | undefined {
  return edits && applyEdits(text, edits);
}
