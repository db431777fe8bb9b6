// How rules count in this run: what `--rule` says, which comes behind everything else that may say it.

import { type Rule, type RuleSeverity, rules, type Settings, settle } from "@board-papers/core";
import { suggestions } from "./suggest.js";
import { anyOf, severities } from "./wording.js";

/** One `--rule`. */
export interface RuleChoice {
  readonly rule: string;
  /** `undefined` where only the rule was named. */
  readonly severity: RuleSeverity | undefined;
}

/** The choice that `rule=severity` or `rule` makes, or the sentence why it makes none. */
export function readRuleChoice(text: string): RuleChoice | string {
  const at = text.indexOf("=");
  const rule = at < 0 ? text : text.slice(0, at);
  if (!rules.some((it) => it.id === rule)) return noSuchRule(rule);
  if (at < 0) return { rule, severity: undefined };
  const words: readonly RuleSeverity[] = [...severities, "off"];
  const typed = text.slice(at + 1);
  const severity = words.find((it) => it === typed);
  if (severity !== undefined) return { rule, severity };
  const near = suggestions(typed, words);
  return near.length > 0
    ? `'${typed}' is not how a rule can count. Did you mean ${anyOf(near)}?`
    : `A rule counts as ${anyOf(words)}.`;
}

/** Says that no rule has this name, and which one may be meant. */
export function noSuchRule(name: string): string {
  const near = suggestions(
    name,
    rules.map((it) => it.id),
  );
  const hint = near.length > 0 ? `Did you mean ${anyOf(near)}?` : "board-paper rules lists them all.";
  return `There is no such rule. ${hint}`;
}

/** The settings with the choices' severities; the very same object for the same settings and choices. */
export function withChoices(settings: Settings, choices: readonly RuleChoice[]): Settings {
  if (choices.every((it) => it.severity === undefined)) return settings;
  const bySettings = made.get(choices) ?? new WeakMap<Settings, Settings>();
  made.set(choices, bySettings);
  const known = bySettings.get(settings) ?? override(settings, choices);
  bySettings.set(settings, known);
  return known;
}

/** How much a rule counts in papers that name no template. */
export function severityIn(settings: Settings, { id }: Rule): RuleSeverity {
  return settle(settings, undefined).rules.find((it) => it.rule.id === id)?.severity ?? "off";
}

const made = new WeakMap<readonly RuleChoice[], WeakMap<Settings, Settings>>();

function override(settings: Settings, choices: readonly RuleChoice[]): Settings {
  const overrides = { ...settings.overrides };
  for (const { rule, severity } of choices)
    if (severity !== undefined) overrides[rule] = { ...overrides[rule], severity };
  return { ...settings, overrides };
}
