// Hover: what the figure pointed at is calculated from, and what is calculated from it.

import { explainFigure, type FigureExplanation, type ResultSentence, rangeOf } from "@board-papers/core";
import { type Hover, type HoverParams, type MarkupContent, MarkupKind } from "vscode-languageserver";
import { toOffset } from "../convert.js";
import type { PaperDocument } from "../document.js";
import type { Session } from "../session.js";
import type { Feature } from "./feature.js";

/** What is said of figures in papers. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  register(session) {
    session.connection.onHover(
      session.atPaper<HoverParams, Hover | null>(null, (document, params) => tell(session, document, params)),
    );
  },
};

function tell(session: Session, { paper }: PaperDocument, { position }: HoverParams): Hover | null {
  const said = explainFigure(paper, toOffset(paper, position));
  const range = said && rangeOf(paper, said.at);
  return said && range ? { contents: contentsOf(said, session.client.markdownHover), range } : null;
}

function contentsOf(said: FigureExplanation, asMarkdown: boolean): MarkupContent {
  const write = asMarkdown ? escapeMarkdown : (words: string): string => words;
  const results = said.results.map((it) => write(sayResult(it)));
  const uses = said.uses.map((it) => `- ${write(it)}`);
  const parts = [...results, ...(uses.length > 0 ? [`Counts towards:\n\n${uses.join("\n")}`] : [])];
  return { kind: asMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: parts.join("\n\n") };
}

function sayResult({ holds, sentence }: ResultSentence): string {
  return `${holds ? "✓" : "≠"} ${sentence}`;
}

/** The words as Markdown that shows them as they are; what a paper says is never markup here. */
function escapeMarkdown(words: string): string {
  return words.replace(/[\\`*_{}[\]()<>#+\-.!|~&:]/g, "\\$&");
}
