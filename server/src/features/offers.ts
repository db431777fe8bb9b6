// What can be done about the findings in a place of a paper.

import {
  type Finding,
  keepEdits,
  mayBeKept,
  type RuleSeverity,
  spanOf,
  tellsOfAcronyms,
  unexplainedAcronyms,
} from "@board-papers/core";
import { type CodeAction, CodeActionKind, type Command, type Range } from "vscode-languageserver";
import { toDiagnostic, toSpan } from "../convert.js";
import {
  type AddToGlossaryArguments,
  addToGlossaryCommand,
  type ChangeRuleArguments,
  changeRuleCommand,
  configFile,
  type ExplainAcronymsArguments,
  explainAcronymsCommand,
  type KeepArguments,
  keepCommand,
} from "../protocol.js";
import type { CheckedPaper, Session } from "../session.js";
import { hasConfigToEdit } from "../workspace-edit.js";
import { type Repair, sameFixes } from "./repairs.js";

/** A code action: what it does is a repair of the server's, or a command of the client's. */
export type Offer = CodeAction & ({ readonly repair: Repair } | { readonly command: Command });

/** A finding, and its place in the report. */
interface Here {
  readonly finding: Finding;
  readonly index: number;
}

/** How many findings one is asked about whether to keep each of them. */
const few = 10;

/**
 * The quick fixes of the findings that a range touches: first those of each, then what concerns a whole rule. Where
 * nobody `asked` for them, as when the cursor moves, what only a look at the whole paper would refuse is offered too.
 */
export function* offerQuickFixes(
  session: Session,
  checked: CheckedPaper,
  range: Range,
  asked: boolean,
): Generator<Offer> {
  const here = findingsAt(checked, range);
  if (here.length === 0) return;
  for (const it of here) yield* about(session, checked, it, offerFixes(it));
  const first = new Map(here.toReversed().map((it) => [it.finding.rule, it]));
  const rules = [...first.values()].toReversed();
  for (const it of rules) yield* about(session, checked, it, offerSameFixes(checked, it));
  yield* offerAcronyms(session, checked, here);
  if (here.length <= few)
    for (const it of here) yield* about(session, checked, it, offerKeeping(session, checked, it, asked));
  for (const it of rules) yield* about(session, checked, it, offerRuleChange(session, checked, it));
}

function findingsAt({ document: { paper }, report }: CheckedPaper, range: Range): Here[] {
  const { start, end } = toSpan(paper, range);
  const here: Here[] = [];
  for (const [index, finding] of report.findings.entries()) {
    const at = spanOf(paper, finding.at);
    if (!at || at.end < start) continue;
    // Findings are in the order of the paper.
    if (at.start > end) break;
    here.push({ finding, index });
  }
  return here;
}

type Offered = Omit<CodeAction, "kind" | "diagnostics" | "command"> &
  ({ readonly repair: Repair } | { readonly command: Command });

/** Makes offers quick fixes of a finding. */
function* about(
  { client, rulePages }: Session,
  { document: { paper, uri } }: CheckedPaper,
  { finding }: Here,
  offers: Iterable<Offered>,
): Generator<Offer> {
  const form = { uri, relatedInformation: client.relatedInformation, rulePages };
  const made = toDiagnostic(paper, finding, form);
  const kind = CodeActionKind.QuickFix;
  for (const offer of offers) yield { ...offer, kind, ...(made && { diagnostics: [made.diagnostic] }) };
}

function* offerFixes({ finding: { fixes }, index }: Here): Generator<Offered> {
  const preferred = fixes.findIndex((fix) => fix.safe);
  for (const [i, { title }] of fixes.entries()) {
    const isPreferred = i === preferred;
    yield { title, ...(isPreferred && { isPreferred }), repair: { kind: "fix", finding: index, fix: i } };
  }
}

function* offerSameFixes({ report }: CheckedPaper, { finding: { rule } }: Here): Generator<Offered> {
  const count = sameFixes(report, rule).length;
  if (count > 1)
    yield { title: `Make all ${count} repairs of this kind (${rule})`, repair: { kind: "fixRule", rule } };
}

function* offerKeeping(
  { client }: Session,
  { document: { uri, version, paper }, resultId }: CheckedPaper,
  { finding, index }: Here,
  asked: boolean,
): Generator<Offered> {
  const { rule, message } = finding;
  if (!mayBeKept(paper, finding) || (asked && !keepEdits(paper, finding, ""))) return;
  if (!client.commands.has(keepCommand)) {
    yield { title: `Keep as it is (${rule})`, repair: { kind: "keep", finding: index } };
    return;
  }
  const keep: KeepArguments = { uri, version, report: resultId, finding: index, rule, message };
  yield command(`Keep as it is… (${rule})`, keepCommand, keep);
}

function* offerRuleChange(
  session: Session,
  { document: { uri }, report }: CheckedPaper,
  { finding: { rule, severity } }: Here,
): Generator<Offered> {
  if (!hasConfigToEdit(session, uri)) return;
  if (!session.client.commands.has(changeRuleCommand)) {
    yield { title: `Turn ${rule} off here (${configFile})`, repair: { kind: "ruleOff", rule } };
    return;
  }
  // A finding may count less than its rule.
  const active = report.memory.active.rules.find((it) => it.rule.id === rule);
  const now: RuleSeverity = active?.severity ?? severity;
  const change: ChangeRuleArguments = { uri, rule, severity: now };
  yield command(`Change how this rule counts… (${rule})`, changeRuleCommand, change);
}

function* offerAcronyms(session: Session, checked: CheckedPaper, here: readonly Here[]): Generator<Offer> {
  if (!here.some((it) => tellsOfAcronyms(it.finding))) return;
  const { commands } = session.client;
  const { uri } = checked.document;
  const acronyms = unexplainedAcronyms(checked.report);
  const told = here.filter(({ finding }) => acronyms.some((it) => it.finding === finding));
  if (commands.has(addToGlossaryCommand) && hasConfigToEdit(session, uri)) {
    for (const it of told) {
      const [acronym, another] = acronyms.filter(({ finding }) => finding === it.finding);
      if (!acronym || another) continue;
      const { short } = acronym;
      const add: AddToGlossaryArguments = { uri, short };
      const title = `Add ${short} to the house glossary…`;
      yield* about(session, checked, it, [command(title, addToGlossaryCommand, add)]);
    }
  }
  const [first] = told;
  if (!first || acronyms.length < 2 || !commands.has(explainAcronymsCommand)) return;
  const explain: ExplainAcronymsArguments = { uri };
  const title = `Explain ${acronyms.length} acronyms…`;
  yield* about(session, checked, first, [command(title, explainAcronymsCommand, explain)]);
}

function command(title: string, name: string, argument: object): { title: string; command: Command } {
  return { title, command: { title, command: name, arguments: [argument] } };
}
