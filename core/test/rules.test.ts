import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { applyEdits, defaultSettings, fixEdits, paperText, rules, spanOf } from "../src/index.js";
import { check, printFixture, readFixture } from "./support/fixture.js";

const folder = fileURLToPath(new URL("../../test-fixtures/rules", import.meta.url));
const cases = readdirSync(folder).flatMap((id) =>
  readdirSync(join(folder, id))
    .filter((name) => name.endsWith(".md"))
    .map((name): [string, string] => [id, name]),
);

describe("fixtures", () => {
  test.for(cases)("%s/%s", async ([id, name]) => {
    const path = join(folder, id, name);
    const fixture = readFixture(readFileSync(path, "utf8"));
    const report = check(fixture.source, id);
    if (name.startsWith("ok-")) expect(report.findings.map((it) => it.message)).toEqual([]);
    await expect(printFixture(fixture, report)).toMatchFileSnapshot(path);
  });

  test("every rule has fixtures, some of which must stay silent, and every folder is a rule", () => {
    const ids = rules.map((rule) => rule.id);
    const silent = new Set(cases.filter(([, name]) => name.startsWith("ok-")).map(([id]) => id));
    const loud = new Set(cases.filter(([, name]) => !name.startsWith("ok-")).map(([id]) => id));
    expect([...silent].sort()).toEqual(ids);
    expect([...loud].sort()).toEqual(ids);
  });
});

describe("examples", () => {
  const examples = rules.flatMap((rule) => rule.examples.map((_, i): [string, number] => [rule.id, i]));
  const exampleOf = (id: string, i: number) => rules.find((rule) => rule.id === id)?.examples[i];

  test.for(examples)("%s, example %i: one finding in the bad text, none in the good one", ([id, i]) => {
    const example = exampleOf(id, i);
    expect(check(example?.bad ?? "", id).findings).toHaveLength(1);
    expect(check(example?.good ?? "", id).findings).toEqual([]);
  });
});

describe("on every fixture", () => {
  const sources = cases.map(([id, name]): [string, string] => {
    return [`${id}/${name}`, readFixture(readFileSync(join(folder, id, name), "utf8")).source];
  });

  test.for(sources)(
    "%s: places and fixes lie inside the text, and edits of one fix do not touch",
    ([, source]) => {
      const report = check(source);
      for (const finding of report.findings) {
        for (const { at } of [finding, ...finding.related]) {
          const span = spanOf(report.paper, at);
          expect(span).toBeDefined();
          expect(span?.start).toBeLessThanOrEqual(span?.end ?? -1);
          expect(span?.end).toBeLessThanOrEqual(source.length);
        }
        for (const fix of finding.fixes) {
          const edits = fixEdits(report.paper, finding, fix);
          expect(edits && applyEdits(source, edits)).toBeDefined();
        }
      }
    },
  );

  test.for(sources)("%s: CRLF gives the findings of LF", ([, source]) => {
    const say = (text: string): string[] => check(text).findings.map((it) => `${it.rule}: ${it.message}`);
    expect(say(source.replaceAll("\n", "\r\n"))).toEqual(say(source));
  });

  test.for(sources)("%s: safe fixes settle, and change no word and no figure", ([, source]) => {
    let text = source;
    for (let round = 0; round < 10; round++) {
      const report = check(text);
      const safe = report.findings.flatMap((finding) => {
        const fix = finding.fixes.find((it) => it.safe);
        return fix ? [fixEdits(report.paper, finding, fix) ?? []] : [];
      });
      const [first] = safe;
      if (!first) break;
      text = applyEdits(paperText(report.paper), first) ?? text;
      expect(round).toBeLessThan(9);
    }
    // A comma between thousands belongs to how a figure is written.
    const words = (it: string): string[] =>
      it.replace(/(?<=\d),(?=\d{3}(?!\d))/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];
    expect(words(text)).toEqual(words(source));
  });
});

test("a rule that is off finds nothing, and the others find what they did", () => {
  const source = readFixture(readFileSync(join(folder, ...(cases[0] ?? ["", ""])), "utf8")).source;
  const all = check(source).findings;
  for (const rule of defaultSettings.rules) {
    const others = all.filter((it) => it.rule !== rule.id).map((it) => it.message);
    const alone = check(source, rule.id).findings.map((it) => it.message);
    expect(alone).toEqual(all.filter((it) => it.rule === rule.id).map((it) => it.message));
    expect(all.map((it) => it.message).filter((it) => !alone.includes(it))).toEqual(others);
  }
});

test("what a fix writes ends its lines as the paper does", () => {
  const text =
    "## Purpose of paper\r\n\r\n1. To report.\r\n\r\n## Costs\r\n\r\n2. We said:\r\n\r\n   They fall.\r\n";
  const report = check(text);
  const edits = report.findings.flatMap((finding) =>
    finding.fixes.flatMap((fix) => fixEdits(report.paper, finding, fix) ?? []),
  );
  expect(edits.filter((edit) => edit.text.includes("\n"))).not.toEqual([]);
  expect(edits.filter((edit) => /(?<!\r)\n/.test(edit.text))).toEqual([]);
});
