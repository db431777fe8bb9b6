// What a person does in a window of VS Code. Each waits for what it leads to; none waits for a time.

import type { Locator, Page } from "playwright-core";

/** Runs a command by its title, from the command palette. */
export async function run(page: Page, title: string): Promise<void> {
  await page.keyboard.press("F1");
  await quickInput(page).fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
}

/** Opens a file of the workspace by the end of its path, and gives its editor. */
export async function open(page: Page, name: string): Promise<Locator> {
  await page.keyboard.press("Control+P");
  await quickInput(page).fill(name);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().click();
  await page.locator(".tab.active", { hasText: name }).waitFor();
  return activeEditor(page);
}

/** Puts the cursor of the active editor at a line and column, both from 1. */
export async function goTo(page: Page, line: number, column = 1): Promise<void> {
  await page.keyboard.press("Control+G");
  await quickInput(page).fill(`:${line}:${column}`);
  await page.keyboard.press("Enter");
  await page.locator(".statusbar-item", { hasText: `Ln ${line}, Col ${column}` }).waitFor();
}

/** The text editor that has the focus, or had it last. */
export function activeEditor(page: Page): Locator {
  return page.locator(".editor-group-container.active .editor-instance").first();
}

/** The field of the command palette and of every question that is asked there. */
export function quickInput(page: Page): Locator {
  return page.locator(".quick-input-widget:visible input").first();
}

/** Opens the list of problems, and gives its rows with the given words. */
export async function problems(page: Page, words: string | RegExp): Promise<Locator> {
  const list = page.locator(".markers-panel-container");
  if (!(await list.isVisible())) await page.keyboard.press("Control+Shift+M");
  await list.waitFor();
  return list.locator(".monaco-list-row", { hasText: words });
}

/** The item of the status bar. */
export function statusItem(page: Page): Locator {
  return page.locator('.statusbar-item[id="board-papers.board-papers.boardPapers.findings"]');
}

/**
 * Opens the light bulb's menu where the cursor is, and chooses the entry with these words. The menu is asked for again
 * when it goes: the editor drops it whenever another extension's code actions arrive.
 */
export async function chooseRepair(page: Page, words: string | RegExp): Promise<void> {
  const entry = page.locator(".action-widget .monaco-list-row", { hasText: words }).first();
  await page.locator(".editor-instance .lightBulbWidget:visible").first().waitFor();
  await again(page, async () => {
    await page.keyboard.press("Control+.");
    await entry.click({ timeout: 5_000 });
  });
}

/** Repeats a gesture that the editor may swallow while extensions are still starting. */
export async function again(page: Page, gesture: () => Promise<void>, times = 5): Promise<void> {
  for (let time = 1; ; time++) {
    try {
      return await gesture();
    } catch (error) {
      if (time === times) throw error;
      await page.keyboard.press("Escape");
    }
  }
}
