// Pictures of the preview, in the editor's themes and in panes of several widths, and of the page on screen and on paper.

import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { open, statusItem } from "../client/test/editor/support/gestures.js";
import { openPreview } from "../client/test/editor/support/preview.js";
import { sampleWorkspace } from "../client/test/editor/support/workspaces.js";
import { pinnedVSCode } from "./vscode/pinned.js";
import { startServer } from "./vscode/server.js";
import { workbenchUrl } from "./vscode/workbench.js";
import { root } from "./vsix.js";

const themes = {
  light: "Light Modern",
  dark: "Dark Modern",
  "high-contrast": "Default High Contrast",
} as const;

const budget = "budget-monitoring.paper.md";
const pairs = "victims-services.paper.md";

/** What a picture shows, and of what size its window is, in CSS pixels. */
interface Shot {
  readonly name: string;
  readonly paper: string;
  readonly width: number;
  readonly height: number;
  /** What stands near the top of the page. */
  readonly words: string;
  /** Whether the first of what was found is gone to, so that the bar has its sentence. */
  readonly isAtFinding?: boolean;
}

const readmeShot = shot("preview", budget, 1180, "holds a separate budget", { height: 720 });

const shots: readonly Shot[] = [
  shot("total", budget, 1400, "Grants and commissioned services"),
  shot("narrow", budget, 820, "Grants and commissioned services"),
  shot("wide-pairs", pairs, 2100, "Our commitments"),
  shot("details", pairs, 1400, "Services for victims of crime", { isAtFinding: true }),
];

function shot(name: string, paper: string, width: number, words: string, options: Partial<Shot> = {}): Shot {
  return { name, paper, width, height: 800, words, ...options };
}

/**
 * Takes the README's picture of the preview, to be kept at a path, and pictures to be looked at, by theme and width, into
 * a folder.
 */
export async function takePreviews(browser: Browser, kept: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const theme of ["light", "dark", "high-contrast"] as const) {
    await inTheme(browser, theme, async (take) => {
      if (theme === "light") await take(readmeShot, kept);
      for (const it of shots) await take(it, join(folder, `${theme}-${it.name}.png`));
    });
  }
}

type Take = (shot: Shot, path: string) => Promise<void>;

/** A window in a theme: the text on the left, the preview on the right, the list of files hidden. */
async function inTheme(
  browser: Browser,
  theme: keyof typeof themes,
  run: (take: Take) => Promise<void>,
): Promise<void> {
  using workspace = sampleWorkspace();
  const settings = {
    "editor.minimap.enabled": false,
    "workbench.colorTheme": themes[theme],
    // The browser says that it has no high contrast: the theme is not to heed that.
    "window.autoDetectHighContrast": false,
  };
  const server = await startServer(pinnedVSCode(console.log), { isForTests: true, settings });
  const page = await browser.newPage({ viewport: { width: 1180, height: 720 } });
  try {
    await page.goto(workbenchUrl(server.origin, { workspace: workspace.path, extension: root }));
    await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
    await open(page, budget);
    await statusItem(page).getByText(/\d/).waitFor();
    await page.keyboard.press("Control+b");
    await page.locator(".part.sidebar").waitFor({ state: "hidden" });
    const frame = await openPreview(page);
    await run(async (shot, path) => {
      await show(page, frame, shot);
      await page.screenshot({ path });
    });
  } finally {
    await page.close();
    await server.stop();
  }
}

async function show(page: Page, frame: FrameLocator, shot: Shot): Promise<void> {
  const { paper, width, height, words } = shot;
  await page.setViewportSize({ width, height });
  await page.keyboard.press("Control+1");
  await open(page, paper);
  await page.locator(".tab", { hasText: `Preview ${paper}` }).waitFor();
  await frame.locator("#count").getByText(/\d/).waitFor();
  const place = frame.locator("h1, h2, .paragraph", { hasText: words }).first();
  // A click on the page shows that place of the text, and gives the page the focus.
  await place.click();
  await place.evaluate((element) => element.scrollIntoView({ behavior: "instant", block: "start" }));
  if (!shot.isAtFinding) return;
  await page.keyboard.press("F8");
  await frame.locator("#sentence").getByText(/\w/).waitFor();
}

/** Takes the exported page of a sample paper: on screen, on a dark one, on a telephone's, and as it is printed. */
export async function takePages(browser: Browser, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const paper of [budget, pairs]) {
    const html = exported(paper);
    const name = paper.replace(/\..*/, "");
    for (const [media, width, scheme] of [
      ["screen", 1400, "light"],
      ["screen", 1400, "dark"],
      ["screen", 400, "light"],
      // The width of an A4 page within its margins.
      ["print", 680, "light"],
    ] as const) {
      const page = await browser.newPage({ viewport: { width, height: 980 } });
      await page.emulateMedia({ media, colorScheme: scheme });
      await page.setContent(html);
      await page.screenshot({
        path: join(folder, `page-${name}-${media}-${scheme}-${width}.png`),
        fullPage: media === "print",
      });
      await page.close();
    }
  }
}

function exported(paper: string): string {
  const args = [join(root, "dist/cli.js"), "export", `papers/${paper}`, "--out", "-"];
  const cwd = join(root, "test-fixtures/workspace");
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
  if (!stdout.includes("<main")) throw new Error(`${paper} could not be exported: ${stderr}`);
  return stdout;
}
