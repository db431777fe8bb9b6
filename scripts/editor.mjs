// Opens the sample workspace in desktop VS Code with the extension as it is built now: `npm run editor`.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
// On Windows `code` is a script, which only a shell runs.
const shell = process.platform === "win32";

if (spawnSync("code", ["--version"], { shell, stdio: "ignore" }).status !== 0) {
  console.error(
    "There is no `code` on your path: install VS Code, or run “Shell Command: Install 'code' command in PATH” in it.",
  );
  process.exit(1);
}

const built = spawnSync(process.execPath, ["scripts/build.mjs", "--quiet"], { cwd: root, stdio: "inherit" });
if (built.status !== 0) process.exit(built.status ?? 1);

const folder = "test-fixtures/workspace";
const args = ["--new-window", "--disable-extensions", `--extensionDevelopmentPath=${quoted(root)}`, folder];
const opened = spawnSync("code", args, { cwd: root, shell, stdio: "inherit" });
process.exit(opened.status ?? 1);

/** A path for a shell, which would part it at its spaces. */
function quoted(path) {
  return shell ? `"${path.replace(/\\$/, "")}"` : path;
}
