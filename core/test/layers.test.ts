/** Holds every source file to the layers: who may import whom, in one table. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/**
 * Folder (or file) → what its files may import: their own folder (`.`), other folders of this table, packages.
 * A final `*` stands for any ending; `type` in front allows `import type` only. The longest matching folder counts.
 */
const layers: Readonly<Record<string, readonly string[]>> = {
  "core/src/text": ["."],
  "core/src/markdown": [
    ".",
    "core/src/text",
    "unified",
    "remark-*",
    "mdast",
    "mdast-*",
    "micromark-*",
    "unist",
  ],
  "core/src/paper": [
    ...[".", "core/src/text", "core/src/markdown"],
    ...["yaml", "big.js", "type mdast", "mdast-util-to-string"],
  ],
  // Arithmetic of papers: what adds up, what was derived from what, and what a sentence claims.
  "core/src/figures": [".", "core/src/text", "core/src/paper", "big.js"],
  "core/src/lint": [
    ...[".", "core/src/text", "core/src/paper", "core/src/figures"],
    ...["big.js", "fastest-levenshtein"],
  ],
  // A rule never imports another rule: the folder itself is missing here on purpose.
  "core/src/rules": ["core/src/lint", "core/src/figures", "core/src/paper", "core/src/text", "big.js"],
  "core/src/rules/index.ts": ["core/src/rules", "core/src/lint"],
  "core/src/render": [
    ...[".", "core/src/text", "core/src/markdown", "core/src/paper", "core/src/figures", "core/src/lint"],
    ...[
      "type mdast",
      "type hast",
      "mdast-util-to-hast",
      "hast-util-sanitize",
      "hast-util-to-html",
      "hastscript",
    ],
    ...["decode-named-character-reference", "micromark-util-decode-numeric-character-reference"],
  ],
  "core/src/config": [
    ...[".", "core/src/text", "core/src/paper", "core/src/lint", "core/src/defaults.ts"],
    ...["yaml", "valibot"],
  ],
  "core/src/complete": [
    ...[".", "core/src/text", "core/src/paper", "core/src/lint"],
    ...["type core/src/markdown", "type mdast"],
  ],
  "core/src/template": [".", "type core/src/lint", "type core/src/paper"],
  "core/src/defaults.ts": ["core/src/*"],
  "core/src/index.ts": ["core/src/*"],

  // What a Web Worker cannot have stands in two files, and what a process cannot have in one.
  "server/src": [".", "@board-papers/core", "vscode-languageserver", "vscode-languageserver-textdocument"],
  "server/src/main.ts": ["server/src", "server/src/node-files.ts", "vscode-languageserver/node"],
  "server/src/node-files.ts": ["type server/src", "node:*"],
  "server/src/worker.ts": ["server/src", "vscode-languageserver/browser"],
  "cli/src": [
    ...[".", "@board-papers/core", "node:*"],
    ...["commander", "diff", "fastest-levenshtein", "tinyglobby", "write-file-atomic", "type sarif"],
  ],
  "client/src": [
    ...[".", "@board-papers/core", "@board-papers/server/protocol"],
    ...["client/src/count-words.ts", "client/src/preview/messages.ts"],
    ...["vscode", "vscode-languageclient", "#language-client", "#print"],
  ],
  // The page in a preview's pane has the DOM and not the editor; of the core, the style of papers.
  "client/webview": [
    ...[".", "client/src/count-words.ts", "type client/src/preview/messages.ts"],
    ...["@board-papers/core/styles", "type @board-papers/server/protocol"],
  ],
  "client/src/count-words.ts": [],
  "client/src/preview/messages.ts": ["type @board-papers/server/protocol"],
  // Both speak to the server; a bundle has the one or the other, by its platform.
  "client/src/language-client/maker.ts": ["type vscode", "type vscode-languageclient"],
  "client/src/language-client/node.ts": [
    ...["client/src/language-client/maker.ts", "@board-papers/server/protocol"],
    ...["vscode", "vscode-languageclient/node"],
  ],
  "client/src/language-client/web.ts": [
    ...["client/src/language-client/maker.ts", "@board-papers/server/protocol"],
    ...["vscode", "vscode-languageclient/browser"],
  ],
  // Who prints depends on the platform, too.
  "client/src/print/printer.ts": [],
  "client/src/print/node.ts": ["type client/src/print/printer.ts", "@board-papers/cli/pdf", "node:process"],
  "client/src/print/web.ts": ["type client/src/print/printer.ts"],
};

/** Where `process` may stand: a program reads its arguments, streams and exit status in one file. */
const mayUseProcess = /^(cli|server)\/src\/main\.ts$/;

/** What else only Node has without an import. A bundler for browsers does not find these; the command line is for Node. */
const nodeGlobals = new Set(["Buffer", "setImmediate", "clearImmediate", "__dirname", "__filename"]);
const mayUseNodeGlobals = /^cli\//;

const root = fileURLToPath(new URL("../..", import.meta.url));

test("every import keeps to the layers", () => {
  const sources = ["core/src", "server/src", "cli/src", "client/src", "client/webview"].flatMap(sourceFiles);
  expect(sources.flatMap((file) => offences(file, readFileSync(join(root, file), "utf8")))).toEqual([]);
});

describe("an offender is reported", () => {
  test.each([
    ["core/src/text/span.ts", `import * as vscode from "vscode";`, "vscode"],
    ["core/src/text/span.ts", `import {\n  a,\n} from "../paper/paper.js";`, "core/src/paper/paper.js"],
    ["core/src/text/span.ts", `export { a } from "node:fs";`, "node:fs"],
    ["core/src/text/span.ts", `const a = await import("big.js");`, "big.js"],
    ["core/src/text/span.ts", `const a = await import(name);`, "an import whose name is computed"],
    ["core/src/text/span.ts", `type A = import("yaml").Document;`, "yaml"],
    ["core/src/text/span.ts", `/// <reference types="node" />`, "node"],
    ["core/src/lint/engine.ts", `import { rules } from "../rules/index.js";`, "core/src/rules/index.js"],
    ["core/src/rules/a.ts", `import b from "./b.js";`, "core/src/rules/b.js"],
    ["core/src/template/spcb.ts", `import { a } from "../lint/rule.js";`, "core/src/lint/rule.js"],
    ["core/src/elsewhere/a.ts", "", "a folder that is in no layer"],
    ["core/src/paper/paper.ts", `const a = process.env;`, "process"],
    ["core/src/paper/paper.ts", `const a = globalThis.process;`, "process"],
    ["cli/src/files.ts", `const { argv } = process;`, "process"],
    ["cli/src/files.ts", `import { a } from "../../core/src/text/span.js";`, "core/src/text/span.js"],
    ["client/src/extension.ts", `import { a } from "@board-papers/server";`, "@board-papers/server"],
    ["client/src/server.ts", `import { join } from "node:path";`, "node:path"],
    ["client/src/server.ts", `const a = process.platform;`, "process"],
    ["client/src/server.ts", `import { a } from "vscode-languageclient/node";`, "vscode-languageclient/node"],
    ["server/src/server.ts", `const a = Buffer.from("a");`, "Buffer"],
    ["server/src/worker.ts", `import { nodeFiles } from "./node-files.js";`, "server/src/node-files.js"],
  ])("%s: %s", (file, text, target) => {
    expect(offences(file, text)).toEqual([`${file} -> ${target}`]);
  });
});

describe("what is allowed is not", () => {
  test.each([
    ["core/src/text/edit.ts", `import type { Span } from "./span.js";`],
    ["core/src/paper/paper.ts", `import type { Root } from "mdast";\nimport { a } from "../text/span.ts";`],
    [
      "core/src/rules/a.ts",
      `// import b from "./b.js";\nconst text = 'import b from "./b.js"; process.exit()';`,
    ],
    ["core/src/rules/index.ts", `import a from "./a.js";\nimport type { Rule } from "../lint/rule.js";`],
    ["core/src/template/spcb.ts", `import type { Rule } from "../lint/rule.js";`],
    ["core/src/index.ts", `export * from "./text/span.js";\nexport { rules } from "./rules/index.js";`],
    ["core/src/markdown/parse.ts", `const tree = processor.process(text); const a = { process: 1 };`],
    ["cli/src/main.ts", `import { run } from "./run.js";\nprocess.exitCode = await run(process.argv);`],
    ["cli/src/files.ts", `const a = Buffer.from("a");`],
  ])("%s: %s", (file, text) => {
    expect(offences(file, text)).toEqual([]);
  });
});

/** What a file does that its layer may not, as `core/src/x.ts -> vscode`. */
function offences(file: string, text: string): string[] {
  const layer = layerOf(file);
  if (layer === undefined) return [`${file} -> a folder that is in no layer`];
  const { imports, globals } = read(file, text);
  const allowed = layers[layer] ?? [];
  return [
    ...imports.filter((it) => !isAllowed(it, layer, allowed)).map((it) => it.target),
    ...[...globals].filter((it) => !(it === "process" ? mayUseProcess : mayUseNodeGlobals).test(file)),
  ].map((target) => `${file} -> ${target}`);
}

function isAllowed({ target, typeOnly }: Import, layer: string, allowed: readonly string[]): boolean {
  const name = layerOf(target) ?? target;
  return allowed.some((entry) => {
    if (entry.startsWith("type ") && !typeOnly) return false;
    const pattern = entry === "." ? layer : entry.replace(/^type /, "");
    return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
  });
}

function layerOf(path: string): string | undefined {
  const file = path.replace(/\.js$/, ".ts");
  return Object.keys(layers)
    .filter((folder) => file === folder || file.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
}

interface Import {
  /** A package's specifier as written, or a relative import's path from the root of the project. */
  readonly target: string;
  readonly typeOnly: boolean;
}

/** A parser and not a search, because comments and strings speak of imports and processes too. */
function read(file: string, text: string): { imports: Import[]; globals: Set<string> } {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const globals = new Set<string>();

  for (const { fileName } of [...source.typeReferenceDirectives, ...source.libReferenceDirectives])
    add(fileName, false);
  visit(source);
  return { imports, globals };

  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined)
      add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node)) add(node.argument, true);
    else if (ts.isExternalModuleReference(node)) add(node.expression, false);
    else if (ts.isCallExpression(node) && isLoader(node.expression)) add(node.arguments[0], false);
    else if (ts.isIdentifier(node) && isNodeGlobal(node.text) && !isMember(node)) globals.add(node.text);
    ts.forEachChild(node, visit);
  }

  function add(specifier: string | ts.Node | undefined, typeOnly: boolean): void {
    const name = typeof specifier === "string" ? specifier : literal(specifier);
    if (name === undefined) imports.push({ target: "an import whose name is computed", typeOnly });
    else imports.push({ target: name.startsWith(".") ? join(dirname(file), name) : name, typeOnly });
  }
}

function literal(node: ts.Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (ts.isLiteralTypeNode(node)) return literal(node.literal);
  return ts.isStringLiteralLike(node) ? node.text : undefined;
}

function isLoader(callee: ts.Expression): boolean {
  return (
    callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require")
  );
}

function isNodeGlobal(name: string): boolean {
  return name === "process" || nodeGlobals.has(name);
}

/** The `process` of `processor.process` or `{ process: 1 }`, which is not the global one. */
function isMember({ parent, text }: ts.Identifier): boolean {
  if (ts.isPropertyAccessExpression(parent) && parent.name.text === text)
    return !(ts.isIdentifier(parent.expression) && parent.expression.text === "globalThis");
  return (
    (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertySignature(parent)) &&
    ts.isIdentifier(parent.name) &&
    parent.name.text === text
  );
}

function sourceFiles(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name.replaceAll("\\", "/")))
    .filter((file) => file.endsWith(".ts"))
    .sort();
}
