/** What the extension reads of a Markdown file before it decides whether the file is a paper. */

import { defaultSettings } from "@board-papers/core";
import { configFile } from "@board-papers/server/protocol";
import { describe, expect, test } from "vitest";
import { builtInTemplates, mayTake, templateNamed } from "../src/first-lines.js";

describe("the template that a text names", () => {
  test.each([
    ["---\ntemplate: spcb\n---\n", "spcb"],
    ["---\ntitle: A paper\ntemplate: our-board   # ours\n---\n", "our-board"],
    ['\uFEFF---\r\ntemplate: "our board"\r\n---\r\n', "our board"],
    ["---\ntemplate: 'spcb' # quoted\n---\n", "spcb"],
    ["---\ntemplate:\n---\n", undefined],
    ["---\n# template: spcb\n---\n", undefined],
    ["---\npage:\n  template: spcb\n---\n", undefined],
    ["---\ntitle: A page\n---\n\ntemplate: spcb\n", undefined],
    ["# A page\n\n---\ntemplate: spcb\n---\n", undefined],
    ["", undefined],
  ])("%j: %s", (text, name) => {
    expect(templateNamed(text.split(/\r?\n/))).toBe(name);
  });

  test("of any other Markdown only the first line is read", () => {
    const read: string[] = [];
    function* lines(): Generator<string> {
      for (const line of ["# A page", "", "template: spcb"]) {
        read.push(line);
        yield line;
      }
    }
    expect(templateNamed(lines())).toBeUndefined();
    expect(read).toEqual(["# A page"]);
  });

  test("front matter that does not end is not read to the end of the file", () => {
    let count = 0;
    function* lines(): Generator<string> {
      yield "---";
      for (;;) yield `line-${++count}: text`;
    }
    expect(templateNamed(lines())).toBeUndefined();
    expect(count).toBe(499);
  });
});

test("the built-in templates are those of the core", () => {
  expect(builtInTemplates).toEqual(defaultSettings.templates.map((template) => template.name));
});

describe(`a ${configFile}`, () => {
  test.each([
    ["templates:\n  our-board:\n    extends: spcb\n", "our-board"],
    ["templates: { 'our board': { extends: spcb } }\n", "our board"],
    ["template: spcb\npapers:\n  - { files: 'archive/*.md' }\n", undefined],
    ["template: spcb\r\npapers: [ { files: a.md } ]\r\n", "post"],
    ['{ "papers": [{ "files": "*.md" }] }', undefined],
  ])("may make a paper: %j, %s", (config, template) => {
    expect(mayTake(config, template)).toBe(true);
  });

  test.each([
    ["# Our papers: see below.\ntemplate: spcb\nglossary:\n  OPCC: Office\n", undefined],
    ["templates:\n  our-board:\n    title: Board papers\n", "post"],
    ["", "post"],
  ])("makes none: %j, %s", (config, template) => {
    expect(mayTake(config, template)).toBe(false);
  });
});
