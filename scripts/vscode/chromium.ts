// The browser that shows VS Code: one that is installed, else Debian's.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium as playwright } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * The path of a Chromium: CHROMIUM, else one that is installed, else Debian's, which is installed where this program may do
 * so. Throws a sentence where there is none.
 */
export function chromium(say: (sentence: string) => void): string {
  const found = process.env.CHROMIUM ?? installed();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && onPath("apt-get") !== undefined) {
    say("Installing Debian's Chromium.");
    installDebians();
    const now = installed();
    if (now !== undefined) return now;
  }
  throw new Error(
    "There is no Chromium, Chrome or Edge on this computer: install one (Debian: apt-get install chromium), or name one in CHROMIUM.",
  );
}

/** Starts a browser without a window that reaches nothing but this computer. */
export function launch(executablePath: string): Promise<Browser> {
  return playwright.launch({
    executablePath,
    headless: process.env.HEADED === undefined,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
      ...["--disable-background-networking", "--disable-component-update"],
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });
}

function installed(): string | undefined {
  return names.map(onPath).find((it) => it !== undefined) ?? places.find((it) => existsSync(it));
}

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((it) => existsSync(it));
}

function installDebians(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "--yes", "--no-install-recommends", "chromium"]]) {
    const { status, stderr } = spawnSync("apt-get", args, { encoding: "utf8", env });
    if (status !== 0)
      throw new Error(`Chromium could not be installed, apt-get ${args[0]} failed: ${stderr}`);
  }
}
