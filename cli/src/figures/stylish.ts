// Figures for people: line by line, with what each was checked by, and how many there were.

import { type LedgerCounts, sayLedger } from "@board-papers/core";
import type { Output } from "../io.js";
import { displayWidth, type Paint, pad, painter, plain, type Style, wrap } from "../layout.js";
import type { FiguresWriter } from "./formats.js";
import type { Checked, FigureRecord, PaperRecord } from "./record.js";

const marks: Readonly<Record<Checked, string>> = { agrees: "✓", differs: "≠", used: "→", no: " " };
const styles: Readonly<Record<Checked, Style>> = {
  agrees: "green",
  differs: ["bold", "red"],
  used: "cyan",
  no: "dim",
};

/** Longer lines are hard to read, however wide the terminal is. */
const widest = 120;
/** Below this there is no room for columns, and words stand under their figure. */
const narrow = 60;
const widestFigure = 16;

/** Figures in words, a section a paper, and a summary. */
export function stylish(stdout: Output): FiguresWriter {
  const paint = painter(stdout.colour);
  const width = Math.min(stdout.columns, widest);
  return {
    paper: (record) => {
      if (record.figures.length > 0) stdout.write(section(record, width, paint));
    },
    end: (papers, sum) => stdout.write(ending(papers, sum, width, paint)),
  };
}

function section(paper: PaperRecord, width: number, paint: Paint): string {
  const { file, figures } = paper;
  const heading = paint(["bold", "underline"], file === "-" ? "Standard input" : plain(file));
  const lineWidth = Math.max(...figures.map((it) => `line ${it.line}`.length));
  const figureWidth = Math.min(
    Math.max(...figures.map((it) => displayWidth(plain(it.figure)))),
    widestFigure,
  );
  const entries = figures.map((it) => entry(paper, it, { width, lineWidth, figureWidth }, paint));
  return `${heading}\n\n${entries.join("\n")}\n\n`;
}

interface Columns {
  readonly width: number;
  readonly lineWidth: number;
  readonly figureWidth: number;
}

function entry(paper: PaperRecord, it: FigureRecord, columns: Columns, paint: Paint): string {
  const { width, lineWidth, figureWidth } = columns;
  const said = explain(paper, it);
  const mark = paint(styles[it.checked], marks[it.checked]);
  const place = `line ${it.line}`;
  const figure = plain(it.figure);
  if (width < narrow) {
    const words = [it.label, ...said].flatMap((line) => (line === "" ? [] : wrap(line, width - 6)));
    return [`  ${paint("dim", place)}  ${mark} ${figure}`, ...words.map((line) => `      ${line}`)].join(
      "\n",
    );
  }
  const indent = 2 + lineWidth + 2 + 2 + figureWidth + 2;
  const lines = [
    ...(it.label === "" ? [] : wrap(it.label, width - indent)),
    ...said.flatMap((line) => wrap(line, width - indent)).map((line) => paint(styles[it.checked], line)),
  ];
  const lead = `  ${paint("dim", place.padStart(lineWidth))}  ${mark} ${pad(figure, figureWidth)}`;
  // A figure that is longer than its column, or without words, has a line of its own.
  if (displayWidth(figure) > figureWidth || lines.length === 0)
    return [lead.trimEnd(), ...lines.map((line) => " ".repeat(indent) + line)].join("\n");
  return lines
    .map((line, i) => (i === 0 ? `${lead}  ` : " ".repeat(indent)) + line)
    .join("\n")
    .trimEnd();
}

/** The arithmetic of a figure; of one that is only used, what for. */
function explain({ calculations }: PaperRecord, { results, uses, line }: FigureRecord): string[] {
  if (results.length > 0) return results.flatMap((it) => calculations[it]?.arithmetic ?? []);
  const [first, ...others] = uses.flatMap((it) => calculations[it]?.result ?? []);
  if (!first) return [];
  const where = first.line === line ? "in this line" : `in line ${first.line}`;
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return [`counts towards ${first.figure} ${where}${more}`];
}

function ending(papers: number, sum: LedgerCounts, width: number, paint: Paint): string {
  if (papers === 0) return "";
  const words = sayLedger(sum);
  if (words === "") return `${paint("bold", "No figures were found.")}\n`;
  const legend =
    "✓ agrees with what it is calculated from, ≠ does not, → others are calculated from it; the rest was not checked.";
  return [
    ...(sum.checked > 0 ? wrap(legend, width).map((line) => paint("dim", line)) : []),
    ...wrap(`${papers === 1 ? "" : `${papers} papers: `}${words}.`, width).map((line) => paint("bold", line)),
  ]
    .map((line) => `${line}\n`)
    .join("");
}
