// The pinned VS Code, a server of this computer, in a Chromium without a window.

import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { chromium, launch } from "../../../../scripts/vscode/chromium.js";
import { type PinnedVSCode, pinnedVSCode } from "../../../../scripts/vscode/pinned.js";
import { startServer, type VSCodeServer } from "../../../../scripts/vscode/server.js";
import { openInWebHost, workbenchUrl } from "../../../../scripts/vscode/workbench.js";
import type { Editor, EditorWindow, SuiteOptions, SuiteRun, WindowOptions } from "./editor.js";
import { root, suites, vsix } from "./places.js";

/** A suite that takes longer hangs: the editor says nothing when its extension host never finds the suite. */
const suiteLimit = 180_000;

/** The pinned VS Code. Throws a sentence when it or a browser cannot be had. */
export async function pinnedEditor(): Promise<Editor> {
  const code = pinnedVSCode(console.log);
  const browser = await launch(chromium(console.log));
  return {
    name: `VS Code ${code.version} in Chromium ${browser.version()}`,
    open: (options) => open(code, browser, options),
    runSuite: (options) => runSuite(code, browser, options),
    close: () => browser.close(),
  };
}

async function open(code: PinnedVSCode, browser: Browser, options: WindowOptions): Promise<EditorWindow> {
  const { workspace, settings = {}, asksForTrust = false } = options;
  const isPackage = options.extension === "package";
  const server = await startServer(code, {
    settings,
    asksForTrust,
    ...(isPackage ? { vsix } : { isForTests: true }),
  });
  const window = await newWindow(server, browser);
  const shown = isPackage ? { workspace } : { workspace, extension: root };
  if (options.host === "web") await openInWebHost(window.page, server.origin, shown);
  else await window.page.goto(workbenchUrl(server.origin, shown));
  return window;
}

async function runSuite(code: PinnedVSCode, browser: Browser, options: SuiteOptions): Promise<SuiteRun> {
  const server = await startServer(code, { isForTests: true });
  const window = await newWindow(server, browser);
  const { page } = window;
  const status = ending(page, window.printed);
  // It is looked at later; until then nobody has to handle it.
  status.catch(() => undefined);
  const shown = { workspace: options.workspace, extension: root, suite: suites[options.host] };
  if (options.host === "web") await openInWebHost(page, server.origin, shown);
  else await page.goto(workbenchUrl(server.origin, shown));
  return { ...window, status };
}

type PinnedWindow = EditorWindow & { readonly printed: string[] };

async function newWindow(server: VSCodeServer, browser: Browser): Promise<PinnedWindow> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const printed: string[] = [];
  page.on("console", (message) => printed.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => printed.push(`page error: ${error.stack ?? error.message}`));
  return {
    page,
    printed,
    async keep(folder) {
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, "screenshot.png") }).catch(() => undefined);
      writeFileSync(join(folder, "editor.log"), printed.join("\n"));
      writeFileSync(join(folder, "vscode-server.log"), server.log());
      // Among them is what the language server and its client wrote into their output.
      const logs = join(server.data, "data/logs");
      if (existsSync(logs)) cpSync(logs, join(folder, "logs"), { recursive: true });
    },
    async close() {
      await context.close();
      await server.stop();
    },
  };
}

/** How the suite's run ends, as the editor tells a page that exposes these functions. */
function ending(page: Page, printed: string[]): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const told = new Promise<number>((resolve, reject) => {
    const fail = (sentence: string): void => reject(new Error(sentence));
    timer = setTimeout(
      () => fail(`The editor did not say within ${suiteLimit / 1000} seconds how the suite ended.`),
      suiteLimit,
    );
    page.once("crash", () => fail("The editor's page crashed."));
    page.exposeFunction("codeAutomationExit", resolve).catch(reject);
    const log = (type: string, args: readonly unknown[]): void => {
      const text = args.map(textOf).join(" ");
      // What the suite prints is a line as it is; everything else says where it comes from.
      printed.push(type === "info" ? text : `${type}: ${text}`);
    };
    // Then there is no ending to wait for.
    page.on("console", (message) => {
      if (message.text().startsWith("No extension host found")) fail(message.text());
    });
    page.exposeFunction("codeAutomationLog", log).catch(reject);
  });
  return told.finally(() => clearTimeout(timer));
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  const { stack } = (value ?? {}) as { stack?: unknown };
  return typeof stack === "string" ? stack : JSON.stringify(value);
}
