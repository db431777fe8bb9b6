// The browser that shows VS Code: one that is installed, else Debian's.

import { spawnSync } from "node:child_process";
import { findBrowser } from "@board-papers/cli/pdf";
import { type Browser, chromium as playwright } from "playwright-core";

/**
 * The path of a browser, found as the product finds one, else Debian's Chromium, which is installed where this program may
 * do so. Throws a sentence where there is none.
 */
export function chromium(say: (sentence: string) => void): string {
  const found = findBrowser(process);
  if (found.kind === "found") return found.path;
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    say("Installing Debian's Chromium.");
    installDebians();
    const now = findBrowser(process);
    if (now.kind === "found") return now.path;
  }
  throw new Error(found.sentence);
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

function installDebians(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "--yes", "--no-install-recommends", "chromium"]]) {
    const { status, stderr } = spawnSync("apt-get", args, { encoding: "utf8", env });
    if (status !== 0)
      throw new Error(`Chromium could not be installed, apt-get ${args[0]} failed: ${stderr}`);
  }
}
