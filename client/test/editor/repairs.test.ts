// What an author does about findings.

import { expect, test } from "vitest";
import {
  answerPreview,
  choose,
  chooseAsking,
  chooseInContext,
  chooseRepair,
  goTo,
  open,
  previewedChanges,
  question,
  run,
  save,
  textOf,
} from "./support/gestures.js";
import { expectNoComplaint } from "./support/health.js";
import { paper } from "./support/papers.js";
import { squigglesIn } from "./support/squiggles.js";
import { inSight, useEditor, useWindow, useWorkspace } from "./support/use.js";
import { sampleWorkspace } from "./support/workspaces.js";

const workspace = useWorkspace(() =>
  sampleWorkspace({
    "bulb.paper.md": paper("", "1. One.", "", "**2.** Two.", "", "**3.** Three."),
    "numbers.paper.md": paper("", "1. One.", "", "3. Three.", "", "5. Five, after paragraph 3."),
    "saved.paper.md": paper("", "1. One.", "", "**2.** Two.", "", "4. The VRU met."),
    "keep.paper.md": paper("", "1. The VRU met twice."),
    "house/change.paper.md": paper("", "1. The VRU met twice."),
    "house/board-paper.yaml": "# Our rules.\nrules:\n  acronym-unused: off\n",
    "acronyms/explain.paper.md": paper("", "1. The VRU met the PPU."),
    "acronyms/board-paper.yaml": "glossary:\n  ASB: Anti-Social Behaviour\n",
    ".vscode/settings.json": JSON.stringify({
      "editor.codeActionsOnSave": { "source.fixAll.boardPapers": "explicit" },
    }),
  }),
);
const window = useWindow(useEditor(), () => {
  return { workspace: workspace().path, extension: "checkout", settings: inSight };
});

test("a click on the light bulb repairs the line that it stands at", async () => {
  const { page } = window();
  const editor = await open(page, "bulb.paper.md");
  await goTo(page, 15);
  await chooseRepair(page, 'Write "3."', "mouse");
  await expect.poll(() => textOf(editor)).toBe(paper("", "1. One.", "", "**2.** Two.", "", "3. Three."));
  await expect
    .poll(() => squigglesIn(editor))
    .toEqual([{ kind: "please check", line: 13, column: 1, words: "**2.**" }]);
});

test("paragraphs are numbered anew as far as is chosen, and references follow", async () => {
  const { page } = window();
  const editor = await open(page, "numbers.paper.md");
  await expect.poll(() => squigglesIn(editor)).toHaveLength(2);
  await chooseInContext(editor, "Three.", "Renumber Paragraphs...");
  await expect.poll(() => question(page).innerText()).toMatch(/The whole paper\s*3 changes/);
  await choose(page, "Only this paragraph");
  const onlyThis = ["line 13, replacing 3 with 2", "line 15, replacing 3 with 2"];
  expect(await previewedChanges(page)).toEqual(onlyThis);
  await answerPreview(page, "Discard");
  expect(await textOf(editor)).toBe(workspace().read("numbers.paper.md"));

  await chooseInContext(editor, "Three.", "Renumber Paragraphs...");
  await choose(page, "The whole paper");
  expect(await previewedChanges(page)).toEqual([
    "line 13, replacing 3 with 2",
    "line 15, replacing 5 with 3",
    "line 15, replacing 3 with 2",
  ]);
  await answerPreview(page, "Apply");
  await expect
    .poll(() => textOf(editor))
    .toBe(paper("", "1. One.", "", "2. Three.", "", "3. Five, after paragraph 2."));
  await expect.poll(() => squigglesIn(editor)).toEqual([]);
});

test("saving makes safe repairs, and leaves numbers and words alone", async () => {
  const { page } = window();
  await open(page, "saved.paper.md");
  await goTo(page, 11, 7);
  await page.keyboard.type(", as before");
  await save(page);
  const saved = paper("", "1. One, as before.", "", "2. Two.", "", "4. The VRU met.");
  await expect.poll(() => workspace().read("saved.paper.md")).toBe(saved);
});

test("a finding is kept as it is, for a reason", async () => {
  const { page } = window();
  const editor = await open(page, "keep.paper.md");
  await goTo(page, 11, 9);
  await chooseAsking(page, "Keep as it is… (acronym-undefined)");
  await question(page).locator("input").fill("Agreed with the editor");
  await page.keyboard.press("Enter");
  await expect.poll(() => textOf(editor)).toContain("Agreed with the editor");
  expect(await textOf(editor)).toBe(
    paper(
      "",
      "<!-- board-paper-disable-next-line acronym-undefined -- Agreed with the editor -->",
      "1. The VRU met twice.",
    ),
  );
  await expect.poll(() => squigglesIn(editor)).toEqual([]);
});

test("how a rule counts is changed for all papers beside it", async () => {
  const { page } = window();
  const editor = await open(page, "change.paper.md");
  await goTo(page, 11, 9);
  await chooseAsking(page, "Change how this rule counts… (acronym-undefined)");
  await choose(page, "Suggestion");
  await expect
    .poll(() => squigglesIn(editor))
    .toEqual([{ kind: "suggestion", line: 11, column: 8, words: "VRU" }]);
  await expect
    .poll(() => workspace().read("house/board-paper.yaml"))
    .toBe("# Our rules.\nrules:\n  acronym-unused: off\n  acronym-undefined: info\n");
});

test("acronyms are explained one after another, in the paper and in the house glossary", async () => {
  const { page } = window();
  const editor = await open(page, "explain.paper.md");
  await expect.poll(() => squigglesIn(editor)).toHaveLength(2);
  await run(page, "Board Papers: Explain Acronyms");
  await choose(page, "VRU");
  await choose(page, "Spell it out where it is first used");
  await question(page).locator("input").fill("Violence Reduction Unit");
  await page.keyboard.press("Enter");
  await choose(page, "PPU");
  await choose(page, "Add it to the house glossary");
  await question(page).locator("input").fill("Public Protection Unit");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => textOf(editor))
    .toBe(paper("", "1. The Violence Reduction Unit (VRU) met the PPU."));
  await expect
    .poll(() => workspace().read("acronyms/board-paper.yaml"))
    .toBe("glossary:\n  ASB: Anti-Social Behaviour\n  PPU: Public Protection Unit\n");
});

test("the extension host did not complain", () => expectNoComplaint(window()));
