// Opens the sample papers in VS Code with the extension as it is now: `npm run editor`. In desktop VS Code where the
// command `code` is there; otherwise the pinned VS Code is served for a browser of this computer.

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pinnedVSCode } from "./vscode/pinned.js";
import { startServer } from "./vscode/server.js";
import { workbenchUrl } from "./vscode/workbench.js";
import { makePackage, root } from "./vsix.js";

// On Windows `code` is a script, which only a shell runs.
const shell = process.platform === "win32";

try {
  if (spawnSync("code", ["--version"], { shell, stdio: "ignore" }).status === 0) openDesktop();
  else await serve();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function openDesktop(): void {
  const papers = copyOfPapers(join(root, ".cache"));
  const args = [
    "--new-window",
    "--disable-extensions",
    `--extensionDevelopmentPath=${quoted(root)}`,
    quoted(papers),
  ];
  process.exitCode = spawnSync("code", args, { shell, stdio: "inherit" }).status ?? 1;
}

async function serve(): Promise<void> {
  const code = pinnedVSCode(console.log);
  const folder = mkdtempSync(join(tmpdir(), "board-papers-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  // Installed as users do, because a VS Code for tests keeps its notifications to itself.
  const vsix = join(folder, "board-papers.vsix");
  await makePackage(vsix);
  const server = await startServer(code, { vsix });
  const address = workbenchUrl(server.origin, { workspace: copyOfPapers(folder) });
  console.log(`\nVS Code ${code.version} with Board Papers is at\n\n    ${address}\n`);
  console.log("It shows a copy of the sample papers, which goes with it. Ctrl+C ends it.");
  await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
  });
  await server.stop();
}

/** The sample papers are tests, too: they are tried out in a copy, new each time. */
function copyOfPapers(folder: string): string {
  const papers = join(folder, "northshire");
  rmSync(papers, { recursive: true, force: true });
  cpSync(join(root, "test-fixtures/workspace"), papers, { recursive: true });
  return papers;
}

/** A path for a shell, which would part it at its spaces. */
function quoted(path: string): string {
  return shell ? `"${path.replace(/\\$/, "")}"` : path;
}
