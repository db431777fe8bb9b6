// What is bundled into dist/, and how.

import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Every bundle: the name of its file, the file that it starts from, and what is particular about it. */
export const bundles = [
  { name: "server", entry: "server/src/main.ts" },
  { name: "cli", entry: "cli/src/main.ts", hashbang: "#!/usr/bin/env node\n" },
  // What every window loads, and what a window with a paper loads too.
  { name: "extension", entry: "client/src/extension.ts", external: ["vscode", "./client.js"] },
  { name: "client", entry: "client/src/client.ts", external: ["vscode"] },
  // The same for a browser: the extension, which cannot load a second part there, and the server for a Web Worker.
  { name: "web/extension", entry: "client/src/extension.ts", external: ["vscode"], web: "cjs" },
  { name: "web/server", entry: "server/src/worker.ts", web: "iife" },
  // The page in a preview's pane, with its style, for every host.
  { name: "preview", entry: "client/webview/main.ts", web: "iife" },
];

/** What esbuild is told for one of them. */
export function optionsFor({ name, entry, external = [], hashbang = "", web }) {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: `dist/${name}.js`,
    bundle: true,
    external,
    minify: true,
    metafile: true,
    sourcemap: "linked",
    legalComments: "linked",
    logLevel: "warning",
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
function webOptions(format) {
  return {
    platform: "browser",
    target: "es2022",
    format,
    mainFields: ["browser", "module", "main"],
    // Both run in workers, where what some packages have for browsers finds no document.
    conditions: ["module", "worker"],
  };
}
