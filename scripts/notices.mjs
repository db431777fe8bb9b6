// The licences of what the bundles contain: every copy has to bring them along.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes `file`: name, version and licence text of each package that the bundles were made from, by esbuild's metafiles. */
export function writeNotices(root, metafiles, file) {
  const folders = metafiles.flatMap(({ inputs }) => Object.keys(inputs).map(packageFolder));
  const notices = [...new Set(folders)]
    .filter((folder) => folder !== undefined)
    .sort()
    .map((folder) => notice(join(root, folder)));
  writeFileSync(join(root, file), `Board Papers contains these packages.\n\n${notices.join("\n\n")}\n`);
}

/** `node_modules/a/node_modules/@b/c` of a file below it; nothing for the project's own files. */
function packageFolder(input) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const head = `${"-".repeat(72)}\n${name} ${version} (${license ?? "as its read-me says"})\n${"-".repeat(72)}`;
  const names = readdirSync(folder);
  const file =
    names.find((it) => /^(?:licen[cs]e|copying)(?:\.\w+)?$/i.test(it)) ??
    names.find((it) => license === undefined && /^readme\b/i.test(it));
  return file === undefined ? head : `${head}\n\n${readFileSync(join(folder, file), "utf8").trim()}`;
}
