import {
  type AddToGlossaryArguments,
  type AddToGlossaryParams,
  addToGlossaryCommand,
  addToGlossaryMethod,
  type UnexplainedAcronym,
  unexplainedAcronymsMethod,
} from "@board-papers/server/protocol";
import type { WorkspaceEdit } from "vscode-languageclient";
import { apply } from "../apply.js";
import { askWords } from "../ask-words.js";
import type { Server } from "../server.js";

export const id = addToGlossaryCommand;

/** Adds a short form to the house glossary, with the words that the author gives. */
export async function run(server: Server, argument: unknown): Promise<void> {
  const { uri, short } = argument as AddToGlossaryArguments;
  const unexplained = await server.request<UnexplainedAcronym[]>(unexplainedAcronymsMethod, { uri });
  const suggestion = unexplained.find((it) => it.short === short)?.suggestion;
  const words = await askWords(short, suggestion, "The house glossary explains it for all papers beside it.");
  if (words === undefined) return;
  const parameters: AddToGlossaryParams = { uri, entries: { [short]: words } };
  await apply(server, await server.request<WorkspaceEdit>(addToGlossaryMethod, parameters));
}
