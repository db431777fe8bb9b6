/** What runs in a browser contains nothing of Node, and an import of it is told at its place. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildFailure, type BuildOptions, build } from "esbuild";
import { describe, expect, test } from "vitest";
import { root } from "../vsix.js";

interface Bundle {
  readonly name: string;
  readonly web?: string;
}

const { bundles, optionsFor } = (await import(join(root, "scripts/bundles.mjs"))) as {
  readonly bundles: readonly Bundle[];
  readonly optionsFor: (bundle: Bundle) => BuildOptions;
};

const forBrowsers = bundles.filter(({ web }) => web !== undefined);

test("there are three bundles for browsers", () => {
  expect(forBrowsers.map(({ name }) => name)).toEqual(["web/extension", "web/server", "preview"]);
});

describe.each(forBrowsers)("$name", (bundle) => {
  const text = readFileSync(join(root, `dist/${bundle.name}.js`), "utf8");

  test("asks for no module but the editor's own", () => {
    const modules = [...text.matchAll(/\brequire\(([^)]*)\)/g)].map((match) => match[1]);
    expect([...new Set(modules)]).toEqual(bundle.name === "web/extension" ? ['"vscode"'] : []);
    expect(text).not.toMatch(/\bimport\(|["']node:/);
  });

  test.each(["node:fs", "child_process"])("cannot be built with an import of %s", async (module) => {
    const contents = `export const a = 1;\nimport ${JSON.stringify(module)};\n`;
    const stdin = { contents, sourcefile: "server/src/broken.ts", resolveDir: root };
    const { entryPoints, ...options } = optionsFor(bundle);
    const failure = await build({ ...options, stdin, write: false, logLevel: "silent" }).then(
      () => undefined,
      (error: BuildFailure) => error.errors,
    );
    expect(entryPoints).toHaveLength(1);
    expect(failure?.[0]?.text).toContain(`Could not resolve "${module}"`);
    expect(failure?.[0]?.location).toMatchObject({ file: "server/src/broken.ts", line: 2 });
  });
});
