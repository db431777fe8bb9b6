import { type OptionTable, type Rule, type RuleExample, rules } from "@board-papers/core";
import type { ExitStatus, Io } from "../io.js";
import { type Paint, painter, plain, wrap } from "../layout.js";
import { Problems } from "../problems.js";
import { noSuchRule } from "../rule-choices.js";
import { severityWords } from "../wording.js";

/** What `explain` is asked. */
export interface ExplainArguments {
  readonly rule: string;
}

/** Prints the page of a rule. */
export async function explain({ rule: id }: ExplainArguments, io: Io): Promise<ExitStatus> {
  const rule = rules.find((it) => it.id === id);
  if (rule) {
    const { columns, colour } = io.stdout;
    io.stdout.write(page(rule, Math.min(columns, 90), painter(colour)));
    return 0;
  }
  new Problems(io.stderr).say(id, noSuchRule(id));
  return 2;
}

function page(rule: Rule, width: number, paint: Paint): string {
  const title = (words: string) => paint("bold", words);
  const text = (words: string) => wrap(words, width - 2).map((line) => `  ${line}`);
  const parts = [
    [`${title(rule.id)}  ${paint("dim", severityWords[rule.severity])}`, ...text(rule.summary)],
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
