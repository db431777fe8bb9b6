/** Every snippet is a part that a paper may have as it stands: the checker finds nothing in it that must be fixed. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkPaper, defaultSettings, parsePaper } from "@board-papers/core";
import { describe, expect, test } from "vitest";
import { expandSnippet } from "./support/snippet.js";

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: string | readonly string[];
}

const file = fileURLToPath(new URL("../../snippets/board-paper.code-snippets", import.meta.url));
const snippets = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, Snippet>>;
const all = Object.entries(snippets);
const variables = { CURRENT_YEAR: "2020", CURRENT_MONTH: "11", CURRENT_DATE: "17" };
const skeleton = textOf("Board paper");

/** Snippets that are no blocks of the paper's text: lines of the paper details, and words within a sentence. */
const details = new Set(["Acronyms of the paper", "Authors"]);
const words = new Set(["Acronym"]);

describe("what must be fixed in a paper with the snippet", () => {
  test.for(all.map(([name]) => name))("%s: nothing", (name) => {
    const text = name === "Board paper" ? skeleton : placed(name);
    const report = checkPaper(parsePaper(text), defaultSettings);
    const errors = report.findings.filter((it) => it.severity === "error");
    expect(errors.map((it) => `${it.rule}: ${it.message}`)).toEqual([]);
  });

  test("the papers are read as meant", () => {
    const text = placed("We said / We did");
    expect(text).toContain("\n9. We said:\n\n    What");
    expect(text).toContain("\n10. We did:\n\n    What");
    expect(placed("Authors").match(/^authors:$/gm)).toHaveLength(1);
    const table = placed("Table with a total").replaceAll(" 0 |", " 40 |").replace("**0**", "**79**");
    const report = checkPaper(parsePaper(table), defaultSettings);
    expect(report.findings.map((it) => it.rule)).toContain("table-total");
  });
});

test("a prefix is short, starts one snippet only, and every snippet says in plain words what it is", () => {
  const prefixes = all.flatMap(([, { prefix }]) => prefix);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  for (const prefix of prefixes) expect(prefix).toMatch(/^[a-z]{4,14}$/);
  for (const [, { description }] of all) expect(description).toMatch(/^[A-Z][^.]{20,90}$/);
});

/** The skeleton with the snippet in its place, its paragraph numbers going on with those of the skeleton. */
function placed(name: string): string {
  const text = textOf(name);
  if (words.has(name)) return `${skeleton}\n9. It is the work of the ${text}.\n`;
  if (details.has(name)) {
    const fields = new Set(text.match(/^[a-z-]+(?=:)/gm));
    const others = skeleton.replace(/^([a-z-]+):.*\n(?: .*\n)*/gm, (field, key) =>
      fields.has(key) ? "" : field,
    );
    return others.replace("---\n\n", `${text.trimEnd()}\n---\n\n`);
  }
  const last = Math.max(...[...skeleton.matchAll(/^(\d+)\. /gm)].map((it) => Number(it[1])));
  const body = bodyOf(name).replace(/\$\{(\d+):(\d+)\}\. /g, (_, stop, number) => {
    return `\${${stop}:${Number(number) + last}}. `;
  });
  return `${skeleton}\n${expandSnippet(body, variables)}`;
}

function textOf(name: string): string {
  return expandSnippet(bodyOf(name), variables);
}

function bodyOf(name: string): string {
  const body = snippets[name]?.body ?? [];
  return typeof body === "string" ? body : body.join("\n");
}
