// Links of a preview that lead out of the editor: the address that is opened is the one that the paper has.

import { expect, test } from "vitest";
import { open } from "./support/gestures.js";
import { openPreview } from "./support/preview.js";
import { useEditor, useWindow, useWorkspace } from "./support/use.js";
import { newWorkspace } from "./support/workspaces.js";

const editor = useEditor();
const address = "https://example.org/sites/board?q=R%26D%23a%2Fb&x=c%2Bd%20e";
const workspace = useWorkspace(() =>
  newWorkspace("links", { "links.paper.md": `# Links\n\n1. See [the minutes](${address}).\n` }),
);
const window = useWindow(editor, () => ({ extension: "checkout", workspace: workspace().path }));

test("a link to the web opens the address that stands in the paper", async () => {
  const { page } = window();
  await open(page, "links.paper.md");
  const frame = await openPreview(page);
  const asked: string[] = [];
  await page.context().route(/^https:\/\/example\.org\//, async (route) => {
    asked.push(route.request().url());
    await route.fulfill({ contentType: "text/plain", body: "The minutes." });
  });
  await frame.getByRole("link", { name: "the minutes" }).click();
  await expect.poll(() => asked).toEqual([address]);
});
