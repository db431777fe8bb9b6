// The details of a new paper: what the command line says of them, and questions on a terminal.

import { type FieldRule, isCalledFor, type Template } from "@board-papers/core";
import type { Io } from "./io.js";
import { painter, plain } from "./layout.js";
import { suggestions } from "./suggest.js";
import { anyOf } from "./wording.js";

type Answers = Readonly<Record<string, string>>;

/** Why an answer cannot stand in the paper's details, as a sentence; `undefined` when it can. */
export function answerProblem(template: Template, name: string, answer: string): string | undefined {
  if (name === "template") return "Name the template with --template.";
  const field = template.fields.find((it) => it.name === name);
  if (field) return choiceProblem(field, answer);
  // A house may have details that its template does not tell of, but not ones that look like a slip.
  const near = suggestions(
    name,
    template.fields.map((it) => it.name),
  );
  return near.length > 0
    ? `The template ${template.name} has no field ${name}. Did you mean ${anyOf(near)}?`
    : undefined;
}

/** The answers, and on a terminal those to questions; `undefined` when whoever was asked does not want to go on. */
export async function askForDetails(
  template: Template,
  given: Answers,
  io: Io,
): Promise<Answers | undefined> {
  const conversation = io.converse?.();
  if (!conversation) return given;
  const paint = painter(io.stderr.colour);
  const answers = { ...given };
  try {
    for (const field of template.fields) {
      if (!isAsked(field, answers)) continue;
      for (;;) {
        const answer = await conversation.ask(question(field, paint("bold", plain(field.name))));
        if (answer.kind === "stopped") return undefined;
        // An end of the input leaves the rest as the template has it.
        if (answer.kind === "ended") return answers;
        const text = answer.text.trim();
        const problem = text === "" ? undefined : choiceProblem(field, text);
        if (problem === undefined) {
          if (text !== "") answers[field.name] = text;
          break;
        }
        io.stderr.write(`${plain(problem)}\n`);
      }
    }
    return answers;
  } finally {
    conversation.close();
  }
}

/** Whether a field needs an answer and has none. */
function isAsked(field: FieldRule, answers: Answers): boolean {
  const given = new Map(Object.entries(answers));
  if (field.name === "template" || field.need !== "required" || given.has(field.name)) return false;
  return isCalledFor(field, given);
}

function question({ kind, meaning, example, choices = [] }: FieldRule, name: string): string {
  const hint = kind === "choice" || kind === "choices" ? anyOf(choices) : `such as ${example}`;
  return `${plain(meaning)}\n${name} (${plain(hint)}): `;
}

function choiceProblem({ name, kind, choices = [] }: FieldRule, answer: string): string | undefined {
  if (kind !== "choice" && kind !== "choices") return undefined;
  const parts = kind === "choice" || isOneOf(answer, choices) ? [answer] : partsOf(answer);
  const odd = parts.find((it) => !isOneOf(it, choices));
  return odd === undefined ? undefined : `${name} cannot be '${odd}'. It is ${anyOf(choices)}.`;
}

function partsOf(answer: string): string[] {
  return answer
    .split(/[;,\n]/)
    .map((it) => it.trim())
    .filter((it) => it !== "");
}

function isOneOf(text: string, choices: readonly string[]): boolean {
  return choices.some((it) => it.toLowerCase() === text.trim().toLowerCase());
}
