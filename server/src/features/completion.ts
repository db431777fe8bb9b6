// Completion: what core has to offer in a place, as the protocol says it. What an item means is told when it is looked at.

import {
  type Completion,
  type CompletionKind,
  type CompletionSource,
  completionsAt,
  explainSubject,
  type Subject,
} from "@board-papers/core";
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  type InsertReplaceEdit,
  type Range,
  type TextEdit,
} from "vscode-languageserver";
import type { Client } from "../client.js";
import { toOffset, toRange } from "../convert.js";
import type { PaperDocument } from "../document.js";
import type { Session } from "../session.js";
import type { Feature } from "./feature.js";

/**
 * A space ends what begins a reference, a heading, a value or a pair; capitals are what short forms are made of. The
 * answer to nearly all of them is an empty one.
 */
const triggers = [..." ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  acronym: CompletionItemKind.Constant,
  reference: CompletionItemKind.Reference,
  section: CompletionItemKind.Module,
  pair: CompletionItemKind.Event,
};

/** What a client gives back to have an item resolved. */
interface ItemData {
  readonly uri: string;
  readonly about: Subject;
}

/** The completion of papers. */
export const completion: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters: triggers, resolveProvider: true } }),
  register(session) {
    session.connection.onCompletion(
      session.atPaper<CompletionParams, CompletionList | null>(null, (document, params) =>
        complete(session, document, params),
      ),
    );
    session.connection.onCompletionResolve((item, token) =>
      session.handle(item, () => resolve(session, item))(item, token),
    );
  },
};

function sourceOf(session: Session, document: PaperDocument): CompletionSource {
  return {
    paper: document.paper,
    settings: session.settings(document),
    report: () => session.check(document).report,
  };
}

function complete(
  session: Session,
  document: PaperDocument,
  { position, context }: CompletionParams,
): CompletionList | null {
  const { paper, uri } = document;
  const offset = toOffset(paper, position);
  const asked = context?.triggerKind !== CompletionTriggerKind.TriggerCharacter;
  const { span, items, more } = completionsAt(sourceOf(session, document), offset, asked);
  if (items.length === 0) return null;
  const ranges = { insert: toRange(paper, { ...span, end: offset }), replace: toRange(paper, span) };
  return {
    isIncomplete: more,
    items: items.map((it, i) => ({
      ...toItem(it, uri, session.client),
      // Clients sort by text; the order is the one of the list.
      sortText: String(i).padStart(4, "0"),
      textEdit: toEdit(it.text, ranges, session.client),
    })),
  };
}

function toItem(
  { kind, label, filter, note, about }: Completion,
  uri: string,
  client: Client,
): CompletionItem {
  return {
    label,
    kind: kinds[kind],
    ...(filter !== undefined && { filterText: filter }),
    ...(note !== undefined &&
      (client.labelDetails ? { labelDetails: { description: note } } : { detail: note })),
    ...(about && { data: { uri, about } satisfies ItemData }),
  };
}

function toEdit(
  newText: string,
  { insert, replace }: { readonly insert: Range; readonly replace: Range },
  { insertReplace }: Client,
): TextEdit | InsertReplaceEdit {
  return insertReplace ? { newText, insert, replace } : { newText, range: replace };
}

/** The item with what it means; of one whose paper is closed, or no longer says it, there is nothing to add. */
function resolve(session: Session, item: CompletionItem): CompletionItem {
  const data: unknown = item.data;
  const document = isItemData(data) ? session.paper(data.uri) : undefined;
  if (!isItemData(data) || !document) return item;
  const documentation = explainSubject(sourceOf(session, document), data.about);
  return documentation === undefined ? item : { ...item, documentation };
}

function isItemData(data: unknown): data is ItemData {
  if (typeof data !== "object" || data === null) return false;
  const { uri, about } = data as Partial<Record<keyof ItemData, unknown>>;
  if (typeof uri !== "string" || typeof about !== "object" || about === null) return false;
  const { kind, name } = about as Partial<Record<keyof Subject, unknown>>;
  return typeof kind === "string" && typeof name === "string";
}
