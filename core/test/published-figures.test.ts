// What people found in published papers by hand, and what they found to hold, where these lie beside the checkout;
// elsewhere these tests are skipped.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkPaper, defaultSettings, ledgerOf, parsePaper, rules } from "../src/index.js";
import { printLike } from "../src/paper/figure.js";
import { foundIn, offences, type Pass, scoreOf, type Truth } from "./support/score.js";

const corpus = fileURLToPath(new URL("../../../shared/corpus", import.meta.url));
const truthFolder = join(corpus, "truth");
const names = existsSync(truthFolder)
  ? readdirSync(truthFolder)
      .filter((name) => name.endsWith(".passes.json"))
      .map((name) => name.replace(".passes.json", ""))
  : [];

const known: ReadonlySet<string> = new Set(
  rules
    .map((rule) => rule.id)
    .filter((id) => id !== "image-alt" && id !== "suppression-unused" && id !== "paragraph-unnumbered"),
);

function read<Item>(file: string): readonly Item[] {
  return JSON.parse(readFileSync(join(truthFolder, file), "utf8"));
}

const judged = names.map((name) => {
  const paper = parsePaper(readFileSync(join(corpus, "papers", `${name}.paper.md`), "utf8"));
  const report = checkPaper(paper, defaultSettings);
  const truths = read<Truth>(`${name}.json`);
  return {
    ...{ name, paper, report, truths, passes: read<Pass>(`${name}.passes.json`) },
    score: scoreOf(paper, report, truths, known),
  };
});

describe.skipIf(names.length === 0)("what is true of published papers", () => {
  test.for(names)("%s: what holds has no error and no warning", (name) => {
    const paper = judged.find((it) => it.name === name);
    expect(paper && offences(paper.report, paper.passes, paper.truths)).toEqual([]);
  });

  test("what is reported as an error or a warning is so", () => {
    expect(judged.flatMap(({ score }) => score.loud).length).toBeGreaterThan(60);
    const untrue = judged.flatMap(({ name, score }) =>
      score.untrue.map((it) => `${name.slice(0, 10)} ${it.line} ${it.rule}: ${it.message}`),
    );
    expect(untrue).toEqual([]);
  });

  test("of what is certain, all is found", () => {
    const missed = judged.flatMap(({ name, score }) =>
      score.missed.map((it) => `${name.slice(0, 10)} ${it.line} ${it.rule}: ${it.what.slice(0, 60)}`),
    );
    const certain = judged.flatMap(({ score }) => score.certain);
    expect(certain.length).toBeGreaterThan(80);
    expect(missed).toEqual([]);
  });

  test("the changes that a paper claims are judged by the figures that they rest on", () => {
    const [offenders] = judged;
    const claims = foundIn(offenders?.report ?? checkPaper(parsePaper(""), defaultSettings)).filter(
      (it) => it.rule === "claim-change",
    );
    const figures = claims.map((it) => [it.line, /(\d+)%/.exec(it.words)?.[1], it.severity]);
    expect(figures).toEqual([
      [225, "20", "warning"],
      [291, "46", "warning"],
      [306, "41", "warning"],
      [352, "70", "warning"],
      [353, "66", "warning"],
    ]);
  });
});

const report2021 = join(corpus, "papers", "2021-09-26-annual-report.paper.md");

describe.skipIf(!existsSync(report2021))("the table of sign-ups", () => {
  const lines = readFileSync(report2021, "utf8").split("\n");
  const first = lines.findIndex((line) => line.startsWith("| NPU |"));
  const table = lines.slice(
    first,
    lines.findIndex((line, i) => i > first && !line.startsWith("|")),
  );

  test("has every share, change and rate recognised, and none called out", () => {
    const { paper, findings } = checkPaper(parsePaper(`${table.join("\n")}\n`), defaultSettings);
    expect(findings.filter((it) => it.severity !== "info" && it.rule.startsWith("table-"))).toEqual([]);
    const derived = ledgerOf(paper).figures.filter((it) => it.results.length > 0);
    const perArea = new Map<string, number>();
    for (const { label } of derived) {
      const [area = ""] = label.split(",");
      perArea.set(area, (perArea.get(area) ?? 0) + 1);
    }
    expect([...perArea].filter(([area, count]) => area !== "WMP" && count !== 7)).toEqual([]);
    expect(perArea.size).toBe(9);
  });

  test("a derived figure that is a tenth off is called out at its cell", () => {
    const { paper } = checkPaper(parsePaper(`${table.join("\n")}\n`), defaultSettings);
    const missed: string[] = [];
    const text = table.join("\n");
    for (const { at, figure, results } of ledgerOf(paper).figures) {
      if (results.length === 0 || figure.value.eq(0)) continue;
      const broken = printLike(figure.value.times(1.1), figure);
      if (broken === figure.text) continue;
      const changed = text.slice(0, at.span.start) + broken + text.slice(at.span.end);
      const report = checkPaper(parsePaper(`${changed}\n`), defaultSettings);
      const found = report.findings.some(
        (it) => it.rule.startsWith("table-") && it.at.span.start === at.span.start,
      );
      if (!found) missed.push(`${figure.text} → ${broken}`);
    }
    expect(missed).toEqual([]);
  });
});
