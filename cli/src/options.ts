// Options that several commands share, and how their values are read.

import { type Command, InvalidArgumentError, Option } from "commander";
import type { Shard } from "./find.js";
import { type RuleChoice, readRuleChoice } from "./rule-choices.js";
import { severities } from "./wording.js";

/** Adds what `check` and `fix` share: which papers they are about. */
export function selecting(command: Command): Command {
  return command
    .argument("[paths...]", "files, folders or patterns; - is one paper on standard input")
    .option("--files-from <file>", "read the paths from a file, one a line; - is standard input")
    .option("--stdin-filename <name>", "what the paper on standard input is called")
    .option("--config <file>", "check by this file instead of the nearest board-paper.yaml of each paper");
}

/** `--fail-on warning`. */
export function failOnOption(): Option {
  return new Option(
    "--fail-on <severity>",
    "the least that makes the exit status 1: error is must fix, warning is please check, info is suggestion",
  )
    .choices(severities)
    .default("error");
}

/** `--rule id=severity`, as often as one likes. */
export function ruleSeverityOption(): Option {
  return ruleOption(
    "--rule <rule=severity>",
    "how much a rule counts in this run: error, warning, info or off; may be repeated",
    (choice) => {
      if (choice.severity === undefined)
        throw new InvalidArgumentError(`Say how it counts, such as ${choice.rule}=warning.`);
    },
  );
}

/** `--rule id` or `--rule id=severity`, as often as one likes. */
export function ruleRepairOption(): Option {
  return ruleOption(
    "--rule <rule>",
    "also make this rule's first repair, which may need your judgement; with =off leave the rule out; may be repeated",
    () => {},
  );
}

/** `--shard 2/3`. */
export function shardOption(): Option {
  return new Option(
    "--shard <part/of>",
    "check only a part of the files, such as 2/3 for the second of three; the parts together are all of them",
  ).argParser(readShard);
}

/** `--set field=value`, as often as one likes. */
export function answerOption(): Option {
  return new Option("--set <field=value>", "what the paper's details say; may be repeated")
    .argParser((text: string, before: Readonly<Record<string, string>>) => {
      const [, field, value] = /^([^=\s]+)=(.*)$/s.exec(text) ?? [];
      if (field === undefined || value === undefined)
        throw new InvalidArgumentError('Say the field and what it says, such as "title=Reserves".');
      return { ...before, [field]: value };
    })
    .default({}, "none");
}

function ruleOption(flags: string, description: string, check: (choice: RuleChoice) => void): Option {
  return new Option(flags, description)
    .argParser((text: string, before: readonly RuleChoice[]): readonly RuleChoice[] => {
      const choice = readRuleChoice(text);
      if (typeof choice === "string") throw new InvalidArgumentError(choice);
      check(choice);
      return [...before, choice];
    })
    .default([], "none");
}

function readShard(text: string): Shard {
  const [, part, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text)?.map(Number) ?? [];
  if (part === undefined || of === undefined || part < 1 || part > of)
    throw new InvalidArgumentError("Say which part of how many, such as 2/3.");
  return { part, of };
}
