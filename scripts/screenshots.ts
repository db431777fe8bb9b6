// Takes the README's pictures, docs/images/*.png: what the command line prints about two sample papers, a paper in VS Code,
// and its preview. Beside them, pictures of the preview and the page that are for looking at go to dist/screenshots.
// `npm run screenshots` fetches the editor that the editor tests use; `-- check editor preview page` names what to take.

import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { again, goTo, open, problems } from "../client/test/editor/support/gestures.js";
import { sampleWorkspace } from "../client/test/editor/support/workspaces.js";
import { takePages, takePreviews } from "./preview-pictures.js";
import { terminalPage } from "./terminal-picture.js";
import { chromium, launch } from "./vscode/chromium.js";
import { pinnedVSCode } from "./vscode/pinned.js";
import { startServer } from "./vscode/server.js";
import { workbenchUrl } from "./vscode/workbench.js";
import { root } from "./vsix.js";

const paper = "papers/budget-monitoring.paper.md";

const toLookAt = join(root, "dist/screenshots");

const takes: Readonly<Record<string, (browser: Browser) => Promise<void>>> = {
  check: takeCheck,
  editor: takeEditor,
  preview: (browser) => takePreviews(browser, picture("preview"), toLookAt),
  page: (browser) => takePages(browser, toLookAt),
};

/** The README's pictures, which are in the package too. */
const ofReadme = ["check", "editor", "preview"] as const;

const asked = process.argv.slice(2);
const browser = await launch(chromium(console.log));
try {
  for (const [name, take] of Object.entries(takes))
    if (asked.length === 0 || asked.includes(name)) await take(browser);
} finally {
  await browser.close();
}
for (const name of ofReadme)
  if (asked.length === 0 || asked.includes(name)) await inFewColours(picture(name));

/** Writes a picture anew with a palette, as which it is a third of the size: screens have few colours. */
async function inFewColours(path: string): Promise<void> {
  await sharp(await readFile(path))
    .png({ palette: true, colours: 256, effort: 10, compressionLevel: 9 })
    .toFile(path);
}

async function takeCheck(browser: Browser): Promise<void> {
  const args = ["check", paper, "papers/victims-services.paper.md"];
  const { stdout } = spawnSync(process.execPath, [join(root, "dist/cli.js"), ...args], {
    cwd: join(root, "test-fixtures/workspace"),
    encoding: "utf8",
    env: { ...process.env, FORCE_COLOR: "1", COLUMNS: "96" },
  });
  const page = await browser.newPage({ deviceScaleFactor: 1.5 });
  await page.setContent(terminalPage(`board-paper ${args.join(" ")}`, stdout.trimEnd()));
  await page.locator("body").screenshot({ path: picture("check") });
  await page.close();
}

/** A paper with its findings, the list of them, and the light bulb's menu at a total that does not add up. */
async function takeEditor(browser: Browser): Promise<void> {
  using workspace = sampleWorkspace();
  const settings = { "editor.minimap.enabled": false, "workbench.colorTheme": "Default Light Modern" };
  const server = await startServer(pinnedVSCode(console.log), { isForTests: true, settings });
  try {
    const page = await browser.newPage({ viewport: { width: 1240, height: 800 }, deviceScaleFactor: 1.25 });
    await page.goto(workbenchUrl(server.origin, { workspace: workspace.path, extension: root }));
    await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
    await open(page, "budget-monitoring.paper.md");
    await (await problems(page, "add up")).first().waitFor();
    await page.locator(".editor-instance .view-lines").first().click();
    await goTo(page, 73, 20);
    await page.locator(".editor-instance .lightBulbWidget:visible").first().waitFor();
    await again(page, async () => {
      await page.keyboard.press("Control+.");
      await page.locator(".action-widget .monaco-list-row").first().waitFor({ timeout: 5_000 });
    });
    await page.screenshot({ path: picture("editor") });
  } finally {
    await server.stop();
  }
}

function picture(name: string): string {
  return join(root, `docs/images/${name}.png`);
}
