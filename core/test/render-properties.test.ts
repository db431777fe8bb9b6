// What holds of the rendering of any paper: it is the same made anew, it throws never, and it is made of known parts only.

import type { RootContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { describe, expect, test } from "vitest";
import {
  checkPaper,
  defaultSettings,
  parsePaper,
  type Rendering,
  renderPage,
  renderPaper,
  updatePaper,
} from "../src/index.js";
import { joinBlocks } from "../src/render/page.js";
import { generatePaper } from "./support/generate-paper.js";
import { elementsOf, parseHtml } from "./support/html.js";
import { applyInTurn, randomEdits } from "./support/random-edits.js";

const patience = 120_000;
const shown = {
  findings: true,
  imageUrl: (src: string): string => `https://pictures.invalid/${encodeURIComponent(src)}`,
};

/** A generated paper, with some Markdown of other kinds in every second one. */
function startText(n: number): string {
  const { text } = generatePaper({ seed: n, bytes: 2000 });
  return n % 2 === 0 ? text : `${text}\n${others}`;
}

const others = `# Annex

Words[^1] with <sup>raised</sup>, <script>alert(1)</script> and [a link](https://example.org), [one][ref] and ![a map](map.png).

<div onclick="go()">Block <b>of</b> HTML</div>

- one
- two **OPCC** words

  1. inner
  2. other

> quoted

    code

[^1]: The note, see paragraph 2.

[ref]: javascript:alert(1)
`;

function render(text: string): Rendering {
  const paper = parsePaper(text);
  return renderPaper(paper, checkPaper(paper, defaultSettings), defaultSettings, shown);
}

/** A rendering as text, with ids in the order of their appearance. */
function plain({ blocks }: Rendering): string {
  const names = new Map<string, string>();
  const nameOf = (id: string): string => {
    if (!names.has(id)) names.set(id, `n${names.size}`);
    return names.get(id) ?? "";
  };
  return blocks
    .map(({ id, within, pair, findings, ...rest }) =>
      JSON.stringify({
        ...rest,
        id: nameOf(id),
        within: within.map((it) => ({ ...it, id: nameOf(it.id) })),
        ...(pair && { pair: { ...pair, id: nameOf(pair.id) } }),
        findings: findings.map(({ rule, message }) => [rule, message]),
      }),
    )
    .join("\n");
}

describe("random papers and edits", () => {
  test("a rendering made from the one before equals one made anew", { timeout: patience }, () => {
    for (let n = 0; n < 6; n++) {
      let text = startText(n);
      let paper = parsePaper(text);
      let report = checkPaper(paper, defaultSettings);
      let rendering = renderPaper(paper, report, defaultSettings, shown);
      for (const [i, edit] of randomEdits(n, text, 25).entries()) {
        text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
        paper = updatePaper(paper, [edit]);
        report = checkPaper(paper, defaultSettings, report);
        rendering = renderPaper(paper, report, defaultSettings, shown, rendering);
        expect(new Set(rendering.blocks.map((it) => it.id)).size).toBe(paper.blockCount);
        if (i % 4 === 0) expect(plain(rendering), `paper ${n}, edit ${i}`).toBe(plain(render(text)));
      }
    }
  });

  test("HTML is what a browser makes of it, and has known elements only", { timeout: patience }, () => {
    for (let n = 0; n < 8; n++) {
      const text = startText(n);
      const edited = applyInTurn(text, randomEdits(n + 500, text, 40));
      for (const it of [text, edited]) expectKnown(render(it));
    }
  });

  test("every finding is marked in the block it is in", { timeout: patience }, () => {
    for (let n = 0; n < 8; n++) expectMarked(render(startText(n)));
    expectMarked(render(generatePaper({ seed: 3, bytes: 40_000 }).text));
  });

  test("a page of any text is one document", { timeout: patience }, () => {
    for (let n = 0; n < 8; n++) {
      const paper = parsePaper(startText(n));
      const page = renderPage(paper, checkPaper(paper, defaultSettings), defaultSettings);
      const elements = elementsOf(parseHtml(page));
      expect(elements.filter((it) => it.tagName === "script")).toHaveLength(1);
      expect(elements.filter((it) => it.properties.dataFinding !== undefined)).toEqual([]);
      const ids = elements.flatMap((it) => (it.properties.id === undefined ? [] : [it.properties.id]));
      expect(new Set(ids).size, `paper ${n}`).toBe(ids.length);
    }
  });
});

const known = new Set(
  (
    "a abbr b blockquote br caption cite code dd del div dl dt em h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p pre q s " +
    "small span strong sub sup table tbody td th thead tr u ul section"
  ).split(" "),
);
const attributes =
  /^(?:id|className|href|title|src|alt|role|scope|headers|colSpan|rowSpan|tabIndex|dataFinding|ariaLabel|ariaLabelledBy)$/;

function expectKnown(rendering: Rendering): void {
  for (const element of elementsOf(parseHtml(joinBlocks(rendering.blocks)))) {
    expect(known).toContain(element.tagName);
    for (const [name, value] of Object.entries(element.properties)) {
      expect(name).toMatch(attributes);
      if (name === "href") expect(String(value)).toMatch(/^(?:https?:|mailto:|tel:|#|[^:]*$|[^:]*[/?#])/);
      if (name === "src") expect(String(value)).toMatch(/^https:\/\/pictures\.invalid\//);
    }
  }
  for (const { html } of rendering.blocks) {
    const nodes = parseHtml(html);
    expect(nodes).toHaveLength(html === "" ? 0 : 1);
    expect(toHtml(nodes as RootContent[])).toBe(html.replace(/\r\n?/g, "\n"));
  }
}

function expectMarked({ blocks, report }: Rendering): void {
  expect(blocks.flatMap((it) => it.findings)).toHaveLength(report.findings.length);
  expect(new Set(blocks.flatMap((it) => it.findings))).toEqual(new Set(report.findings));
  for (const { html, findings } of blocks) {
    const marks = elementsOf(parseHtml(html)).map((it) => it.properties.dataFinding);
    for (const index of findings.keys()) expect(marks, html).toContain(String(index));
  }
}
