import {
  type ChangeRuleArguments,
  type ChangeRuleParams,
  changeRuleCommand,
  changeRuleMethod,
} from "@board-papers/server/protocol";
import { window } from "vscode";
import type { WorkspaceEdit } from "vscode-languageclient";
import { apply } from "../apply.js";
import type { Server } from "../server.js";

export const id = changeRuleCommand;

type Severity = ChangeRuleParams["severity"];

const severities: readonly (readonly [Severity, label: string])[] = [
  ["error", "Must fix"],
  ["warning", "Please check"],
  ["info", "Suggestion"],
  ["off", "Off"],
];

/** Changes how a rule counts in all papers that the paper's `board-paper.yaml` is for. */
export async function run(server: Server, argument: unknown): Promise<void> {
  const { uri, rule, severity: now } = argument as ChangeRuleArguments;
  const items = severities.map(([severity, label]) => {
    return { label, severity, description: severity === now ? "as now" : "" };
  });
  const choice = await window.showQuickPick(items, {
    title: `Change How “${rule}” Counts`,
    placeHolder: "In this paper and all others that share its board-paper.yaml",
  });
  if (choice === undefined || choice.severity === now) return;
  const parameters: ChangeRuleParams = { uri, rule, severity: choice.severity };
  await apply(server, await server.request<WorkspaceEdit>(changeRuleMethod, parameters));
}
