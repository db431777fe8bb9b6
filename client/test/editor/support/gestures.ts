// What a person does in a window of VS Code. Each waits for what it leads to; none waits for a time.

import type { FrameLocator, Locator, Page } from "playwright-core";

/** Runs a command by its title, from the command palette. */
export async function run(page: Page, title: string): Promise<void> {
  await ask(page, "F1", `>${title}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
}

/** Opens a file of the workspace by the end of its path, and gives its editor. */
export async function open(page: Page, name: string): Promise<Locator> {
  let row = page.locator(".quick-input-list .monaco-list-row");
  for (const part of name.split("/")) row = row.filter({ hasText: part });
  // Keys go to the file that was there before until its text is.
  const focused = `.monaco-editor.focused[data-uri$="${name}"]`;
  // A file that the search finds late pushes the others down, so that the click may be on it.
  await again(page, async () => {
    await ask(page, "Control+P", name);
    await row.first().click();
    await activeEditor(page).locator(focused).waitFor({ timeout: 20_000 });
  });
  return activeEditor(page);
}

/** Puts the cursor of the active editor at a line and column, both from 1. */
export async function goTo(page: Page, line: number, column = 1): Promise<void> {
  await ask(page, "Control+G", `:${line}:${column}`);
  await page.keyboard.press("Enter");
  await page.locator(".statusbar-item", { hasText: `Ln ${line}, Col ${column}` }).waitFor();
}

/** Opens the command palette with a key, again where that went to something that is just closing, and types there. */
async function ask(page: Page, key: string, words: string): Promise<void> {
  await again(page, async () => {
    await page.keyboard.press(key);
    await quickInput(page).fill(words, { timeout: 5_000 });
  });
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

/** The kind of file that the active editor is for, as the status bar says it. */
export function languageOf(page: Page): Locator {
  return page.locator('.statusbar-item[id="status.editor.mode"]');
}

/** Opens the centre of notifications, and gives the one with these words. Others come up there, too. */
export async function notification(page: Page, words: string | RegExp): Promise<Locator> {
  const item = page.locator(".notifications-center .notification-list-item", { hasText: words });
  await again(page, async () => {
    await run(page, "Notifications: Show Notifications");
    await item.first().waitFor({ timeout: 5_000 });
  });
  return item.first();
}

/** Gives one of the answers that a notification has. */
export async function answer(notification: Locator, words: string): Promise<void> {
  await notification.locator(".monaco-button", { hasText: words }).click();
  await notification.page().keyboard.press("Escape");
}

/** What the extension has cost to be activated, in milliseconds, as VS Code measures it. */
export async function activationTime(page: Page): Promise<number> {
  await run(page, "Developer: Show Running Extensions");
  const list = page.locator(".runtime-extensions-editor .monaco-list");
  const row = list.locator(".monaco-list-row", { hasText: "Board Papers" });
  await list.locator(".monaco-list-row").first().waitFor();
  // The slowest come first, and the list has only the rows that can be seen.
  for (let step = 0; step < 50 && !(await row.isVisible()); step++) {
    await list.hover();
    await page.mouse.wheel(0, 150);
  }
  const [, time] = /Activation: (\d+)ms/.exec(await row.innerText()) ?? [];
  await page.keyboard.press("Escape");
  if (time === undefined) throw new Error("VS Code did not measure the activation.");
  return Number(time);
}

/** Trusts the folder of a window in restricted mode, by way of its banner. */
export async function trustFolder(page: Page): Promise<void> {
  await page.locator(".part.banner").getByText("Manage").click();
  await page
    .locator(".workspace-trust-editor .monaco-button", { hasText: /^Trust/ })
    .first()
    .click();
  await page.locator(".part.banner").waitFor({ state: "hidden" });
}

/** Sets a setting with a list of values in the editor of settings. */
export async function chooseSetting(page: Page, name: string, value: string): Promise<void> {
  await page.keyboard.press("Control+,");
  const settings = page.locator(".settings-editor");
  // The field takes the focus once the editor stands, and again when the settings have been read.
  await again(page, async () => {
    await settings.locator(".monaco-editor.focused").waitFor();
    await page.keyboard.press("Control+A");
    await page.keyboard.type(name);
    await settings
      .locator(".settings-count-widget", { hasText: "1 Setting Found" })
      .waitFor({ timeout: 10_000 });
  });
  await settings.locator(".setting-item-contents select").selectOption(value);
}

/** The item of the status bar. */
export function statusItem(page: Page): Locator {
  return page.locator('.statusbar-item[id="board-papers.board-papers.boardPapers.findings"]');
}

/**
 * Opens the light bulb's menu where the cursor is, and chooses the entry with these words. The menu is asked for again
 * when it goes: the editor drops it whenever another extension's code actions arrive.
 */
export async function chooseRepair(
  page: Page,
  words: string | RegExp,
  by: "keyboard" | "mouse" = "keyboard",
): Promise<void> {
  const bulb = page.locator(".editor-instance .lightBulbWidget:visible").first();
  const entry = page.locator(".action-widget .monaco-list-row", { hasText: words }).first();
  await bulb.waitFor();
  await again(page, async () => {
    if (by === "mouse") await bulb.click({ timeout: 5_000 });
    else await page.keyboard.press("Control+.");
    await entry.click({ timeout: 5_000 });
  });
}

/**
 * Chooses a repair that asks something before it edits, again where nothing is asked: the editor lets go of a menu's
 * commands when newer findings come while it is open.
 */
export async function chooseAsking(page: Page, words: string | RegExp): Promise<void> {
  await again(page, async () => {
    await chooseRepair(page, words);
    await question(page).waitFor({ timeout: 10_000 });
  });
}

/** Opens the menu of the right mouse button on these words of an editor, and chooses an entry. */
export async function chooseInContext(editor: Locator, words: string, entry: string): Promise<void> {
  await editor.locator(".view-line", { hasText: words }).first().click({ button: "right" });
  await clickEntry(editor.page().getByRole("menuitem", { name: entry }));
}

/** Chooses an entry of the window's menus. */
export async function chooseInMenu(page: Page, menu: string, entry: string): Promise<void> {
  await page.locator(".menubar-menu-button").first().click();
  await page.getByRole("menuitem", { name: menu, exact: true }).click();
  await clickEntry(page.locator(".monaco-menu .action-menu-item", { hasText: entry }).last());
}

/** Clicks an entry of a menu until the menu goes: one that has just opened does not take clicks. */
async function clickEntry(entry: Locator): Promise<void> {
  for (let time = 1; ; time++) {
    await entry.click();
    const isGone = entry.waitFor({ state: "hidden", timeout: 2_000 }).then(
      () => true,
      () => false,
    );
    if ((await isGone) || time === 5) return;
  }
}

/** Chooses an entry of the list that the editor asks with. */
export async function choose(page: Page, words: string | RegExp): Promise<void> {
  await question(page).locator(".monaco-list-row", { hasText: words }).first().click();
}

/** The list or field with which the editor asks something, at the top of the window. */
export function question(page: Page): Locator {
  return page.locator(".quick-input-widget:visible");
}

/** The lines of a text editor that can be seen. */
export async function textOf(editor: Locator): Promise<string> {
  const lines = await editor.locator(".view-lines .view-line").evaluateAll((elements) =>
    elements.map((element) => {
      const text = (element.textContent ?? "").replaceAll("\u00A0", " ");
      return { top: element.getBoundingClientRect().top, text };
    }),
  );
  lines.sort((a, b) => a.top - b.top);
  return lines.map(({ text }) => text).join("\n");
}

/** Saves the active editor. The file is written soon after. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press("Control+S");
  await page.locator(".tab.active:not(.dirty)").waitFor();
}

/** The names of the tabs. */
export function tabs(page: Page): Promise<string[]> {
  return page
    .locator(".tab")
    .evaluateAll((all) => all.map((tab) => tab.getAttribute("data-resource-name") ?? ""));
}

/** Closes a tab that has nothing to save. */
export async function close(page: Page, name: string): Promise<void> {
  const tab = page.locator(".tab", { hasText: name });
  await tab.click({ button: "middle" });
  await tab.waitFor({ state: "detached" });
}

/** The changes that the editor shows before they are made, as it reads them out, without those that are not ticked. */
export async function previewedChanges(page: Page): Promise<string[]> {
  const rows = preview(page).locator('.monaco-list-row[aria-level="2"]', {
    has: page.locator(".edit-checkbox.checked"),
  });
  await rows.first().waitFor();
  return rows.evaluateAll((elements) => elements.map((element) => element.getAttribute("aria-label") ?? ""));
}

/** Makes the changes that are shown, or discards them. */
export async function answerPreview(page: Page, answer: "Apply" | "Discard"): Promise<void> {
  await preview(page).locator(".monaco-button", { hasText: answer }).click();
  await preview(page).waitFor({ state: "hidden" });
}

function preview(page: Page): Locator {
  return page.locator(".bulk-edit-panel");
}

/** The page that is rendered in a tab of the window. */
export function renderedPage(page: Page): FrameLocator {
  return page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
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

/** Saves to the place that the editor proposes, which ends with the name. */
export async function acceptPlace(page: Page, name: string): Promise<void> {
  // The folder comes first, and the name when it has been read.
  const inputs = '[...document.querySelectorAll(".quick-input-widget input")]';
  await page.waitForFunction(`${inputs}.some((it) => it.value.endsWith(${JSON.stringify(`/${name}`)}))`);
  await page.keyboard.press("Enter");
  await question(page).waitFor({ state: "hidden" });
}
