// Repairs: quick fixes of findings, everything that is safe at once, and paragraphs numbered anew.

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  ErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import type { PaperDocument } from "../document.js";
import { fixAllKind, renumberKind } from "../protocol.js";
import { outdated } from "../refusal.js";
import type { CheckedPaper, Session } from "../session.js";
import { workspaceEdit } from "../workspace-edit.js";
import type { Feature } from "./feature.js";
import { offerNumberings } from "./numbering.js";
import { type Offer, offerQuickFixes } from "./offers.js";
import { type Repair, repairEdits } from "./repairs.js";

/** What a client gives back to have an action resolved. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  /** The report that the repair speaks of. */
  readonly report: string;
  readonly repair: Repair;
}

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
      session.handle<CodeAction, CodeAction | Promise<CodeAction>>(action, () => resolve(session, action))(
        action,
        token,
      ),
    );
  },
};

function offerActions(session: Session, document: PaperDocument, params: CodeActionParams): CodeAction[] {
  const checked = session.check(document);
  const { client } = session;
  const actions: CodeAction[] = [];
  for (const offer of offers(session, checked, params)) {
    if (!("repair" in offer)) {
      actions.push(offer);
      continue;
    }
    const { repair, ...action } = offer;
    if (client.resolvesEdits) {
      actions.push({ ...action, data: dataOf(checked, repair) });
      continue;
    }
    const edits = attemptRepair(session, checked, repair);
    if (edits) actions.push({ ...action, edit: workspaceEdit(edits, client) });
  }
  return actions;
}

/** The edits of a repair, where it can be made: an action that would be refused is not offered. */
function attemptRepair(...args: Parameters<typeof repairEdits>): ReturnType<typeof repairEdits> {
  try {
    return repairEdits(...args);
  } catch (error) {
    if (error instanceof ResponseError) return undefined;
    throw error;
  }
}

function* offers(
  session: Session,
  checked: CheckedPaper,
  { context, range }: CodeActionParams,
): Generator<Offer> {
  const { document, report } = checked;
  // Only what somebody asked for is worth more than a look at the findings here.
  const asked = context.triggerKind !== CodeActionTriggerKind.Automatic || context.only !== undefined;
  if (wants(context.only, CodeActionKind.QuickFix)) yield* offerQuickFixes(session, checked, range, asked);
  if (asked && wants(context.only, renumberKind)) {
    for (const { title, repair } of offerNumberings(document, report, range.start))
      yield { title, kind: renumberKind, repair };
  }
  if (
    asked &&
    wants(context.only, fixAllKind) &&
    report.findings.some((it) => it.fixes.some((fix) => fix.safe))
  )
    yield { title: "Make all safe repairs in this paper", kind: fixAllKind, repair: { kind: "fixAll" } };
}

/** Whether a client that asks for these kinds, or for any, takes this one: a kind contains those below it. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((it) => it === "" || kind === it || kind.startsWith(`${it}.`)) ?? true;
}

function dataOf({ document, resultId }: CheckedPaper, repair: Repair): ActionData {
  return { uri: document.uri, version: document.version, report: resultId, repair };
}

/** The action with its edit. Of a paper that has changed since, nothing is touched. */
function resolve(session: Session, action: CodeAction): CodeAction | Promise<CodeAction> {
  // An editor that completes every action asks about those that only run a command, too.
  if (action.command && action.data === undefined) return action;
  const data: unknown = action.data;
  if (!isActionData(data))
    throw new ResponseError(ErrorCodes.InvalidParams, "This action is not one that was offered.");
  const { uri, report, repair } = data;
  const document = session.paper(uri);
  const checked = document && session.check(document);
  if (checked?.resultId !== report) throw outdated();
  const withEdit = (): CodeAction => {
    const edits = repairEdits(session, checked, repair);
    if (!edits) throw outdated();
    return { ...action, edit: workspaceEdit(edits, session.client) };
  };
  return repair.kind === "ruleOff" ? session.configs.reload(uri).then(withEdit) : withEdit();
}

function isActionData(data: unknown): data is ActionData {
  if (typeof data !== "object" || data === null) return false;
  const { uri, report, repair } = data as Partial<ActionData>;
  return typeof uri === "string" && typeof report === "string" && typeof repair === "object" && !!repair;
}
