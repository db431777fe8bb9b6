// Writes everything that is said once in the rules and read elsewhere. `npm run generate` writes the files;
// a test compares them with what this would write.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { generatedFiles, writeRegistry } from "./generated.js";

// The registry comes first, because the other files are made from the rules that it lists.
writeRegistry();
const files = await generatedFiles();
for (const { path, text } of files) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
console.log(`Written: ${files.map((it) => it.name).join(", ")}`);
