// What papers look like: each fixture is a paper and, below `//- html`, its blocks with the elements around them.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkPaper, defaultSettings, parsePaper, type Rendering, renderPaper } from "../src/index.js";

const folder = fileURLToPath(new URL("../../test-fixtures/render", import.meta.url));
const start = "\n//- html\n";

describe("rendered papers", () => {
  test.each(readdirSync(folder))("%s", async (name) => {
    const file = join(folder, name);
    const [source = ""] = readFileSync(file, "utf8").split(start);
    const paper = parsePaper(`${source}\n`);
    const imageUrl = (src: string): string | undefined =>
      src === "map.png" ? "https://pictures.invalid/map" : undefined;
    const report = checkPaper(paper, defaultSettings);
    const rendering = renderPaper(paper, report, defaultSettings, {
      findings: name !== "blocks.md",
      imageUrl,
    });
    await expect(`${source}${start}${print(rendering)}`).toMatchFileSnapshot(file);
  });
});

/** A line for each block: its first line, its kind, the elements around it; and below, its HTML. */
function print({ blocks }: Rendering): string {
  return blocks
    .map(({ html, kind, startLine, within, level, pair }) => {
      const around = within.map((it) => `${it.tag}.${it.attributes.class ?? ""}#${it.id}`).join(" > ");
      const more = [level && `level ${level}`, pair && `${pair.half} of ${pair.id}`]
        .filter(Boolean)
        .join(", ");
      return `${[`${startLine + 1} ${kind}`, more, around].filter(Boolean).join(" | ")}\n${lines(html)}`;
    })
    .join("\n");
}

function lines(html: string): string {
  return html
    .replace(
      /(?=<(?:p|h\d|dl|div|dt|dd|ul|ol|li|table|caption|thead|tbody|tr|th|td|pre|blockquote|hr)[ >])/g,
      "\n",
    )
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => `  ${line}\n`)
    .join("");
}
