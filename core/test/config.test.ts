/** What a board-paper.yaml says, and what is said about one that is broken. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  defaultSettings,
  isListed,
  readConfig,
  type Settings,
  settingsFor,
  type Template,
} from "../src/index.js";
import { withoutProblems, withProblems } from "./support/config-fixture.js";

const whole = `
template: our-board
templates:
  our-board:
    extends: spcb
    title: Our Policing Board
    fields:
      classification: { kind: choice, choices: [open, exempt], need: required, meaning: "Whether the public may read it.", example: open }
      authors: { need: required }
      summary: { words: 100 }
    sections:
      - Financial implications
      - { title: Legal implications, or: [Legal], need: optional, guidance: "[Insert the legal implications.]" }
    known: [HMICFRS]
    glossary: { VRU: Violence Reduction Unit }
    rules: { acronym-repeated: off }
glossary:
  OPCC: Office of the Police and Crime Commissioner
rules:
  table-total: warning
  acronym-undefined: { severity: info, ignore: [ABC, 101] }
papers:
  - files: "archive/**/*.md"
    template: spcb
  - files: [./drafts/*.md, minutes.md]
    template: our-board
`;

describe("a configuration", () => {
  const config = readConfig(whole);
  const template = templateOf(config.settings, "our-board");

  test("is read into settings", () => {
    expect(config.problems).toEqual([]);
    expect(config.settings).toMatchObject({
      template: "our-board",
      overrides: {
        "table-total": { severity: "warning" },
        "acronym-undefined": { severity: "info", options: { ignore: ["ABC", "101"] } },
      },
      glossary: { OPCC: "Office of the Police and Crime Commissioner" },
    });
    expect(config.settings.templates.map((it) => it.name)).toEqual(["spcb", "our-board"]);
    expect(config.settings.templates[0]).toBe(defaultSettings.templates[0]);
  });

  test("changes fields of the extended template where they are, key by key, and adds others", () => {
    const before = templateOf(defaultSettings, "spcb").fields;
    expect(template.fields.map((it) => it.name)).toEqual([
      ...before.map((it) => it.name),
      "classification",
      "summary",
    ]);
    const authors = before.find((it) => it.name === "authors");
    expect(template.fields.find((it) => it.name === "authors")).toEqual({ ...authors, need: "required" });
    expect(template.fields.find((it) => it.name === "template")?.example).toBe("our-board");
    expect(template.fields.slice(-2)).toEqual([
      {
        name: "classification",
        kind: "choice",
        choices: ["open", "exempt"],
        need: "required",
        meaning: "Whether the public may read it.",
        example: "open",
      },
      {
        name: "summary",
        kind: "text",
        need: "optional",
        words: 100,
        meaning: "The paper's summary.",
        example: "Summary",
      },
    ]);
  });

  test("adds sections, short forms, a glossary and rules to the extended template", () => {
    const before = templateOf(defaultSettings, "spcb");
    expect(template).toMatchObject({
      title: "Our Policing Board",
      known: [...before.known, "HMICFRS"],
      glossary: { ...before.glossary, VRU: "Violence Reduction Unit" },
      rules: { ...before.rules, "acronym-repeated": { severity: "off" } },
    });
    expect(template.sections).toEqual([
      ...before.sections,
      { titles: ["Financial implications"], need: "required" },
      {
        titles: ["Legal implications", "Legal"],
        need: "optional",
        guidance: "[Insert the legal implications.]",
      },
    ]);
  });

  test.each([
    ["archive/2020/may.md", "spcb", true],
    ["archive/may.md", "spcb", true],
    ["drafts/may.md", "our-board", true],
    ["./minutes.md", "our-board", true],
    ["drafts/old/may.md", "our-board", false],
    ["archive/may.txt", "our-board", false],
    ["other.md", "our-board", false],
  ])("%s follows %s, and is listed: %s", (path, name, listed) => {
    expect(settingsFor(config, path).template).toBe(name);
    expect(isListed(config, path)).toBe(listed);
  });

  test("gives the same object for the same template", () => {
    expect(settingsFor(config, "archive/a.md")).toBe(settingsFor(config, "archive/b/c.md"));
    expect(settingsFor(config, "other.md")).toBe(config.settings);
    expect(settingsFor(config, "drafts/a.md")).toBe(config.settings);
  });

  test.each([
    "",
    "# Nothing yet.\n",
    "---\n",
    "{}",
    "template: spcb",
    "rules:\ntemplates:\n  # none\npapers: []\n",
  ])("may say nothing: %j", (text) => {
    const { settings, papers, problems } = readConfig(text);
    expect({ settings, papers, problems }).toEqual({ settings: defaultSettings, papers: [], problems: [] });
  });
});

describe("templates that extend others", () => {
  test.each<[string, string, string, Partial<Template>]>([
    [
      "through another of the file, whatever their order",
      "c: { extends: b, glossary: { C: c } }\n  b: { extends: a, glossary: { B: b, A: b } }\n  a: { glossary: { A: a } }",
      "c",
      { title: "c", glossary: { A: "b", B: "b", C: "c" }, fields: [] },
    ],
    [
      "a section of the same title in its place, another behind",
      "a: { sections: [Purpose, Options] }\n  b: { extends: a, sections: [{ title: 1. purpose, need: optional }, Risks] }",
      "b",
      {
        sections: [
          { titles: ["1. purpose"], need: "optional" },
          { titles: ["Options"], need: "required" },
          { titles: ["Risks"], need: "required" },
        ],
      },
    ],
    [
      "another first section, which the old one makes room for",
      "a: { sections: [{ title: Purpose, first: true }] }\n  b: { extends: a, sections: [{ title: Summary, first: true }] }",
      "b",
      {
        sections: [
          { titles: ["Summary"], need: "required", first: true },
          { titles: ["Purpose"], need: "required" },
        ],
      },
    ],
    [
      "a rule's severity and options one by one",
      "a: { rules: { acronym-undefined: { severity: info, ignore: [A] } } }\n  b: { extends: a, rules: { acronym-undefined: error } }",
      "b",
      { rules: { "acronym-undefined": { severity: "error", options: { ignore: ["A"] } } } },
    ],
    [
      "its own name, which is then the built-in one",
      "spcb: { extends: spcb, title: Ours }",
      "spcb",
      { title: "Ours" },
    ],
  ])("%s", (_, templates, name, expected) => {
    const { settings, problems } = readConfig(`templates:\n  ${templates}\n`);
    expect(problems).toEqual([]);
    expect(templateOf(settings, name)).toMatchObject(expected);
    expect(settings.templates.filter((it) => it.name === name)).toHaveLength(1);
  });

  test("a built-in one of the same name is replaced, and may be extended at that", () => {
    const { settings } = readConfig(
      "templates:\n  a: { extends: spcb }\n  spcb: { extends: spcb, known: [OPCC] }\n",
    );
    expect(settings.templates.map((it) => it.name)).toEqual(["a", "spcb"]);
    expect(templateOf(settings, "a").known).toContain("OPCC");
    expect(templateOf(settings, "a").fields.map((it) => it.name)).toContain("presented-by");
  });
});

describe("what is said about a broken one stands under it", () => {
  const folder = fileURLToPath(new URL("../../test-fixtures/config", import.meta.url));

  test.for(readdirSync(folder))("%s", async (name) => {
    const path = join(folder, name);
    const text = withoutProblems(readFileSync(path, "utf8"));
    const { settings, papers, problems } = readConfig(text);
    expect(problems).not.toEqual([]);
    expect({ settings, papers }).toEqual({ settings: defaultSettings, papers: [] });
    await expect(withProblems(text, problems)).toMatchFileSnapshot(path);
  });
});

describe("any text", () => {
  const pieces = [
    ..."template templates extends fields kind choice choices need when field is sections title or first".split(
      " ",
    ),
    ..."known glossary rules papers files spcb a b off acronym-undefined severity ignore words true 12 null".split(
      " ",
    ),
    ...[
      ":",
      ": ",
      "- ",
      "\n",
      "\n  ",
      "\n    ",
      "\r\n",
      "\t",
      "{",
      "}",
      "[",
      "]",
      ",",
      "#",
      " # ",
      '"',
      "'",
      "|",
      ">",
    ],
    ...[
      "&a",
      "*a",
      "!!str",
      "---\n",
      "...",
      "?",
      "<<",
      "__proto__",
      "../",
      "**",
      "\u{feff}",
      "£",
      "%YAML 1.1\n",
    ],
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((it) => it.join(""));

  test("is read without a throw, and its problems lie inside it, in order", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: "binary" })), (source) => {
        const { problems, settings } = readConfig(source);
        let at = 0;
        for (const { span, message } of problems) {
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(source.length);
          expect(message).toMatch(/^[\p{Lu}"].*[.?]$/su);
          at = span.start;
        }
        if (problems.length > 0) expect(settings).toBe(defaultSettings);
      }),
      { numRuns: process.env.LONG ? 20_000 : 300, seed: 1 },
    );
  });

  test("nested without end is a problem and not a crash", () => {
    expect(readConfig("[".repeat(100_000)).problems).toHaveLength(1);
    expect(readConfig(`glossary: ${"{a: ".repeat(20_000)}`).problems).toHaveLength(1);
  });
});

function templateOf(settings: Settings, name: string): Template {
  const template = settings.templates.find((it) => it.name === name);
  if (template === undefined) throw new Error(`There is no template ${name}.`);
  return template;
}
