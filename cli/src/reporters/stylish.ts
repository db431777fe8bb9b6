// Findings for people who read papers: a heading a paper, a line number and a word a finding, wrapped to the width.

import {
  addLedgers,
  countLedger,
  type LedgerCounts,
  ledgerOf,
  type Severity,
  sayLedger,
} from "@board-papers/core";
import { displayWidth, type Paint, pad, painter, plain, type Style, wrap } from "../layout.js";
import type { FindingRecord } from "../records.js";
import { severityWords } from "../wording.js";
import type { MakeReporter } from "./reporter.js";
import { sayTotals } from "./totals.js";

/** Findings in words, a section a paper, and a summary. */
export const stylish: MakeReporter = (stdout) => {
  const paint = painter(stdout.colour);
  const width = Math.min(stdout.columns, widest);
  let figures: LedgerCounts = { read: 0, checked: 0, differing: 0 };
  return {
    paper: ({ file, report, findings }) => {
      figures = addLedgers(figures, countLedger(ledgerOf(report.paper)));
      if (findings.length > 0) stdout.write(section(file, findings, width, paint));
    },
    end: (totals) => {
      // What nothing could be checked with is told by `board-paper figures` alone.
      const checked = figures.checked > 0 ? ` ${sayLedger(figures)}.` : "";
      const sentence = `${sayTotals(totals)}${checked}`;
      if (sentence !== "")
        stdout.write(
          wrap(sentence, width)
            .map((line) => `${paint("bold", line)}\n`)
            .join(""),
        );
    },
  };
};

/** Longer lines are hard to read, however wide the terminal is. */
const widest = 120;
/** Below this there is no room for columns, and a message stands under its line number. */
const narrow = 60;

const styles: Readonly<Record<Severity, Style>> = {
  error: ["bold", "red"],
  warning: "yellow",
  info: "cyan",
};

function section(file: string, findings: readonly FindingRecord[], width: number, paint: Paint): string {
  const heading = paint(["bold", "underline"], file === "-" ? "Standard input" : plain(file));
  const lineWidth = Math.max(...findings.map((it) => `line ${it.line}`.length));
  const entries = findings.map((it) => entry(it, width, lineWidth, paint));
  // Messages of several lines need air between them to be told apart.
  const gap = width < narrow ? "\n\n" : "\n";
  return `${heading}\n\n${entries.join(gap)}\n\n`;
}

const wordWidth = Math.max(...Object.values(severityWords).map((word) => word.length));

function entry(finding: FindingRecord, width: number, lineWidth: number, paint: Paint): string {
  const { line, severity, rule, message, related, fixable } = finding;
  const word = severityWords[severity];
  const stacked = width < narrow;
  const indent = stacked ? 4 : 2 + lineWidth + 2 + wordWidth + 2;
  const room = width - indent;
  const tag = fixable ? `${rule} (can be repaired)` : rule;
  const body = [
    ...tagged(wrap(message, room), tag, room, paint),
    ...related.flatMap((it) => hanging(`line ${it.line}: `, it.message, room, paint)),
  ];
  const place = `line ${line}`;
  if (stacked)
    return [
      `  ${paint("dim", place)}  ${paint(styles[severity], word)}`,
      ...body.map((it) => `    ${it}`),
    ].join("\n");
  const lead = `  ${paint("dim", place.padStart(lineWidth))}  ${paint(styles[severity], pad(word, wordWidth))}  `;
  return body.map((it, i) => (i === 0 ? lead : " ".repeat(indent)) + it).join("\n");
}

/** The lines with a dimmed tag at the right of the last one, or below it where there is no room. */
function tagged(lines: readonly string[], tag: string, room: number, paint: Paint): string[] {
  const last = lines.at(-1) ?? "";
  const gap = room - displayWidth(last) - tag.length;
  return gap >= 2
    ? [...lines.slice(0, -1), `${last}${" ".repeat(gap)}${paint("dim", tag)}`]
    : [...lines, ...wrap(tag, room).map((line) => paint("dim", line.padStart(room)))];
}

function hanging(lead: string, text: string, room: number, paint: Paint): string[] {
  return wrap(text, room - lead.length).map((line, i) =>
    paint("dim", (i === 0 ? lead : " ".repeat(lead.length)) + line),
  );
}
