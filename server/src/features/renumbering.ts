import { type Paper, rangeOf, renumber } from "@board-papers/core";
import {
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  ErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import { toTextEdits } from "../convert.js";
import type { PaperDocument } from "../document.js";
import { type RenumberParams, type RenumberResult, renumberMethod } from "../protocol.js";
import { refusal } from "../refusal.js";
import { paperEdits, workspaceEdit } from "../workspace-edit.js";
import type { Feature } from "./feature.js";
import { paragraphStart, referenceStarts } from "./numbering.js";

/** Renumbering at a person's request, with every change to be seen before it is made. */
export const renumbering: Feature = {
  capabilities: () => ({}),
  register(session) {
    session.connection.onRequest(
      renumberMethod,
      session.askedOf<RenumberParams, RenumberResult>((document, params) => {
        const { paper, uri, version } = document;
        const { edits, left } = renumber(paper, params.scope, startOf(document, params));
        const told = left.flatMap(({ at, message }) => {
          const range = rangeOf(paper, at);
          return range ? [{ range, message }] : [];
        });
        if (edits.length === 0) return { edit: null, left: told };
        const { client } = session;
        const edit = client.annotatedEdits
          ? workspaceEdit([{ uri, version, edits: annotate(paper, edits) }], client, annotations)
          : workspaceEdit([paperEdits(document, edits)], client);
        return { edit, left: told };
      }),
    );
  },
};

function startOf({ paper }: PaperDocument, { scope, position }: RenumberParams): number {
  if (scope === "all") return 0;
  if ((scope !== "this" && scope !== "onwards") || position === undefined)
    throw new ResponseError(ErrorCodes.InvalidParams, "Say what is to be numbered, and from where.");
  const start = paragraphStart(paper, position);
  if (start === undefined) throw refusal("There is no numbered paragraph here.");
  return start;
}

const annotations = {
  numbers: { label: "Paragraph numbers", needsConfirmation: true },
  references: { label: "References that follow", needsConfirmation: true },
} satisfies Record<string, ChangeAnnotation>;

function annotate(paper: Paper, edits: ReturnType<typeof renumber>["edits"]): AnnotatedTextEdit[] {
  const references = referenceStarts(paper);
  return toTextEdits(paper, edits).map((edit, i) => ({
    ...edit,
    annotationId: references.has(edits[i]?.start ?? -1) ? "references" : "numbers",
  }));
}
