/** New lines end as those of the paper do, whoever writes them. */

import { expect, test } from "vitest";
import { applyEdits, checkPaper, defaultSettings, fixEdits, keepEdits, parsePaper } from "../src/index.js";
import { lineEndingOf } from "../src/paper/paper.js";
import { generatePaper } from "./support/generate-paper.js";

test.each([
  ["", "\n"],
  ["1. One line.", "\n"],
  ["1. One.\n\n2. Two.\n", "\n"],
  ["1. One.\r\n\r\n2. Two.\r\n", "\r\n"],
  ["\ufeff---\r\ntitle: One\r\n---\r\n", "\r\n"],
  ["1. One.\r\n\n2. Two.\n", "\r\n"],
  ["1. One.\r\r2. Two.\r", "\r"],
  ["1. One,\rand more.\n\n2. Two.\r\n", "\n"],
  ["1. One.\r\r2. Two.\r\n", "\r\n"],
])("%j: %j", (text, ending) => {
  expect(lineEndingOf(parsePaper(text))).toBe(ending);
});

test.each(["\n", "\r\n", "\r"])("a paper of lines that end in %j has no others after repairs", (ending) => {
  const text = generatePaper({ seed: 5, paragraphs: 8 })
    .text.replace(/^title:.*\n/m, "")
    .replaceAll("\n", ending);
  const paper = parsePaper(text);
  let written = 0;
  for (const finding of checkPaper(paper, defaultSettings).findings) {
    const fixes = finding.fixes.map((fix) => fixEdits(paper, finding, fix));
    for (const edits of [...fixes, keepEdits(paper, finding, "As agreed.")]) {
      if (!edits?.some((it) => /[\r\n]/.test(it.text))) continue;
      written++;
      expect(applyEdits(text, edits)?.replaceAll(ending, "")).not.toMatch(/[\r\n]/);
    }
  }
  expect(written).toBeGreaterThan(0);
});
