import { addLedgers, type LedgerCounts, ledgerOf, parsePaper } from "@board-papers/core";
import { figureFormats } from "../figures/formats.js";
import { type PaperRecord, recordOf } from "../figures/record.js";
import type { Selection } from "../find.js";
import type { HouseArguments } from "../houses.js";
import type { ExitStatus, Io } from "../io.js";
import { type PaperFile, readPapers } from "../papers.js";
import { Problems } from "../problems.js";
import { statusLine } from "../status-line.js";

/** What `figures` is asked. */
export interface FiguresArguments extends Selection, HouseArguments {
  readonly format: keyof typeof figureFormats;
}

/** Lists the figures of papers, and what each was checked by. */
export async function figures(args: FiguresArguments, outer: Io): Promise<ExitStatus> {
  const { io, show, clear } = statusLine(outer);
  const problems = new Problems(io.stderr);
  const writer = figureFormats[args.format](io.stdout);
  let papers = 0;
  let sum: LedgerCounts = { read: 0, checked: 0, differing: 0 };
  for await (const paper of readPapers(args, io, problems, { show })) {
    if (io.stdout.closed) break;
    const record = readOne(paper, problems);
    if (!record) continue;
    papers++;
    sum = addLedgers(sum, record.summary);
    writer.paper(record);
  }
  clear();
  writer.end(papers, sum);
  return problems.count > 0 ? 2 : 0;
}

function readOne({ file, text }: PaperFile, problems: Problems): PaperRecord | undefined {
  try {
    const paper = parsePaper(text);
    return recordOf(file, paper, ledgerOf(paper));
  } catch (error) {
    // The core promises not to throw. Should it, the other papers are still read.
    problems.say(file, `Its figures could not be read, through a fault of board-paper: ${String(error)}`);
    return undefined;
  }
}
