// Bundles the products into dist/: `node scripts/build.mjs [--watch] [--quiet]`.

import { chmod, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";
import { writeNotices } from "./notices.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const watch = process.argv.includes("--watch");
const quiet = process.argv.includes("--quiet");

const bundles = [
  { name: "server", entry: "server/src/main.ts" },
  { name: "cli", entry: "cli/src/main.ts", hashbang: "#!/usr/bin/env node\n" },
  // What every window loads, and what a window with a paper loads too.
  { name: "extension", entry: "client/src/extension.ts", external: ["./client.js"] },
  { name: "client", entry: "client/src/client.ts" },
  // The same for a browser: the extension, which cannot load a second part there, and the server for a Web Worker.
  { name: "web/extension", entry: "client/src/extension.ts", web: { format: "cjs" } },
  { name: "web/server", entry: "server/src/worker.ts", web: { format: "iife", conditions: ["worker"] } },
];

try {
  const results = await Promise.all(
    bundles.map(async (bundle) =>
      watch ? (await context(options(bundle))).watch() : build(options(bundle)),
    ),
  );
  if (!watch)
    writeNotices(
      root,
      results.map(({ metafile }) => metafile),
      "dist/THIRD-PARTY.txt",
    );
} catch (error) {
  // esbuild has already printed what is wrong, with the file and the line.
  if (!Array.isArray(error.errors)) console.error(error);
  process.exit(1);
}

function options({ name, entry, external = [], hashbang = "", web }) {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: `dist/${name}.js`,
    bundle: true,
    external: ["vscode", ...external],
    minify: true,
    metafile: true,
    sourcemap: "linked",
    legalComments: "linked",
    logLevel: "warning",
    plugins: [report(name, hashbang !== "")],
    ...(web ? webOptions(web) : nodeOptions(hashbang)),
  };
}

function nodeOptions(hashbang) {
  return {
    platform: "node",
    target: "node20",
    format: "cjs",
    // Several dependencies ship a UMD build as "main" that cannot be bundled, and an ES module beside it.
    mainFields: ["module", "main"],
    // A dependency written as an ES module asks where it is; a CommonJS bundle has to be told how to answer.
    define: { "import.meta.url": "bundleUrl" },
    banner: {
      js: `${hashbang}"use strict";const bundleUrl=require("node:url").pathToFileURL(__filename).href;`,
    },
  };
}

/** A bundle for a browser cannot contain what only Node has: an import of it is an error that names file and line. */
function webOptions({ format, conditions = [] }) {
  return {
    platform: "browser",
    target: "es2022",
    format,
    mainFields: ["browser", "module", "main"],
    // What some packages have for browsers asks for a document, which no worker has; others have none to ask for.
    conditions: ["module", ...conditions],
  };
}

/** Prints each finished bundle with its size, and makes a command executable. */
function report(name, executable) {
  return {
    name: "report",
    setup({ onStart, onEnd }) {
      onStart(() => {
        if (watch) say(`Building dist/${name}.js`);
      });
      onEnd(async ({ errors }) => {
        if (errors.length > 0) return;
        const file = `${root}/dist/${name}.js`;
        if (executable) await chmod(file, 0o755);
        say(`Built dist/${name}.js, ${Math.round((await stat(file)).size / 1024)} KB`);
      });
    },
  };
}

function say(sentence) {
  if (!quiet) console.log(sentence);
}
