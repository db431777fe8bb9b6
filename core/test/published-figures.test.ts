// What people found in published papers by hand, and what they found to hold, where these lie beside the checkout;
// elsewhere these tests are skipped.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkPaper, defaultSettings, parsePaper, rules } from "../src/index.js";
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

  test.fails("of what is certain, all is found", () => {
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
