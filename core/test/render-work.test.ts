// How much is rendered again: counted, not timed.

import { describe, expect, test } from "vitest";
import {
  checkPaper,
  defaultSettings,
  type Paper,
  parsePaper,
  type Rendering,
  renderPaper,
  type TextEdit,
  updatePaper,
} from "../src/index.js";
import { generatePaper } from "./support/generate-paper.js";

const options = { findings: true };

function renderingOf(paper: Paper, before?: Rendering): Rendering {
  return renderPaper(
    paper,
    checkPaper(paper, defaultSettings, before?.report),
    defaultSettings,
    options,
    before,
  );
}

/** The rendering after an edit, and the ids of the blocks whose HTML is not what it was. */
function edited(
  before: Rendering,
  edit: TextEdit,
): { readonly after: Rendering; readonly changed: readonly string[] } {
  const after = renderingOf(updatePaper(before.report.paper, [edit]), before);
  const old = new Map(before.blocks.map((it) => [it.id, it.html]));
  return { after, changed: after.blocks.filter((it) => old.get(it.id) !== it.html).map((it) => it.id) };
}

describe("in a paper of 200 KB", () => {
  const { text } = generatePaper({ seed: 7, bytes: 200_000 });
  const before = renderingOf(parsePaper(text));

  test("everything is rendered once", () => {
    expect(before.work.rendered).toBe(before.report.paper.blockCount);
    expect(renderingOf(before.report.paper, before).work.rendered).toBe(0);
  });

  test("a letter renders one block, which keeps its id", () => {
    for (let i = 1; i < 10; i++) {
      const at = text.indexOf(" the ", (i * text.length) / 10) + 4;
      const { after, changed } = edited(before, { start: at, end: at, text: "x" });
      expect(after.work.rendered, text.slice(at - 40, at)).toBe(1);
      expect(changed).toHaveLength(1);
      expect(after.blocks.map((it) => it.id)).toEqual(before.blocks.map((it) => it.id));
    }
  });

  test("a line more moves blocks and renders none again", () => {
    const at = text.indexOf("\n\n", text.length / 2);
    const { after, changed } = edited(before, { start: at, end: at, text: "\n" });
    expect(after.work.rendered).toBeLessThanOrEqual(1);
    expect(changed).toEqual([]);
    expect(after.blocks.at(-1)?.startLine).toBe((before.blocks.at(-1)?.startLine ?? 0) + 1);
  });

  test("the first paragraph's number changes what shows it, and nothing else", () => {
    const at = text.search(/^1\. /m);
    const { changed, after } = edited(before, { start: at, end: at + 1, text: "9" });
    const shown = after.blocks.filter((it) => changed.includes(it.id)).map((it) => it.html);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(before.blocks.length / 10);
    for (const html of shown) expect(html).toMatch(/paragraph|finding/);
  });
});

describe("what a block depends on renders it again", () => {
  const text =
    "The VRU is asked to see Table A[^1] and [plan].\n\nOther words.\n\nVRU (Violence Reduction Unit) is meant.\n\n**Table A**\n\n| A | 2019 |\n| - | -: |\n| b | 1 |\n\n[plan]: a.pdf\n\n[^1]: Note.\n";
  const before = renderingOf(parsePaper(text));
  const first = (rendering: Rendering): string => rendering.blocks[0]?.html ?? "";

  test.each([
    ["a reference's target", "Table A**", "Table B**", /Table A(?!<)/],
    [
      "a short form's words",
      "Violence Reduction Unit",
      "Victims Reception Unit",
      /title="Victims Reception Unit"/,
    ],
    ["a label's address", "a.pdf", "b.pdf", /href="b\.pdf"/],
    ["a label that goes", "[plan]: a.pdf", "plan: a.pdf", /\[plan\]/],
  ])("%s", (_, from, to, expected) => {
    const start = text.indexOf(from);
    const { after, changed } = edited(before, { start, end: start + from.length, text: to });
    expect(first(after)).toMatch(expected);
    expect(first(after)).not.toBe(first(before));
    expect(changed).not.toContain(before.blocks[1]?.id);
  });

  test("the caption is shown by its table, and changes it", () => {
    const start = text.indexOf("Table A**") + 7;
    const { after } = edited(before, { start, end: start, text: ": Costs" });
    expect(after.blocks.find((it) => it.kind === "table")?.html).toContain(": Costs");
  });
});
