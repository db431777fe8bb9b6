/** The extension's package has what it needs and nothing else. No network, no process, no file written. */

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { differences, expectedFiles, packagedFiles, root } from "../vsix.js";

test("the files that would be packaged are those that are expected", async () => {
  expect(await packagedFiles()).toEqual(expectedFiles());
});

test("a file too many or too few is told", () => {
  expect(differences(["a", "b"], ["b", "c"])).toEqual([
    "a does not belong into the package.",
    "c is missing.",
  ]);
});

test("every file that the manifest names is packaged", async () => {
  const manifest = readFileSync(join(root, "package.json"), "utf8").replace(/^ {2}"bin": \{[^}]*\}/m, "");
  const named = [...manifest.matchAll(/"(?:\.\/)?((?:dist|docs|schemas|snippets|syntaxes)\/[^"*]+)"/g)];
  const files = new Set(await packagedFiles());
  expect(named.length).toBeGreaterThan(3);
  expect(named.map((match) => match[1] ?? "").filter((file) => !files.has(file))).toEqual([]);
});

test("what every window with a Markdown file loads is small", () => {
  expect(statSync(join(root, "dist/extension.js")).size).toBeLessThan(10_000);
  expect(readFileSync(join(root, "dist/extension.js"), "utf8")).toContain("./client.js");
});

test("the licence of every package in the bundles is brought along", () => {
  const notices = readFileSync(join(root, "dist/THIRD-PARTY.txt"), "utf8");
  for (const name of ["vscode-languageclient", "vscode-languageserver", "remark-parse", "yaml"])
    expect(notices).toMatch(new RegExp(`^${name} \\d.*\\(\\w`, "m"));
  expect(notices).not.toContain("undefined");
});
