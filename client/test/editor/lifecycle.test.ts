// What becomes of the extension when something around it changes: a crash, an answer, trust.

import { describe, expect, test } from "vitest";
import { answer, goTo, languageOf, notification, open, statusItem, trustFolder } from "./support/gestures.js";
import { expectNoComplaint } from "./support/health.js";
import { paper } from "./support/papers.js";
import { languageServersBelow } from "./support/processes.js";
import { squigglesIn } from "./support/squiggles.js";
import { inSight, useEditor, useWindow, useWorkspace } from "./support/use.js";
import { newWorkspace } from "./support/workspaces.js";

const editor = useEditor();
const text = paper("", "1. One.", "", "3. Three.");
const third = { kind: "must fix", line: 13, column: 1, words: "3" };

describe("Markdown that names a house template", () => {
  const files = { "one.md": text, "two.md": text, "three.md": text };
  const workspace = useWorkspace(() => newWorkspace("adopted", files));
  const window = useWindow(editor, () => {
    const settings = { ...inSight, "boardPapers.adoptMarkdown": "ask" };
    return { workspace: workspace().path, extension: "checkout", settings };
  });

  test("becomes a paper where the author says so, and never again asks one who says never", async () => {
    const { page } = window();
    const adopted = await open(page, "one.md");
    await answer(await notification(page, "one.md names the house template “spcb”"), "Yes");
    await expect.poll(() => languageOf(page).innerText()).toBe("Board Paper");
    await expect.poll(() => squigglesIn(adopted)).toEqual([third]);
    const refused = await open(page, "two.md");
    await answer(await notification(page, "two.md names the house template “spcb”"), "Never");
    await open(page, "three.md");
    // The paper has been looked at again by then, and nothing was asked.
    await open(page, "one.md");
    await expect.poll(() => squigglesIn(adopted)).toEqual([third]);
    await open(page, "three.md");
    expect(await languageOf(page).innerText()).toBe("Markdown");
    expect(await squigglesIn(refused)).toEqual([]);
    await expectNoComplaint(window());
  });
});

describe("a language server that crashes", () => {
  const workspace = useWorkspace(() => newWorkspace("crashes", { "a.paper.md": text }));
  const window = useWindow(editor, () => {
    return { workspace: workspace().path, extension: "checkout", settings: inSight };
  });

  test("is started again by itself, and after five times by a click on the status item", async () => {
    const { page, pid } = window();
    const paperEditor = await open(page, "a.paper.md");
    const item = statusItem(page);
    await expect.poll(() => squigglesIn(paperEditor)).toEqual([third]);
    let killed = killServer(pid);
    await expect.poll(() => languageServersBelow(pid)).not.toContain(killed);
    await expect.poll(() => languageServersBelow(pid)).toHaveLength(1);
    // Only a server that runs can say what the new text is like.
    await goTo(page, 13, 2);
    await page.keyboard.press("Backspace");
    await page.keyboard.type("4");
    await expect.poll(() => squigglesIn(paperEditor)).toEqual([{ ...third, words: "4" }]);
    await expect.poll(() => item.innerText()).toContain("1 must fix");

    for (let time = 2; time <= 5; time++) {
      await expect.poll(() => languageServersBelow(pid)).toHaveLength(1);
      killed = killServer(pid);
      await expect.poll(() => languageServersBelow(pid)).not.toContain(killed);
    }
    await expect.poll(() => item.innerText()).toContain("Board Papers is not running");
    expect(languageServersBelow(pid)).toEqual([]);
    await item.click();
    await expect.poll(() => item.innerText()).toContain("1 must fix");
    expect(languageServersBelow(pid)).toHaveLength(1);
  });
});

describe("a folder that is not trusted", () => {
  const workspace = useWorkspace(() => newWorkspace("foreign", { "a.paper.md": text, "b.paper.md": text }));
  const window = useWindow(editor, () => {
    // What a folder is trusted with is asked for in the banner, not at the start.
    const settings = { ...inSight, "security.workspace.trust.startupPrompt": "never" };
    return { workspace: workspace().path, extension: "checkout", settings, asksForTrust: true };
  });

  test("has its papers checked all the same, before and after it is trusted", async () => {
    const { page } = window();
    await page.getByText("Restricted Mode is intended for safe code browsing").first().waitFor();
    const before = await open(page, "a.paper.md");
    await expect.poll(() => squigglesIn(before)).toEqual([third]);
    await trustFolder(page);
    const after = await open(page, "b.paper.md");
    await expect.poll(() => squigglesIn(after)).toEqual([third]);
    await expectNoComplaint(window());
  });
});

function killServer(pid: number): number {
  const [server] = languageServersBelow(pid);
  if (server === undefined) throw new Error("There is no language server to be killed.");
  process.kill(server, "SIGKILL");
  return server;
}
