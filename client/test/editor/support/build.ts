// Once, before all tests: bundles the suites that extension hosts run, and makes the extension's package.

import { rmSync } from "node:fs";
import { build } from "esbuild";
import { makePackage } from "../../../../scripts/vsix.js";
import { failures, root, suites, vsix } from "./places.js";

/** Prepares what the tests need beside the built extension. */
export async function setup(): Promise<void> {
  rmSync(failures, { recursive: true, force: true });
  await Promise.all([bundle("node"), bundle("web")]);
  await makePackage(vsix);
}

async function bundle(host: "node" | "web"): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ["client/test/editor/suite/index.ts"],
    outfile: suites[host],
    bundle: true,
    format: "cjs",
    platform: host === "node" ? "node" : "browser",
    target: "es2022",
    // The test library takes itself for the whole CommonJS module where it sees one, and would replace the suite.
    define: { module: "undefined" },
    external: ["vscode"],
    logLevel: "warning",
  });
}
