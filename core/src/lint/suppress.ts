// Takes out of a paper's findings those that its author keeps as they are, and asks the rules about suppressions
// which of these were needed. In a paper without any this costs a look at its chunks.

import type { Block } from "../paper/block.js";
import type { Paper } from "../paper/paper.js";
import { contextOf, type Finding, findingOf, type PlacedFinding, type Silenced } from "./finding.js";
import type { NamedVerdict, Suppression } from "./rule.js";
import type { ActiveRule, ActiveSettings, Settings } from "./settings.js";
import { type Clause, clausesOf, directivesOf, Silencer } from "./silencer.js";

/** The findings that are left, with those about suppressions themselves, and the ones that were silenced. */
interface Suppressed {
  readonly findings: readonly PlacedFinding[];
  readonly silenced: readonly Silenced[];
}

/** Silences findings, which are given in the order of the paper. What is found about suppressions comes last. */
export function suppress(
  paper: Paper,
  settings: Settings,
  active: ActiveSettings,
  findings: readonly PlacedFinding[],
): Suppressed {
  const clauses = clausesOf(directivesOf(paper));
  if (clauses.length === 0) return { findings, silenced: [] };
  const judge = new SuppressionJudge(settings, active);
  const first = sift(paper, clauses, findings, judge);
  const unneeded = clauses.flatMap((it) => judge.judge(it, false));
  const second = sift(paper, clauses, unneeded, judge);
  // Whether it was needed to silence the rule about suppressions is known last, and is not silenced again.
  const last = clauses.flatMap((it) => judge.judge(it, true));
  return {
    findings: [...first.findings, ...second.findings, ...last],
    silenced: [...first.silenced, ...second.silenced],
  };
}

function sift(
  paper: Paper,
  clauses: readonly (readonly Clause[])[],
  findings: readonly PlacedFinding[],
  judge: SuppressionJudge,
): Suppressed {
  const silencer = new Silencer(paper, clauses, (rule) => !judge.isAboutSuppressions(rule));
  const left: PlacedFinding[] = [];
  const silenced: Silenced[] = [];
  for (const placed of findings) {
    const clause = silencer.at(placed.at, placed.finding.rule);
    if (clause) silenced.push({ finding: placed.finding, by: clause.placed });
    else left.push(placed);
  }
  silencer.finish();
  return { findings: left, silenced };
}

/** What was found of a block's suppressions, by what they were judged on: the same finding as long as that holds. */
const judged = new WeakMap<ActiveRule, WeakMap<Block, Map<string, readonly Finding[]>>>();

class SuppressionJudge {
  readonly #active: ActiveSettings;
  readonly #rules: readonly ActiveRule[];
  readonly #ruleIds: readonly string[];
  readonly #about: ReadonlySet<string>;
  readonly #known: ReadonlySet<string>;
  readonly #on: ReadonlySet<string>;

  constructor(settings: Settings, active: ActiveSettings) {
    this.#active = active;
    this.#rules = active.rules.filter((it) => it.rule.scope === "suppression");
    this.#ruleIds = settings.rules.map((it) => it.id);
    this.#known = new Set(this.#ruleIds);
    this.#about = new Set(settings.rules.filter((it) => it.scope === "suppression").map((it) => it.id));
    this.#on = new Set(active.rules.map((it) => it.rule.id));
  }

  isAboutSuppressions(rule: string): boolean {
    return this.#about.has(rule);
  }

  /** What is found of a directive; `last` looks only at the naming of rules about suppressions, else at all the rest. */
  judge(clauses: readonly Clause[], last: boolean): PlacedFinding[] {
    const [first] = clauses;
    if (!first || this.#rules.length === 0) return [];
    const { block, directive, offset } = first.placed;
    const named = directive.rules.map(
      (it, i): NamedVerdict => ({ ...it, verdict: this.#verdict(clauses[i], last) }),
    );
    const needed = named.length > 0 || last || first.uses > 0;
    if (needed && named.every((it) => it.verdict === "needed")) return [];
    const suppression = { block, directive, named, needed, ruleIds: this.#ruleIds };
    return this.#rules
      .flatMap((rule) => this.#ask(rule, suppression))
      .map((finding) => ({ finding, at: offset + finding.at.span.start }));
  }

  #verdict(clause: Clause | undefined, last: boolean): NamedVerdict["verdict"] {
    const rule = clause?.rule;
    if (!clause || rule === undefined || this.#about.has(rule) !== last) return "needed";
    if (!this.#known.has(rule)) return "unknown";
    // Of a rule that is off nobody knows what it would have found.
    return clause.uses > 0 || !this.#on.has(rule) ? "needed" : "unneeded";
  }

  #ask(rule: ActiveRule, suppression: Suppression): readonly Finding[] {
    if (rule.rule.scope !== "suppression") return [];
    const { block, directive, named, needed } = suppression;
    const byBlock = judged.get(rule) ?? new WeakMap<Block, Map<string, readonly Finding[]>>();
    judged.set(rule, byBlock);
    const known = byBlock.get(block) ?? new Map<string, readonly Finding[]>();
    byBlock.set(block, known);
    const key = [directive.span.start, needed, ...named.map((it) => it.verdict)].join(" ");
    const findings =
      known.get(key) ??
      [...rule.rule.check(suppression, contextOf(this.#active, rule))].map((it) => findingOf(rule, it));
    known.set(key, findings);
    return findings;
  }
}
