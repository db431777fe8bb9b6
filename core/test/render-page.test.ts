import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  checkPaper,
  defaultSettings,
  outlineOf,
  type PageOptions,
  parsePaper,
  renderPage,
} from "../src/index.js";
import { generatePaper } from "./support/generate-paper.js";
import { elementsOf, parseHtml, visibleText } from "./support/html.js";
import { wordsOfPage, wordsOfSource } from "./support/words.js";

const corpus = fileURLToPath(new URL("../../../shared/corpus/papers", import.meta.url));
const names = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith(".md")) : [];

function pageOf(text: string, options?: PageOptions): string {
  const paper = parsePaper(text);
  return renderPage(paper, checkPaper(paper, defaultSettings), defaultSettings, options);
}

/** Holds a page to its paper: every word, every paragraph number and every cell, in order. */
function expectWhole(text: string): void {
  const page = pageOf(text);
  const elements = elementsOf(parseHtml(page));
  expect(wordsOfPage(page)).toEqual(wordsOfSource(text));

  const paper = parsePaper(text);
  const numbers = outlineOf(paper).outline.paragraphs.map((it) => String(it.mark.ordinal));
  const typed = elements.filter((it) => it.tagName === "a" && String(it.properties.className) === "number");
  expect(typed.map((it) => visibleText([it]).replace(/[.)]$/, ""))).toEqual(numbers);

  const tables = paper.chunks.flatMap(({ blocks }) => blocks.flatMap((block) => block.facts.tables));
  const shown = elements.filter((it) => it.tagName === "table");
  expect(
    shown.map((it) => cellsOf(elementsOf([it]).filter(({ tagName }) => /^(?:caption|t[dh])$/.test(tagName)))),
  ).toEqual(
    tables.map((it, i) => [
      ...captionOutside(shown[i], it.rows[0]?.[0]?.words ?? ""),
      ...it.rows.flat().flatMap(({ words }) => (words === "" ? [] : [plain(words)])),
    ]),
  );
}

function cellsOf(cells: readonly Parameters<typeof visibleText>[0][number][]): string[] {
  return cells.map((it) => plain(visibleText([it]))).filter((it) => it !== "");
}

/** The words of a caption that is no cell of its table. */
function captionOutside(
  table: Parameters<typeof elementsOf>[0][number] | undefined,
  first: string,
): string[] {
  const caption = elementsOf(table ? [table] : []).find((it) => it.tagName === "caption");
  const words = caption ? plain(visibleText([caption])) : "";
  return words === "" || words === plain(first) ? [] : [words];
}

function plain(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

describe.skipIf(names.length === 0)("the published papers", () => {
  test.each(names)("%s is on its page, whole and in order", (name) => {
    expectWhole(readFileSync(join(corpus, name), "utf8"));
  });
});

test("generated papers are on their pages, whole and in order", () => {
  for (let seed = 0; seed < 6; seed++) expectWhole(generatePaper({ seed, bytes: 8000 }).text);
});

describe("a page", () => {
  const text =
    "---\nboard: The Board\ndate: 2 May 2021\ntitle: A & B <i>\nlanguage: cy\npresented-by: [Officer]\nauthors: ['[Insert who]']\nnote: unseen\n---\n\n" +
    "## Start\n\n1. One QQR. <!-- board-paper-disable-next-line acronym-undefined -- secret -->\n\n3. [Insert more]\n\n![A map](maps/a.png) ![B](b.png)\n";

  test("names its language and title, and has one heading of the first level", () => {
    const page = pageOf(text);
    expect(page).toMatch(/^<!doctype html>\n<html lang="cy">/);
    expect(page).toContain("<title>A &#x26; B &#x3C;i> – The Board</title>");
    const elements = elementsOf(parseHtml(page));
    expect(elements.filter((it) => it.tagName === "h1").map((it) => visibleText([it]))).toEqual([
      "A & B <i>",
    ]);
    expect(pageOf("Words.\n")).toContain('<html lang="en-GB">');
    expect(pageOf('---\nlanguage: en"><script>\n---\n\nWords.\n')).toContain('<html lang="en-GB">');
    expect(pageOf("Words.\n")).toContain('<h1 class="visually-hidden">Board paper</h1>');
  });

  test("shows no finding, no comment, no guidance and no details that are not for readers", () => {
    const page = pageOf(text);
    for (const hidden of ["finding=", "secret", "board-paper-disable", "Insert", "unseen", "Must fix"])
      expect(page.replace(/<style>.*<\/style>/s, "")).not.toContain(hidden);
  });

  test("holds its pictures itself, and names those that it has not", () => {
    const page = pageOf(text, { images: new Map([["maps/a.png", "data:image/png;base64,AA=="]]) });
    expect(page).toContain('<img src="data:image/png;base64,AA==" alt="A map">');
    expect(page).toContain('<span class="missing-picture">Picture: B</span>');
    expect(page.match(/\b(?:src|href)="https?:/g)).toBeNull();
  });

  test("lists its sections and numbers, each leading to what is there", () => {
    const elements = elementsOf(parseHtml(pageOf(generatePaper({ seed: 5, bytes: 20_000 }).text)));
    const ids = new Set(elements.map((it) => it.properties.id));
    const goals = elements.flatMap(({ tagName, properties }) =>
      tagName === "a" ? [String(properties.href)] : [],
    );
    const inner = goals.filter((it) => it.startsWith("#"));
    expect(inner.length).toBeGreaterThan(10);
    expect(inner.filter((it) => !ids.has(it.slice(1)))).toEqual([]);
  });
});
