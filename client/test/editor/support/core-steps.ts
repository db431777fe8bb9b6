// What everybody does with a paper. These steps hold wherever the extension comes from and whatever runs it.

import { expect, test } from "vitest";
import type { EditorWindow } from "./editor.js";
import {
  answerPreview,
  chooseRepair,
  close,
  goTo,
  open,
  previewedChanges,
  problems,
  renderedPage,
  run,
  save,
  statusItem,
  textOf,
} from "./gestures.js";
import { paper } from "./papers.js";
import { squigglesIn } from "./squiggles.js";
import { sampleWorkspace, type Workspace } from "./workspaces.js";

/** The sample papers, and those that the core steps work on. */
export function coreWorkspace(): Workspace {
  return sampleWorkspace({
    "core/squiggles.paper.md": paper(
      "",
      "## Background",
      "",
      "1. The VRU met twice, as paragraph 9 says.",
      "",
      "3. Work starts in May.",
      "",
      "**4.** Members are asked to note this.",
    ),
    "core/repair.paper.md": paper("", "1. One.", "", "**2.** Two.", "", "**3.** Three.", "", "4. Four."),
    "core/renumber.paper.md": paper("", "1. One.", "", "3. Three.", "", "4. Four, after paragraph 3."),
  });
}

/** Tests of the core steps, in a window of `coreWorkspace`. */
export function coreSteps(window: () => EditorWindow, workspace: () => Workspace): void {
  test("underlines what was found, and lists it with its rule", async () => {
    const { page } = window();
    const editor = await open(page, "squiggles.paper.md");
    await expect
      .poll(() => squigglesIn(editor))
      .toEqual([
        { kind: "please check", line: 13, column: 8, words: "VRU" },
        { kind: "must fix", line: 13, column: 26, words: "paragraph 9" },
        { kind: "must fix", line: 15, column: 1, words: "3" },
        { kind: "please check", line: 17, column: 1, words: "**4.**" },
      ]);
    await expect.poll(() => statusItem(page).innerText()).toContain("2 must fix, 2 please check");
    const row = (await problems(page, "There is no paragraph 9")).first();
    await expect.poll(() => row.innerText()).toMatch(/\sreference-unresolved\s+\[Ln 13, Col 26\]/);
  });

  test("opens the page of a rule from the list of problems", async () => {
    const { page } = window();
    await open(page, "squiggles.paper.md");
    const row = (await problems(page, "VRU is not explained")).first();
    await row.getByText("acronym-undefined").click({ modifiers: ["Control"] });
    await renderedPage(page).getByRole("heading", { name: "acronym-undefined" }).waitFor();
    await close(page, "Preview rules.md");
  });

  test("repairs a line from the light bulb's menu, and only that", async () => {
    const { page } = window();
    const editor = await open(page, "repair.paper.md");
    await goTo(page, 13);
    await chooseRepair(page, 'Write "2."');
    const repaired = paper("", "1. One.", "", "2. Two.", "", "**3.** Three.", "", "4. Four.");
    await expect.poll(() => textOf(editor)).toBe(repaired);
    await expect
      .poll(() => squigglesIn(editor))
      .toEqual([{ kind: "please check", line: 15, column: 1, words: "**3.**" }]);
    await save(page);
    await expect.poll(() => workspace().read("core/repair.paper.md")).toBe(repaired);
  });

  test("shows every change of a renumbering before it is made", async () => {
    const { page } = window();
    const editor = await open(page, "renumber.paper.md");
    await expect.poll(() => squigglesIn(editor)).toHaveLength(1);
    await goTo(page, 11);
    const before = await textOf(editor);
    await run(page, "Board Papers: Renumber Paragraphs");
    const changes = await previewedChanges(page);
    expect(changes).toEqual([
      "line 13, replacing 3 with 2",
      "line 15, replacing 4 with 3",
      "line 15, replacing 3 with 2",
    ]);
    await answerPreview(page, "Discard");
    expect(await textOf(editor)).toBe(before);
    await run(page, "Board Papers: Renumber Paragraphs");
    expect(await previewedChanges(page)).toEqual(changes);
    await answerPreview(page, "Apply");
    const after = paper("", "1. One.", "", "2. Three.", "", "3. Four, after paragraph 2.");
    await expect.poll(() => textOf(editor)).toBe(after);
    await expect.poll(() => squigglesIn(editor)).toEqual([]);
  });
}
