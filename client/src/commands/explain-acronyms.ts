// All short forms that a paper does not explain, in one list: the author goes through it in any order, and the answers
// become one edit.

import {
  type AcronymAnswer,
  type ExplainAcronymsArguments,
  explainAcronymsCommand,
  type ResolveAcronymsParams,
  type ResolveAcronymsResult,
  resolveAcronymsMethod,
  type UnexplainedAcronym,
  unexplainedAcronymsMethod,
} from "@board-papers/server/protocol";
import { type QuickPickItem, QuickPickItemKind, Range, TextEditorRevealType, window } from "vscode";
import { activePaper } from "../active-paper.js";
import { apply } from "../apply.js";
import { askWords } from "../ask-words.js";
import type { Server } from "../server.js";

export const id = explainAcronymsCommand;

type How = AcronymAnswer["how"];
type Answers = Map<string, AcronymAnswer>;

/** A line of the list: a short form, or the end of it. */
interface Line extends QuickPickItem {
  readonly acronym?: UnexplainedAcronym;
}

const ways: readonly { readonly how: How; readonly label: string; readonly done: string }[] = [
  { how: "here", label: "Spell it out where it is first used", done: "here" },
  { how: "paper", label: "Add it to the details of this paper", done: "in the paper details" },
  { how: "glossary", label: "Add it to the house glossary, for all papers", done: "in the house glossary" },
  { how: "ignore", label: "It needs no explanation in our papers", done: "needs no explanation" },
];

/** Goes through the short forms of a paper; without an argument, of the active one. */
export async function run(server: Server, argument?: unknown): Promise<void> {
  const uri =
    (argument as ExplainAcronymsArguments | undefined)?.uri ?? activePaper()?.document.uri.toString();
  if (uri === undefined) return;
  const acronyms = await server.request<UnexplainedAcronym[]>(unexplainedAcronymsMethod, { uri });
  if (acronyms.length === 0) {
    window.showInformationMessage("Every acronym of this paper is explained.");
    return;
  }
  const answers = await goThrough(uri, acronyms);
  if (answers.size === 0) return;
  const parameters: ResolveAcronymsParams = { uri, answers: [...answers.values()] };
  const { edit, left } = await server.request<ResolveAcronymsResult>(resolveAcronymsMethod, parameters);
  if (edit) await apply(server, edit);
  tellLeft(left);
}

/** Says whose answers came to nothing. */
function tellLeft(left: ResolveAcronymsResult["left"]): void {
  if (left.length === 0) return;
  const [were, are] = left.length === 1 ? ["was", "it is"] : ["were", "they are"];
  const names = new Intl.ListFormat("en-GB").format(left);
  window.showInformationMessage(`${names} ${were} left out: by now ${are} explained, or no longer used.`);
}

async function goThrough(uri: string, acronyms: readonly UnexplainedAcronym[]): Promise<Answers> {
  const answers: Answers = new Map();
  while (answers.size < acronyms.length) {
    const line = await window.showQuickPick(linesFor(acronyms, answers), {
      title: "Explain Acronyms",
      placeHolder: "Choose an acronym to say what it stands for",
      matchOnDescription: true,
      onDidSelectItem: (item) => reveal(uri, (item as Line).acronym),
    });
    if (line === undefined) return (await isKept(answers)) ? answers : new Map();
    if (line.acronym === undefined) return answers;
    const answer = await askFor(line.acronym);
    if (answer) answers.set(answer.short, answer);
  }
  return answers;
}

function linesFor(acronyms: readonly UnexplainedAcronym[], answers: Answers): Line[] {
  // Those to be answered come first, so that Enter goes on with the next one.
  const isAnswered = ({ short }: UnexplainedAcronym): boolean => answers.has(short);
  const inOrder = [...acronyms.filter((it) => !isAnswered(it)), ...acronyms.filter(isAnswered)];
  const lines = inOrder.map((acronym): Line => {
    const answer = answers.get(acronym.short);
    const uses = acronym.uses === 1 ? "used once" : `used ${acronym.uses} times`;
    const hint = acronym.suggestion === undefined ? uses : `${uses}; perhaps ${acronym.suggestion}`;
    const label = answer ? `$(check) ${acronym.short}` : acronym.short;
    return { label, description: answer ? describe(answer) : hint, acronym };
  });
  if (answers.size === 0) return lines;
  const done = answers.size === 1 ? "Finish with 1 answer" : `Finish with ${answers.size} answers`;
  return [...lines, { label: "", kind: QuickPickItemKind.Separator }, { label: done, alwaysShow: true }];
}

function describe(answer: AcronymAnswer): string {
  const where = ways.find(({ how }) => how === answer.how)?.done ?? "";
  return answer.how === "ignore" ? where : `${answer.words}, ${where}`;
}

async function askFor({ short, suggestion }: UnexplainedAcronym): Promise<AcronymAnswer | undefined> {
  const way = await window.showQuickPick(ways, {
    title: short,
    placeHolder: `What is to be done with ${short}?`,
  });
  if (way === undefined) return undefined;
  if (way.how === "ignore") return { short, how: way.how };
  const words = await askWords(short, suggestion, `${way.label}.`);
  return words === undefined ? undefined : { short, how: way.how, words };
}

/** Whether answers that were given before the list was put aside are used. */
async function isKept({ size }: Answers): Promise<boolean> {
  if (size === 0) return false;
  const use = size === 1 ? "Use 1 Answer" : `Use ${size} Answers`;
  return (
    (await window.showInformationMessage("Use the answers that you have given?", use, "Discard")) === use
  );
}

/** Shows in the paper where the short form of the list's line is first used. */
function reveal(uri: string, acronym: UnexplainedAcronym | undefined): void {
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  if (!editor || !acronym) return;
  const { start, end } = acronym.range;
  const range = new Range(start.line, start.character, end.line, end.character);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
