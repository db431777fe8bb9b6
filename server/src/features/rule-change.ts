import { setRuleEdits } from "@board-papers/core";
import type { WorkspaceEdit } from "vscode-languageserver";
import { type ChangeRuleParams, changeRuleMethod } from "../protocol.js";
import { refusal } from "../refusal.js";
import { configEdits, workspaceEdit } from "../workspace-edit.js";
import type { Feature } from "./feature.js";

/** Changes how a rule counts, in the `board-paper.yaml` that holds for a paper. */
export const ruleChange: Feature = {
  capabilities: () => ({}),
  register(session) {
    session.connection.onRequest(
      changeRuleMethod,
      session.askedOf<ChangeRuleParams, Promise<WorkspaceEdit>>(async (document, { uri, rule, severity }) => {
        const { rules } = session.check(document).report.settings;
        if (!rules.some((it) => it.id === rule)) throw refusal(`There is no rule "${rule}".`);
        if (!["error", "warning", "info", "off"].includes(severity))
          throw refusal("A rule counts as an error, a warning or info, or is off.");
        await session.configs.reload(uri);
        const edits = configEdits(session, uri, (text) => setRuleEdits(text, rule, severity));
        return workspaceEdit([edits], session.client);
      }),
    );
  },
};
