import { dirname, resolve } from "node:path";
import { checkPaper, parsePaper, pictureAddresses, renderPage, type Severity } from "@board-papers/core";
import { type Destination, deliver, type ExportKind, fileFor, readDestination } from "../destinations.js";
import type { Selection } from "../find.js";
import type { HouseArguments } from "../houses.js";
import type { ExitStatus, Io } from "../io.js";
import { plain, wrap } from "../layout.js";
import { type PaperFile, readPapers } from "../papers.js";
import { type BrowserSearch, findBrowser } from "../pdf/browsers.js";
import { printPage } from "../pdf/print.js";
import { readPictures } from "../pictures.js";
import { Problems } from "../problems.js";
import { statusLine } from "../status-line.js";
import { addCounts, type Counts, countBySeverity, sayCounts, severities } from "../wording.js";

/** What `export` is asked. */
export interface ExportArguments extends Selection, HouseArguments {
  readonly to: ExportKind;
  /** The file or folder to write to; `-` is standard output, and by default it is beside the paper. */
  readonly out?: string | undefined;
  /** Replace files that are no exports, too. */
  readonly force: boolean;
  /** The least severity that makes the exit status 1. */
  readonly failOn: Severity;
}

/** Writes papers as pages or PDFs. Findings are counted, and keep no paper from being exported. */
export async function exportPapers(args: ExportArguments, outer: Io): Promise<ExitStatus> {
  const { io, show, clear } = statusLine(outer);
  const problems = new Problems(io.stderr);
  if (args.out === "") {
    problems.say("--out", "The name is empty. Name a file or a folder, or say - to print it.");
    return 2;
  }
  const destination = await readDestination(args.out, io);
  const isPrinted =
    destination.kind === "output" || (destination.kind === "beside" && args.paths.includes("-"));
  if (args.to === "pdf" && io.stdout.isTerminal && isPrinted) {
    problems.say("--out", "A PDF cannot be shown on a terminal. Name a file.");
    return 2;
  }
  const exporter = new Exporter(args, destination, io, problems);
  const papers = readPapers(args, io, problems, { show });
  if (destination.kind === "output" || destination.kind === "file") {
    const [paper, second] = await firstTwo(papers);
    if (second)
      problems.say("--out", "Several papers do not fit into one file. Name a folder, with a / at its end.");
    else if (paper) await exporter.export(paper);
  } else for await (const paper of papers) await exporter.export(paper);
  clear();
  if (exporter.papers === 0 && problems.count === 0)
    problems.say("export", "None of these is a paper, so nothing was written.");
  if (problems.count > 0) return 2;
  const counting = severities.slice(0, severities.indexOf(args.failOn) + 1);
  return counting.some((severity) => exporter.found[severity] > 0) ? 1 : 0;
}

class Exporter {
  papers = 0;
  found: Counts = countBySeverity([]);
  readonly #args: ExportArguments;
  readonly #destination: Destination;
  readonly #io: Io;
  readonly #problems: Problems;
  /** The papers by the file that they are written to. */
  readonly #written = new Map<string, string>();
  #browser: BrowserSearch | undefined;

  constructor(args: ExportArguments, destination: Destination, io: Io, problems: Problems) {
    this.#args = args;
    this.#destination = destination;
    this.#io = io;
    this.#problems = problems;
  }

  async export(paper: PaperFile): Promise<void> {
    this.papers++;
    const file = fileFor(paper, this.#args.to, this.#destination);
    if (file !== undefined && !this.#isFree(file, paper)) return;
    const rendered = await this.#render(paper);
    if (rendered === undefined) return;
    const { page, counts } = rendered;
    this.found = addCounts(this.found, counts);
    const isDelivered =
      this.#args.to === "html" ? await this.#write(file, page, paper) : await this.#print(file, page, paper);
    if (isDelivered) this.#sayFindings(paper, counts);
  }

  /** Whether no other paper was written to this file. */
  #isFree(file: string, paper: PaperFile): boolean {
    const path = resolve(this.#io.cwd, file);
    const other = this.#written.get(path);
    if (other === undefined) this.#written.set(path, paper.file);
    else
      this.#problems.say(paper.file, `It would be written to ${file}, as ${other} is. Export it elsewhere.`);
    return other === undefined;
  }

  /** The page of a paper, and how much was found in it. */
  async #render(paper: PaperFile): Promise<{ page: string; counts: Counts } | undefined> {
    const folder = dirname(paper.path ?? resolve(this.#io.cwd, paper.file));
    try {
      const parsed = parsePaper(paper.text);
      const report = checkPaper(parsed, paper.settings);
      const { urls, left } = await readPictures(pictureAddresses(parsed), folder, this.#io.disk);
      const page = renderPage(parsed, report, paper.settings, { images: urls });
      for (const sentence of left) this.#problems.say(paper.file, sentence);
      return { page, counts: countBySeverity(report.findings) };
    } catch (error) {
      // The core promises not to throw. Should it, the other papers are still exported.
      this.#problems.say(
        paper.file,
        `It could not be exported, through a fault of board-paper: ${String(error)}`,
      );
      return undefined;
    }
  }

  #sayFindings({ file }: PaperFile, counts: Counts): void {
    const words = sayCounts(counts);
    if (words === "") return;
    const name = file === "-" ? "Standard input" : plain(file);
    this.#io.stderr.write(`${name}: Exported with ${words} left. board-paper check shows them.\n`);
  }

  /** Gives whether the PDF is delivered, or the page in its place. */
  async #print(file: string | undefined, page: string, paper: PaperFile): Promise<boolean> {
    if (!this.#browser) {
      this.#browser = findBrowser(this.#io.machine);
      if (this.#browser.kind === "none") this.#problems.say("PDF", this.#browser.sentence);
    }
    const print = this.#browser.kind === "none" ? undefined : await printPage(page, this.#browser.path);
    if (print?.kind === "pdf") return this.#write(file, print.bytes, paper);
    if (print) this.#problems.say(paper.file, print.sentence);
    // What goes down a pipe is a PDF or nothing.
    if (file === undefined) return false;
    return this.#writeForPrinting(`${file.replace(/\.pdf$/i, "")}.html`, page, paper);
  }

  /** Writes the page where its PDF cannot be made. Gives whether it is written. */
  async #writeForPrinting(file: string, page: string, paper: PaperFile): Promise<boolean> {
    if (!this.#isFree(file, paper) || !(await this.#deliver(file, Buffer.from(page), paper))) return false;
    const sentence = `The page is written instead: ${file}. Open it in a browser, and print it into a PDF.`;
    this.#io.stderr.write(`${wrap(plain(sentence), this.#io.stderr.columns).join("\n")}\n`);
    return true;
  }

  /** Gives whether it is written, to a file or to standard output. */
  async #write(file: string | undefined, content: string | Uint8Array, paper: PaperFile): Promise<boolean> {
    if (file === undefined) {
      if (this.#io.stdout.closed) return false;
      this.#io.stdout.write(content);
      return true;
    }
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    const isWritten = await this.#deliver(file, bytes, paper);
    if (isWritten) this.#io.stdout.write(`Written: ${plain(file)}\n`);
    return isWritten;
  }

  #deliver(file: string, bytes: Uint8Array, paper: PaperFile): Promise<boolean> {
    const makesFolder = this.#destination.kind === "folder";
    return deliver({ file, bytes, force: this.#args.force, makesFolder }, paper, this.#io, this.#problems);
  }
}

async function firstTwo<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) if (found.push(item) === 2) break;
  return found;
}
