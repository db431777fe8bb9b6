// A page as it is read: by screen readers, with the keyboard, by searching, and without scripts.

import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { usePages } from "./support/browser.js";
import { fixture, fixturePath, pageOf, published, samples } from "./support/papers.js";

const open = usePages();

const sample = pageOf(fixture("sample.paper.md"));

test("the accessibility tree has numbers, headings of each cell, and pairs, in their order", async () => {
  const { page } = await open(sample);
  await expect(await treeOf(page)).toMatchFileSnapshot(fixturePath("sample.tree.txt"));
});

describe("by keyboard", () => {
  test("the first stop skips to the paper", async () => {
    const { page } = await open(sample);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the paper" });
    await expect.poll(() => skip.evaluate((it) => it === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("MAIN");
  });

  test("a paragraph is gone to by its number", async () => {
    const { page } = await open(sample, { viewport: { width: 900, height: 400 } });
    await page.getByLabel("Go to paragraph").focus();
    await page.keyboard.type("6.");
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).hash).toBe("#paragraph-6");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("6.");
    await expect.poll(() => isInView(page, "#paragraph-6")).toBe(true);
    await page.getByLabel("Go to paragraph").fill("7");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("status").textContent()).toBe("There is no paragraph 7.");
  });

  test("a paragraph's number copies the link to it", async () => {
    const { page } = await open(sample, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByRole("link", { name: "4.", exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.getByRole("status").textContent())
      .toBe("The link to paragraph 4 is copied.");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    expect(page.url()).toMatch(/#paragraph-4$/);
  });

  test("tables that are wider than the window can be scrolled", async () => {
    const { page } = await open(sample, { viewport: { width: 320, height: 600 } });
    const table = page.getByRole("group", { name: "Table A" });
    await table.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => table.evaluate((it) => it.scrollLeft)).toBeGreaterThan(0);
  });

  test("what has the focus shows it", async () => {
    const { page } = await open(sample);
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press("Tab");
      const outline = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
        return `${outlineStyle} ${outlineWidth}`;
      });
      expect(outline).toBe("solid 3px");
    }
  });
});

describe.each(samples)("$name", ({ text }) => {
  test("every number is a word of the page and a place in it", async () => {
    const { page } = await open(pageOf(text));
    await expectAnchors(page);
  });

  test("nothing is lost without scripts, on a narrow screen and on paper", async () => {
    const html = pageOf(text);
    const { page } = await open(html);
    const words = await page.locator("main").innerText();
    const { page: plain } = await open(html, { javaScriptEnabled: false });
    const without = await plain.locator("main").innerText();
    expect(withoutForm(words)).toBe(withoutForm(without));
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

test.skipIf(published.length === 0)("the published papers, where they are at hand", async () => {
  for (const { name, text } of published) {
    const { page } = await open(pageOf(text));
    await expectAnchors(page);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(320);
  }
});

/** Each paragraph's number can be found, and its link, like any other within the page, leads somewhere. */
async function expectAnchors(page: Page): Promise<void> {
  const { numbers, dead, seen } = await page.evaluate(() => {
    const shown = document.querySelector("main")?.innerText ?? "";
    const links = [...document.querySelectorAll<HTMLAnchorElement>("a[href^='#']")];
    const marks = [...document.querySelectorAll<HTMLAnchorElement>(".paragraph a.number")];
    return {
      numbers: marks.length,
      dead: links
        .map((it) => it.hash.slice(1))
        .filter((id) => document.getElementById(decodeURIComponent(id)) === null),
      // As the browser's own search does, which finds words that are laid out.
      seen: marks.every(
        (it) =>
          it.checkVisibility() && shown.includes(it.innerText) && it.hash === `#${it.closest("[id]")?.id}`,
      ),
    };
  });
  expect(numbers).toBeGreaterThan(5);
  expect(dead).toEqual([]);
  expect(seen).toBe(true);
}

/** The form to go to a paragraph, which needs a script, is there only with one. */
function withoutForm(words: string): string {
  return words.replace(/Go to paragraph\s+Go\s+/, "").replace(/\s+/g, " ");
}

function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.tagName);
}

function isInView(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((it) => {
    const { top, bottom } = it.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}

interface Node {
  readonly nodeId: string;
  readonly backendDOMNodeId?: number;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly childIds?: readonly string[];
}

/** The browser's accessibility tree in lines. A cell is followed by its headings, as a screen reader says them. */
async function treeOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as unknown as {
    nodes: readonly Node[];
  };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const headings = await headingsOfCells(page);
  const lines: string[] = [];
  let cells = 0;
  const [root] = nodes;
  if (root) visit(root, 0);
  return `${lines.join("\n")}\n`;

  function visit(node: Node, depth: number, outer?: Node): void {
    const role = node.role?.value ?? "";
    const repeats = role === "StaticText" && node.name?.value.trim() === outer?.name?.value;
    const isShown = !node.ignored && !hidden.has(role) && !repeats;
    if (isShown) lines.push(`${"  ".repeat(depth)}${lineOf(node, role)}`);
    if (role === "StaticText" || role === "ListMarker") return;
    for (const child of node.childIds ?? []) {
      const next = byId.get(child);
      if (next) visit(next, depth + (isShown ? 1 : 0), isShown ? node : outer);
    }
  }

  function lineOf({ name, properties }: Node, role: string): string {
    const words = name?.value ? ` "${name.value.trim()}"` : "";
    const level = properties?.find((it) => it.name === "level")?.value.value;
    const told = /^(?:cell|gridcell)$/.test(role) ? ` (${headings[cells++]})` : "";
    return `${role === "StaticText" ? "text" : role}${role === "heading" ? ` ${level}` : ""}${words}${told}`;
  }
}

/** What says nothing by itself, or is called otherwise from one browser to the next. */
const hidden: ReadonlySet<string> = new Set([
  ...["generic", "none", "rowgroup", "sectionheader", "banner", "header", "LabelText", "ListMarker", "form"],
  ...["strong", "emphasis", "superscript"],
]);

/** For each data cell of the page, the words of its headings by the rules of HTML: `headers`, or scopes. */
function headingsOfCells(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("td")].map((cell) => {
      const table = cell.closest("table");
      const row = cell.closest("tr");
      const ids = cell.headers.split(" ").filter((id) => id !== "");
      const own = ids.map((id) => document.getElementById(id)?.textContent ?? `?${id}`);
      if (ids.length > 0) return own.join(", ");
      const name = row?.querySelector("th[scope=row]")?.textContent;
      const column = table?.querySelector("thead tr")?.children[cell.cellIndex];
      const heading =
        cell.closest("thead") === null && column?.matches("th[scope=col]") ? column.textContent : undefined;
      return [name, heading].filter((it) => it !== undefined).join(", ");
    }),
  );
}
