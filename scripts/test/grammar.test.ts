/**
 * The grammar gives a paper's own things scopes that end in `.board-paper`, and leaves those of Markdown and YAML
 * as they are. Snapshots in test-fixtures/grammar show the scopes; `npx vitest -u` writes them.
 */

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultSettings } from "@board-papers/core";
import { describe, expect, test } from "vitest";
import { createRegistryFromGrammars } from "vscode-tmgrammar-test/dist/common/index.js";
import { getVSCodeTokens, renderSnap } from "vscode-tmgrammar-test/dist/snapshot/index.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const grammarFile = join(root, "syntaxes/board-paper.tmLanguage.json");
const fixtures = join(root, "test-fixtures/grammar");
const markdown = "text.html.markdown";
const paper = "text.html.markdown.board-paper";

const registry = createRegistryFromGrammars(loadGrammars());
const names = readdirSync(fixtures).filter((name) => name.endsWith(".md"));

describe("scopes", () => {
  test.for(names)("%s", async (name) => {
    const lines = await getVSCodeTokens(registry, paper, read(name));
    await expect(`${renderSnap(lines)}\n`).toMatchFileSnapshot(join(fixtures, `${name}.snap`));
  });

  test("every fixture of a paper shows some of the paper's own", async () => {
    for (const name of names) {
      const own = (await tokenise(paper, read(name))).flat().some((token) => token.own.length > 0);
      expect([name, own]).toEqual([name, name.endsWith(".paper.md")]);
    }
  });

  test("every field of the built-in template is a scope of its own", () => {
    const { repository } = JSON.parse(readFileSync(grammarFile, "utf8")) as {
      readonly repository: Readonly<Record<string, { readonly match?: string }>>;
    };
    const spcb = defaultSettings.templates.find((template) => template.name === "spcb");
    const fields = spcb?.fields.map((field) => field.name).sort();
    for (const rule of ["field", "field-name"]) {
      const names = /^\^\(\?:([a-z|-]+)\)/.exec(repository[rule]?.match ?? "")?.[1];
      expect(names?.split("|").sort()).toEqual(fields);
    }
  });
});

describe("Markdown keeps its scopes", () => {
  const papers = join(root, "test-fixtures/workspace/papers");
  const texts: (readonly [string, string])[] = [
    ...names.map((name) => [name, read(name)] as const),
    ...readdirSync(papers).map((name) => [name, readFileSync(join(papers, name), "utf8")] as const),
    ["README.md", readFileSync(join(root, "README.md"), "utf8")],
  ];

  test("in ordinary Markdown there is nothing else", async () => {
    const text = read("ordinary.md");
    expect(await tokenise(paper, text)).toEqual(await tokenise(markdown, text));
  });

  test.for(texts)("in %s, the paper's own scopes aside", async ([, text]) => {
    expect(withoutOwn(await tokenise(paper, text))).toEqual(withoutOwn(await tokenise(markdown, text)));
  });
});

test("long lines take time in proportion to their length", async () => {
  const units = [
    "Violence Reduction Unit (VRU) ",
    "Aa Ab Ac (",
    "Table A to ",
    "We said ",
    "VRU (Aa ",
    "AA BB ",
  ];
  const grammar = await registry.loadGrammar(paper);
  const time = (line: string): number => {
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      grammar?.tokenizeLine(line, null);
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  for (const unit of units) {
    const [short, long] = [5_000, 40_000].map((length) => time(unit.repeat(length / unit.length)));
    // Eight times the length. Quadratic time would be 64 times as much; 15 ms are lost in the noise.
    expect((long ?? 0) / ((short ?? 0) + 15), unit).toBeLessThan(24);
  }
});

/** A stretch of a line with its scopes, those that end in `.board-paper` apart. */
interface Token {
  readonly text: string;
  readonly scopes: string;
  readonly own: string;
}

/** The tokens of every line, without the name of the grammar itself. */
async function tokenise(scope: string, text: string): Promise<Token[][]> {
  const lines = await getVSCodeTokens(registry, scope, text);
  return lines.map(({ src, tokens }) => {
    return tokens.map(({ startIndex, endIndex, scopes: [, ...scopes] }) => {
      const isOwn = (name: string): boolean => name.endsWith(".board-paper");
      const others = scopes.filter((name) => !isOwn(name));
      return {
        text: src.slice(startIndex, endIndex),
        scopes: others.join(" "),
        own: scopes.filter(isOwn).join(" "),
      };
    });
  });
}

/** The tokens as if there were no own scopes: neighbours that then have the same scopes are one. */
function withoutOwn(lines: readonly (readonly Token[])[]): Pick<Token, "text" | "scopes">[][] {
  return lines.map((tokens) => {
    const joined: { text: string; scopes: string }[] = [];
    for (const { text, scopes } of tokens) {
      const last = joined.at(-1);
      if (last?.scopes === scopes) last.text += text;
      else joined.push({ text, scopes });
    }
    return joined;
  });
}

function read(name: string): string {
  return readFileSync(join(fixtures, name), "utf8");
}

/**
 * The grammar and those that it builds on, as VS Code has them. The languages of code blocks are left empty: that
 * they stand there is enough for these tests.
 */
function loadGrammars(): Parameters<typeof createRegistryFromGrammars>[0] {
  const require = createRequire(import.meta.url);
  const files = [
    grammarFile,
    ...["markdown", "html", "html-derivative", "yaml"].map((it) =>
      require.resolve(`tm-grammars/grammars/${it}.json`),
    ),
  ];
  const loaded = files.map((path) => {
    const content = readFileSync(path, "utf8");
    const { scopeName } = JSON.parse(content) as { scopeName: string };
    return { grammar: { path, scopeName }, content };
  });
  const known = new Set(loaded.map(({ grammar }) => grammar.scopeName));
  const included = loaded.flatMap(({ content }) =>
    [...content.matchAll(/"include":\s*"((?:source|text)[\w.-]*)/g)].map((match) => match[1] ?? ""),
  );
  const empty = [...new Set(included)].filter((scopeName) => !known.has(scopeName));
  return [
    ...loaded,
    ...empty.map((scopeName) => ({
      grammar: { path: `${scopeName}.json`, scopeName },
      content: JSON.stringify({ scopeName, patterns: [] }),
    })),
  ];
}
