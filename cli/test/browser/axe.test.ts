// Pages by the rules of WCAG 2.2 A and AA, and by what is good practice, as axe-core judges them in a browser.

import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { usePages } from "./support/browser.js";
import { fixture, pageOf, published, samples } from "./support/papers.js";

const open = usePages();

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

const ways = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "high contrast": { colorScheme: "dark", contrast: "more" },
  narrow: { viewport: { width: 320, height: 640 } },
  print: {},
} as const;

// Colours apart, a page is the same elements in every look of one width: long papers are judged whole once in each width.
const whole: ReadonlySet<string> = new Set(["light", "narrow"]);

const own = ["sample.paper.md", "hostile.paper.md"].map((name) => ({ name, text: fixture(name) }));

describe.each(Object.entries(ways))("%s", (way, options) => {
  test.each([...samples, ...own])("$name", async ({ text }) => {
    expect(await judgedPage(text, true)).toEqual([]);
  });

  test.skipIf(published.length === 0)("the published papers, where they are at hand", async () => {
    for (const { name, text } of published) expect(await judgedPage(text, whole.has(way)), name).toEqual([]);
  });

  async function judgedPage(text: string, asWhole: boolean): Promise<string[]> {
    const { page } = await open(pageOf(text), options);
    if (way === "print") await page.emulateMedia({ media: "print" });
    const found = [...(asWhole ? await judged(page) : []), ...(await faint(page))];
    await page.context().close();
    return found;
  }
});

test("what is at fault is found", async () => {
  const faulty = pageOf(samples[0]?.text ?? "")
    .replace("<main ", "<div ")
    .replace("</style>", "td { color: #bbb; background: #fff; }</style>")
    .replace(/http-equiv="Content-Security-Policy"/, "name=none");
  const { page } = await open(faulty, ways.light);
  expect((await judged(page)).join()).toMatch(/color-contrast.*landmark/);
  expect((await faint(page))[0]).toMatch(/^contrast 1\.9: /);
});

/** What axe finds in a page: `rule: element`. */
async function judged(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(
    (values) => (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: { type: "tag", values } }),
    tags,
  );
  // A judgement of nothing would be one without faults, too.
  expect(results.passes.length).toBeGreaterThan(15);
  // It leaves some to people: colours, where one element overlaps another (see `faint`), and names of links that are signs.
  const open = results.incomplete.filter(
    ({ id }) => id !== "color-contrast" && id !== "label-content-name-mismatch",
  );
  return [...results.violations, ...open]
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`))
    .sort();
}

/** Words whose colour is too like that behind them, by the formula of WCAG: `contrast 2.1: words`. */
function faint(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const channels = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = channels(colour).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (element: Element | null): string => {
      if (!element) return "rgb(255, 255, 255)";
      const { backgroundColor } = getComputedStyle(element);
      return channels(backgroundColor)[3] === 0 ? behind(element.parentElement) : backgroundColor;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set<string>();
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      const words = walker.currentNode.textContent?.trim() ?? "";
      if (!element || words === "" || !element.checkVisibility()) continue;
      const [a, b] = [luminance(getComputedStyle(element).color), luminance(behind(element))];
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (contrast < 4.5) found.add(`contrast ${contrast.toFixed(1)}: ${words.slice(0, 40)}`);
    }
    return [...found];
  });
}
