// What an author is offered while typing.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { activeEditor, goTo, open, textOf } from "./support/gestures.js";
import { paper } from "./support/papers.js";
import { squigglesIn } from "./support/squiggles.js";
import { inSight, useEditor, useWindow, useWorkspace } from "./support/use.js";
import { sampleWorkspace } from "./support/workspaces.js";

const text = paper(
  "",
  "## Background",
  "",
  "1. The Violence Reduction Unit (VRU) met twice.",
  "",
  "2. We said:",
  "",
  "   Two shelters will open.",
  "",
  "",
);
const lines = text.split("\n").length;

const editor = useEditor();
const workspace = useWorkspace(() => sampleWorkspace({ "core/completion.paper.md": text }));
const window = useWindow(editor, () => ({
  extension: "checkout",
  workspace: workspace().path,
  settings: inSight,
}));

/** The rows of the list that offers completions. */
const offered = (page: Page) => page.locator(".suggest-widget.visible .monaco-list-row");

test("the other half of a pair and a reference are offered as they are typed, a short form when asked for", async () => {
  const { page } = window();
  const paperEditor = await open(page, "completion.paper.md");
  // Nothing is offered before the server is there; by then it has found the pair that lacks a half.
  await expect.poll(() => squigglesIn(paperEditor)).not.toEqual([]);
  await goTo(page, lines);
  await page.keyboard.type("3. We ");
  // An editor that is busy asks again while it waits, and then has snippets behind it.
  await expect.poll(() => offered(page).first().innerText()).toContain("We did:");
  await page.keyboard.press("Tab");
  await expect.poll(() => textOf(activeEditor(page))).toMatch(/\n3\. We did:\n\n {3}$/);

  await page.keyboard.type("They opened, as paragraph ");
  await expect.poll(() => offered(page).first().innerText()).toMatch(/^1\s+The Violence Reduction Unit/);
  await page.keyboard.type("2");
  await expect
    .poll(() => offered(page).allInnerTexts())
    .toEqual([expect.stringMatching(/^2\s+We said: Two/)]);
  await page.keyboard.press("Tab");
  await expect.poll(() => textOf(activeEditor(page))).toMatch(/as paragraph 2$/);

  await page.keyboard.type(" says. The VR");
  await page.keyboard.press("Control+Space");
  await expect.poll(() => offered(page).first().innerText()).toMatch(/^VRU\s+Violence/);
  await page.keyboard.press("Tab");
  await expect.poll(() => textOf(activeEditor(page))).toMatch(/says\. The VRU$/);
});

test("a field of the paper details is offered while it is typed, and put in with room for a list", async () => {
  const { page } = window();
  await goTo(page, 1, 4);
  await page.keyboard.press("Enter");
  await page.keyboard.type("prio");
  await expect.poll(() => offered(page).allInnerTexts()).toEqual([expect.stringContaining("priorities")]);
  await page.keyboard.press("Tab");
  await expect.poll(() => textOf(activeEditor(page))).toMatch(/^---\npriorities:\n {2}- \n/);
});
