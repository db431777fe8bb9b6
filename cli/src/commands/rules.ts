import { rules as allRules, type Rule, type RuleSeverity } from "@board-papers/core";
import { Houses } from "../houses.js";
import type { ExitStatus, Io, Output } from "../io.js";
import { painter, wrap } from "../layout.js";
import { Problems } from "../problems.js";
import { severityIn } from "../rule-choices.js";
import { count, severityWords } from "../wording.js";

/** The formats of `rules`, by name. */
export const ruleFormats = { stylish: table, json } satisfies Record<
  string,
  (rules: readonly ListedRule[], stdout: Output) => void
>;

/** A rule, and how much it counts here. */
interface ListedRule {
  readonly rule: Rule;
  readonly severity: RuleSeverity;
}

/** What `rules` is asked. */
export interface RulesArguments {
  readonly format: keyof typeof ruleFormats;
}

/** Lists what is checked, as it counts in the current folder. */
export async function rules({ format }: RulesArguments, io: Io): Promise<ExitStatus> {
  const problems = new Problems(io.stderr);
  const settings = await new Houses({ rules: [] }, io, problems).in(io.cwd);
  if (!settings) return 2;
  ruleFormats[format](
    allRules.map((rule) => ({ rule, severity: severityIn(settings, rule) })),
    io.stdout,
  );
  return 0;
}

const narrow = 70;

function table(rules: readonly ListedRule[], stdout: Output): void {
  const paint = painter(stdout.colour);
  const idWidth = Math.max(0, ...rules.map(({ rule }) => rule.id.length));
  const wordWidth = Math.max(...Object.values(severityWords).map((word) => word.length));
  const stacked = stdout.columns < narrow;
  const indent = stacked ? 2 : idWidth + 2 + wordWidth + 2;
  for (const { rule, severity } of rules) {
    const text = rule.fix === undefined ? rule.summary : `${rule.summary} (offers a repair)`;
    const lines = wrap(text, Math.min(stdout.columns, 110) - indent);
    const id = paint("bold", rule.id.padEnd(stacked ? 0 : idWidth));
    const word = paint("dim", severityWords[severity].padEnd(stacked ? 0 : wordWidth));
    const first = stacked ? [`${id}  ${word}`, `  ${lines[0] ?? ""}`] : [`${id}  ${word}  ${lines[0] ?? ""}`];
    stdout.write(`${[...first, ...lines.slice(1).map((line) => " ".repeat(indent) + line)].join("\n")}\n`);
  }
  stdout.write(`\n${count(rules.length, "rule")}. board-paper explain RULE tells you more about one.\n`);
}

function json(rules: readonly ListedRule[], stdout: Output): void {
  const entries = rules.map(({ severity, rule: { id, summary, why, fix, options } }) => ({
    id,
    severity,
    summary,
    why,
    fixable: fix !== undefined,
    fix: fix ?? null,
    options: Object.entries(options).map(([name, option]) => ({ name, ...option })),
  }));
  stdout.write(`${JSON.stringify(entries, null, 2)}\n`);
}
