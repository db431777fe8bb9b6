/** The manifest says what the code does: the same commands, the same settings. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { commands } from "../src/commands/index.js";

interface MenuItem {
  readonly command: string;
  readonly when?: string;
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

interface Setting {
  readonly enum: readonly string[];
  readonly enumDescriptions: readonly string[];
  readonly default: string;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const { contributes } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;

describe("commands", () => {
  test("those of the manifest are those of the code", () => {
    const contributed = contributes.commands.map(({ command }) => command);
    expect(contributed.toSorted()).toEqual(commands.map(({ id }) => id).toSorted());
    expect(new Set(contributed).size).toBe(contributed.length);
  });

  test("every file of the folder has one", () => {
    const files = readdirSync(join(root, "client/src/commands")).filter((name) =>
      /^export const id\b/m.test(readFileSync(join(root, "client/src/commands", name), "utf8")),
    );
    expect(files).toHaveLength(commands.length);
  });

  test("menus have no others", () => {
    const known = new Set(commands.map(({ id }) => id));
    const items = Object.values(contributes.menus).flat();
    expect(items.filter(({ command }) => !known.has(command))).toEqual([]);
  });
});

test("the settings of the manifest are those that are read", () => {
  const client = readFileSync(join(root, "client/src/settings.ts"), "utf8");
  const server = readFileSync(join(root, "server/src/configuration.ts"), "utf8");
  const read = [
    ...[...client.matchAll(/\bread\("([\w.]+)"/g)].map((match) => match[1]),
    ...[...server.matchAll(/\banswer\.(\w+)/g)].map((match) => match[1]),
    // The client library reads this one by its name.
    "trace.server",
  ];
  const contributed = Object.keys(contributes.configuration.properties);
  expect(contributed.toSorted()).toEqual([...new Set(read.map((name) => `boardPapers.${name}`))].sort());
});

test("every choice of a setting is explained, and the default is one of them", () => {
  for (const setting of Object.values(contributes.configuration.properties)) {
    expect(setting.enumDescriptions).toHaveLength(setting.enum.length);
    expect(setting.enum).toContain(setting.default);
  }
});
