import type { Block } from "../paper/block.js";
import type { Directive } from "../paper/directives.js";
import type { Place } from "../paper/places.js";
import type { Fix, Problem, RuleContext, Severity } from "./rule.js";
import type { ActiveRule, ActiveSettings } from "./settings.js";

/** A rule's statement about a place of the paper. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly at: Place;
  readonly related: readonly { readonly at: Place; readonly message: string }[];
  readonly fixes: readonly Fix[];
}

/** A finding and where it starts: UTF-16 offset in the paper. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly at: number;
}

/** A finding that the author keeps as it is, and the comment that says so. */
export interface Silenced {
  readonly finding: Finding;
  readonly by: { readonly block: Block; readonly directive: Directive };
}

/** What was judged to make a report from the one before. */
export interface CheckWork {
  /** Blocks that block and neighbour rules were asked about. */
  readonly blocks: number;
  /** Blocks that rules about words and their tables were asked about. */
  readonly tables: number;
  /** Keys that key rules were asked about. */
  readonly keys: number;
  /** Times that a sequence rule was asked about the paper's order. */
  readonly sequences: number;
  /** Times that a rule was asked about the paper's details. */
  readonly details: number;
}

/** The counts while they are made. */
export type WorkCounter = { -readonly [Key in keyof CheckWork]: CheckWork[Key] };

const ranks: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** The finding of a problem, with the severity that the rule has here, or less where the problem says so. */
export function findingOf({ rule, severity }: ActiveRule, problem: Problem): Finding {
  const { at, message, related = [], fixes = [] } = problem;
  const asked = problem.severity;
  const settled = asked !== undefined && ranks[asked] < ranks[severity] ? asked : severity;
  return { rule: rule.id, severity: settled, message, at, related, fixes };
}

/** What a rule's check is told beside its facts. */
export function contextOf(
  { template, glossary }: ActiveSettings,
  { options }: ActiveRule,
): RuleContext<never> {
  return { options: options as never, template, glossary };
}
