// Short forms that nobody has explained: one by one for the house's glossary, or all of a paper at once.

import {
  addToDetails,
  addToGlossaryEdits,
  applyEdits,
  ignoreAcronymsEdits,
  rangeOf,
  spellOut,
  type TextEdit,
  type UnexplainedAcronym,
  unexplainedAcronyms,
} from "@board-papers/core";
import type { WorkspaceEdit } from "vscode-languageserver";
import type { PaperDocument } from "../document.js";
import {
  type AcronymAnswer,
  type AddToGlossaryParams,
  addToGlossaryMethod,
  type ResolveAcronymsParams,
  type ResolveAcronymsResult,
  resolveAcronymsMethod,
  type UnexplainedAcronym as ToldAcronym,
  type UnexplainedAcronymsParams,
  unexplainedAcronymsMethod,
} from "../protocol.js";
import { outdated, refusal } from "../refusal.js";
import type { Session } from "../session.js";
import { configEdits, type DocumentEdits, paperEdits, workspaceEdit } from "../workspace-edit.js";
import type { Feature } from "./feature.js";

/** The acronyms of papers. */
export const acronyms: Feature = {
  capabilities: () => ({}),
  register(session) {
    const { connection } = session;
    connection.onRequest(
      addToGlossaryMethod,
      session.askedOf<AddToGlossaryParams, Promise<WorkspaceEdit>>(async (_, { uri, entries }) => {
        const said = Object.entries(entries).map(([short, words]) => [short, sayWords(short, words)]);
        await session.configs.reload(uri);
        const edits = configEdits(session, uri, (text) => addToGlossaryEdits(text, Object.fromEntries(said)));
        return workspaceEdit([edits], session.client);
      }),
    );
    connection.onRequest(
      unexplainedAcronymsMethod,
      session.askedOf<UnexplainedAcronymsParams, ToldAcronym[]>((document) =>
        unexplainedIn(session, document).flatMap(({ short, uses, at, suggestion }) => {
          const range = rangeOf(document.paper, at);
          return range ? [{ short, uses, range, ...(suggestion !== undefined && { suggestion }) }] : [];
        }),
      ),
    );
    connection.onRequest(
      resolveAcronymsMethod,
      session.askedOf<ResolveAcronymsParams, Promise<ResolveAcronymsResult>>(async (_, { uri, answers }) => {
        await session.configs.reload(uri);
        const document = session.paper(uri);
        if (!document) throw outdated();
        return resolution(session, document, answers);
      }),
    );
  },
};

function unexplainedIn(session: Session, document: PaperDocument): UnexplainedAcronym[] {
  return unexplainedAcronyms(session.check(document).report);
}

type Unexplained = ReadonlyMap<string, UnexplainedAcronym>;

/** What is done with answers now: while their author gave them, some may have come to be about nothing. */
function resolution(
  session: Session,
  document: PaperDocument,
  answers: readonly AcronymAnswer[],
): ResolveAcronymsResult {
  const unexplained = new Map(unexplainedIn(session, document).map((it) => [it.short, it]));
  const due = answers.filter((it) => unexplained.has(it.short));
  const left = answers.filter((it) => !unexplained.has(it.short)).map((it) => it.short);
  const documents = resolutionEdits(session, document, unexplained, due);
  return { edit: documents.length > 0 ? workspaceEdit(documents, session.client) : null, left };
}

/** The edits of the paper and of its `board-paper.yaml` that do as was answered. */
function resolutionEdits(
  session: Session,
  document: PaperDocument,
  unexplained: Unexplained,
  answers: readonly AcronymAnswer[],
): DocumentEdits[] {
  const documents: DocumentEdits[] = [];
  const inPaper = [...spelledOut(document, unexplained, answers), ...inDetails(document, answers)];
  if (inPaper.length > 0) documents.push(paperEdits(document, inPaper));
  const glossary = entries(answers, "glossary");
  const ignored = answers.filter((it) => it.how === "ignore").map((it) => it.short);
  if (Object.keys(glossary).length + ignored.length > 0) {
    documents.push(
      configEdits(session, document.uri, (text) =>
        inTurn(
          text,
          (it) => addToGlossaryEdits(it, glossary),
          (it) => ignoreAcronymsEdits(it, ignored),
        ),
      ),
    );
  }
  return documents;
}

function spelledOut(
  { paper }: PaperDocument,
  unexplained: Unexplained,
  answers: readonly AcronymAnswer[],
): TextEdit[] {
  return Object.entries(entries(answers, "here")).flatMap(([short, words]) => {
    const acronym = unexplained.get(short);
    const edits = acronym && spellOut(paper, acronym.spellOutAt, words);
    if (!edits) throw outdated();
    return edits;
  });
}

function inDetails({ paper }: PaperDocument, answers: readonly AcronymAnswer[]): TextEdit[] {
  const added = Object.entries(entries(answers, "paper")).map(([short, words]) => ({ short, words }));
  if (added.length === 0) return [];
  const edits = addToDetails(paper, added);
  if (!edits)
    throw refusal("The field acronyms of the paper details is not one of short forms and their words.");
  return edits;
}

function entries(answers: readonly AcronymAnswer[], how: AcronymAnswer["how"]): Record<string, string> {
  return Object.fromEntries(
    answers.flatMap((it) =>
      it.how === how && it.how !== "ignore" ? [[it.short, sayWords(it.short, it.words)]] : [],
    ),
  );
}

/** The words as one line; that there are none is the author's to put right. */
function sayWords(short: string, words: unknown): string {
  const said = typeof words === "string" ? words.replace(/\s+/g, " ").trim() : "";
  if (said === "") throw refusal(`Say what ${short} stands for.`);
  return said;
}

/** The edit that does what `first` does to the text, and then what `second` does. */
function inTurn(
  text: string,
  first: (text: string) => readonly TextEdit[] | undefined,
  second: (text: string) => readonly TextEdit[] | undefined,
): readonly TextEdit[] | undefined {
  const between = changed(text, first(text));
  const after = between === undefined ? undefined : changed(between, second(between));
  if (after === undefined) return undefined;
  let start = 0;
  while (start < text.length && text[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(text.length, after.length) - start;
  while (end < most && text.at(-1 - end) === after.at(-1 - end)) end++;
  return [{ start, end: text.length - end, text: after.slice(start, after.length - end) }];
}

function changed(text: string, edits: readonly TextEdit[] | undefined): string | undefined {
  return edits && applyEdits(text, edits);
}
