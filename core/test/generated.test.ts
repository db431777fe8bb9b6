import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generatedFiles } from "../../scripts/generated.js";

const files = await generatedFiles();

test.for(files.map((it) => [it.name, it] as const))(
  "%s is what the rules say; else run `npm run generate`",
  ([, file]) => {
    expect(readFileSync(file.path, "utf8")).toBe(file.text);
  },
);
