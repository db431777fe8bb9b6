// Keeps the page and the source at the same line.

import { firstAt, heightOf, lineAt, type Strip, type Strips } from "./lines.js";
import type { PaperElements, Placed } from "./paper-elements.js";

/** How far a place may be from where the page was put, in pixels, to count as that place. */
const close = 2;

/** The scrolling of the page. */
export class Scrolling {
  readonly #paper: PaperElements;
  readonly #root: Element;
  /** The blocks in the order of the source. */
  #bySource: readonly Placed[] = [];
  /** The line at the top, and where the page was put for it. */
  #line = 0;
  #put = 0;

  /** `tell` is told of the line at the top when somebody scrolls. */
  constructor(root: Element, paper: PaperElements, tell: (line: number) => void) {
    this.#root = root;
    this.#paper = paper;
    window.addEventListener("scroll", () => {
      if (Math.abs(window.scrollY - this.#put) <= close) return;
      this.#put = window.scrollY;
      this.#line = this.#lineAtTop();
      tell(this.#line);
    });
    // What stands above may have become higher: the same line stays at the top.
    window.addEventListener("resize", () => this.to(this.#line));
    root.addEventListener("load", () => this.to(this.#line), true);
  }

  /** The line at the top of the page, with its fraction. */
  get line(): number {
    return this.#line;
  }

  /** Scrolls to a line. */
  to(line: number): void {
    this.#line = line;
    const strips: Strips = { length: this.#bySource.length, at: (index) => this.#strip(index) };
    this.#scrollTo(line <= 0 ? 0 : heightOf(line, strips));
  }

  /** Changes the page, and leaves what is at the top where it is. */
  around(change: () => void): void {
    const [top] = this.#placedAt(0);
    const before = top?.element.getBoundingClientRect().top ?? 0;
    const isAtStart = window.scrollY <= close;
    change();
    this.#bySource = this.#paper.placed.sort((a, b) => a.block.startLine - b.block.startLine);
    if (!top?.element.isConnected || isAtStart) return;
    const by = top.element.getBoundingClientRect().top - before;
    if (by !== 0) this.#scrollTo(window.scrollY + by);
    this.#line = this.#lineAtTop();
  }

  /** The line of a block at a height of the window. */
  lineIn(placed: Placed, y: number): number {
    return lineAt(measure(placed), y + window.scrollY);
  }

  #lineAtTop(): number {
    const [top] = this.#placedAt(0);
    return top && window.scrollY > 0 ? this.lineIn(top, 0) : 0;
  }

  #scrollTo(y: number): void {
    window.scrollTo({ top: y, behavior: "instant" });
    this.#put = window.scrollY;
  }

  #strip(index: number): Strip {
    const placed = this.#bySource[index];
    return placed ? measure(placed) : { startLine: 0, lineCount: 0, top: 0, bottom: 0 };
  }

  /** The first block that reaches below a height of the window. */
  #placedAt(y: number): Placed[] {
    const { children } = this.#root;
    const bottom = (index: number): number => children[index]?.getBoundingClientRect().bottom ?? 0;
    const first = children[firstAt(children.length, (index) => bottom(index) > y)];
    const found = first && this.#blockBelow(first, y);
    return found ? [found] : this.#paper.placed.slice(-1);
  }

  #blockBelow(element: Element, y: number): Placed | undefined {
    if (element.getBoundingClientRect().bottom <= y) return undefined;
    const block = this.#paper.blockOf(element);
    if (block) return { block, element };
    for (const child of element.children) {
      const found = this.#blockBelow(child, y);
      if (found) return found;
    }
    return undefined;
  }
}

function measure({ block: { startLine, lineCount }, element }: Placed): Strip {
  const { top, bottom } = element.getBoundingClientRect();
  return { startLine, lineCount, top: top + window.scrollY, bottom: bottom + window.scrollY };
}
