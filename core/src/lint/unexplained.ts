// The short forms that a paper leaves unexplained, one by one, for those who would explain many at once.

import type { Paper } from "../paper/paper.js";
import { type Place, spanOf } from "../paper/places.js";
import { tableAt, viewAcronym } from "./acronyms.js";
import type { Report } from "./check.js";
import { writtenOut } from "./expansions.js";
import type { Finding } from "./finding.js";
import { entriesOf, type FullKey, fullKey } from "./keys.js";
import type { KeyEntry, Problem } from "./rule.js";

/** A short form that a paper uses and does not explain. */
export interface UnexplainedAcronym {
  /** As it is printed where it is first used. */
  readonly short: string;
  /** How often it is used. */
  readonly uses: number;
  /** Where it is first used. */
  readonly at: Place;
  /** Where it is best spelled out: at its first use that is not in a heading. */
  readonly spellOutAt: Place;
  /** What it may stand for: words of the paper that spell it. */
  readonly suggestion: string | undefined;
  /** The finding that tells of it, perhaps with others of its table. */
  readonly finding: Finding;
}

/** The rule that tells of them. */
const rule = "acronym-undefined";

/** Whether a finding tells of short forms that the paper does not explain. */
export function tellsOfAcronyms(finding: Finding): boolean {
  return finding.rule === rule;
}

/** The short forms that findings of a report tell of, in the order of the paper; none that is kept as it is. */
export function unexplainedAcronyms(report: Report): UnexplainedAcronym[] {
  const { paper } = report;
  const told = new Set(report.findings.filter(tellsOfAcronyms));
  if (told.size === 0) return [];
  const tellerAt = (at: Place): Finding | undefined => [...told].findLast((it) => isJoined(it, at));
  const found: { acronym: UnexplainedAcronym; start: number }[] = [];
  for (const [key, { problems }] of report.memory.byKey) {
    for (const { rule: active, problem, finding } of problems) {
      if (active.rule.id !== rule) continue;
      const { at, group } = problem;
      const teller = group === undefined ? finding : tellerAt(at);
      const span = spanOf(paper, at);
      if (!teller || !span || !told.has(teller)) continue;
      found.push({ acronym: acronymOf(paper, key, problem, teller), start: span.start });
    }
  }
  return found.sort((a, b) => a.start - b.start).map((it) => it.acronym);
}

/** What takes a look at the whole paper is found when it is asked for. */
function acronymOf(
  paper: Paper,
  key: FullKey,
  { at, fixes = [] }: Problem,
  finding: Finding,
): UnexplainedAcronym {
  const short = printed(at);
  const spelling = fixes.find((it) => it.kind === "explain");
  return {
    short,
    at,
    spellOutAt: spelling?.at ?? at,
    finding,
    get uses() {
      return countUses(paper, key);
    },
    get suggestion() {
      return writtenOut(paper, short);
    },
  };
}

/** Whether a finding stands for all unexplained short forms of the table that the place is in. */
function isJoined({ at }: Finding, { block, span }: Place): boolean {
  return (
    at.block === block &&
    at.span.start <= span.start &&
    tableAt(block, at.span) !== undefined &&
    tableAt(block, at.span) === tableAt(block, span)
  );
}

function printed({ block, span }: Place): string {
  return block.text.slice(span.start, span.end);
}

function countUses(paper: Paper, key: FullKey): number {
  const entries = (acronym: string): KeyEntry[] => entriesOf(paper, fullKey("acronym", acronym));
  return viewAcronym(key.slice("acronym ".length), entriesOf(paper, key), { entries }).uses.length;
}
