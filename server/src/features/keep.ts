import { keepEdits } from "@board-papers/core";
import type { WorkspaceEdit } from "vscode-languageserver";
import { type KeepParams, keepMethod } from "../protocol.js";
import { outdated, refusal } from "../refusal.js";
import { paperEdits, workspaceEdit } from "../workspace-edit.js";
import type { Feature } from "./feature.js";

/** Keeps the place of a finding as it is, for the reason that its author gave. */
export const keep: Feature = {
  capabilities: () => ({}),
  register(session) {
    session.connection.onRequest(
      keepMethod,
      session.askedOf<KeepParams, WorkspaceEdit>((document, { version, report, finding: index, reason }) => {
        const checked = session.check(document);
        const finding = checked.report.findings[index];
        if (version !== document.version || report !== checked.resultId || !finding) throw outdated();
        const edits = keepEdits(document.paper, finding, reason);
        if (!edits) throw refusal("This cannot be kept by a comment here.");
        return workspaceEdit([paperEdits(document, edits)], session.client);
      }),
    );
  },
};
