/** The extension's package has what it needs and nothing else. It is made and opened here; no network. */

import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makePackage, mostBytes, packagedFiles, root } from "../vsix.js";

const folder = mkdtempSync(join(tmpdir(), "board-papers-"));
const vsix = join(folder, "board-papers.vsix");
let entries: Readonly<Record<string, Uint8Array>> = {};

beforeAll(async () => {
  await makePackage(vsix);
  entries = unzipSync(readFileSync(vsix));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function textOf(name: string): string {
  const bytes = entries[`extension/${name}`];
  if (!bytes) throw new Error(`${name} is not in the package.`);
  return strFromU8(bytes);
}

test("it has the files of the list, and is small enough", () => {
  // The tool gives three of them the names that its gallery knows, and adds two lists of its own.
  const names = packagedFiles().map((name) =>
    name
      .replace("README", "readme")
      .replace("CHANGELOG", "changelog")
      .replace(/^LICENSE$/, "LICENSE.txt"),
  );
  const own = ["[Content_Types].xml", "extension.vsixmanifest"];
  expect(Object.keys(entries).toSorted()).toEqual([...own, ...names.map((it) => `extension/${it}`)].sort());
  expect(statSync(vsix).size).toBeLessThan(mostBytes);
});

test("every file that its manifest names is there", () => {
  const named = [
    ...textOf("package.json").matchAll(/"(?:\.\/)?((?:dist|docs|schemas|snippets|syntaxes)\/[^"*]+)"/g),
  ];
  expect(named.length).toBeGreaterThan(5);
  expect(named.map(([, name = ""]) => name).filter((name) => !entries[`extension/${name}`])).toEqual([]);
});

test("every link of its first page leads somewhere", () => {
  const links = [...textOf("readme.md").matchAll(/\]\(([^)#\s]+)/g)].map(([, target = ""]) => target);
  const files = new Set(packagedFiles());
  expect(links.filter((target) => files.has(target)).length).toBeGreaterThan(20);
  expect(links.filter((target) => !/^https?:/.test(target) && !files.has(target))).toEqual([]);
});

test("its manifest has nothing that is only for the project's own people", () => {
  const manifest = JSON.parse(textOf("package.json")) as Record<string, unknown>;
  for (const key of ["devDependencies", "dependencies", "workspaces", "scripts", "bin"])
    expect(manifest).not.toHaveProperty(key);
});

test("nothing in it tells of the machine that it was made on, or of a source map", () => {
  for (const [name, bytes] of Object.entries(entries)) {
    const text = strFromU8(bytes, true);
    expect(text.includes(root.replace(/[\\/]$/, "")), name).toBe(false);
    expect(text.includes("sourceMappingURL=") && name.endsWith(".js"), name).toBe(false);
  }
});

test("what every window with a Markdown file loads is small", () => {
  expect(textOf("dist/extension.js").length).toBeLessThan(10_000);
  expect(textOf("dist/extension.js")).toContain("./client.js");
});

test("the licence of every package in the bundles is brought along", () => {
  const notices = textOf("dist/THIRD-PARTY.txt");
  for (const name of ["vscode-languageclient", "vscode-languageserver", "remark-parse", "yaml"])
    expect(notices).toMatch(new RegExp(`^${name} \\d.*\\(\\w`, "m"));
  expect(notices).not.toContain("undefined");
});
