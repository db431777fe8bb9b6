// What the page of a preview shows and where it scrolls to, as values.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesBetween } from "../../server/src/preview-changes.js";
import type { PreviewBlock } from "../../server/src/protocol.js";
import { countWords } from "../src/count-words.js";
import { firstAt, heightOf, lineAt, type Strip } from "../webview/lines.js";
import { isOpenedByEditor } from "../webview/links.js";
import { type Plan, planOf } from "../webview/plan.js";
import { blocksOf, change, nothing, type Shown } from "../webview/shown.js";

function block(id: string, more: Partial<PreviewBlock> = {}): PreviewBlock {
  return { id, html: `<p>${id}</p>`, within: [], startLine: 0, lineCount: 1, findings: [], ...more };
}

function answer(before: Shown, after: readonly PreviewBlock[], resultId: string): Shown {
  const changes = changesBetween(blocksOf(before), after);
  const shown = change(before, { resultId, version: 1, since: before.resultId, ...changes });
  if (!shown) throw new Error("The changes do not follow.");
  return shown;
}

describe("changes", () => {
  const papers = fc
    .array(
      fc.record({
        id: fc.integer({ min: 0, max: 12 }),
        html: fc.constantFrom("<p>a</p>", "<p>b</p>", ""),
        lines: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 12 },
    )
    .map((made) => {
      let startLine = 0;
      const known = new Set<number>();
      return made.flatMap(({ id, html, lines }) => {
        if (known.has(id)) return [];
        known.add(id);
        startLine += lines;
        return [block(`b${id}`, { html, startLine: startLine - lines, lineCount: lines })];
      });
    });

  test("lead from any paper to any other", () => {
    fc.assert(
      fc.property(fc.array(papers, { minLength: 1, maxLength: 4 }), (versions) => {
        let shown = nothing;
        versions.forEach((version, i) => {
          shown = answer(shown, version, `${i}`);
          expect(blocksOf(shown)).toEqual(version);
          expect(shown.blocks.size).toBe(version.length);
        });
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  test("are none where nothing changed", () => {
    const paper = [block("a"), block("b", { startLine: 1 })];
    expect(changesBetween(paper, paper)).toEqual({ blocks: [], order: null, shifts: [] });
  });

  test("of one block are that block", () => {
    const paper = [block("a"), block("b", { startLine: 1 }), block("c", { startLine: 2 })];
    const changed = block("b", { startLine: 1, html: "<p>B</p>" });
    const after = paper.with(1, changed);
    expect(changesBetween(paper, after)).toEqual({ blocks: [changed], order: null, shifts: [] });
  });

  test("of what is found are changes of the block", () => {
    const finding = { rule: "r", severity: "info", message: "m", line: 0, character: 0 } as const;
    const changed = block("a", { findings: [finding] });
    expect(changesBetween([block("a")], [changed]).blocks).toEqual([changed]);
  });

  test("that follow something else are refused", () => {
    const shown = answer(nothing, [block("a")], "1");
    const none = { blocks: [], order: null, shifts: [], version: 2 };
    expect(change(shown, { ...none, resultId: "3", since: "2" })).toBeUndefined();
    expect(change(nothing, { ...none, resultId: "3", since: "1" })).toBeUndefined();
    const order = { start: 1, removed: 0, inserted: ["b"] };
    expect(change(shown, { ...none, resultId: "3", since: "1", order })).toBeUndefined();
  });
});

describe("the plan of elements", () => {
  const pair = { id: "pair", tag: "div", attributes: { class: "pair" } } as const;
  const said = { id: "said", tag: "div", attributes: { class: "said" } } as const;
  const did = { id: "did", tag: "div", attributes: { class: "did" } } as const;
  const list = { id: "list", tag: "ul", attributes: {} } as const;

  test("gathers neighbours", () => {
    const blocks = [
      block("a"),
      block("b", { within: [pair, said] }),
      block("c", { within: [pair, said, list] }),
      block("d", { within: [pair, said, list] }),
      block("e", { within: [pair, did] }),
      block("f"),
    ];
    expect(planOf(blocks).map(outline)).toEqual([
      "a",
      ["pair", ["said", "b", ["list", "c", "d"]], ["did", "e"]],
      "f",
    ]);
  });

  test("has no element for what shows nothing, and does not part its neighbours there", () => {
    const blocks = [block("a", { within: [list] }), block("b", { html: "" }), block("c", { within: [list] })];
    expect(planOf(blocks).map(outline)).toEqual([["list", "a", "c"]]);
  });

  test("has every name once", () => {
    const blocks = [block("a", { within: [list] }), block("b"), block("c", { within: [list] })];
    expect(planOf(blocks).map(outline)).toEqual([["list", "a"], "b", ["list 2", "c"]]);
  });

  type Outline = string | Outline[];
  function outline(plan: Plan): Outline {
    return plan.kind === "block" ? plan.block.id : [plan.key, ...plan.children.map(outline)];
  }
});

describe("lines and heights", () => {
  const strips: Strip[] = [
    { startLine: 0, lineCount: 10, top: 20, bottom: 220 },
    { startLine: 12, lineCount: 1, top: 240, bottom: 440 },
    { startLine: 13, lineCount: 4, top: 440, bottom: 480 },
  ];
  const measured = { length: strips.length, at: (index: number) => strips[index] as Strip };

  test.each([
    [0, 20],
    [5, 120],
    [10, 220],
    [11, 230],
    [12, 240],
    [12.5, 340],
    [13, 440],
    [15, 460],
    [17, 480],
    [99, 480],
  ])("line %s is at %s", (line, height) => {
    expect(heightOf(line, measured)).toBe(height);
  });

  test("what stands above all blocks is at the top", () => {
    const below = { length: 1, at: () => strips[1] as Strip };
    expect(heightOf(3, below)).toBe(0);
    expect(heightOf(3, { length: 0, at: () => strips[0] as Strip })).toBe(0);
  });

  test("a height within a block is a line of it, and back", () => {
    for (const strip of strips) {
      for (const part of [0, 0.25, 0.5, 0.9]) {
        const height = strip.top + part * (strip.bottom - strip.top);
        expect(heightOf(lineAt(strip, height), measured)).toBeCloseTo(height, 6);
      }
      expect(lineAt(strip, strip.top - 100)).toBe(strip.startLine);
      expect(lineAt(strip, strip.bottom + 100)).toBe(strip.startLine + strip.lineCount);
    }
  });

  test("halves that stand side by side never lead above the page or below it", () => {
    const beside = [
      { startLine: 0, lineCount: 4, top: 0, bottom: 300 },
      { startLine: 6, lineCount: 9, top: 0, bottom: 100 },
    ];
    const at = (index: number): Strip => beside[index] as Strip;
    for (let line = 0; line < 20; line++) {
      const height = heightOf(line, { length: 2, at });
      expect(height).toBeGreaterThanOrEqual(0);
      expect(height).toBeLessThanOrEqual(300);
    }
  });

  test("the first that passes is found", () => {
    for (let length = 0; length < 9; length++)
      for (let from = 0; from <= length; from++) expect(firstAt(length, (i) => i >= from)).toBe(from);
  });
});

test.each([
  ["https://example.org/?q=R%26D", true],
  ["HTTP://example.org", true],
  ["mailto:board@example.org?subject=R%26D", true],
  ["tel:+44121", false],
  ["other.paper.md", false],
  ["#paragraph-3", false],
  ["command:workbench.action.quit", false],
])("whether the editor opens %s by itself: %s", (href, isOpened) => {
  expect(isOpenedByEditor(href)).toBe(isOpened);
});

test.each([
  [[], "Nothing to fix"],
  [["error", "info", "error"], "2 must fix, 1 suggestion"],
  [["warning", "info", "info"], "1 please check, 2 suggestions"],
] as const)("%j is said as “%s”", (severities, words) => {
  expect(countWords(severities)).toBe(words);
});
