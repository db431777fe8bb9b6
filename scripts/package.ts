// Makes the extension's package, board-papers-VERSION.vsix.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makePackage, root } from "./vsix.js";

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
const name = `board-papers-${version}.vsix`;

try {
  const { files, size } = await makePackage(join(root, name));
  console.log(`${name}: ${files} files, ${Math.ceil(size / 1000)} KB compressed`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
