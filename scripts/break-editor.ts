// Do the editor tests find anything? `npm run test:vscode:broken` breaks a copy of the extension on purpose, in one way
// after the other, and demands each time that the tests fail and say why.

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "./vsix.js";

interface Break {
  readonly what: string;
  readonly file: string;
  /** A passage that stands in the file once, and what it becomes. */
  readonly from: string;
  readonly to: string;
  /** What the failing run has to say. */
  readonly says: RegExp;
}

const breaks: readonly Break[] = [
  {
    what: "no activation",
    file: "client/src/extension.ts",
    from: "export function activate(context: ExtensionContext): void {\n",
    to: 'export function activate(context: ExtensionContext): void {\n  throw new Error("Broken on purpose.");\n',
    says: /^Error: activation /,
  },
  {
    what: "a wrong range",
    file: "server/src/convert.ts",
    from: "range: rangeOf(paper, finding.at) ?? nowhere,",
    to: "range: ((it) => ({ start: it.start, end: { ...it.end, character: it.end.character + 1 } }))(rangeOf(paper, finding.at) ?? nowhere),",
    says: /^Error: findings .*are at their places/,
  },
  {
    what: "a quick fix that edits the line below",
    file: "server/src/workspace-edit.ts",
    from: "return { uri, version, edits: toTextEdits(paper, edits) };",
    to: "const down = (at: { line: number; character: number }) => ({ ...at, line: at.line + 1 });\n  return { uri, version, edits: toTextEdits(paper, edits).map((it) => ({ ...it, range: { start: down(it.range.start), end: down(it.range.end) } })) };",
    says: /^Error: quick fixes change the line/,
  },
  {
    what: "a server that exits",
    file: "server/src/server.ts",
    from: "  connection.onInitialized(() => {\n",
    to: '  connection.onInitialized(() => {\n    (globalThis as { process?: { exit(code: number): void } }).process?.exit(3);\n    throw new Error("Broken on purpose.");\n',
    says: /^Error: activation /,
  },
  {
    what: "a bundle for browsers that imports from Node",
    file: "server/src/worker.ts",
    from: "const connection =",
    to: 'import "node:fs";\nconst connection =',
    says: /Could not resolve "node:fs"/,
  },
];

const folder = mkdtempSync(join(tmpdir(), "board-papers-broken-"));
const copy = join(folder, "board-papers");
let unnoticed = 0;
try {
  cpSync(root, copy, {
    recursive: true,
    filter: (path) => !/[\\/](?:node_modules|\.git|\.cache|dist)$/.test(path),
  });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  for (const it of breaks) if (!isNoticed(it)) unnoticed++;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${breaks.length - unnoticed} of ${breaks.length} breaks are noticed.`);
process.exitCode = unnoticed === 0 ? 0 : 1;

/** Whether the tests fail with the break, and say what they ought to. */
function isNoticed({ what, file, from, to, says }: Break): boolean {
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  if (text.split(from).length !== 2) throw new Error(`${file} does not have “${from}” once.`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  console.log(`\nWith ${what}:`);
  const { status, stdout, stderr } = spawnSync(
    "npm",
    ["run", "test:vscode", "--", "client/test/editor/hosts.test.ts", "-t", "node"],
    {
      cwd: copy,
      encoding: "utf8",
      env: { ...process.env, EDITOR_CACHE: process.env.EDITOR_CACHE ?? join(root, ".cache") },
      shell: process.platform === "win32",
    },
  );
  writeFileSync(path, text);
  const said = stripVTControlCharacters(stdout + stderr);
  const line = said.split("\n").find((it) => says.test(it));
  if (status === 0) console.log("  the tests pass!");
  else console.log(`  ${line?.trim() ?? `the tests fail without a word about it:\n${said}`}`);
  return status !== 0 && line !== undefined;
}
