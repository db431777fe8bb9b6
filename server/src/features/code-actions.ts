// Repairs: quick fixes of findings, everything that is safe at once, and paragraphs numbered anew.

import { allFixes, type Finding, fixEdits, renumber, spanOf, type TextEdit } from "@board-papers/core";
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { Client } from "../client.js";
import { toDiagnostic, toSpan, toTextEdits } from "../convert.js";
import type { PaperDocument } from "../document.js";
import { fixAllKind, renumberKind } from "../protocol.js";
import type { CheckedPaper, Session } from "../session.js";
import type { FindingsReader } from "./diagnostics.js";
import type { Feature } from "./feature.js";
import { type Numbering, offerNumberings } from "./numbering.js";

/** What an action does, in terms of the report it was offered for. */
type Repair =
  | { readonly kind: "fix"; readonly finding: number; readonly fix: number }
  | { readonly kind: "fixAll" }
  | Numbering;

/** What a client gives back to have an action resolved. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  /** The report that the repair speaks of. */
  readonly report: string;
  readonly repair: Repair;
}

type Offer = CodeAction & { readonly repair: Repair };

/** The code actions of papers. */
export const codeActions: Feature = {
  capabilities: (client) =>
    client.codeActions
      ? {
          codeActionProvider: {
            codeActionKinds: [CodeActionKind.QuickFix, renumberKind, fixAllKind],
            resolveProvider: client.resolvesEdits,
          },
        }
      : {},
  register(session) {
    session.connection.onCodeAction(
      session.atPaper<CodeActionParams, CodeAction[]>([], (document, params) =>
        session.client.codeActions ? offerActions(session, document, params) : [],
      ),
    );
    session.connection.onCodeActionResolve((action, token) =>
      session.handle(action, () => resolve(session, action))(action, token),
    );
  },
};

function offerActions(session: Session, document: PaperDocument, params: CodeActionParams): CodeAction[] {
  const checked = session.check(document);
  const actions: CodeAction[] = [];
  for (const { repair, ...action } of offers(checked, params, session)) {
    if (session.client.resolvesEdits) {
      actions.push({ ...action, data: dataOf(checked, repair) });
      continue;
    }
    const edits = editsOf(checked, repair);
    if (edits?.length) actions.push({ ...action, edit: workspaceEdit(document, edits, session.client) });
  }
  return actions;
}

function* offers(checked: CheckedPaper, params: CodeActionParams, reader: FindingsReader): Generator<Offer> {
  const { document, report } = checked;
  const { context, range } = params;
  // Only what somebody asked for is worth more than a look at the findings here.
  const asked = context.triggerKind !== CodeActionTriggerKind.Automatic || context.only !== undefined;
  if (wants(context.only, CodeActionKind.QuickFix)) yield* offerFixes(checked, params, reader);
  if (asked && wants(context.only, renumberKind)) {
    for (const { title, repair } of offerNumberings(document, report, range.start))
      yield { title, kind: renumberKind, repair };
  }
  if (asked && wants(context.only, fixAllKind) && report.findings.some(isSafelyFixable))
    yield { title: "Make all safe repairs in this paper", kind: fixAllKind, repair: { kind: "fixAll" } };
}

/** Whether a client that asks for these kinds, or for any, takes this one: a kind contains those below it. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((it) => it === "" || kind === it || kind.startsWith(`${it}.`)) ?? true;
}

function isSafelyFixable(finding: Finding): boolean {
  return finding.fixes.some((fix) => fix.safe);
}

function* offerFixes(
  { document, report }: CheckedPaper,
  { range }: CodeActionParams,
  { client, rulePages }: FindingsReader,
): Generator<Offer> {
  const { paper, uri } = document;
  const form = { uri, relatedInformation: client.relatedInformation, rulePages };
  const { start, end } = toSpan(paper, range);
  for (const [index, finding] of report.findings.entries()) {
    if (finding.fixes.length === 0) continue;
    const at = spanOf(paper, finding.at);
    if (!at || at.end < start) continue;
    // Findings are in the order of the paper.
    if (at.start > end) break;
    const made = toDiagnostic(paper, finding, form);
    const preferred = finding.fixes.findIndex((fix) => fix.safe);
    for (const [i, { title }] of finding.fixes.entries()) {
      yield {
        title,
        kind: CodeActionKind.QuickFix,
        ...(made && { diagnostics: [made.diagnostic] }),
        ...(i === preferred && { isPreferred: true }),
        repair: { kind: "fix", finding: index, fix: i },
      };
    }
  }
}

function editsOf({ document, report }: CheckedPaper, repair: Repair): readonly TextEdit[] | undefined {
  const { paper } = document;
  if (repair.kind === "fixAll") return allFixes(report);
  if (repair.kind === "renumber") return renumber(paper, repair.scope, repair.from).edits;
  const finding = report.findings[repair.finding];
  const fix = finding?.fixes[repair.fix];
  return finding && fix && fixEdits(paper, finding, fix);
}

function workspaceEdit(
  { uri, version, paper }: PaperDocument,
  edits: readonly TextEdit[],
  { versionedEdits }: Client,
): WorkspaceEdit {
  const textEdits = toTextEdits(paper, edits);
  return versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}

function dataOf({ document, resultId }: CheckedPaper, repair: Repair): ActionData {
  return { uri: document.uri, version: document.version, report: resultId, repair };
}

/** The action with its edit. Of a paper that has changed since, nothing is touched. */
function resolve(session: Session, action: CodeAction): CodeAction {
  const data: unknown = action.data;
  if (!isActionData(data))
    throw new ResponseError(ErrorCodes.InvalidParams, "This action is not one that was offered.");
  const document = session.paper(data.uri);
  const checked = document && session.check(document);
  const edits = checked?.resultId === data.report ? editsOf(checked, data.repair) : undefined;
  if (!document || !edits)
    throw new ResponseError(
      LSPErrorCodes.ContentModified,
      "The paper has changed since this was offered. Ask again for what can be done here.",
    );
  return { ...action, edit: workspaceEdit(document, edits, session.client) };
}

function isActionData(data: unknown): data is ActionData {
  if (typeof data !== "object" || data === null) return false;
  const { uri, report, repair } = data as Partial<ActionData>;
  return typeof uri === "string" && typeof report === "string" && typeof repair === "object" && !!repair;
}
