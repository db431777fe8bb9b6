/** What a board-paper.yaml says, and what is said about one that is broken. */

import { expect, test } from "vitest";
import { isListed, readConfig, settingsFor } from "../src/index.js";

test("the settings of one template are one object", () => {
  const config = readConfig('papers: [{ files: "archive/**/*.md", template: other }]\ntemplates: { other: }');
  expect(config.problems).toEqual([]);
  expect(settingsFor(config, "archive/2020/a.md").template).toBe("other");
  expect(settingsFor(config, "archive/2020/a.md")).toBe(settingsFor(config, "archive/b.md"));
  expect(settingsFor(config, "b.md")).toBe(config.settings);
  expect(isListed(config, "archive/b.md")).toBe(true);
  expect(isListed(config, "b.md")).toBe(false);
});
