// What an author does while writing: new papers, snippets, and what the window says meanwhile.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import {
  activeEditor,
  choose,
  chooseInMenu,
  chooseSetting,
  close,
  goTo,
  languageOf,
  open,
  problems,
  question,
  run,
  save,
  statusItem,
  tabs,
  textOf,
} from "./support/gestures.js";
import { expectNoComplaint } from "./support/health.js";
import { paper } from "./support/papers.js";
import { squigglesIn } from "./support/squiggles.js";
import { inSight, useEditor, useWindow, useWorkspace } from "./support/use.js";
import { sampleWorkspace } from "./support/workspaces.js";

const workspace = useWorkspace(() =>
  sampleWorkspace({
    "pair.paper.md": paper("", "1. One.", ""),
    "table.paper.md": paper("", "1. One, see Table A.", ""),
    "status.paper.md": paper("", "1. The VRU met.", "", "3. Three."),
    "setting.paper.md": paper("", "1. One.", "", "2. Two."),
    "house/ours.paper.md": paper("", "1. The VRU met."),
    "house/board-paper.yaml": "rules:\n  placeholder-left: info\n  acronym-undefined: info\n",
  }),
);
const window = useWindow(useEditor(), () => {
  return { workspace: workspace().path, extension: "checkout", settings: inSight };
});

test("Markdown that is not a paper stays as it is", async () => {
  const { page } = window();
  const editor = await open(page, "notes.md");
  await expect.poll(() => languageOf(page).innerText()).toBe("Markdown");
  // Something of the extension is there, so that its silence means something.
  await open(page, "status.paper.md");
  await statusItem(page).waitFor();
  await open(page, "notes.md");
  await expect.poll(() => languageOf(page).innerText()).toBe("Markdown");
  await statusItem(page).waitFor({ state: "hidden" });
  expect(await squigglesIn(editor)).toEqual([]);
});

test("the status item counts what was found, and opens the list", async () => {
  const { page } = window();
  await open(page, "status.paper.md");
  const item = statusItem(page);
  await expect.poll(() => item.innerText()).toContain("1 must fix, 1 please check");
  expect(await item.getAttribute("aria-label")).toBe("Board paper: 1 must fix, 1 please check");
  await item.click();
  await page.locator(".markers-panel-container").waitFor();
  await expect.poll(async () => (await problems(page, "VRU is not explained")).count()).toBe(1);
});

test("a pair is written with a snippet, from place to place with Tab", async () => {
  const { page } = window();
  const editor = await open(page, "pair.paper.md");
  await goTo(page, 13);
  await page.keyboard.type("pair");
  await page.keyboard.press("Tab");
  await expect.poll(() => textOf(editor)).toContain("We did:");
  for (const words of ["2", "We will mend the path.", "3", "We mended it."]) {
    await page.keyboard.type(words);
    await page.keyboard.press("Tab");
  }
  await expect
    .poll(() => textOf(editor))
    .toContain("1. One.\n\n2. We said:\n\n    We will mend the path.\n\n3. We did:\n\n    We mended it.\n");
  await expect.poll(() => squigglesIn(editor)).toEqual([]);
});

test("a table is written with a snippet, and its total is checked", async () => {
  const { page } = window();
  const editor = await open(page, "table.paper.md");
  await goTo(page, 13);
  await page.keyboard.type("table");
  await page.keyboard.press("Tab");
  await expect.poll(() => textOf(editor)).toContain("| **Total** |");
  for (const words of ["A", "Lengths", "Path", "Miles", "North", "10", "South", "20", "31"]) {
    await page.keyboard.type(words);
    await page.keyboard.press("Tab");
  }
  await expect.poll(() => textOf(editor)).toContain("| South | 20 |\n| **Total** | **31** |\n");
  await expect
    .poll(() => squigglesIn(editor))
    .toEqual([{ kind: "must fix", line: 19, column: 17, words: "31" }]);
});

test("a new paper is made of the chosen template and the answers", async () => {
  const { page } = window();
  // The editor makes a text file at once while it knows of no other kinds.
  await open(page, "setting.paper.md");
  await statusItem(page).waitFor();
  await chooseInMenu(page, "File", "New File...");
  await choose(page, "Board Paper");
  await choose(page, "Northshire Strategic Policing and Crime Board");
  await answerFields(page, {
    board: "Crime Board",
    date: "10 March 2026",
    "agenda-item": "3",
    title: "Cycle paths",
    "presented-by": "Head of Roads",
    classification: "open",
  });
  const editor = activeEditor(page);
  await expect
    .poll(() => textOf(editor))
    .toMatch(/template: northshire\nboard: Crime Board\ndate: 10 March 2026\n/);
  expect(await languageOf(page).innerText()).toBe("Board Paper");
  await expect
    .poll(async () => (await squigglesIn(editor)).map(({ kind, words }) => [kind, words]))
    .toEqual([
      // What is recommended is not asked for, and marked as to be written.
      ["must fix", '"[Insert who wrote the paper and can answer questions about it]"'],
      ["must fix", "[Insert what the paper is for and what the Board is asked to do.]"],
      ["must fix", "[Insert what happens next, and when the Board will hear of it.]"],
    ]);
});

test("who gives up on a new paper finds everything as it was", async () => {
  const { page } = window();
  await open(page, "setting.paper.md");
  const before = await tabs(page);
  await run(page, "Board Papers: New Board Paper");
  await choose(page, "Northshire Strategic Policing and Crime Board");
  await question(page).getByText("board").first().waitFor();
  await page.keyboard.press("Escape");
  await question(page).waitFor({ state: "hidden" });
  expect(await tabs(page)).toEqual(before);
});

test("a changed setting holds at once", async () => {
  const { page } = window();
  await chooseSetting(page, "boardPapers.check", "onSave");
  await close(page, "Settings");
  const editor = await open(page, "setting.paper.md");
  await goTo(page, 13, 2);
  await page.keyboard.press("Backspace");
  await page.keyboard.type("4");
  await save(page);
  await expect
    .poll(() => squigglesIn(editor))
    .toEqual([{ kind: "must fix", line: 13, column: 1, words: "4" }]);
  await page.keyboard.press("Backspace");
  await page.keyboard.type("2");
  await expect.poll(() => textOf(editor)).toContain("2. Two.");
  expect(await statusItem(page).innerText()).toContain("1 must fix");
  await chooseSetting(page, "boardPapers.check", "onType");
  await close(page, "Settings");
  await expect.poll(() => squigglesIn(editor)).toEqual([]);
});

test("a board-paper.yaml that cannot be used is told of, and papers go by what it said before", async () => {
  const { page } = window();
  const paperEditor = await open(page, "ours.paper.md");
  const asBefore = [{ kind: "suggestion", line: 11, column: 8, words: "VRU" }];
  await expect.poll(() => squigglesIn(paperEditor)).toEqual(asBefore);
  const config = await open(page, "house/board-paper.yaml");
  await goTo(page, 3, 22);
  await page.keyboard.type("[");
  await expect.poll(() => squigglesIn(config)).toHaveLength(1);
  const row = await problems(page, "A quotation mark or bracket is opened here and not closed.");
  await expect.poll(() => row.allInnerTexts()).toEqual([expect.stringContaining("[Ln 3, Col 22]")]);
  await open(page, "ours.paper.md");
  expect(await squigglesIn(paperEditor)).toEqual(asBefore);
  await open(page, "house/board-paper.yaml");
  await page.keyboard.press("Control+Z");
  await expect.poll(() => squigglesIn(config)).toEqual([]);
});

test("a new paper is judged by the board-paper.yaml of the folder that it is made in", async () => {
  const { page } = window();
  await open(page, "ours.paper.md");
  await statusItem(page).waitFor();
  await run(page, "Board Papers: New Board Paper");
  await answerFields(page, {
    board: "Crime Board",
    date: "10 March 2026",
    title: "Cycle paths",
    "presented-by": "Head of Roads",
  });
  const editor = activeEditor(page);
  await expect.poll(() => textOf(editor)).toMatch(/template: spcb\nboard: Crime Board\n/);
  await expect
    .poll(async () => (await squigglesIn(editor)).map(({ kind }) => kind))
    .toEqual(["suggestion", "suggestion"]);
});

test("the extension host did not complain", () => expectNoComplaint(window()));

/** Answers what is asked about a new paper, field by field. */
async function answerFields(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, words] of Object.entries(answers)) {
    await question(page)
      .filter({ hasText: `New Board Paper: ${field}` })
      .waitFor();
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
  }
  await question(page).waitFor({ state: "hidden" });
}
