import type { FieldRule, SectionRule, Template } from "../lint/template.js";
import { yamlText } from "../text/yaml-text.js";

/**
 * A new paper of a template: its paper details and its sections. `answers` are texts by field; several people or
 * choices in one answer are parted by semicolons. What is needed and not answered is marked, in square brackets, as to
 * be replaced.
 */
export function newPaper(template: Template, answers: Readonly<Record<string, string>>): string {
  const given = new Map(
    Object.entries(answers).filter(([name, it]) => name !== "template" && it.trim() !== ""),
  );
  const fields = template.fields.filter((it) => it.name !== "template" && isWritten(it, given));
  const names = new Set(template.fields.map((it) => it.name));
  const others = [...given].filter(([name]) => !names.has(name));
  const lines = [
    `template: ${yamlText(template.name)}`,
    ...fields.map((it) => fieldLines(it, given.get(it.name))),
    ...others.map(([name, answer]) => `${yamlText(name)}: ${yamlText(answer.trim())}`),
  ];
  return `---\n${lines.join("\n")}\n---\n\n${body(template.sections)}`;
}

/** Whether a field is in a new paper: it was answered, or is needed and nothing stands in for it. */
function isWritten(field: FieldRule, given: ReadonlyMap<string, string>): boolean {
  return given.has(field.name) || (field.need !== "optional" && isCalledFor(field, given));
}

/** Whether a new paper with these answers has use for a field: none stands in for it, and the one it hangs on says so. */
export function isCalledFor({ instead, when }: FieldRule, answers: ReadonlyMap<string, string>): boolean {
  if (instead?.some((it) => answers.has(it))) return false;
  if (when === undefined) return true;
  const said = parts(answers.get(when.field) ?? "", [",", ";"]).map((it) => it.toLowerCase());
  return when.is.some((it) => said.includes(it.toLowerCase()));
}

function fieldLines(
  { name, kind, meaning, example, choices = [] }: FieldRule,
  answer: string | undefined,
): string {
  const key = `${yamlText(name)}:`;
  const isSeveral = kind === "texts" || kind === "choices" || kind === "people";
  if (answer === undefined) {
    const hint =
      kind === "choice" || kind === "choices" ? `one of: ${choices.join(", ")}` : `such as: ${example}`;
    const comment = `  # ${oneLine(hint)}`;
    if (kind === "definitions") return key + comment;
    const marker = yamlText(marked(meaning));
    return `${key} ${isSeveral ? `[${marker}]` : marker}${comment}`;
  }
  if (kind === "definitions") return [key, ...parts(answer).map(definition)].join("\n");
  if (!isSeveral) return `${key} ${yamlText(answer.trim())}`;
  const items =
    kind === "choices" && !choices.includes(answer.trim()) ? parts(answer, [",", ";"]) : parts(answer);
  return [key, ...items.map((it) => `  - ${yamlText(it)}`)].join("\n");
}

/** `VRU: Violence Reduction Unit` as a line of YAML. */
function definition(text: string): string {
  const at = text.indexOf(":");
  const [short, words] = at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
  return `  ${yamlText(short.trim())}: ${yamlText(words.trim())}`;
}

/** The parts of an answer, in lines or with one of these marks between them. */
function parts(answer: string, marks: readonly string[] = [";"]): string[] {
  return marks
    .reduce((text, mark) => text.replaceAll(mark, "\n"), answer)
    .split(/[\r\n]+/)
    .map((it) => it.trim())
    .filter((it) => it !== "");
}

/** "The board that receives the paper." as `[Insert the board that receives the paper]`. */
function marked(meaning: string): string {
  const sentence = oneLine(meaning).replace(/\.(?:\s.*)?$/, "");
  return `[Insert ${lowerFirst(sentence)}]`;
}

function body(sections: readonly SectionRule[]): string {
  const written = sections.filter((it) => it.need === "required" || it.guidance !== undefined);
  const shown: readonly SectionRule[] =
    written.length > 0 ? written : [{ titles: ["Background"], need: "required" }];
  let number = 0;
  const blocks = shown.flatMap((section) => {
    const [title = "Background"] = section.titles;
    const guidance = section.guidance ?? `[Insert the text of "${title}".]`;
    const paragraphs = guidance
      .replaceAll("\r\n", "\n")
      .split(/\n(?:[ \t]*\n)+/)
      .filter((it) => it.trim() !== "");
    return [
      `## ${title}`,
      ...paragraphs.map((it) => (isProse(it) ? `${++number}. ${it.trim()}` : it.trimEnd())),
    ];
  });
  return `${blocks.join("\n\n")}\n`;
}

/** Whether it is a paragraph of words, and no heading, table, list or continuation of the one before. */
function isProse(paragraph: string): boolean {
  return !/^(?:\s|[#|*>+-]|\d+[.)]|<!--)/.test(paragraph);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** With a small first letter, unless an acronym or a name of two capitals stands there. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}|^A /u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
