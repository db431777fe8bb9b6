// What the extension's package consists of.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createVSIX, listFiles, PackageManager } from "@vscode/vsce";

/** The project's folder. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** The largest that the package may be, in bytes: what a slow line has in a few seconds. */
export const mostBytes = 1_500_000;

/** Every file that the package is to have, and no other. */
export function expectedFiles(): string[] {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const pictures = [...readme.matchAll(/\]\((docs\/images\/[^)\s]+)\)/g)].map((match) => match[1] ?? "");
  return [
    ...["CHANGELOG.md", "LICENSE", "README.md", "language-configuration.json", "package.json"],
    ...["dist/THIRD-PARTY.txt", "dist/client.js", "dist/extension.js", "dist/server.js"],
    ...["dist/web/extension.js", "dist/web/server.js"],
    ...["docs/images/icon.png", "docs/rules.md", ...pictures],
    ...["schemas", "snippets", "syntaxes"].flatMap(dataFiles),
  ].sort();
}

/** Every file that the package would have, as its tool counts them by `.vscodeignore`. */
export async function packagedFiles(): Promise<string[]> {
  return (await listFiles({ cwd: root, packageManager: PackageManager.None })).sort();
}

/** What is not as expected, as a list of sentences. */
export function differences(files: readonly string[], expected: readonly string[]): string[] {
  return [
    ...files.filter((it) => !expected.includes(it)).map((it) => `${it} does not belong into the package.`),
    ...expected.filter((it) => !files.includes(it)).map((it) => `${it} is missing.`),
  ];
}

/**
 * Makes the package; gives how many files it has and its size in bytes. Throws a sentence when a file is there that does
 * not belong, one is missing, or the whole is too large. Needs no network.
 */
export async function makePackage(path: string): Promise<{ files: number; size: number }> {
  const files = await packagedFiles();
  const wrong = differences(files, expectedFiles());
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
  await createVSIX({
    cwd: root,
    packagePath: path,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const { size } = statSync(path);
  if (size > mostBytes) throw new Error(`${path} has ${size} bytes, more than ${mostBytes}.`);
  return { files: files.length, size };
}

function dataFiles(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .filter((name) => !name.endsWith(".md"))
    .map((name) => `${folder}/${name}`);
}
