// The suite within each extension host: Node's, and a browser's Web Worker.

import { expect, test } from "vitest";
import { objectionTo, reportOf } from "./support/report.js";
import { useEditor, useTraces } from "./support/use.js";
import { twoFolders } from "./support/workspaces.js";

const editor = useEditor();
const keep = useTraces("test");

test.each(["node", "web"] as const)("the suite in the extension host of kind “%s”", async (host) => {
  using workspace = twoFolders();
  const run = keep(await editor().runSuite({ host, workspace: workspace.path }));
  const status = await run.status;
  const report = reportOf(run.printed);
  for (const { title, outcome } of report.tests) console.log(`${outcome}  ${title}`);
  expect(objectionTo(status, report)).toBeUndefined();
});
