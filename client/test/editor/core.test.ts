// What everybody does with a paper, wherever the extension comes from and whatever runs it.

import { describe } from "vitest";
import { coreSteps, coreWorkspace } from "./support/core-steps.js";
import type { WindowOptions } from "./support/editor.js";
import { unwrapped, useEditor, useWindow, useWorkspace } from "./support/use.js";

const editor = useEditor();

const kinds: readonly (readonly [string, Omit<WindowOptions, "workspace">])[] = [
  ["the checkout in Node", { extension: "checkout" }],
  ["the checkout in a Web Worker", { extension: "checkout", host: "web" }],
  ["the package", { extension: "package" }],
];

describe.each(kinds)("%s", (_, options) => {
  const workspace = useWorkspace(coreWorkspace);
  const window = useWindow(editor, () => ({ ...options, workspace: workspace().path, settings: unwrapped }));
  coreSteps(window, workspace);
});
