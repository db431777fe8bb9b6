import { isAbsolute } from "node:path";
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { encode } from "../decode.js";
import type { Selection } from "../find.js";
import { type Asked, fixText, type LeftPlace, type Repair } from "../fix-text.js";
import type { HouseArguments } from "../houses.js";
import type { ExitStatus, Io, Output } from "../io.js";
import { type Paint, painter, plain, wrap } from "../layout.js";
import { type PaperFile, readPapers } from "../papers.js";
import { Problems } from "../problems.js";
import { replaceFile } from "../replace-file.js";
import type { RuleChoice } from "../rule-choices.js";
import { statusLine } from "../status-line.js";
import { addCounts, type Counts, count, countBySeverity, sayCounts } from "../wording.js";

/** What `fix` is asked. */
export interface FixArguments extends Selection, HouseArguments {
  /** Number the paragraphs anew first. */
  readonly renumber: boolean;
  /** Print a diff and write nothing. */
  readonly dryRun: boolean;
  /** Those without a severity repair although something may be at stake. */
  readonly rules: readonly RuleChoice[];
}

type Settled = Extract<Repair, { kind: "settled" }>;

/** Repairs papers where no word and no figure is at stake. What is left to decide is no failure. */
export async function fix(args: FixArguments, outer: Io): Promise<ExitStatus> {
  const { io, show, clear } = statusLine(outer);
  const problems = new Problems(io.stderr);
  const tally = { papers: 0, changed: 0, remaining: countBySeverity([]) };
  let quiet = false;
  // A filter hands on what is none of its business.
  const passOver = (other: PaperFile) => {
    quiet ||= other.path === undefined;
    if (other.path === undefined && !args.dryRun) io.stdout.write(markOf(other) + other.text);
  };
  for await (const paper of readPapers(args, io, problems, { show, passOver })) {
    quiet ||= paper.path === undefined;
    const repair = await repairPaper(paper, args, io, problems);
    if (!repair) continue;
    tally.papers++;
    if (repair.text !== paper.text) tally.changed++;
    tally.remaining = addCounts(tally.remaining, countBySeverity(repair.remaining));
  }
  clear();
  // A filter's only word is its text.
  if (!quiet && (tally.papers > 0 || problems.count === 0))
    say(args.dryRun ? io.stderr : io.stdout, summary(tally, args.dryRun));
  return problems.count > 0 ? 2 : 0;
}

/** Repairs one paper and says what was done; `undefined` when it could not be. */
async function repairPaper(
  paper: PaperFile,
  args: FixArguments,
  io: Io,
  problems: Problems,
): Promise<Settled | undefined> {
  const repair = fixText(paper.text, askedOf(args), paper.settings);
  const bytes = repair.kind === "settled" ? encode(repair.text, paper.bom) : undefined;
  if (repair.kind === "refused" || bytes === undefined) {
    problems.say(
      paper.file,
      repair.kind === "refused"
        ? repair.sentence
        : "Its repair would not be readable text, so it is left as it is.",
    );
    return undefined;
  }
  const refusal = await deliver(paper, repair, bytes, args, io);
  if (refusal !== undefined) {
    problems.say(paper.file, refusal);
    return undefined;
  }
  const notes = args.dryRun || paper.path === undefined ? io.stderr : io.stdout;
  if (paper.path !== undefined && !args.dryRun && repair.text !== paper.text)
    notes.write(`${painter(notes.colour)("bold", plain(paper.file))}: ${done(repair)}\n`);
  else if (repair.left.length > 0) notes.write(`${plain(paper.file)}\n`);
  for (const left of repair.left) notes.write(leftNote(left, notes));
  return repair;
}

function askedOf({ renumber, rules }: FixArguments): Asked {
  return {
    renumber,
    rules: new Set(rules.flatMap(({ rule, severity }) => (severity === undefined ? [rule] : []))),
  };
}

/** Writes the repaired paper to where it belongs, or its diff. Gives the sentence why not when that fails. */
async function deliver(
  paper: PaperFile,
  repair: Settled,
  bytes: Uint8Array,
  { dryRun }: FixArguments,
  { stdout, disk }: Io,
): Promise<string | undefined> {
  if (dryRun) {
    if (repair.text !== paper.text) stdout.write(diffOf(paper, repair.text, painter(stdout.colour)));
  } else if (paper.path === undefined) stdout.write(markOf(paper) + repair.text);
  else if (repair.text !== paper.text) return replaceFile(disk, paper.path, paper.bytes, bytes);
  return undefined;
}

function markOf({ bom }: PaperFile): string {
  return bom ? "\ufeff" : "";
}

function diffOf(paper: PaperFile, repaired: string, paint: Paint): string {
  const { file, text } = paper;
  const mark = markOf(paper);
  const [before, after] = isAbsolute(file) || file === "-" ? [file, file] : [`a/${file}`, `b/${file}`];
  const diff = createTwoFilesPatch(before, after, mark + text, mark + repaired, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  return diff
    .split("\n")
    .map((line) => paintDiffLine(line, paint))
    .join("\n");
}

function paintDiffLine(line: string, paint: Paint): string {
  if (line.startsWith("---") || line.startsWith("+++")) return paint("bold", line);
  if (line.startsWith("@@")) return paint("cyan", line);
  if (line.startsWith("+")) return paint("green", line);
  return line.startsWith("-") ? paint("red", line) : line;
}

function done({ renumbered, repaired }: Settled): string {
  const parts = [
    renumbered > 0 ? `${count(renumbered, "number")} changed` : "",
    repaired > 0 ? `${count(repaired, "place")} repaired` : "",
  ].filter((part) => part !== "");
  return parts.length > 0 ? `${parts.join(", ")}.` : "Repaired.";
}

function leftNote({ line, words, reason }: LeftPlace, { columns }: Output): string {
  const lead = `  line ${line}  `;
  const lines = wrap(`‘${words}’ is left as it is. ${reason}`, columns - lead.length);
  return lines.map((it, i) => `${i === 0 ? lead : " ".repeat(lead.length)}${it}\n`).join("");
}

interface Tally {
  readonly papers: number;
  readonly changed: number;
  readonly remaining: Counts;
}

function summary({ papers, changed, remaining }: Tally, dryRun: boolean): string {
  if (papers === 0) return "There was no paper to repair.";
  const what =
    changed === 0
      ? `${count(papers, "paper")} checked: nothing to repair.`
      : `${papers > 1 ? `${changed} of ` : ""}${count(papers, "paper")} ${dryRun ? "would be repaired" : "repaired"}.`;
  const left = sayCounts(remaining);
  return left === "" ? what : `${what} Left for you: ${left}. board-paper check shows them.`;
}

function say(output: Output, sentence: string): void {
  output.write(`${wrap(sentence, output.columns).join("\n")}\n`);
}
