// Pages of a running server: which folder they show, and where the extension comes from.

import { existsSync } from "node:fs";
import { join, normalize } from "node:path";
import type { Page } from "playwright-core";

/** What a page shows. */
export interface WorkbenchOptions {
  /** The folder, or the `.code-workspace` file. */
  readonly workspace: string;
  /** The folder of an extension that is not installed. The server has to be one for tests. */
  readonly extension?: string;
  /** A suite that the extension host runs, a file below the extension's folder or anywhere for Node's. */
  readonly suite?: string;
}

/** The address of a page whose extension host is Node's, on the server. */
export function workbenchUrl(origin: string, { workspace, extension, suite }: WorkbenchOptions): string {
  const remote = (path: string): string => `vscode-remote://${new URL(origin).host}${path}`;
  const payload = [
    ...(extension === undefined ? [] : [["extensionDevelopmentPath", remote(extension)]]),
    ...(suite === undefined ? [] : [["extensionTestsPath", remote(suite)]]),
  ];
  const query = new URLSearchParams(placeOf(workspace));
  if (payload.length > 0) query.set("payload", JSON.stringify(payload));
  return `${origin}/?${query}`;
}

/**
 * Opens a page whose extension host is a Web Worker of the browser, as on vscode.dev: the extension's files come over http.
 * They come from the server's own origin, because the page may reach no other.
 */
export async function openInWebHost(
  page: Page,
  origin: string,
  { workspace, extension = "", suite }: WorkbenchOptions,
): Promise<void> {
  const base = "/__extension";
  await page.context().route(`${origin}${base}/**`, (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname).slice(base.length);
    const file = join(extension, normalize(path));
    return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404, body: "" });
  });
  const uri = (path: string): object => {
    return { scheme: "http", authority: new URL(origin).host, path: `${base}${path}` };
  };
  await amendConfiguration(page, {
    extensions: [uri("")],
    ...(suite !== undefined && { extensionTestsPath: uri(suite.slice(extension.length)) }),
  });
  await page.goto(`${origin}/?${new URLSearchParams(placeOf(workspace))}`);
}

function placeOf(workspace: string): Record<string, string> {
  return workspace.endsWith(".code-workspace") ? { workspace } : { folder: workspace };
}

/** Adds to what the server says in the page about extensions under development. It has no switch for those of the web. */
async function amendConfiguration(page: Page, developmentOptions: object): Promise<void> {
  await page.addInitScript(`{
    const read = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      const value = read.call(this, name);
      if (this.id !== "vscode-workbench-web-configuration" || name !== "data-settings") return value;
      const settings = JSON.parse(value);
      settings.developmentOptions = { ...settings.developmentOptions, ...${JSON.stringify(developmentOptions)} };
      return JSON.stringify(settings);
    };
  }`);
}
