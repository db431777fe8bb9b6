import { type KeepArguments, keepCommand, keepMethod } from "@board-papers/server/protocol";
import { window } from "vscode";
import type { WorkspaceEdit } from "vscode-languageclient";
import { apply } from "../apply.js";
import type { Server } from "../server.js";

export const id = keepCommand;

/** Keeps the place of a finding as it is, for a reason that the author is asked for and may leave out. */
export async function run(server: Server, argument: unknown): Promise<void> {
  const { uri, version, report, finding, rule, message } = argument as KeepArguments;
  const reason = await window.showInputBox({
    title: `Keep as It Is (${rule})`,
    prompt: `${message} Why is it kept as it is? The reason stands in a comment beside it, for those who come after.`,
    placeHolder: "Agreed with the finance team on 4 May",
  });
  if (reason === undefined) return;
  const parameters = { uri, version, report, finding, reason };
  await apply(server, await server.request<WorkspaceEdit>(keepMethod, parameters));
}
