// What a file of tests asks for: an editor, windows of it, and traces of what failed.

import { join } from "node:path";
import { afterAll, afterEach, beforeAll } from "vitest";
import { desktopEditor } from "./desktop-editor.js";
import type { Editor, EditorWindow, Traced, WindowOptions } from "./editor.js";
import { pinnedEditor } from "./pinned-editor.js";
import { failures } from "./places.js";
import type { Workspace } from "./workspaces.js";

/**
 * The editor of a file of tests: a desktop's where VSCODE_EXECUTABLE names one or E2E_DOWNLOAD allows to fetch one, else
 * the pinned one. It never depends on what the machine happens to reach.
 */
export function useEditor(): () => Editor {
  let editor: Editor | undefined;
  beforeAll(async () => {
    editor = await theEditor();
    console.log(editor.name);
  });
  afterAll(() => editor?.close());
  return () => given(editor);
}

function theEditor(): Promise<Editor> {
  const { VSCODE_EXECUTABLE, E2E_DOWNLOAD } = process.env;
  if (VSCODE_EXECUTABLE !== undefined) return desktopEditor(VSCODE_EXECUTABLE);
  return E2E_DOWNLOAD === undefined ? pinnedEditor() : desktopEditor(undefined);
}

/** One folder for all tests of a file, or of a `describe`. */
export function useWorkspace(make: () => Workspace): () => Workspace {
  let workspace: Workspace | undefined;
  beforeAll(() => {
    workspace = make();
  });
  afterAll(() => workspace?.[Symbol.dispose]());
  return () => given(workspace);
}

/**
 * Settings with which a line of a paper is a line on the screen, and a short paper is there whole, as `squigglesIn` and
 * `textOf` need it: an editor that is still being laid out goes to a line by having it the first that is seen.
 */
export const inSight = {
  "[board-paper]": { "editor.wordWrap": "off", "editor.scrollBeyondLastLine": false },
} as const;

/** One window for all tests of a file, or of a `describe`. */
export function useWindow(editor: () => Editor, options: () => WindowOptions): () => EditorWindow {
  let window: EditorWindow | undefined;
  const keep = useTraces("last test");
  beforeAll(async () => {
    window = keep(await editor().open(options()));
    try {
      await isReady(window);
    } catch (error) {
      await window.keep(folderFor("a window that does not open"));
      throw error;
    }
  });
  return () => given(window);
}

/**
 * Of everything that is given to it: keeps a screenshot and the logs when a test fails, and ends it after that test, or
 * after the last one.
 */
export function useTraces(until: "test" | "last test"): <Kept extends Traced>(traced: Kept) => Kept {
  const kept: Traced[] = [];
  const end = async (): Promise<void> => {
    for (const traced of kept.splice(0)) await traced.close();
  };
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") {
      const folder = folderFor(`${task.file.name} ${task.name}`);
      for (const traced of kept) await traced.keep(folder);
      console.log(`A screenshot and the logs are in ${folder}.`);
    }
    if (until === "test") await end();
  });
  afterAll(end);
  return (traced) => {
    kept.push(traced);
    return traced;
  };
}

async function isReady({ page }: EditorWindow): Promise<void> {
  await page.locator(".monaco-workbench .part.statusbar").waitFor();
  // The explorer lists files when the extension host's side of the editor is connected.
  await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
}

function folderFor(name: string): string {
  return join(failures, name.replace(/[^\w.-]+/g, "-"));
}

function given<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("It is there only while tests run.");
  return value;
}
