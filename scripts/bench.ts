// Measures speed: `npm run bench [FILE …]`. Machines differ, so what counts is the ratio to the parse of the whole
// file by remark in the same run: that is what a tool pays at every key that keeps nothing. Medians are printed.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import {
  checkPaper,
  defaultSettings,
  type Paper,
  parsePaper,
  type Report,
  rangeOf,
  updatePaper,
} from "@board-papers/core";
import { parseWhole } from "../core/src/markdown/parse.js";
import { generatePaper } from "../core/test/support/generate-paper.js";

interface Subject {
  readonly name: string;
  readonly text: string;
}

const files = process.argv.slice(2);
const subjects: Subject[] =
  files.length > 0
    ? files.map((file) => ({ name: basename(file), text: readFileSync(file, "utf8") }))
    : [20_000, 200_000, 2_000_000].map((bytes) => ({
        name: `generated, ${bytes / 1000} KB`,
        text: generatePaper({ seed: 1, bytes }).text,
      }));

for (const { name, text } of subjects) {
  const rounds = text.length > 1_000_000 ? 3 : 9;
  const floor = median(rounds, () => parseWhole(text));
  const open = median(rounds, () => checkPaper(parsePaper(text), defaultSettings));
  const key = medianOfEdits(text, 60);
  console.log(`\n${name}`);
  print("remark, whole file", floor, floor);
  print("open: parse and check", open, floor);
  print("one key: update, check, place", key, floor);
}

function print(what: string, milliseconds: number, floor: number): void {
  const ratio = milliseconds / floor;
  console.log(
    `  ${what.padEnd(32)} ${milliseconds.toFixed(2).padStart(9)} ms  ${ratio.toFixed(4)} of the whole-file parse`,
  );
}

function median(rounds: number, run: () => unknown): number {
  run();
  return middle(Array.from({ length: rounds }, () => timed(run)));
}

/** The median time of one typed letter in the middle of the paper. */
function medianOfEdits(text: string, edits: number): number {
  let paper: Paper = parsePaper(text);
  let report: Report = checkPaper(paper, defaultSettings);
  const at = text.indexOf(" the ", text.length / 2) + 3;
  const times: number[] = [];
  for (let i = 0; i < edits; i++) {
    times.push(
      timed(() => {
        paper = updatePaper(paper, [{ start: at, end: at, text: "e" }]);
        report = checkPaper(paper, defaultSettings, report);
        for (const finding of report.findings.slice(0, 1000)) rangeOf(paper, finding.at);
      }),
    );
  }
  return middle(times.slice(edits / 3));
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
