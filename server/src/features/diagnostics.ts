// Findings as diagnostics: for clients that ask, and sent to those that do not.

import type { Finding } from "@board-papers/core";
import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from "vscode-languageserver";
import { isConfigUri } from "../config-uris.js";
import { toDiagnostic } from "../convert.js";
import { type OpenDocument, PaperDocument } from "../document.js";
import { diagnosticSource } from "../protocol.js";
import type { CheckedPaper, Session } from "../session.js";
import type { Feature } from "./feature.js";

/** How many findings of a paper are told at most; one more says how many are not. */
const most = 1000;
/** How long a paper rests before its findings are sent, in ms. */
const rest = 100;

/** The diagnostics of papers. */
export const diagnostics: Feature = {
  capabilities: (client) =>
    client.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: diagnosticSource,
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {},
  register(session) {
    const { connection, documents, schedule } = session;
    const told = new Map<string, Told>();
    connection.languages.diagnostics.on(
      session.atPaper<DocumentDiagnosticParams, DocumentDiagnosticReport>(
        { kind: DocumentDiagnosticReportKind.Full, items: [] },
        (document, { previousResultId }) => answer(session, document, told, previousResultId),
      ),
    );
    documents.onDidClose(({ document }) => told.delete(document.uri));
    const send = ({ document: { uri } }: { readonly document: OpenDocument }): void => {
      // What is told of a `board-paper.yaml` is told by the feature that reads it.
      if (session.client.pullsDiagnostics || isConfigUri(uri)) return;
      schedule.now(uri, () => publish(session, uri));
    };
    let opened: OpenDocument | undefined;
    documents.onDidOpen((event) => {
      opened = event.document;
      send(event);
    });
    documents.onDidSave(send);
    documents.onDidClose(send);
    session.configs.onDidChangeTerms((uris) => renewDiagnostics(session, uris));
    documents.onDidChangeContent(({ document }) => {
      // An opened document is sent already, and counts as changed too.
      const isOpened = document === opened;
      opened = undefined;
      if (isOpened || session.client.pullsDiagnostics || session.configuration.check === "onSave") return;
      if (!(document instanceof PaperDocument)) return;
      schedule.later(document.uri, rest, () => publish(session, document.uri));
    });
  },
};

/** A paper's diagnostics, and how many of them had to be made. */
export interface Listing {
  readonly items: Diagnostic[];
  readonly converted: number;
}

const listings = new WeakMap<CheckedPaper, Listing>();

/** Who reads the findings, and where the rules are explained. */
type FindingsReader = Pick<Session, "client" | "rulePages">;

/** The diagnostics of a checked paper, made once. */
export function listFindings(checked: CheckedPaper, { client, rulePages }: FindingsReader): Listing {
  const known = listings.get(checked);
  if (known) return known;
  const { document, report } = checked;
  const form = { uri: document.uri, relatedInformation: client.relatedInformation, rulePages };
  const items: Diagnostic[] = [];
  let converted = 0;
  for (const finding of mostSerious(report.findings)) {
    const made = toDiagnostic(document.paper, finding, form);
    if (!made) continue;
    items.push(made.diagnostic);
    if (made.fresh) converted++;
  }
  const left = report.findings.length - most;
  if (left > 0) items.unshift(sayMore(document, left));
  const listing = { items, converted };
  listings.set(checked, listing);
  return listing;
}

/** All findings, or as many as are told: errors before warnings before suggestions, in the order of the paper. */
function mostSerious(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= most) return findings;
  const told = new Set<Finding>();
  for (const severity of ["error", "warning", "info"]) {
    for (const finding of findings) if (finding.severity === severity && told.size < most) told.add(finding);
  }
  return findings.filter((finding) => told.has(finding));
}

function sayMore(document: PaperDocument, left: number): Diagnostic {
  return {
    range: document.getLineRange(0),
    severity: DiagnosticSeverity.Information,
    source: diagnosticSource,
    message:
      left === 1
        ? `There is 1 more finding in this paper; the ${most} most serious are shown.`
        : `There are ${left} more findings in this paper; the ${most} most serious are shown.`,
  };
}

/** The diagnostics that a client was last told, and the name of that answer. */
interface Told {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** What has not changed since the client was told is not told again: most keys change no diagnostic. */
function answer(
  session: Session,
  document: PaperDocument,
  told: Map<string, Told>,
  previousResultId: string | undefined,
): DocumentDiagnosticReport {
  const checked = session.check(document);
  const { items } = listFindings(checked, session);
  const known = told.get(document.uri);
  const stays =
    known?.items.length === items.length && items.every((it, i) => saysTheSame(it, known.items[i]));
  const resultId = stays ? known.resultId : checked.resultId;
  if (!stays) told.set(document.uri, { resultId, items });
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** Whether two diagnostics are told alike. Nearly always they are one object; one that was judged anew is another. */
function saysTheSame(a: Diagnostic, b: Diagnostic | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Has the diagnostics of papers whose settings have changed asked for again, or sends them. */
export function renewDiagnostics(session: Session, documents: readonly string[]): void {
  const { client, connection, schedule } = session;
  const open = documents.filter((uri) => session.open(uri) && !isConfigUri(uri));
  if (!client.pullsDiagnostics) {
    for (const uri of open) schedule.later(uri, rest, () => publish(session, uri));
  } else if (open.length > 0 && client.refreshesDiagnostics) {
    schedule.later("refresh", rest, () => connection.languages.diagnostics.refresh());
  }
}

/** Sends what is known of a document now; nothing is known of one that is closed or no paper. */
async function publish(session: Session, uri: string): Promise<void> {
  await session.ready(uri);
  const document = session.paper(uri);
  const items = document
    ? session.attempt([], () => listFindings(session.check(document), session).items)
    : [];
  const version = session.open(uri)?.version;
  await session.connection.sendDiagnostics({
    uri,
    diagnostics: items,
    ...(version !== undefined && { version }),
  });
}
