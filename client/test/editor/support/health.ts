// Whether the extension did its work in silence.

import { expect } from "vitest";
import type { EditorWindow } from "./editor.js";
import { run } from "./gestures.js";
import { root } from "./places.js";

/** Expects that neither the extension nor its host has failed in a window, nor told the author that something did. */
export async function expectNoComplaint({ page, printed }: EditorWindow): Promise<void> {
  expect(printed.filter(isComplaint)).toEqual([]);
  await run(page, "Notifications: Show Notifications");
  const center = page.locator(".notifications-center");
  await center.waitFor();
  const errors = center.locator(".notification-list-item", { has: page.locator(".codicon-error") });
  const told = await errors.locator(".notification-list-item-message").allInnerTexts();
  expect(told.filter((it) => !isOfEditor.test(it))).toEqual([]);
}

/**
 * What the editor is to blame for: its own extensions that fail for reasons of their own, and a command in a menu that
 * it had let go of when newer findings came (one that is not registered is "command … not found").
 */
const isOfEditor = /^(?:Activating extension 'vscode\.|Actual command not found, wanted to execute )/;

/** Whether a line tells of an extension host that ended, or of an error in our code; the editor has many of its own. */
function isComplaint(line: string): boolean {
  if (/extension host.*(terminated|crashed|exited)/i.test(line)) return true;
  if (!/^(error|page error):/.test(line)) return false;
  const isLoading = /Failed to load resource|status code 404/.test(line);
  // Folders may have the project's name; the extension's own id stands in the path of its package.
  const isOurs = /board-papers\.board-papers|\[Board Papers\]/i.test(line);
  return !isLoading && (isOurs || line.includes(`${root}/dist/`) || line.includes("/__extension/dist/"));
}
