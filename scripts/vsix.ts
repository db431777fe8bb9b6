// The extension's package: what it consists of, and how it is made.

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";

/** The project's folder. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** The largest that the package may be, in bytes: what a slow line has in a few seconds. */
export const mostBytes = 1_500_000;

/** Every file of the package, from the project's folder on. */
export function packagedFiles(): string[] {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const pictures = [...readme.matchAll(/\]\((docs\/images\/[^)\s]+)\)/g)].map((match) => match[1] ?? "");
  return [
    ...["CHANGELOG.md", "LICENSE", "README.md", "language-configuration.json", "package.json"],
    ...["dist/THIRD-PARTY.txt", "dist/client.js", "dist/extension.js", "dist/server.js"],
    ...["dist/preview.css", "dist/preview.js"],
    ...["dist/web/extension.js", "dist/web/server.js"],
    ...["docs/images/icon.png", "docs/rules.md", ...pictures],
    ...["schemas", "snippets", "syntaxes"].flatMap(dataFiles),
  ].sort();
}

/**
 * Makes the package; gives how many files it has and its size in bytes. Throws a sentence when a file is missing or the
 * whole is too large. Needs neither Git nor a network.
 */
export async function makePackage(path: string): Promise<{ files: number; size: number }> {
  const files = packagedFiles();
  const missing = files.filter((file) => !existsSync(join(root, file)));
  if (missing.length > 0) throw new Error(`These files are missing: ${missing.join(", ")}.`);
  // Made of a folder that has nothing else, so that no file gets in by chance.
  const folder = mkdtempSync(join(tmpdir(), "board-papers-package-"));
  try {
    for (const file of files) stage(file, folder, files);
    await createVSIX({
      cwd: folder,
      packagePath: path,
      dependencies: false,
      allowMissingRepository: true,
      rewriteRelativeLinks: false,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const { size } = statSync(path);
  if (size > mostBytes) throw new Error(`${path} has ${size} bytes, more than ${mostBytes}.`);
  return { files: files.length, size };
}

function stage(file: string, folder: string, files: readonly string[]): void {
  const to = join(folder, file);
  mkdirSync(dirname(to), { recursive: true });
  const bytes = readFileSync(join(root, file));
  if (file === "package.json") writeFileSync(to, manifest(bytes.toString()));
  else if (file === "README.md") writeFileSync(to, withoutDeadLinks(bytes.toString(), files));
  else if (file.endsWith(".js")) writeFileSync(to, withoutMap(bytes.toString()));
  else writeFileSync(to, bytes);
}

/** The manifest without what is only for those who work on the project. */
function manifest(text: string): string {
  const { workspaces, bin, scripts, devDependencies, allowScripts, ...rest } = JSON.parse(text) as Record<
    string,
    unknown
  >;
  return `${JSON.stringify(rest, undefined, 2)}\n`;
}

/** A page without links to pages that stay behind; their words remain. */
function withoutDeadLinks(text: string, files: readonly string[]): string {
  return text.replace(
    /(?<!!)\[([^\]]+)\]\(([^)#\s:]+)(?:#[^)\s]*)?\)/g,
    (link, words: string, page: string) => (files.includes(page) ? link : words),
  );
}

/** A bundle that does not name its source map, which stays behind. */
function withoutMap(text: string): string {
  return text.replace(/^\/\/# sourceMappingURL=.*\n?/m, "");
}

function dataFiles(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => !name.endsWith(".md"))
    .map((name) => `${folder}/${name}`);
}
