/** What the editor does with a paper by its language configuration: words, and the Enter key in lists. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

interface EnterRule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly action: { readonly indent: string; readonly appendText?: string };
}

interface Configuration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly onEnterRules: readonly EnterRule[];
}

interface Manifest {
  readonly contributes: {
    readonly languages: readonly { readonly id: string; readonly configuration: string }[];
    readonly grammars: readonly {
      readonly language: string;
      readonly path: string;
      readonly scopeName: string;
    }[];
    readonly snippets: readonly { readonly language: string; readonly path: string }[];
    readonly configurationDefaults: Readonly<Record<string, unknown>>;
  };
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const { contributes } = readJson<Manifest>("package.json");
const configuration = readJson<Configuration>("language-configuration.json");

describe("words", () => {
  const { pattern, flags } = configuration.wordPattern;

  test.each([
    ["re-offending by the force's officers", ["re-offending", "by", "the", "force's", "officers"]],
    ["PCC’s R&D – well", ["PCC’s", "R&D", "well"]],
    ["£17,803,129.64 (18%) in 2017/18", ["17,803,129.64", "18", "in", "2017/18"]],
    ["**Total** `a_b` 'quoted' words-", ["Total", "a_b", "quoted", "words"]],
    ["12. Café", ["12", "Café"]],
  ])("%s", (text, words) => {
    expect(text.match(new RegExp(pattern, `g${flags}`))).toEqual(words);
  });
});

describe("Enter, where | is the cursor", () => {
  test.each([
    ["goes on with a bullet", "    - one|", "    - one\n    - |"],
    ["splits a bullet", "   - one| two", "   - one\n   - | two"],
    ["makes room before a bullet", "- |one", "- \n- |one"],
    ["keeps the bullet's sign", "* one|", "* one\n* |"],
    ["ends the list at an empty bullet", "   - |", "   - \n   |"],
    ["leaves a numbered paragraph to the language server", "12. We said:|", "12. We said:\n|"],
    ["leaves a number behind a bullet to it too", "- **2.** Words|", "- **2.** Words\n|"],
    ["keeps the indentation under a numbered paragraph", "    Words|", "    Words\n    |"],
    ["does nothing at a line across the page", "* * *|", "* * *\n|"],
    ["does not indent within brackets", "The Board (|)", "The Board (\n|)"],
    ["does nothing behind a minus sign", "-5 degrees|", "-5 degrees\n|"],
  ])("%s", (_, before, after) => {
    expect(pressEnter(before)).toBe(after);
  });
});

describe("the manifest", () => {
  test("names files that are there, for one language", () => {
    const { languages, grammars, snippets, configurationDefaults } = contributes;
    const parts = [...grammars, ...snippets];
    const paths = [...languages.map((it) => it.configuration), ...parts.map((it) => it.path)];
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(languages.map((it) => it.id)).toEqual(["board-paper"]);
    expect(new Set(parts.map((it) => it.language))).toEqual(new Set(["board-paper"]));
    expect(Object.keys(configurationDefaults)).toContain("[board-paper]");
  });

  test("names the grammar as the grammar does", () => {
    for (const { path, scopeName } of contributes.grammars)
      expect(readJson<{ scopeName: string }>(path).scopeName).toBe(scopeName);
  });
});

/** What VS Code makes of the Enter key at the `|`: the indentation stays, and the first rule that fits adds its text. */
function pressEnter(marked: string): string {
  const [before = "", after = ""] = marked.split("|");
  const rule = configuration.onEnterRules.find(({ beforeText, afterText = "" }) => {
    return new RegExp(beforeText).test(before) && new RegExp(afterText).test(after);
  });
  expect(rule?.action.indent ?? "none").toBe("none");
  const indentation = /^\s*/.exec(before)?.[0] ?? "";
  return `${before}\n${indentation}${rule?.action.appendText ?? ""}|${after}`;
}

function readJson<Content>(name: string): Content {
  return JSON.parse(readFileSync(join(root, name), "utf8")) as Content;
}
