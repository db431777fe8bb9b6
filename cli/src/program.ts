// The commands, their options and their help. The work is in commands/.

import { Command, CommanderError, Option } from "commander";
import { type CheckArguments, check } from "./commands/check.js";
import { explain } from "./commands/explain.js";
import { type ExportArguments, exportPapers } from "./commands/export.js";
import { type FiguresArguments, figures } from "./commands/figures.js";
import { type FixArguments, fix } from "./commands/fix.js";
import { init } from "./commands/init.js";
import { type NewArguments, newCommand } from "./commands/new.js";
import { type RulesArguments, ruleFormats, rules } from "./commands/rules.js";
import { figureFormats } from "./figures/formats.js";
import type { ExitStatus, Io, Output } from "./io.js";
import {
  answerOption,
  failOnOption,
  ruleRepairOption,
  ruleSeverityOption,
  selecting,
  shardOption,
} from "./options.js";
import { formats } from "./reporters/formats.js";
import type { RuleChoice } from "./rule-choices.js";
import { version } from "./version.js";

/** Runs the command line; gives its exit status. */
export async function run(args: readonly string[], io: Io): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = newProgram(io, (result) => {
    status = result;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

type Finish = (status: ExitStatus) => void;

/** What commander makes of `--rule`. */
interface RuleOption {
  readonly rule: readonly RuleChoice[];
}

/** What commander makes of the options of `new`. */
type NewOptions = Partial<Pick<NewArguments, "template" | "list" | "config">> & {
  readonly set: NewArguments["answers"];
};

/** What commander makes of the options of `export`. */
type ExportOptions = Omit<ExportArguments, "paths" | "rules" | "force"> &
  Partial<Pick<ExportArguments, "force">>;

function newProgram(io: Io, finish: Finish): Command {
  const program = new Command("board-paper")
    .description(
      "Checks board papers in Markdown, and repairs what can be repaired without deciding anything for you.",
    )
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .option("--no-color", "use no colour")
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: io.stdout.write,
      writeErr: io.stderr.write,
      getOutHelpWidth: () => io.stdout.columns,
      getErrHelpWidth: () => io.stderr.columns,
      outputError: (message, write) => write(oneSentence(message)),
    });
  const world = () => (program.opts<{ color: boolean }>().color ? io : withoutColour(io));
  addCheck(program, world, finish);
  addFix(program, world, finish);
  addFigures(program, world, finish);
  addExport(program, world, finish);
  addRules(program, world, finish);
  addExplain(program, world, finish);
  addNew(program, world, finish);
  addInit(program, world, finish);
  return program;
}

function addCheck(program: Command, world: () => Io, finish: Finish): void {
  selecting(program.command("check"))
    .alias("lint")
    .summary("check papers")
    .description("Checks papers: the given files, those in the given folders, or all in the current folder.")
    .addOption(
      new Option("--format <format>", "how to print what is found")
        .choices(Object.keys(formats))
        .default("stylish"),
    )
    .addOption(failOnOption())
    .addOption(ruleSeverityOption())
    .addOption(shardOption())
    .addHelpText(
      "after",
      `
Exit status: 0 when nothing is found that counts, 1 when something is,
2 when something could not be checked.

Examples:
  board-paper check
  board-paper check november.paper.md archive
  board-paper check --rule acronym-undefined=off --rule table-total=warning
  board-paper check --format json papers > findings.json`,
    )
    .action(
      async (paths: string[], { rule, ...options }: RuleOption & Omit<CheckArguments, "paths" | "rules">) =>
        finish(await check({ ...options, rules: rule, paths }, world())),
    );
}

function addFix(program: Command, world: () => Io, finish: Finish): void {
  selecting(program.command("fix"))
    .summary("repair papers")
    .description(
      "Repairs papers where no word and no figure is at stake. With - it prints the repaired paper.",
    )
    .option("--renumber", "first number the paragraphs anew from 1; references to them follow")
    .addOption(ruleRepairOption())
    .option("--dry-run", "print what would change, and write nothing")
    .addHelpText(
      "after",
      `
Exit status: 0 when it is done, whatever is left for you to decide,
2 when a paper could not be repaired.

Examples:
  board-paper fix november.paper.md
  board-paper fix --renumber --dry-run papers
  board-paper fix --rule table-total --dry-run november.paper.md`,
    )
    .action(
      async (
        paths: string[],
        { rule, ...options }: RuleOption & Partial<Omit<FixArguments, "paths" | "rules">>,
      ) => finish(await fix({ renumber: false, dryRun: false, ...options, rules: rule, paths }, world())),
    );
}

function addFigures(program: Command, world: () => Io, finish: Finish): void {
  selecting(program.command("figures"))
    .summary("list the figures of papers, and how each was checked")
    .description(
      "Lists every figure that is read in papers, and the sums, shares, changes and claims that were checked with them.",
    )
    .addOption(
      new Option("--format <format>", "how to print the list")
        .choices(Object.keys(figureFormats))
        .default("stylish"),
    )
    .addHelpText(
      "after",
      `
Exit status: 0 when the figures are listed, whether they agree or not,
2 when a paper could not be read.

Examples:
  board-paper figures november.paper.md
  board-paper figures --format json papers > figures.json`,
    )
    .action(async (paths: string[], options: Omit<FiguresArguments, "paths" | "rules">) =>
      finish(await figures({ ...options, rules: [], paths }, world())),
    );
}

function addExport(program: Command, world: () => Io, finish: Finish): void {
  selecting(program.command("export"))
    .summary("write papers as web pages or PDFs")
    .description(
      "Writes each paper as one web page that anybody can read, or as a PDF, which a browser on this computer prints.",
    )
    .addOption(new Option("--to <format>", "what to write").choices(["html", "pdf"]).default("html"))
    .option(
      "-o, --out <file>",
      "where to write it: a file, a folder (its name may end in /), or - to print it; otherwise beside the paper, and standard input is printed",
    )
    .option("--force", "replace a file that is no export, too")
    .addOption(failOnOption())
    .addOption(ruleSeverityOption())
    .addHelpText(
      "after",
      `
A paper is exported whatever is found in it; how much that is, is said.
The PDF's browser is CHROME_PATH, or a Chromium, Chrome or Edge that is
installed. Without one, the page is written for you to print.

Exit status: 0 when it is done and nothing is found that counts, 1 when
something is, 2 when something could not be exported, be it one picture.

Examples:
  board-paper export november.paper.md
  board-paper export papers --out public/
  board-paper export november.paper.md --to pdf --out board-5a.pdf
  board-paper export - --out - < november.paper.md`,
    )
    .action(async (paths: string[], { rule, ...options }: RuleOption & ExportOptions) =>
      finish(await exportPapers({ force: false, ...options, rules: rule, paths }, world())),
    );
}

function addRules(program: Command, world: () => Io, finish: Finish): void {
  program
    .command("rules")
    .summary("list what is checked")
    .description("Lists what is checked: each rule, how much it counts, and whether it can repair.")
    .addOption(
      new Option("--format <format>", "how to print the list")
        .choices(Object.keys(ruleFormats))
        .default("stylish"),
    )
    .action(async (options: RulesArguments) => finish(await rules(options, world())));
}

function addExplain(program: Command, world: () => Io, finish: Finish): void {
  program
    .command("explain")
    .summary("explain a rule")
    .description("Explains a rule: why it is there, with an example and its options.")
    .argument("<rule>", "a rule's name, such as paragraph-sequence")
    .action(async (rule: string) => finish(await explain({ rule }, world())));
}

function addNew(program: Command, world: () => Io, finish: Finish): void {
  program
    .command("new")
    .summary("start a paper from a template")
    .description("Starts a paper from a template. On a terminal it asks for the details that are needed.")
    .argument("[file]", "the file to write, which must not be there yet; - prints the paper")
    .option("--template <name>", "the template, where it is not the one of papers that name none")
    .addOption(answerOption())
    .option("--list", "list the templates")
    .option("--config <file>", "go by this file instead of the nearest board-paper.yaml")
    .addHelpText(
      "after",
      `
Examples:
  board-paper new november/reserves.paper.md
  board-paper new reserves.paper.md --template spcb --set title=Reserves --set "presented-by=A Name, Treasurer"
  board-paper new --list`,
    )
    .action(async (file: string | undefined, { set, ...options }: NewOptions) =>
      finish(await newCommand({ list: false, ...options, file, answers: set, rules: [] }, world())),
    );
}

function addInit(program: Command, world: () => Io, finish: Finish): void {
  program
    .command("init")
    .summary("start a board-paper.yaml")
    .description(
      "Writes a board-paper.yaml with comments to start from: house templates, a glossary, and how rules count.",
    )
    .argument("[folder]", "the folder of the papers that it is for", ".")
    .action(async (folder: string) => finish(await init({ folder }, world())));
}

/** `error: unknown option '--fx'\n(Did you mean --fix?)` as one line. */
function oneSentence(message: string): string {
  const [first = "", ...rest] = message.trim().split("\n");
  const hint = rest.map((line) => line.replace(/^\((.*)\)$/, "$1"));
  const words = first.replace(/^error: /, "");
  return `${[`board-paper: ${words}${/[.?]$/.test(words) ? "" : "."}`, ...hint].join(" ")}\n`;
}

function withoutColour(io: Io): Io {
  return { ...io, stdout: plainOutput(io.stdout), stderr: plainOutput(io.stderr) };
}

function plainOutput(output: Output): Output {
  return {
    ...output,
    colour: false,
    get closed() {
      return output.closed;
    },
  };
}
