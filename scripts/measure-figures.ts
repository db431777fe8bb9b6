// Measures how figures are judged where nothing is wrong with them: `npm run measure:figures [FOLDER]`. Tables drawn at
// random show what is found by chance, tables of growing size what a search costs; FOLDER is one of Markdown documents
// that are no papers, whose tables are judged as if they were. Not part of the tests; docs/figures.md has the figures.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkPaper, defaultSettings, ledgerOf, parsePaper, type Report, rangeOf } from "@board-papers/core";
import { judge } from "../core/src/figures/relations/check.js";
import type { FormulaName } from "../core/src/figures/relations/formulas.js";
import { tableRelations } from "../core/src/figures/relations/relations.js";
import { sheetsOf } from "../core/src/figures/relations/sheet.js";
import { type Random, seeded } from "../core/test/support/random.js";
import { unrelatedTable } from "../core/test/support/unrelated-table.js";

/** The rules that judge figures. */
const judges = new Set([
  ...["table-total", "table-share", "table-relation", "table-percentage-impossible", "table-number-format"],
  ...["list-total", "claim-change", "figure-conflict"],
]);
const settings = { ...defaultSettings, rules: defaultSettings.rules.filter((it) => judges.has(it.id)) };

/** Formulas, what a ratio is multiplied by, and of how many columns. */
const tried = [
  ["sum", 1, 2],
  ["difference", 1, 2],
  ["change", 1, 2],
  ["ratio", 100, 2],
  ["ratio", 1000, 2],
  ["mean", 1, 2],
  ["same", 1, 1],
] as const;

const [folder] = process.argv.slice(2);
measureChance(1000);
measureCoincidence(300);
measureCost();
if (folder !== undefined) measureDocuments(folder);

/** What is found by chance in tables without any relation. */
function measureChance(tables: number): void {
  const found = new Map<string, number>();
  let cells = 0;
  let touched = 0;
  for (let seed = 1; seed <= tables; seed++) {
    const { text, rows, columns } = unrelatedTable(seeded(seed));
    cells += rows * columns;
    const report = checkPaper(parsePaper(text), settings);
    const { calculations } = ledgerOf(report.paper);
    if (calculations.length > 0) touched++;
    for (const it of calculations) count(found, `${it.rule}, ${it.holds ? "kept" : "not kept"}`);
    for (const it of report.findings) count(found, `reported: ${it.rule} ${it.severity}`);
    for (const it of loud(report)) console.log(`seed ${seed}: ${it}\n${text}`);
  }
  console.log(`\nChance: ${tables} tables without relations, ${cells} cells; ${touched} with a calculation`);
  for (const [what, times] of [...found].sort()) console.log(`  ${what.padEnd(56)} ${times}`);
}

/** How often calculations fit by chance: three or two figures of random tables, and the share of them that fit. */
function measureCoincidence(tables: number): void {
  console.log("\nCoincidence: lines of random tables at which columns drawn at random fit a formula");
  const fits = new Map<string, { lines: number; fitting: number; combinations: number; twice: number }>();
  for (let seed = 1; seed <= tables; seed++) {
    const random = seeded(seed);
    for (const { formula, per, held } of coincidences(random)) {
      const name = per === 1 ? formula : `${formula} × ${per}`;
      const known = fits.get(name) ?? { lines: 0, fitting: 0, combinations: 0, twice: 0 };
      known.lines += held.length;
      known.fitting += held.filter((it) => it).length;
      known.combinations++;
      known.twice += held.filter((it) => it).length >= 3 ? 1 : 0;
      fits.set(name, known);
    }
  }
  for (const [name, { lines, fitting, combinations, twice }] of fits) {
    const share = ((fitting / lines) * 100).toFixed(2);
    console.log(
      `  ${name.padEnd(14)} ${share.padStart(6)} % of ${lines} lines; ${twice} of ${combinations} at three lines or more`,
    );
  }
}

/** Combinations of columns of a random table, and at which lines they fit. */
function* coincidences(random: Random): Generator<{ formula: FormulaName; per: number; held: boolean[] }> {
  const { facts } = parsePaper(unrelatedTable(random).text).chunks[0]?.blocks[0] ?? {};
  const table = facts?.tables[0];
  const lanes = table ? sheetsOf(table, { words: "", continued: false })[0].lanes : [];
  if (lanes.length < 3) return;
  for (const [formula, per, inputs] of tried) {
    for (let i = 0; i < 12; i++) {
      const [result, ...others] = random.shuffle(lanes);
      const from = others.slice(0, inputs);
      const held = (result?.spots ?? []).flatMap((spot, line) => {
        const figures = from.flatMap((lane) => lane.spots[line] ?? []);
        return spot && figures.length === inputs ? [judge(formula, per, spot, figures).holds] : [];
      });
      if (held.length >= 3) yield { formula, per, held };
    }
  }
}

/** What judging costs as a table grows: counted, and in time of the processor; ratios are to half the rows. */
function measureCost(): void {
  console.log("\nCost: tables of 30 columns, parsing left out");
  let before = { lines: 0, time: 0 };
  for (const rows of [25, 50, 100, 200]) {
    const text = wideTable(rows, 30);
    const times = Array.from({ length: 5 }, () => {
      const paper = parsePaper(text);
      const start = process.cpuUsage();
      checkPaper(paper, settings);
      return process.cpuUsage(start).user / 1000;
    }).sort((a, b) => a - b);
    const table = parsePaper(text).chunks[0]?.blocks[0]?.facts.tables[0];
    const lines = table ? tableRelations(table, { words: "", continued: false }).work.lines : 0;
    const time = times[2] ?? 0;
    const ratio = (now: number, then: number): string =>
      then === 0 ? "" : ` (${(now / then).toFixed(2)} times)`;
    console.log(
      `  ${String(rows).padStart(4)} × 30: ${lines} lines tried${ratio(lines, before.lines)}, ${time.toFixed(0)} ms${ratio(time, before.time)}`,
    );
    before = { lines, time };
  }
}

/** A table of counts with totals in its last row and column, and shares of the total beside them. */
function wideTable(rows: number, columns: number): string {
  const random = seeded(rows);
  const parts = columns - 2;
  const body = Array.from({ length: rows }, () => Array.from({ length: parts }, () => random.int(10, 5000)));
  const totals = Array.from({ length: parts }, (_, i) => body.reduce((sum, row) => sum + (row[i] ?? 0), 0));
  const all = totals.reduce((sum, it) => sum + it, 0);
  const line = (label: string, cells: readonly number[]): string => {
    const total = cells.reduce((sum, it) => sum + it, 0);
    return `| ${[label, ...cells, total, `${((total / all) * 100).toFixed(1)}%`].join(" | ")} |`;
  };
  return [
    `| Area | ${totals.map((_, i) => `Ward ${i + 1}`).join(" | ")} | Total | Share of total |`,
    `| --- |${" ---: |".repeat(columns)}`,
    ...body.map((cells, i) => line(`Team ${i + 1}`, cells)),
    line("Total", totals),
  ].join("\n");
}

/** What is found in documents that are no papers. */
function measureDocuments(path: string): void {
  let tables = 0;
  let figures = 0;
  const found = new Map<string, number>();
  const files = readdirSync(path).filter((it) => it.endsWith(".md"));
  console.log("\nDocuments");
  for (const file of files) {
    const text = readFileSync(join(path, file), "utf8").replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, "");
    const report = checkPaper(parsePaper(text), settings);
    const ledger = ledgerOf(report.paper);
    const blocks = report.paper.chunks.flatMap((chunk) => chunk.blocks);
    const numeric = blocks.flatMap(({ facts }) =>
      facts.tables.filter((it) => it.rows.flat().filter((cell) => cell.value.kind === "figure").length >= 4),
    );
    tables += numeric.length;
    figures += ledger.figures.length;
    for (const it of ledger.calculations) count(found, `${it.rule}, ${it.holds ? "kept" : "not kept"}`);
    for (const it of report.findings) count(found, `reported: ${it.rule} ${it.severity}`);
    for (const it of loud(report)) console.log(`  ${file} ${it}`);
  }
  console.log(`  ${files.length} documents, ${tables} tables of figures, ${figures} figures`);
  for (const [what, times] of [...found].sort()) console.log(`  ${what.padEnd(56)} ${times}`);
}

/** The errors and warnings of a report, a line each. */
function loud({ paper, findings }: Report): string[] {
  return findings
    .filter((it) => it.severity !== "info")
    .map((it) => `line ${(rangeOf(paper, it.at)?.start.line ?? -1) + 1} ${it.rule}: ${it.message}`);
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}
