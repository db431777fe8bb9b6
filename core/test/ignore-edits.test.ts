// Short forms listed in board-paper.yaml as ones that need no explanation.

import { expect, test } from "vitest";
import { applyEdits, ignoreAcronymsEdits, readConfig } from "../src/index.js";

function after(text: string, shorts: readonly string[]): string | undefined {
  const edits = ignoreAcronymsEdits(text, shorts);
  return edits && applyEdits(text, edits);
}

test.each([
  ["an empty file", "", "rules:\n  acronym-undefined:\n    ignore: [ABC, DEF]\n"],
  ["Windows line ends", "rules:\r\n", "rules:\r\n  acronym-undefined:\r\n    ignore: [ABC, DEF]\r\n"],
  [
    "a rule that counts otherwise, in short",
    "rules:\n  acronym-undefined: info # ours\n",
    "rules:\n  acronym-undefined: { severity: info, ignore: [ABC, DEF] } # ours\n",
  ],
  [
    "a rule without a value",
    "rules:\n  acronym-undefined:\n",
    "rules:\n  acronym-undefined:\n    ignore: [ABC, DEF]\n",
  ],
  [
    "a rule with its severity",
    "rules:\n  acronym-undefined:\n    severity: info\n  table-total: off\n",
    "rules:\n  acronym-undefined:\n    severity: info\n    ignore: [ABC, DEF]\n  table-total: off\n",
  ],
  [
    "braces",
    "rules: { acronym-undefined: { severity: info } }\n",
    "rules: { acronym-undefined: { severity: info, ignore: [ABC, DEF] } }\n",
  ],
  [
    "a list in brackets",
    "rules: { acronym-undefined: { ignore: [ABC, GHI] } }\n",
    "rules: { acronym-undefined: { ignore: [ABC, GHI, DEF] } }\n",
  ],
  [
    "an empty list",
    "rules: { acronym-undefined: { ignore: [] } }\n",
    "rules: { acronym-undefined: { ignore: [ABC, DEF] } }\n",
  ],
  [
    "a list in lines",
    "rules:\n  acronym-undefined:\n    ignore:\n      - GHI # a firm\nglossary: {}\n",
    "rules:\n  acronym-undefined:\n    ignore:\n      - GHI # a firm\n      - ABC\n      - DEF\nglossary: {}\n",
  ],
])("are added to %s", (_, text, expected) => {
  const edited = after(text, ["ABC", "DEF", "ABC"]);
  expect(edited).toBe(expected);
  expect(readConfig(edited ?? "").problems).toEqual([]);
  expect(ignoreAcronymsEdits(edited ?? "", ["DEF", "ABC"])).toEqual([]);
});

test.each([
  ["a broken file", "rules: [\n"],
  ["rules that are none", "rules: 7\n"],
  ["a list", "- ABC\n"],
])("are not added to %s", (_, text) => {
  expect(ignoreAcronymsEdits(text, ["ABC"])).toBeUndefined();
});
