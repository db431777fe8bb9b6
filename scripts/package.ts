// Makes the extension's package, board-papers-VERSION.vsix, which its tool lists. Fails when a file is there that
// does not belong, one is missing, or the whole is too large. Needs no network.

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createVSIX } from "@vscode/vsce";
import { differences, expectedFiles, mostBytes, packagedFiles, root } from "./vsix.js";

const files = await packagedFiles();
const wrong = differences(files, expectedFiles());
if (wrong.length > 0) fail(wrong.join("\n"));

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
const name = `board-papers-${version}.vsix`;
await createVSIX({
  cwd: root,
  packagePath: join(root, name),
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});

const { size } = statSync(join(root, name));
console.log(`${name}: ${files.length} files, ${kilobytes(size)} compressed`);
if (size > mostBytes) fail(`That is more than ${kilobytes(mostBytes)}.`);

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} KB`;
}

function fail(reason: string): never {
  console.error(reason);
  process.exit(1);
}
