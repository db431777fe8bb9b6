// The short forms that a paper leaves unexplained, one by one, for those who would explain many at once.

import type { Paper } from "../paper/paper.js";
import { type Place, spanOf } from "../paper/places.js";
import type { TextEdit } from "../text/edit.js";
import { tableAt, viewAcronym } from "./acronyms.js";
import type { Report } from "./check.js";
import type { Finding } from "./finding.js";
import { entriesOf, type FullKey, fullKey } from "./keys.js";
import type { KeyEntry } from "./rule.js";

/** A short form that a paper uses and does not explain. */
export interface UnexplainedAcronym {
  /** As it is printed where it is first used. */
  readonly short: string;
  /** How often it is used. */
  readonly uses: number;
  /** Where it is first used. */
  readonly at: Place;
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
      found.push({ acronym: acronymAt(paper, key, at, teller), start: span.start });
    }
  }
  return found.sort((a, b) => a.start - b.start).map((it) => it.acronym);
}

/** The edit that spells a short form out where it stands: `Violence Reduction Unit (VRU)`. Fails on a place of another version. */
export function spellOutEdit(paper: Paper, at: Place, words: string): TextEdit | undefined {
  const span = spanOf(paper, at);
  const said = `${words} (${printed(at)})`;
  const inTable = tableAt(at.block, at.span) !== undefined;
  return span && { ...span, text: inTable ? said.replace(/(?<!\\)\|/g, "\\|") : said };
}

/** The uses are counted when they are asked for: that takes a look at the whole paper. */
function acronymAt(paper: Paper, key: FullKey, at: Place, finding: Finding): UnexplainedAcronym {
  return {
    short: printed(at),
    at,
    finding,
    get uses() {
      return countUses(paper, key);
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
