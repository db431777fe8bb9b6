// The actions that a server offers, by their titles.

import type { CodeAction } from "vscode-languageserver/node";

/** Their titles, in order. */
export function titles(actions: readonly CodeAction[]): string[] {
  return actions.map((it) => it.title);
}

/** The first whose title begins so; that there is none is an error. */
export function titled(actions: readonly CodeAction[], title: string): CodeAction {
  const action = actions.find((it) => it.title.startsWith(title));
  if (!action) throw new Error(`"${title}" is not among ${JSON.stringify(titles(actions))}.`);
  return action;
}
