// What everybody does with a paper, wherever the extension comes from and whatever runs it.

import { describe, expect, test } from "vitest";
import { coreSteps, coreWorkspace } from "./support/core-steps.js";
import type { WindowOptions } from "./support/editor.js";
import { activationTime, open, statusItem } from "./support/gestures.js";
import { expectNoComplaint } from "./support/health.js";
import { languageServersBelow } from "./support/processes.js";
import { inSight, useEditor, useWindow, useWorkspace } from "./support/use.js";
import { newWorkspace } from "./support/workspaces.js";

const editor = useEditor();

const kinds: readonly (readonly [string, Omit<WindowOptions, "workspace">])[] = [
  ["the checkout in Node", { extension: "checkout" }],
  ["the checkout in a Web Worker", { extension: "checkout", host: "web" }],
  ["the package", { extension: "package" }],
];

describe.each(kinds)("%s", (_, options) => {
  const workspace = useWorkspace(coreWorkspace);
  const window = useWindow(editor, () => ({ ...options, workspace: workspace().path, settings: inSight }));
  coreSteps(window, workspace);
  if (options.extension === "package")
    test("has been activated by a paper", async () => {
      const { page } = window();
      await open(page, "squiggles.paper.md");
      await statusItem(page).waitFor();
      console.log(`Activation for a paper: ${await activationTime(page)} ms`);
    });
  test("the extension host did not complain", () => expectNoComplaint(window()));
});

describe("the package among plain Markdown", () => {
  const workspace = useWorkspace(() => newWorkspace("notes", { "notes.md": "# Notes\n\nNothing yet.\n" }));
  const window = useWindow(editor, () => ({ workspace: workspace().path, extension: "package" }));

  test("is activated and starts no language server", async () => {
    const { page, pid } = window();
    await open(page, "notes.md");
    console.log(`Activation for plain Markdown: ${await activationTime(page)} ms`);
    expect(languageServersBelow(pid)).toEqual([]);
    await expectNoComplaint(window());
  });
});
