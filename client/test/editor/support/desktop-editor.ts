// Desktop VS Code: one that is installed, or one that @vscode/test-electron fetches.

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from "@vscode/test-electron";
import { _electron as electron } from "playwright-core";
import { quietSettings } from "../../../../scripts/vscode/settings.js";
import {
  type Editor,
  type EditorWindow,
  type SuiteOptions,
  type SuiteRun,
  suiteLimit,
  type WindowOptions,
} from "./editor.js";
import { root, suites, vsix } from "./places.js";

const runner = fileURLToPath(new URL("desktop-suite.mjs", import.meta.url));

/** Desktop VS Code. `executable` is the editor's own program, not its command `code`; without one it is fetched. */
export async function desktopEditor(executable: string | undefined): Promise<Editor> {
  const program = executable ?? (await downloadAndUnzipVSCode());
  if (!existsSync(program)) throw new Error(`There is no VS Code at ${program}.`);
  return {
    name: `Desktop VS Code at ${program}`,
    open: (options) => open(program, options),
    runSuite: async (options) => runSuite(program, options),
    close: async () => undefined,
  };
}

/** What a new VS Code starts with, in a folder that goes with it. */
interface Profile {
  readonly folder: string;
  readonly args: readonly string[];
}

function newProfile(settings: Readonly<Record<string, unknown>>): Profile {
  const folder = mkdtempSync(join(tmpdir(), "board-papers-vscode-"));
  mkdirSync(join(folder, "data/User"), { recursive: true });
  writeFileSync(join(folder, "data/User/settings.json"), JSON.stringify({ ...quietSettings, ...settings }));
  return {
    folder,
    args: [`--user-data-dir=${join(folder, "data")}`, `--extensions-dir=${join(folder, "extensions")}`],
  };
}

async function open(executablePath: string, options: WindowOptions): Promise<EditorWindow> {
  const { workspace, settings = {}, asksForTrust = false, extension } = options;
  const profile = newProfile({ "security.workspace.trust.enabled": asksForTrust, ...settings });
  if (extension === "package") install(executablePath, profile);
  const app = await electron.launch({
    executablePath,
    args: [
      ...[workspace, ...profile.args, "--no-sandbox", "--disable-gpu-sandbox", "--disable-updates"],
      ...["--skip-welcome", "--skip-release-notes", "--disable-telemetry"],
      ...(extension === "checkout" ? ["--disable-extensions", `--extensionDevelopmentPath=${root}`] : []),
      ...(asksForTrust ? [] : ["--disable-workspace-trust"]),
    ],
  });
  const page = await app.firstWindow();
  page.setDefaultTimeout(30_000);
  const printed: string[] = [];
  page.on("console", (message) => printed.push(`${message.type()}: ${message.text()}`));
  return {
    page,
    pid: app.process().pid ?? 0,
    printed,
    async keep(folder) {
      keepLogs(folder, profile, printed);
      await page.screenshot({ path: join(folder, "screenshot.png") }).catch(() => undefined);
    },
    async close() {
      await app.close();
      remove(profile);
    },
  };
}

function runSuite(vscodeExecutablePath: string, { host, workspace }: SuiteOptions): SuiteRun {
  const profile = newProfile({});
  const options = {
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: suites[host],
    launchArgs: [
      ...[workspace, "--disable-extensions", ...profile.args],
      ...(host === "web" ? ["--extensionDevelopmentKind=web"] : []),
    ],
  };
  const child = spawn(process.execPath, [runner, JSON.stringify(options)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on("line", (line) => printed.push(line));
  return {
    printed,
    status: statusOf(child),
    async keep(folder) {
      keepLogs(folder, profile, printed);
    },
    async close() {
      child.kill("SIGKILL");
      remove(profile);
    },
  };
}

async function statusOf(child: ChildProcess): Promise<number> {
  const timer = setTimeout(() => child.kill("SIGKILL"), suiteLimit);
  // Only then has everything that it printed been read.
  const [status] = (await once(child, "close")) as [number | null];
  clearTimeout(timer);
  if (status === null) throw new Error(`The suite was ended after ${suiteLimit / 1000} seconds.`);
  return status;
}

function install(executable: string, { args }: Profile): void {
  const [command = executable, ...own] = resolveCliArgsFromVSCodeExecutablePath(executable, {
    reuseMachineInstall: true,
  });
  const { status, stdout, stderr } = spawnSync(command, [...own, ...args, "--install-extension", vsix], {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`${vsix} could not be installed: ${stdout}${stderr}`);
}

function keepLogs(folder: string, profile: Profile, printed: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "editor.log"), printed.join("\n"));
  const logs = join(profile.folder, "data/logs");
  if (existsSync(logs)) cpSync(logs, join(folder, "logs"), { recursive: true });
}

function remove({ folder }: Profile): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
