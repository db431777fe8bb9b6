// The preview: what is patched, where it scrolls to, where a click leads, and that nothing in a paper comes alive in it.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkPaper, defaultSettings, parsePaper, type RenderedBlock, renderPaper } from "@board-papers/core";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { generatePaper } from "../../../core/test/support/generate-paper.js";
import { goTo, open, problems, renderedPage, run, statusItem, tabs } from "./support/gestures.js";
import { paper } from "./support/papers.js";
import { root } from "./support/places.js";
import { firstLine, openPreview, watchChanges, wordsAtTop } from "./support/preview.js";
import { useEditor, useWindow, useWorkspace } from "./support/use.js";
import { sampleWorkspace } from "./support/workspaces.js";

const editor = useEditor();

/** A published paper of 203 KB, or one of that size that is made up. */
const corpus = join(root, "../shared/corpus/papers/2021-09-26-annual-report.paper.md");
const madeUp = generatePaper({ seed: 7, bytes: 203_000 }).text;
const long = existsSync(corpus) ? readFileSync(corpus, "utf8") : madeUp;

describe("a long paper", () => {
  const workspace = useWorkspace(() =>
    sampleWorkspace({ "papers/long.paper.md": long, "papers/made-up.paper.md": madeUp }),
  );
  const window = useWindow(editor, () => ({ extension: "checkout", workspace: workspace().path }));
  const pane = usePane(window, "long.paper.md");

  test("a typed character patches one text, and leaves all else as it is", async () => {
    const { page, frame } = await pane();
    const line = lineOf(/^\d+\. [A-Z][a-z]+ [a-z]+ [a-z]+ [a-z]+ /);
    const word = /^\d+\. (\w+)/.exec(lines[line - 1] ?? "");
    await goTo(page, line, (word?.[0].length ?? 0) + 1);
    const changes = await watchChanges(frame);
    await page.keyboard.type("x");
    await frame.getByText(`${word?.[1]}x `).first().waitFor();
    const seen = await changes();
    expect(seen).toEqual([expect.stringContaining(`${word?.[1]}x `)]);
    await page.keyboard.press("Backspace");
    await expect.poll(() => frame.getByText(`${word?.[1]}x `).count()).toBe(0);
  });

  test("the page scrolls with the editor", async () => {
    const { page, frame, text } = await pane();
    await goTo(page, 1);
    await text.hover();
    for (let place = 1; place <= 10; place++) {
      await page.mouse.wheel(0, 4_000);
      await agree(frame, text);
    }
  });

  test("the editor scrolls with the page", async () => {
    const { page, frame, text } = await pane();
    await goTo(page, 1);
    await agree(frame, text);
    await frame.locator("main").hover({ position: { x: 5, y: 5 } });
    for (let place = 1; place <= 10; place++) {
      await page.mouse.wheel(0, 4_000);
      await agree(frame, text);
    }
  });

  test("as much was found as the editor says", async () => {
    const { page, frame } = await pane();
    await expect.poll(() => statusItem(page).innerText()).toMatch(/\d/);
    const status = (await statusItem(page).innerText()).trim();
    await expect.poll(() => frame.locator("#count").innerText()).toBe(status);
  });

  test("another number of the first paragraph patches what shows numbers", async () => {
    const { page, frame } = await pane();
    // In the published paper, that number also decides whether a list before it is one.
    await page.keyboard.press("Control+1");
    await open(page, "made-up.paper.md");
    await page.locator(".tab", { hasText: "Preview made-up.paper.md" }).waitFor();
    const first = rendered(madeUp).find(({ kind }) => kind === "paragraph")?.startLine ?? 0;
    const before = madeUp.split("\n");
    const after = before.with(first, `9${before[first]}`).join("\n");
    const expected = [...wordsThatChange(madeUp, after), ...wordsThatChange(after, madeUp)];
    await goTo(page, first + 1);
    await frame.locator("#paragraph-1").first().waitFor();
    const changes = await watchChanges(frame);
    await page.keyboard.type("9");
    await frame.locator("#paragraph-91").first().waitFor();
    await expect.poll(() => frame.getByText(/^91\.$/).count()).toBeGreaterThan(0);
    const seen = [...new Set(await changes())].map(plain);
    expect(seen.length).toBeGreaterThan(0);
    const others = seen.filter((it) => !expected.some((words) => words.includes(it)) || !/\d/.test(it));
    expect(others.map((it) => it.slice(0, 80))).toEqual([]);
  });

  const lines = long.split("\n");

  function lineOf(form: RegExp): number {
    const index = lines.findIndex((line) => form.test(line));
    if (index < 0) throw new Error(`The paper has no line like ${form}.`);
    return index + 1;
  }

  /** What stands at the top of the page, and at the top of the editor, are the same block or neighbours. */
  async function agree(frame: FrameLocator, text: Locator): Promise<void> {
    await expect
      .poll(async () => {
        const line = (await firstLine(text)) - 1;
        const words = plain(await wordsAtTop(frame));
        const there = blocks.findLastIndex(({ startLine }) => startLine <= line);
        const near = blocks.slice(Math.max(0, there - 1), there + 2);
        return near.some((block) => wordsOf(block).includes(words)) ? "near" : `${line}: ${words}`;
      })
      .toBe("near");
  }

  const blocks = rendered(long).filter(({ html }) => html !== "");
});

describe.each(["node", "web"] as const)("with the extension host of kind “%s”", (host) => {
  const workspace = useWorkspace(() =>
    sampleWorkspace({
      "papers/pictures/map.svg": drawing,
      "secret.svg": drawing,
      "papers/hostile.paper.md": hostile,
      "papers/links.paper.md": links,
      "papers/endless.paper.md": endless,
    }),
  );
  const window = useWindow(editor, () => ({ extension: "checkout", host, workspace: workspace().path }));
  const pane = usePane(window, "budget-monitoring.paper.md");

  test("what was found is gone through by keyboard alone, and is what the list of problems has", async () => {
    const { page, frame } = await pane();
    const status = (await statusItem(page).innerText()).trim();
    await expect.poll(() => frame.locator("#count").innerText()).toBe(status);
    const count = [...status.matchAll(/\d+/g)].reduce((sum, [number]) => sum + Number(number), 0);
    await page.keyboard.press("Control+2");
    await expect
      .poll(async () => {
        await page.keyboard.press("Tab");
        return frame.locator(":focus").getAttribute("id", { timeout: 2_000 });
      })
      .toBe("next");
    await page.keyboard.press("Enter");
    const sentences: string[] = [];
    for (let i = 0; i < count; i++) {
      await expect.poll(() => frame.locator("#sentence").innerText()).not.toBe(sentences.at(-1) ?? "");
      sentences.push(await frame.locator("#sentence").innerText());
      expect(await frame.locator(":focus").getAttribute("aria-describedby")).toBe("sentence");
      await page.keyboard.press("F8");
    }
    await expect.poll(() => frame.locator("#sentence").innerText()).toBe(sentences[0]);
    await page.keyboard.press("Enter");
    await page.locator(".editor-instance .monaco-editor.focused").waitFor();
    const rows = await (await problems(page, /\[Ln \d+/)).allInnerTexts();
    const listed = rows.map(plain);
    expect(listed).toHaveLength(count);
    for (const sentence of sentences) {
      const message = plain(sentence.replace(/^[^:]*: /, ""));
      expect(listed.filter((row) => row.includes(message))).not.toEqual([]);
    }
  });

  test("a click shows the place in the source", async () => {
    const { page, frame } = await pane();
    await frame.getByText("Heads of department").click();
    await page.locator(".line-numbers.active-line-number", { hasText: "55" }).waitFor();
    // A window looks only now and then whether a page has the focus. What it learns late would take it away again.
    await page.locator(".editor-group-container.active .tab", { hasText: "Preview" }).waitFor();
    await frame.getByText("What is being done").dblclick();
    await page.locator(".statusbar-item", { hasText: "Ln 53" }).waitFor();
    await page.locator(".editor-instance .monaco-editor.focused").waitFor();
  });

  test("a link leads to its file or its place, and a paragraph's own number to the source", async () => {
    const { page } = await pane();
    await page.keyboard.press("Control+1");
    await open(page, "links.paper.md");
    const frame = renderedPage(page);
    await frame.getByText("The first of many").waitFor();
    await frame.getByRole("link", { name: "3.", exact: true }).click();
    await page
      .locator(".line-numbers.active-line-number", { hasText: String(lineIn(links, "3.")) })
      .waitFor();
    await frame.getByRole("link", { name: "paragraph 40" }).click();
    await expect
      .poll(() => frame.locator("#paragraph-40").evaluate((it) => it.getBoundingClientRect().top))
      .toBeLessThan(200);
    await frame.getByRole("link", { name: "the other paper" }).click();
    await page.locator(".tab", { hasText: /^victims-services\.paper\.md/ }).waitFor();
    await frame.getByRole("heading", { name: "Services for victims" }).first().waitFor();
  });

  test("a paper that was closed is followed again once it is open", async () => {
    const { page } = await pane();
    await page.keyboard.press("Control+1");
    await open(page, "links.paper.md");
    const frame = renderedPage(page);
    await frame.getByText("The first of many").waitFor();
    await open(page, "notes.md");
    await run(page, "View: Close Other Editors in Group");
    await expect.poll(() => tabs(page)).not.toContain("links.paper.md");
    await open(page, "links.paper.md");
    await goTo(page, lineIn(links, "3."), "3. ".length + 1);
    await page.keyboard.type("x");
    await frame.getByText("xThis follows it.").waitFor();
    await page.keyboard.press("Backspace");
    await frame.getByText("xThis follows it.").waitFor({ state: "detached" });
  });

  test("nothing in a paper comes alive, and pictures are those of its folder", async () => {
    const { page } = await pane();
    const alarms: string[] = [];
    page.on("dialog", (dialog) => {
      alarms.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      if (/evil|secret\.svg/.test(request.url())) alarms.push(`request: ${request.url()}`);
    });
    page.on("framenavigated", (frame) => {
      if (/evil|javascript:|^data:/.test(frame.url())) alarms.push(`navigation: ${frame.url()}`);
    });
    await page.keyboard.press("Control+1");
    await open(page, "hostile.paper.md");
    const frame = renderedPage(page);
    await frame.getByText("The last paragraph").waitFor();
    const picture = frame.locator("img");
    await expect
      .poll(() => picture.evaluateAll((all) => all.map((it) => (it as HTMLImageElement).naturalWidth)))
      .toEqual([0, 20]);
    for (const link of await frame.locator("main a:not(.number)").all()) {
      expect(await link.getAttribute("href")).toMatch(/^https:\/\/example\.org/);
    }
    expect(
      await frame
        .locator("main")
        .locator("script, style, iframe, form, input, svg, object, [onerror], [onclick], [style]")
        .count(),
    ).toBe(0);
    for (const words of ["Click me", "Data link", "A cover", "Nested words"])
      await frame.getByText(words).first().click();
    expect(await frame.locator("body").evaluate(() => "hacked" in globalThis)).toBe(false);
    const main = await frame.locator("main").boundingBox();
    expect(main?.width).toBeGreaterThan(300);
    await frame
      .locator("#bar")
      .getByText(/must fix/)
      .waitFor();
    expect(alarms).toEqual([]);
  });

  test("a line of 5 MB is shown, and the pane answers afterwards", async () => {
    const { page } = await pane();
    await page.keyboard.press("Control+1");
    await open(page, "endless.paper.md");
    const frame = renderedPage(page);
    await frame.getByText("After the endless line").waitFor({ timeout: 120_000 });
    const length = await frame.locator("main").evaluate((main) => main.textContent?.length ?? 0);
    expect(length).toBeGreaterThan(5_000_000);
    await open(page, "budget-monitoring.paper.md");
    await frame
      .getByRole("heading", { name: "Budget monitoring at the half year" })
      .waitFor({ timeout: 60_000 });
  });

  test("it is there again when the window is loaded anew, and follows the paper that is worked on", async () => {
    const { page } = window();
    await page.keyboard.press("Control+1");
    await open(page, "budget-monitoring.paper.md");
    await renderedPage(page).getByRole("heading", { name: "Budget monitoring at the half year" }).waitFor();
    await page.reload();
    // In a browser the editor keeps its state now and then: it may be that of the paper before.
    const frame = renderedPage(page);
    await frame.locator("main h1").waitFor({ timeout: 90_000 });
    await page.keyboard.press("Control+1");
    await open(page, "victims-services.paper.md");
    await page.locator(".tab", { hasText: "Preview victims-services.paper.md" }).waitFor();
    await frame.getByRole("heading", { name: "Budget monitoring" }).waitFor({ state: "detached" });
    expect(await frame.locator("main h1").count()).toBe(1);
  });
});

interface OpenPane {
  readonly page: Page;
  readonly frame: FrameLocator;
  /** The editor with the text. */
  readonly text: Locator;
}

/** The pane with the preview of a paper, opened by the first test that asks. */
function usePane(window: () => { readonly page: Page }, file: string): () => Promise<OpenPane> {
  let opened: Promise<OpenPane> | undefined;
  const start = async (): Promise<OpenPane> => {
    const { page } = window();
    await open(page, file);
    const text = page.locator(".editor-group-container .editor-instance").first();
    // The commands are there when the extension is.
    await expect.poll(() => statusItem(page).innerText()).toMatch(/\d/);
    return { page, frame: await openPreview(page), text };
  };
  return () => {
    opened ??= start();
    return opened;
  };
}

function rendered(text: string): readonly RenderedBlock[] {
  const made = parsePaper(text);
  return renderPaper(made, checkPaper(made, defaultSettings), defaultSettings, { findings: true }).blocks;
}

/** The words of the blocks that look different in another version of a paper. */
function wordsThatChange(before: string, after: string): string[] {
  const old = new Set(rendered(before).map(({ html }) => html));
  return rendered(after).flatMap((block) => (old.has(block.html) ? [] : [wordsOf(block)]));
}

function wordsOf({ html }: RenderedBlock): string {
  const entities: Readonly<Record<string, string>> = { "#x3C": "<", "#x26": "&", amp: "&", lt: "<", gt: ">" };
  const text = html
    .replace(/<[^>]*>/g, "")
    .replace(/&([^;]{1,5});/g, (all, name: string) => entities[name] ?? all);
  return plain(text);
}

function plain(text: string): string {
  return text.replace(/\s+/g, "");
}

const links = paper(
  "",
  "1. The first of many, which [the other paper](victims-services.paper.md) and paragraph 40 are about.",
  ...Array.from({ length: 40 }, (_, i) => `\n${i + 2}. This follows it.`),
  "",
);

function lineIn(text: string, start: string): number {
  return text.split("\n").findIndex((line) => line.startsWith(start)) + 1;
}

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><script>parent.hacked = 1; alert("svg")</script></svg>`;

const hostile = hostileDetails(
  paper(
    "",
    '1. <script>hacked = 1; alert(1)</script> <img src=x onerror="hacked = 1; alert(2)"> [Click me](javascript:alert(3))',
    "",
    "2. [Data link](data:text/html,<script>alert(4)</script>) [Fine](https://example.org/a) ![Map](pictures/map.svg) ![Secret](../secret.svg) ![Remote](https://evil.example/a.png)",
    "",
    '<div style="position:fixed;inset:0;background:red">A cover</div>',
    "",
    '<svg onload="alert(5)"><script>alert(6)</script></svg> <iframe src="https://evil.example/"></iframe>',
    "",
    "<style>main { display: none } @import url(https://evil.example/a.css);</style>",
    "",
    '3. &lt;script&gt;alert(7)&lt;/script&gt; <a href="java&#115;cript:alert(8)" onclick="alert(9)">Click me too</a> <form action="https://evil.example"><input autofocus onfocus="alert(10)"></form>',
    "",
    `<div><table><tr><td><div><svg><style><img src="</style><img src=x onerror=alert(11)>"></style></svg>Nested words</div></td></tr></table></div>`,
    "",
    '<p class="visually-hidden" id="bar" style="display:none">Hidden words</p> <link rel="stylesheet" href="https://evil.example/b.css"> <meta http-equiv="refresh" content="0;url=https://evil.example">',
    "",
    `4. Entities: ${"&amp;".repeat(2_000)}lt;script&gt; &#x3C;script&#x3E;alert(12)&#x3C;/script&#x3E; &NotAnEntity; &#0; &#x202E;`,
    "",
    "5. The last paragraph.",
  ),
);

/** Details with markup in them, and with aliases that stand for a thousand million words. */
function hostileDetails(text: string): string {
  const bomb = Array.from(
    "bcdefghij",
    (name, i) => `${name}: &${name} [${`*${"abcdefghi"[i]}, `.repeat(10)}]`,
  );
  return text
    .replace("title: Cycle paths", `title: <script>alert("title")</script>Cycle paths`)
    .replace("[Head of Roads]", `['<img src="https://evil.example/c.png" onerror="alert(13)">Head of Roads']`)
    .replace("\n---\n", `\na: &a [${"word, ".repeat(10)}]\n${bomb.join("\n")}\n---\n`);
}

/** A paper with a paragraph of 5 MB on one line. */
const endless = paper("", `1. ${"word ".repeat(1_000_000)}`, "", "2. After the endless line.");
