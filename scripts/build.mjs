// Bundles the products into dist/: `node scripts/build.mjs [--watch] [--quiet]`.

import { chmod, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";
import { bundles, optionsFor } from "./bundles.mjs";
import { writeNotices } from "./notices.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const watch = process.argv.includes("--watch");
const quiet = process.argv.includes("--quiet");

try {
  const results = await Promise.all(
    bundles.map(async (bundle) =>
      watch ? (await context(reported(bundle))).watch() : build(reported(bundle)),
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

function reported(bundle) {
  return { ...optionsFor(bundle), plugins: [report(bundle.name, bundle.hashbang !== undefined)] };
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
