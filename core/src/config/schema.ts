// The shape of board-paper.yaml, said once: it validates the file, gives the types of what is read, and the JSON
// Schema that editors complete by is generated from it.

import * as v from "valibot";
import { didYouMean } from "../lint/nearest.js";
import type { OptionTable, Rule, RuleSeverity } from "../lint/rule.js";
import type { FieldKind } from "../lint/template.js";
import { globProblem } from "./globs.js";

type Schema = v.GenericSchema;
type NumberType = "string" | "number" | "integer";

const kinds = [
  "text",
  "date",
  "texts",
  "definitions",
  "choice",
  "choices",
  "people",
] as const satisfies readonly FieldKind[];
const severities = ["off", "error", "warning", "info"] as const satisfies readonly RuleSeverity[];

/** One text. A number in the file is the text it is written as. */
const text = v.string(({ input }) => sayNoText(input));
/** A number, which is read as the text it is written as. */
const numeric = textLike(/^-?\d{1,15}(?:\.\d{1,15})?$/, "Write a number here.");
const yesNo = v.boolean("Write true or false here.");
const words = textLike(/^[1-9]\d{0,6}$/, "Write a whole number here, such as 100.");
/** Schemas of what the file may write as a number, and the types that a JSON Schema has for it. */
export const numberTypes: ReadonlyMap<unknown, readonly NumberType[]> = new Map<
  unknown,
  readonly NumberType[]
>([
  [text, ["string", "number"]],
  [numeric, ["number"]],
  [words, ["integer"]],
]);

const textList = v.array(text, "Write a list here, such as [one, two].");
const definitions = mapOf(
  text,
  "a short form and what it stands for, such as 'VRU: Violence Reduction Unit'",
);

const glossary = optional(
  nullable(definitions),
  "Short forms and what they stand for; they need no explanation in a paper.",
);

const field = shape({
  kind: optional(oneOf("kind", kinds), "What the field holds. Without it, one text."),
  choices: optional(textList, "What a field of the kind choice or choices may say."),
  need: optional(
    oneOf("need", ["required", "recommended", "optional"]),
    "Whether a paper must have it. Without it, optional.",
  ),
  instead: optional(textList, "Other fields of which one is enough in place of this one."),
  when: optional(
    shape({
      field: note(text, "The other field."),
      is: note(textList, "The values that make this field needed."),
    }),
    "It is needed only where another field has one of these values.",
  ),
  words: optional(words, "The most words it may have."),
  meaning: optional(text, "One plain sentence for authors."),
  example: optional(text, "What a new field is filled with."),
});

const section = v.union([
  text,
  shape({
    title: note(text, "The section's heading."),
    or: optional(textList, "Other headings that will do."),
    need: optional(
      oneOf("need", ["required", "optional"]),
      "Whether a paper must have it. Without it, required.",
    ),
    first: optional(yesNo, "Whether it has to be the paper's first section."),
    guidance: optional(text, "What a new paper says there, for the author to replace."),
  }),
]);

/**
 * The shape of the whole file, for these rules. With `templates`, the names of all templates there are, a name that is
 * none of them is a problem.
 */
export function configSchema(rules: readonly Rule[], templates?: readonly string[]) {
  const template = templates === undefined ? text : knownTemplate(templates);
  const ruleSettings = optional(nullable(rulesSchema(rules)), "How rules count, and their options.");
  const house = houseSchema(template, ruleSettings);
  return shape({
    template: optional(template, "The template of papers that name none. Without it, spcb."),
    templates: optional(
      nullable(mapOf(nullable(house), "a name and what the template says")),
      "House templates, by name.",
    ),
    glossary,
    rules: ruleSettings,
    papers: optional(
      nullable(
        v.array(papersEntry(template), "Write a list here: for each entry '- files: …' and 'template: …'."),
      ),
      "Which other files are papers, and the template they follow when their details name none. The last entry that matches a file holds.",
    ),
  });
}

function houseSchema<const Name extends Schema, const Rules extends Schema>(template: Name, rules: Rules) {
  return shape({
    extends: optional(template, "The template that this one changes and adds to."),
    title: optional(text, "What people call it. Without it, its name."),
    fields: optional(
      nullable(mapOf(nullable(field), "a field and what it is")),
      "The fields of the paper details, by name.",
    ),
    sections: optional(
      nullable(v.array(section, "Write a list of sections here.")),
      "The sections of a paper, in their order.",
    ),
    known: optional(nullable(textList), "Short forms that every reader knows and that need no explanation."),
    glossary,
    rules,
  });
}

function papersEntry<const Name extends Schema>(template: Name) {
  return shape({
    files: note(
      v.union([glob(), v.array(glob(), "Write a list of globs here.")]),
      'Which files: a glob such as "archive/**/*.md", or a list of globs, relative to this file\'s folder.',
    ),
    template: note(template, "The template that they follow."),
  });
}

/** What the file says, in its own words. */
export type ConfigContent = v.InferOutput<ReturnType<typeof configSchema>>;
/** What the file says of one template. */
export type TemplateEntry = NonNullable<NonNullable<ConfigContent["templates"]>[string]>;
/** What the file says of one field. */
export type FieldEntry = v.InferOutput<typeof field>;
/** What the file says of one section. */
export type SectionEntry = v.InferOutput<typeof section>;

function rulesSchema(rules: readonly Rule[]) {
  const entries = Object.fromEntries(
    rules.map((rule) => [rule.id, optional(ruleSchema(rule), rule.summary)]),
  );
  return shape(entries, { unknown: "is not a rule", such: "acronym-repeated: off" });
}

function ruleSchema(rule: Rule) {
  const severity = oneOf(undefined, severities);
  return v.union([
    severity,
    shape({
      ...optionSchemas(rule.options),
      severity: optional(severity, `How much it counts. Without it, ${rule.severity}.`),
    }),
  ]);
}

function optionSchemas(options: OptionTable) {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [
      name,
      optional(optionSchema(option.default), option.summary),
    ]),
  );
}

function optionSchema(value: OptionTable[string]["default"]) {
  if (typeof value === "boolean") return yesNo;
  if (typeof value === "number") return numeric;
  return typeof value === "string" ? text : textList;
}

function knownTemplate(templates: readonly string[]) {
  return v.pipe(
    text,
    v.check(
      (name) => templates.includes(name),
      ({ input }) => `There is no template "${input}".${didYouMean(String(input), templates)}`,
    ),
  );
}

function glob() {
  return v.pipe(
    text,
    v.check(
      (it) => globProblem(it) === undefined,
      ({ input }) => globProblem(String(input)) ?? "",
    ),
  );
}

/** One of some words. */
function oneOf<const Words extends readonly string[]>(name: string | undefined, words: Words) {
  const some = `one of ${words.join(", ")}`;
  return v.picklist(words, ({ input }) => {
    const start = name === undefined ? `This should be ${some}` : `"${name}" should be ${some}`;
    return `${start}.${typeof input === "string" ? didYouMean(input, words) : ""}`;
  });
}

/** A map with these names alone. The library would name the first of the others, and take a list for a map. */
function shape<const Entries extends v.ObjectEntries>(
  entries: Entries,
  { unknown = "is not known here", such = `${Object.keys(entries)[0]}: …` } = {},
) {
  const names = Object.keys(entries);
  const say = ({ expected, received }: { readonly expected: string | null; readonly received: string }) => {
    if (expected === "never") {
      const name = unquoted(received);
      return `"${name}" ${unknown}.${didYouMean(name, names)}`;
    }
    if (expected?.startsWith('"')) return `"${unquoted(expected)}" is missing here.`;
    return `Write names and values here, such as '${such}'.`;
  };
  const strict = v.strictObject(entries, say);
  const known = v.object(entries, say);
  const run: (typeof strict)["~run"] = (dataset, config) => {
    const input = dataset.value;
    const result = known["~run"](dataset, config);
    if (typeof input !== "object" || input === null) return result;
    for (const [key, value] of Object.entries(input)) {
      if (Object.hasOwn(entries, key)) continue;
      const path = [
        { type: "object", origin: "key", input: input as Record<string, unknown>, key, value },
      ] as const;
      v._addIssue<Schema>(strict, "key", result, config, { input: key, expected: "never", path: [...path] });
    }
    return result;
  };
  return noList({ ...strict, "~run": run });
}

/** A map with any names. */
function mapOf<const Item extends Schema>(item: Item, lines: string) {
  return noList(v.record(v.string(), item, `Write lines here, each with ${lines}.`));
}

/** A map, and no list, which the library takes for a map whose names are 0, 1, 2. */
function noList<const Map extends Schema>(map: Map): Map {
  return {
    ...map,
    "~run": (dataset, config) => {
      if (!Array.isArray(dataset.value)) return map["~run"](dataset, config);
      // It adds to the dataset that it is given, which its type does not say.
      v._addIssue(map, "type", dataset, config);
      return dataset as v.UnknownDataset & v.FailureDataset<v.BaseIssue<unknown>>;
    },
  };
}

/** The name alone says nothing, which is allowed: all below it may be a comment. */
function nullable<const Item extends Schema>(item: Item) {
  return v.nullable(item);
}

function optional<const Item extends Schema>(item: Item, description: string) {
  return v.optional(note(item, description));
}

function note<const Item extends Schema>(item: Item, description: string) {
  return v.pipe(item, v.description(description));
}

function textLike(pattern: RegExp, message: string) {
  return v.custom<string>((input) => typeof input === "string" && pattern.test(input), message);
}

function sayNoText(input: unknown): string {
  if (input === null) return "A value is missing here.";
  if (typeof input === "boolean") return `Put quotation marks around ${input}: a text is meant here.`;
  return "Write one text here.";
}

function unquoted(name: string): string {
  return name.replace(/^"|"$/g, "");
}
