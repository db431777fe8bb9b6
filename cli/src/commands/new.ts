import { dirname, normalize, resolve, sep } from "node:path";
import { newPaper, type Settings, type Template } from "@board-papers/core";
import { createFile, noFolder } from "../create-file.js";
import { type HouseArguments, Houses } from "../houses.js";
import type { ExitStatus, Io } from "../io.js";
import { painter, plain, wrap } from "../layout.js";
import { answerProblem, askForDetails } from "../paper-details.js";
import { Problems } from "../problems.js";
import { suggestions } from "../suggest.js";
import { anyOf } from "../wording.js";

/** What `new` is asked. */
export interface NewArguments extends HouseArguments {
  /** The file to write; `-` is standard output. */
  readonly file?: string | undefined;
  /** The template by its name, where it is not the one of papers that name none. */
  readonly template?: string | undefined;
  /** What the paper's details say, by field. */
  readonly answers: Readonly<Record<string, string>>;
  /** List the templates, and write nothing. */
  readonly list: boolean;
}

/** Starts a paper from a template. On a terminal it asks for the details that are needed. */
export async function newCommand(args: NewArguments, io: Io): Promise<ExitStatus> {
  const problems = new Problems(io.stderr);
  const file = fileOf(args.file);
  const settings = await settingsOf(file, args, io, problems);
  if (!settings) return 2;
  if (args.list) {
    list(settings, io);
    return 0;
  }
  const template = templateOf(settings, args, problems);
  if (!template) return 2;
  const refused = Object.entries(args.answers).flatMap(
    ([field, answer]) => answerProblem(template, field, answer) ?? [],
  );
  for (const sentence of refused) problems.say("--set", sentence);
  if (file === undefined)
    problems.say("new", "Say which file to write, such as reserves.paper.md, or - to print it.");
  else {
    const sentence = nameProblem(file);
    if (sentence !== undefined) problems.say(file, sentence);
  }
  if (file === undefined || problems.count > 0) return 2;
  const answers = await askForDetails(template, args.answers, io);
  if (!answers) {
    io.stderr.write("Nothing was written.\n");
    return 2;
  }
  return deliver(file, newPaper(template, answers), io, problems);
}

/** A name that is not one of Markdown gets the ending of papers; what stands behind a point may be a date or a number. */
function fileOf(file: string | undefined): string | undefined {
  if (!file) return undefined;
  if (file === "-") return file;
  const name = normalize(file).replaceAll(sep, "/");
  if (folderName.test(name) || markdown.test(name) || otherKind.test(name)) return name;
  return `${name.replace(/\.paper$/i, "")}.paper.md`;
}

const folderName = /(?:^|\/)\.{0,2}$/;
const markdown = /\.(?:md|markdown)$/i;
/** The endings of files that a paper was likely meant to become. */
const otherKind = /\.(?:docx?|pdf|txt)$/i;

/** Why no paper can be written to a file of this name. */
function nameProblem(file: string): string | undefined {
  if (folderName.test(file)) return "This is a folder. Say which file to write in it.";
  if (!otherKind.test(file)) return undefined;
  return `Papers are written in Markdown. Call it ${file.replace(otherKind, "")}.paper.md.`;
}

/** What holds where the file is to lie. */
async function settingsOf(
  file: string | undefined,
  args: NewArguments,
  io: Io,
  problems: Problems,
): Promise<Settings | undefined> {
  const houses = new Houses(args, io, problems);
  if (file === undefined || file === "-") return houses.in(io.cwd);
  return (await houses.of(resolve(io.cwd, file)))?.settings;
}

function templateOf(
  { templates, template }: Settings,
  args: NewArguments,
  problems: Problems,
): Template | undefined {
  const wanted = args.template ?? template;
  const found = templates.find((it) => it.name === wanted);
  if (found) return found;
  const near = suggestions(
    wanted,
    templates.map((it) => it.name),
  );
  const hint = near.length > 0 ? `Did you mean ${anyOf(near)}?` : "board-paper new --list lists them all.";
  problems.say(wanted, `There is no such template. ${hint}`);
  return undefined;
}

function list({ templates, template }: Settings, { stdout }: Io): void {
  const paint = painter(stdout.colour);
  const width = Math.max(...templates.map((it) => it.name.length));
  for (const { name, title } of templates) {
    const mark = name === template ? paint("dim", " (unless another is named)") : "";
    stdout.write(`${paint("bold", name.padEnd(width))}  ${plain(title)}${mark}\n`);
  }
}

async function deliver(file: string, text: string, io: Io, problems: Problems): Promise<ExitStatus> {
  if (file === "-") {
    io.stdout.write(text);
    return 0;
  }
  const path = resolve(io.cwd, file);
  const refusal = await createFile(io.disk, path, Buffer.from(text));
  if (refusal !== undefined) {
    problems.say(refusal === noFolder ? dirname(file) : file, refusal);
    return 2;
  }
  const sentence = `Written: ${file}. Replace what stands in square brackets; board-paper check ${quoted(file)} shows what is left.`;
  io.stdout.write(`${wrap(sentence, io.stdout.columns).join("\n")}\n`);
  return 0;
}

function quoted(file: string): string {
  return /^[\w./-]+$/.test(file) ? file : `"${file}"`;
}
