// The JSON Schemas by which editors complete and check board-paper.yaml and the details of papers.

import type { FieldRule, Rule, Template } from "@board-papers/core";
import { type JsonSchema, toJsonSchema } from "@valibot/to-json-schema";
import { configSchema, numberTypes } from "../core/src/config/schema.js";

/** The schema of board-paper.yaml, with every rule and its options. */
export function configJsonSchema(rules: readonly Rule[]): JsonSchema {
  const schema = configSchema(rules);
  const { $schema, ...rest } = toJsonSchema(schema, {
    target: "draft-07",
    // A JSON Schema says less than the program does.
    ignoreActions: ["check"],
    // The same rules stand in the file and in each of its templates.
    definitions: { rules: schema.entries.rules.wrapped },
    overrideSchema: ({ valibotSchema, jsonSchema }) => {
      const types = numberTypes.get(valibotSchema);
      return types === undefined ? null : { ...jsonSchema, type: [...types] };
    },
  });
  return {
    $schema: $schema ?? "",
    title: "Board Papers: what papers are checked by",
    description: "board-paper.yaml. The nearest one above a paper holds, whole.",
    ...rest,
  };
}

/** The schema of paper details: what the built-in templates ask for, and any other fields. */
export function frontMatterJsonSchema(templates: readonly Template[], usual: string): JsonSchema {
  const fields = new Map(templates.flatMap((it) => it.fields.map((field) => [field.name, field])));
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Board Papers: the details of a paper",
    description: "The front matter of a paper. A house template may ask for more, or for other things.",
    type: "object",
    properties: {
      template: {
        type: "string",
        description: fields.get("template")?.meaning ?? "",
        examples: templates.map((it) => it.name),
        default: usual,
      },
    },
    allOf: templates.map((it) => ({
      if: ofTemplate(it.name, it.name === usual),
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so.
      then: detailsOf(it),
    })),
  };
}

/** Details that name the template, or none where it is the usual one. */
function ofTemplate(name: string, isUsual: boolean): JsonSchema {
  return { properties: { template: { const: name } }, ...(!isUsual && { required: ["template"] }) };
}

function detailsOf({ fields }: Template): JsonSchema {
  const needed = fields.filter((it) => it.need === "required" && it.when === undefined);
  const others = fields.filter((it) => it.name !== "template");
  const called = fields.filter((it) => it.need === "required" && it.when !== undefined);
  return {
    properties: Object.fromEntries(others.map((it) => [it.name, fieldSchema(it)])),
    required: needed.filter((it) => it.instead === undefined).map((it) => it.name),
    allOf: [
      ...needed.flatMap(({ name, instead }) => (instead ? [oneOf([name, ...instead])] : [])),
      ...called.map(calledFor),
    ],
  };
}

function oneOf(names: readonly string[]): JsonSchema {
  return { anyOf: names.map((name) => ({ required: [name] })) };
}

/** A field that is required when another has one of some values. */
function calledFor({ name, when }: FieldRule): JsonSchema {
  const { field = "", is = [] } = when ?? {};
  return {
    if: { properties: { [field]: { enum: [...is] } }, required: [field] },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so.
    then: { required: [name] },
  };
}

function fieldSchema({ kind, meaning, example, choices }: FieldRule): JsonSchema {
  return { description: meaning, examples: [example], ...kindSchema(kind, choices ?? []) };
}

function kindSchema(kind: FieldRule["kind"], choices: readonly string[]): JsonSchema {
  const one: JsonSchema = { type: ["string", "number"] };
  const choice: JsonSchema = choices.length === 0 ? one : { enum: [...choices] };
  const person: JsonSchema = {
    anyOf: [one, { type: "object", properties: { role: one, name: one, date: one } }],
  };
  switch (kind) {
    case "text":
    case "date":
      return one;
    case "texts":
      return { anyOf: [one, { type: "array", items: one }] };
    case "definitions":
      return { type: "object", additionalProperties: one };
    case "choice":
      return choice;
    case "choices":
      return { anyOf: [one, { type: "array", items: choice }] };
    case "people":
      return { anyOf: [person, { type: "array", items: person }] };
  }
}
