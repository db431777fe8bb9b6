/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// The pane with a preview, as a person and a test see it.

import type { FrameLocator, Locator, Page } from "playwright-core";
import { renderedPage, run } from "./gestures.js";

/** Opens the preview beside the active paper, and waits until it shows something. */
export async function openPreview(page: Page): Promise<FrameLocator> {
  await run(page, "Board Papers: Open Preview to the Side");
  const frame = renderedPage(page);
  await frame.locator("main > *").first().waitFor();
  return frame;
}

/** Watches the paper in the page; the result ends that, and gives the words of each element in which something changed. */
export async function watchChanges(frame: FrameLocator): Promise<() => Promise<string[]>> {
  const body = frame.locator("main");
  await body.evaluate((element) => {
    const seen: string[] = [];
    const wordsAround = (node: Node): string => {
      const changed = node instanceof Element ? node : node.parentElement;
      return changed?.closest("li, p, td, th, h1, h2, h3, h4, .paragraph")?.textContent ?? "";
    };
    const look = (records: readonly MutationRecord[]): void => {
      for (const { target, addedNodes, removedNodes } of records) {
        // Words that change stand in something; an element that comes or goes has words of its own.
        const elements = [...addedNodes, ...removedNodes].filter((node) => node instanceof Element);
        const words = elements.map((element) => element.textContent ?? "");
        seen.push(...(words.length > 0 ? words : [wordsAround(target)]));
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(element, { attributes: true, characterData: true, childList: true, subtree: true });
    const endWatching = (): string[] => {
      look(observer.takeRecords());
      observer.disconnect();
      return seen;
    };
    Object.assign(window, { endWatching });
  });
  return () => body.evaluate(() => (window as unknown as { endWatching: () => string[] }).endWatching());
}

/** The words of what stands at the top of the page. */
export function wordsAtTop(frame: FrameLocator): Promise<string> {
  return frame.locator("main").evaluate(() => {
    for (let y = 4; y < innerHeight; y += 8) {
      const found = document
        .elementFromPoint(innerWidth / 2, y)
        ?.closest("li, p, tr, h1, h2, h3, h4, h5, h6, caption, dd, dt, pre");
      if (found?.textContent?.trim()) return found.textContent.trim();
    }
    return "";
  });
}

/** The number of the first whole line that a text editor shows, from 1. */
export function firstLine(editor: Locator): Promise<number> {
  return editor.locator(".margin").evaluate((margin) => {
    const { top } = margin.closest(".editor-instance")?.getBoundingClientRect() ?? { top: 0 };
    const numbers = [...margin.querySelectorAll(".line-numbers")]
      .filter((it) => it.getBoundingClientRect().top >= top - 1)
      .map((it) => Number(it.textContent))
      .filter((it) => it > 0);
    return Math.min(...numbers);
  });
}
