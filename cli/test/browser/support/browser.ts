// Pages in a real browser, and all that a page may try to do there.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { chromium, launch } from "../../../../scripts/vscode/chromium.js";

/** A page that is open, and what it did beside being shown. */
export interface OpenPage {
  readonly page: Page;
  /** Dialogs, windows, requests, navigations and messages of the console, in their order; empty where there is none. */
  readonly deeds: readonly string[];
}

/** A function that opens pages as files in one browser, which is there while a file's tests run. */
export function usePages(): (html: string, options?: BrowserContextOptions) => Promise<OpenPage> {
  let browser: Browser | undefined;
  const folder = mkdtempSync(join(tmpdir(), "board-paper-pages-"));
  let files = 0;
  beforeAll(async () => {
    browser = await launch(chromium((sentence) => console.log(sentence)));
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return async (html, options = {}) => {
    if (!browser) throw new Error("Pages are opened by tests.");
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    onTestFinished(() => context.close());
    const file = join(folder, `${++files}.html`);
    writeFileSync(file, html);
    const url = pathToFileURL(file).href;
    const page = await context.newPage();
    const deeds: string[] = [];
    page.on("dialog", (dialog) => {
      deeds.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on("page", (other) => deeds.push(`window: ${other.url()}`));
    context.on("request", (request) => {
      if (request.url() !== url) deeds.push(`request: ${request.url().slice(0, 100)}`);
    });
    // One that the page's own policy stops is told of, too, and then taken back: it never left the browser.
    context.on("requestfailed", (request) => {
      const at = deeds.indexOf(`request: ${request.url().slice(0, 100)}`);
      if (request.failure()?.errorText === "csp" && at >= 0) deeds.splice(at, 1);
    });
    page.on("framenavigated", (frame) => {
      if (frame.url().replace(/#.*/, "") !== url) deeds.push(`navigation: ${frame.url()}`);
    });
    page.on("console", (message) => deeds.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => deeds.push(`error: ${error.message}`));
    page.on("download", (download) => deeds.push(`download: ${download.url()}`));
    await page.goto(url);
    return { page, deeds };
  };
}
