// A paper that somebody means ill with: its page shows words, and does nothing.

import { expect, test } from "vitest";
import { type OpenPage, usePages } from "./support/browser.js";
import { fixture, pageOf, samples } from "./support/papers.js";

const open = usePages();

const hostile = fixture("hostile.paper.md");

/** Moves, clicks and presses wherever something may lie in wait, and gives what came of it. */
async function provoke({ page, deeds }: OpenPage): Promise<readonly string[]> {
  await page.mouse.move(200, 200);
  await page.mouse.move(640, 450, { steps: 4 });
  await page.locator("main *").evaluateAll((elements) => {
    for (const element of elements) element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
  });
  // Also what is folded away, as a list of numbers is.
  await page.locator("main a").evaluateAll((links) => {
    for (const link of links as HTMLElement[]) link.click();
  });
  for (let i = 0; i < 40; i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)));
  return deeds;
}

test("nothing that a hostile paper tries comes to pass", async () => {
  const opened = await open(pageOf(hostile), { javaScriptEnabled: true });
  expect(await provoke(opened)).toEqual([]);
});

test("nor with a browser that heeds no content policy", async () => {
  const opened = await open(pageOf(hostile), { bypassCSP: true });
  expect(await provoke(opened)).toEqual([]);
});

test("what does happen would be noticed", async () => {
  const loud = pageOf(hostile).replace(
    "</main>",
    `<img src="https://tracker.invalid/a.png"><p onmouseover="alert('over')">x</p><a href="javascript:open('about:blank')">y</a></main>`,
  );
  const deeds = await provoke(await open(loud, { bypassCSP: true }));
  expect(deeds).toContain("request: https://tracker.invalid/a.png");
  expect(deeds).toContain("dialog: over");
  expect(deeds.join()).toContain("window: ");
  // And the policy keeps even that from happening, with a message for whoever looks.
  const kept = await provoke(await open(loud));
  expect(kept.filter((it) => !it.startsWith("console: "))).toEqual([]);
});

test("the page has no element and no attribute that could do anything", async () => {
  const { page } = await open(pageOf(hostile));
  const found = await page.evaluate(() => {
    const elements = [...document.querySelectorAll("*")];
    return {
      active: elements
        .map((it) => it.localName)
        .filter((name) =>
          /^(?:iframe|frame|object|embed|applet|base|link|svg|math|video|audio|source|foreignobject)$/.test(
            name,
          ),
        ),
      scripts: document.querySelectorAll("script").length,
      styles: document.querySelectorAll("style").length,
      refresh: document.querySelectorAll("meta[http-equiv=refresh]").length,
      forms: [...document.forms].map((form) => form.id),
      handlers: elements
        .flatMap((it) => it.getAttributeNames())
        .filter((it) => /^(?:on|style|srcdoc|formaction)/.test(it)),
      addresses: elements
        .flatMap((it) => [it.getAttribute("href"), it.getAttribute("src")])
        .filter((it) => it !== null && !/^(?:#|https?:|mailto:|tel:)/.test(it)),
      twice: elements.map((it) => it.id).filter((id, i, ids) => id !== "" && ids.indexOf(id) !== i),
      language: document.documentElement.lang,
      title: document.title,
    };
  });
  expect(found).toEqual({
    ...{
      active: [],
      scripts: 1,
      styles: 1,
      refresh: 0,
      forms: ["go"],
      handlers: [],
      addresses: [],
      twice: [],
    },
    language: "en-GB",
    title: expect.stringContaining("</title><script>alert('title')</script>"),
  });
});

test("nothing covers the page: the paper's last words are seen where they stand", async () => {
  const { page } = await open(pageOf(hostile));
  const last = page.locator("#paragraph-6");
  await last.scrollIntoViewIfNeeded();
  const seen = await last.evaluate((element) => {
    const { left, top, height } = element.getBoundingClientRect();
    const at = document.elementFromPoint(left + 80, top + height / 2);
    return at !== null && element.contains(at);
  });
  expect(seen).toBe(true);
  const loose = await page.evaluate(
    () =>
      [...document.querySelectorAll("main *")].filter((it) =>
        ["fixed", "sticky"].includes(getComputedStyle(it).position),
      ).length,
  );
  expect(loose).toBe(0);
});

// Tags are the slowest to read by far: a fifth of them says as much.
test.each<[string, string]>([
  ["5 MB of words", "word ".repeat(1_000_000)],
  ["5 MB without a space", "x".repeat(5_000_000)],
  ["1 MB of tags", "<b><script>alert(1)</script>".repeat(38_000)],
  ["5 MB of marks", "**a [b](javascript:alert(1)) `".repeat(160_000)],
])("a line of %s is shown", async (_name, line) => {
  const { page, deeds } = await open(pageOf(`${samples[0]?.text ?? ""}\n\n99. ${line}\n`));
  expect(await page.locator("main").innerText()).toContain("Purpose of paper");
  const first = await page.locator("#paragraph-1").boundingBox();
  expect((first?.x ?? 0) + (first?.width ?? Infinity)).toBeLessThanOrEqual(1280);
  expect(deeds).toEqual([]);
});
