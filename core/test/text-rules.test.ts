// Sentences, terms and lists over a paper of several chunks: an edit anywhere tells what a fresh look would.

import { describe, expect, test } from "vitest";
import { checkPaper, defaultSettings, parsePaper, type Report, rangeOf, updatePaper } from "../src/index.js";

const ids = ["list-total", "repeated-text", "term-variant"];
const settings = { ...defaultSettings, rules: defaultSettings.rules.filter((it) => ids.includes(it.id)) };
const sentence = "The panel looks at every complaint that is not answered within a month of its receipt.";

function say({ paper, findings }: Report): unknown[] {
  return findings.map((it) => [
    it.rule,
    it.message,
    rangeOf(paper, it.at),
    it.related.map((other) => rangeOf(paper, other.at)),
    it.fixes.map((fix) => fix.title),
  ]);
}

/** A paper of about 400 blocks, with a list of bullets at the margin over the edge of each chunk. */
function longPaper(): string {
  const parts: string[] = [];
  for (let i = 1; i <= 60; i++) {
    const term = i % 20 === 7 ? "re-offending" : "reoffending";
    parts.push(`${i}. In year ${i} of the plan ${term} fell, and the work force of team ${i} grew.`);
    parts.push(`Calls came to ${i + 30} in all:\n\n- Theft: ${i}\n\n- Fraud: 10\n\n- Other: 20`);
    if (i % 15 === 0) parts.push(`It met. ${sentence}`);
  }
  return `${parts.join("\n\n")}\n`;
}

/** Words and figures that come, go and change, here and there. */
const changes: readonly (readonly [RegExp, string])[] = [
  [/Fraud: 10/g, "Fraud: 11"],
  [/Other: 20/g, "Other: 21"],
  [/reoffending/g, "re-offending"],
  [/re-offending/g, "reoffending"],
  [/work force/g, "workforce"],
  [/within a month/g, "within a week"],
  [/It met\. /g, "It met in May. "],
  [/in all:/g, "in all."],
  [/- Fraud/g, "Fraud"],
  [/\n\n- Theft/g, "\n\nMore.\n\n- Theft"],
];

describe("rules of prose", () => {
  test("an edited paper has the findings of the same text read afresh", () => {
    let text = longPaper();
    let paper = parsePaper(text);
    let report = checkPaper(paper, settings);
    expect(new Set(report.findings.map((it) => it.rule))).toEqual(new Set(["repeated-text", "term-variant"]));
    expect(paper.chunks.length).toBeGreaterThan(2);
    const told = new Set<string>();
    for (let n = 0; n < 60; n++) {
      const [pattern, words] = changes[n % changes.length] ?? [/x/g, ""];
      const places = [...text.matchAll(pattern)];
      const place = places[(n * 17) % Math.max(1, places.length)];
      if (!place) continue;
      const edit = { start: place.index, end: place.index + place[0].length, text: words };
      text = text.slice(0, edit.start) + words + text.slice(edit.end);
      paper = updatePaper(paper, [edit]);
      report = checkPaper(paper, settings, report);
      expect(say(report), JSON.stringify(edit)).toEqual(say(checkPaper(parsePaper(text), settings)));
      for (const it of report.findings) told.add(it.rule);
    }
    expect([...told].sort()).toEqual(ids);
  });

  test("a letter typed into a sentence asks about no other sentence and no other term", () => {
    const text = longPaper();
    const paper = parsePaper(text);
    const report = checkPaper(paper, settings);
    const at = text.indexOf("fell");
    const typed = checkPaper(updatePaper(paper, [{ start: at, end: at, text: "x" }]), settings, report);
    expect(typed.work.keys).toBeLessThanOrEqual(2);
    expect(report.work.keys).toBeGreaterThan(0);
  });
});
