import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as protocol from "../src/protocol.js";

const described = readFileSync(new URL("../../docs/protocol.md", import.meta.url), "utf8");

test.each(Object.entries(protocol))("docs/protocol.md speaks of %s: %s", (_, name) => {
  expect(described).toContain(`\`${name}\``);
});

test.each([["Work", protocol.workMethod]])("docs/protocol.md speaks of every field of %s", (type, method) => {
  const source = readFileSync(new URL("../src/protocol.ts", import.meta.url), "utf8");
  const fields = new RegExp(`interface ${type} \\{([^}]*)\\}`).exec(source)?.[1] ?? "";
  const names = [...fields.matchAll(/readonly (\w+)/g)].map((it) => it[1]);
  const section = described.slice(described.indexOf(`\`${method}\``));
  expect(names).not.toEqual([]);
  for (const name of names) expect(section).toContain(`\`${name}\``);
});
