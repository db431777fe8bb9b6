import { type OptionTable, type Rule, type RuleExample, type RuleSeverity, rules } from "@board-papers/core";
import { Houses } from "../houses.js";
import type { ExitStatus, Io } from "../io.js";
import { type Paint, painter, plain, wrap } from "../layout.js";
import { Problems } from "../problems.js";
import { noSuchRule, severityIn } from "../rule-choices.js";
import { severityWords } from "../wording.js";

/** What `explain` is asked. */
interface ExplainArguments {
  readonly rule: string;
}

/** Prints the page of a rule. */
export async function explain({ rule: id }: ExplainArguments, io: Io): Promise<ExitStatus> {
  const problems = new Problems(io.stderr);
  const rule = rules.find((it) => it.id === id);
  if (!rule) {
    problems.say(id, noSuchRule(id));
    return 2;
  }
  const settings = await new Houses({ rules: [] }, io, problems).in(io.cwd);
  const severity = settings ? severityIn(settings, rule) : rule.severity;
  const { columns, colour } = io.stdout;
  io.stdout.write(page(rule, severity, Math.min(columns, 90), painter(colour)));
  return settings ? 0 : 2;
}

function page(rule: Rule, severity: RuleSeverity, width: number, paint: Paint): string {
  const title = (words: string) => paint("bold", words);
  const text = (words: string) => wrap(words, width - 2).map((line) => `  ${line}`);
  const parts = [
    [`${title(rule.id)}  ${paint("dim", sayHere(rule, severity))}`, ...text(rule.summary)],
    [title("Why"), ...text(rule.why)],
    ...rule.examples.map((example) => exampleLines(example, title, paint)),
    [title("Repair"), ...text(rule.fix ?? "There is none: this is for you to decide.")],
    optionLines(rule.options, title, text),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

/** How much a rule counts, and how much it would if nothing said otherwise. */
function sayHere(rule: Rule, severity: RuleSeverity): string {
  const words = severityWords[severity];
  return severity === rule.severity ? words : `${words} (here; elsewhere ${severityWords[rule.severity]})`;
}

function exampleLines({ bad, good }: RuleExample, title: (words: string) => string, paint: Paint): string[] {
  const quote = (text: string) =>
    text
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => `  ${paint("dim", "│")} ${plain(line)}`.trimEnd());
  return [title("This is reported"), ...quote(bad), "", title("This is not"), ...quote(good)];
}

function optionLines(
  options: OptionTable,
  title: (words: string) => string,
  text: (words: string) => string[],
): string[] {
  const entries = Object.entries(options);
  if (entries.length === 0) return [];
  return [
    title("Options"),
    ...entries.flatMap(([name, option]) =>
      text(`${name} (${JSON.stringify(option.default)} unless set): ${option.summary}`),
    ),
  ];
}
