// A paper leaves the editor as a page. PDFs are for the desktop, where the editor is no page of a browser itself.

import { describe, expect, test } from "vitest";
import type { ExtensionHost } from "./support/editor.js";
import { acceptPlace, notification, open, run } from "./support/gestures.js";
import { expectNoComplaint } from "./support/health.js";
import { paper } from "./support/papers.js";
import { useEditor, useWindow, useWorkspace } from "./support/use.js";
import { newWorkspace } from "./support/workspaces.js";

const editor = useEditor();

describe.each<ExtensionHost>(["node", "web"])("in the extension host of kind “%s”", (host) => {
  const workspace = useWorkspace(() =>
    newWorkspace("exports", { "paths.paper.md": paper("", "1. One, as paragraph 2 says.", "", "2. Two.") }),
  );
  const window = useWindow(editor, () => ({ workspace: workspace().path, extension: "checkout", host }));

  test("a page is saved beside the paper", async () => {
    const { page } = window();
    await open(page, "paths.paper.md");
    await run(page, "Board Papers: Export to Web Page");
    await acceptPlace(page, "paths.html");
    await notification(page, "Exported to paths.html");
    const saved = workspace().read("paths.html");
    expect(saved).toMatch(/^<!doctype html>/i);
    expect(saved).toContain('href="#paragraph-2"');
    expect(saved).toContain('id="paragraph-2"');
    await expectNoComplaint(window());
  });
});
