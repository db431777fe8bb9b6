/** The JSON Schemas that editors complete by say what the program says, as far as a JSON Schema can. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { defaultSettings, newPaper, readConfig, rules, starterConfig } from "../src/index.js";
import { withoutProblems, withProblems } from "./support/config-fixture.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const ajv = new Ajv({ allowUnionTypes: true });
const isConfig = ajv.compile(schemaOf("board-paper"));
const isDetails = ajv.compile(schemaOf("front-matter"));

/** The starter with its examples made to count, as its second line says. */
const uncommented = starterConfig().replaceAll(/^# (?= |[a-z]+:)/gm, "");
const [, readme = ""] =
  /^ {4}(templates:\n(?: {4}.*\n)+)/m.exec(readFileSync(join(root, "README.md"), "utf8")) ?? [];
const examples = [
  ...readFileSync(join(root, "docs/configuration.md"), "utf8").matchAll(/^```yaml\n(.*?)^```$/gms),
].map(([, text = ""]) => text);

describe("configurations that are read without a problem are valid", () => {
  test.each([
    ["starter", starterConfig()],
    ["starter with all its examples", uncommented],
    ["sample workspace", readFileSync(join(root, "test-fixtures/workspace/board-paper.yaml"), "utf8")],
    ["README", readme.replaceAll(/^ {4}/gm, "")],
    ["names without values", "templates:\nglossary:\nrules:\npapers:\n"],
    [
      "numbers as texts",
      "glossary: { A: 5 }\ntemplates: { a: { fields: { b: { kind: choice, choices: [1, 2], words: 9 } } } }\n",
    ],
    ...examples
      .filter((it) => withoutProblems(it) === it)
      .map((it, i): [string, string] => [`docs, ${i + 1}`, it]),
  ])("%s", (_, text) => {
    expect(readConfig(text).problems).toEqual([]);
    expect(isConfig(parse(text, { logLevel: "error" })), ajv.errorsText(isConfig.errors)).toBe(true);
  });

  test("the starter changes nothing until its examples count", () => {
    expect(readConfig(starterConfig()).settings).toEqual(defaultSettings);
    expect(readConfig(uncommented).settings).toMatchObject({
      glossary: { VRU: "Violence Reduction Unit" },
      overrides: { "acronym-repeated": { severity: "off" } },
    });
    expect(readConfig(uncommented).settings.templates.map((it) => it.name)).toContain("our-board");
  });

  test("the documentation shows problems as they are printed", () => {
    const broken = examples.filter((it) => withoutProblems(it) !== it);
    expect(broken).toHaveLength(1);
    for (const text of broken) {
      const source = withoutProblems(text);
      expect(withProblems(source, readConfig(source).problems)).toBe(text);
    }
  });

  test("the documentation's table of keys names what a field may say", () => {
    const page = readFileSync(join(root, "docs/configuration.md"), "utf8");
    const table = page.slice(page.indexOf("| key |"));
    const { properties } = fieldSchema();
    expect([...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name).sort()).toEqual(
      Object.keys(properties).sort(),
    );
    for (const kind of properties.kind.enum) expect(table).toContain(`\`${kind}\``);
  });
});

describe("broken configurations are not valid", () => {
  /** What only the program knows: other names, other files, what goes together, how YAML is written. */
  const beyond = new Set(
    [
      "circles",
      "contradictions",
      "extends-itself",
      "globs",
      "saved-in-another-encoding",
      "sections-twice",
      "unknown-templates",
      "aliases",
      "tags",
    ].map((it) => `${it}.yaml`),
  );
  const folder = join(root, "test-fixtures/config");

  test.for(readdirSync(folder))("%s", (name) => {
    const text = withoutProblems(readFileSync(join(folder, name), "utf8"));
    expect(isReadAndValid(text)).toBe(beyond.has(name));
  });
});

test("every rule is in the schema, with its summary and its options", () => {
  const { $defs } = schemaOf("board-paper") as {
    $defs: { rules: { anyOf: [{ properties: Record<string, Entry> }] } };
  };
  const entries = $defs.rules.anyOf[0].properties;
  expect(Object.keys(entries)).toEqual(rules.map((it) => it.id));
  for (const rule of rules) {
    const entry = entries[rule.id];
    expect(entry?.description).toBe(rule.summary);
    const options = entry?.anyOf.flatMap((it) => Object.entries(it.properties ?? {})) ?? [];
    expect(Object.fromEntries(options.map(([name, it]) => [name, it.description]))).toMatchObject(
      Object.fromEntries(Object.entries(rule.options).map(([name, it]) => [name, it.summary])),
    );
  }
});

describe("paper details", () => {
  const details = {
    board: "Strategic Policing and Crime Board",
    date: "17 November 2020",
    title: "Budget",
    "presented-by": ["Treasurer"],
  };

  test.each([
    ["all that is required", details, true],
    ["with other fields", { ...details, template: "spcb", classification: "open", "agenda-item": 5 }, true],
    ["priorities in place of a title", { ...details, title: undefined, priorities: "Objective 3" }, true],
    ["no title and nothing in its place", { ...details, title: undefined }, false],
    ["no date", { ...details, date: undefined }, false],
    ["a title that is a list", { ...details, title: ["Budget"] }, false],
    ["of a template that is not built in", { template: "our-board" }, true],
  ])("%s", (_, fields, valid) => {
    expect(isDetails(JSON.parse(JSON.stringify(fields)))).toBe(valid);
  });

  test.each(defaultSettings.templates.map((it) => [it.name, it] as const))(
    "of a new paper, %s",
    (_, template) => {
      const answers = Object.fromEntries(
        template.fields.map((it) => [it.name, it.choices?.[0] ?? it.example]),
      );
      const [, text = ""] = newPaper(template, answers).split(/^---$/m);
      expect(isDetails(parse(text, { logLevel: "error" })), ajv.errorsText(isDetails.errors)).toBe(true);
    },
  );
});

interface Entry {
  readonly description: string;
  readonly anyOf: readonly {
    readonly properties?: Readonly<Record<string, { readonly description: string }>>;
  }[];
}

function isReadAndValid(text: string): boolean {
  try {
    return isConfig(parse(text, { logLevel: "error" })) === true;
  } catch {
    return false;
  }
}

function schemaOf(name: string): object {
  return JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), "utf8"));
}

/** What the schema says of a field, wherever it stands. */
function fieldSchema(): { properties: Record<string, unknown> & { kind: { enum: string[] } } } {
  const found: { properties: Record<string, unknown> & { kind: { enum: string[] } } }[] = [];
  JSON.stringify(schemaOf("board-paper"), (_, value) => {
    if (value?.properties?.kind !== undefined && value.properties.meaning !== undefined) found.push(value);
    return value;
  });
  const [field] = found;
  if (field === undefined) throw new Error("The schema says nothing of fields.");
  return field;
}
