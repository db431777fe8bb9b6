import type { WorkspaceEdit } from "vscode-languageserver";
import { type KeepParams, keepMethod } from "../protocol.js";
import { outdated } from "../refusal.js";
import { paperEdits, workspaceEdit } from "../workspace-edit.js";
import type { Feature } from "./feature.js";
import { keeping } from "./repairs.js";

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
        const edits = keeping(document.paper, finding, reason);
        return workspaceEdit([paperEdits(document, edits)], session.client);
      }),
    );
  },
};
