// What was found, gone through by keyboard or with two buttons: where it is gets the focus, and what it says is shown.

import type { PreviewFinding } from "@board-papers/server/protocol";
import { countWords } from "../src/count-words.js";
import type { PaperElements, Placed } from "./paper-elements.js";

/** A finding, in the page and in the source. */
interface Found {
  readonly blockId: string;
  readonly index: number;
  readonly finding: PreviewFinding;
  readonly line: number;
  /** The element to go to; none for a block that shows nothing. */
  readonly element: Element;
}

const severityWords = { error: "Must fix", warning: "Please check", info: "Suggestion" } as const;

/** The bar below the paper, and the finding that somebody has gone to. */
export class Findings {
  readonly #paper: PaperElements;
  readonly #count = element("count");
  readonly #sentence = element("sentence");
  readonly #buttons: readonly HTMLElement[];
  readonly #goTo: (line: number, character: number, takesFocus: boolean) => void;
  #all: readonly Found[] = [];
  #current: Found | undefined;

  constructor(paper: PaperElements, goTo: (line: number, character: number, takesFocus: boolean) => void) {
    this.#paper = paper;
    this.#goTo = goTo;
    const [previous, next] = [element("previous"), element("next")];
    previous.addEventListener("click", () => this.#move(-1));
    next.addEventListener("click", () => this.#move(1));
    this.#buttons = [previous, next];
    window.addEventListener("keydown", (event) => {
      if (event.key === "F8") this.#move(event.shiftKey ? -1 : 1);
      else if (event.key === "Enter" && this.#current?.element === event.target)
        this.#open(this.#current, true);
      else return;
      event.preventDefault();
    });
  }

  /** Takes over what was found in the paper as it is shown now. */
  update(): void {
    this.#all = this.#paper.placed.flatMap(foundIn);
    const severities = this.#all.map(({ finding }) => finding.severity);
    setText(this.#count, countWords(severities));
    for (const button of this.#buttons) button.toggleAttribute("disabled", this.#all.length === 0);
    const { blockId, index, finding } = this.#current ?? {};
    const still = this.#all.find(
      (it) => it.blockId === blockId && it.index === index && it.finding.message === finding?.message,
    );
    this.#choose(still);
  }

  /** Goes to the finding that an element marks; false where it marks none. */
  openAt(target: Element): boolean {
    const mark = target.closest("[data-finding]");
    const placed = mark && this.#paper.blockAround(mark);
    const index = Number(mark?.getAttribute("data-finding"));
    const found = this.#all.find((it) => it.blockId === placed?.block.id && it.index === index);
    if (!found) return false;
    this.#choose(found);
    this.#open(found, false);
    return true;
  }

  #move(by: 1 | -1): void {
    const next = this.#next(by);
    if (!next) return;
    this.#choose(next);
    const { element } = next;
    if (element instanceof HTMLElement) element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "center", behavior: "instant" });
  }

  /** The finding after the current one, or after the place that has the focus or is at the top. */
  #next(by: 1 | -1): Found | undefined {
    const all = this.#all;
    if (this.#current) {
      const at = all.indexOf(this.#current);
      return all.at((at + by) % all.length);
    }
    const isBelow = ({ element }: Found): boolean => element.getBoundingClientRect().bottom > 0;
    return by === 1 ? (all.find(isBelow) ?? all[0]) : (all.findLast((it) => !isBelow(it)) ?? all.at(-1));
  }

  #choose(found: Found | undefined): void {
    const old = this.#current?.element;
    if (old && old !== found?.element) for (const name of roving) old.removeAttribute(name);
    this.#current = found;
    const words = found && `${severityWords[found.finding.severity]}: ${found.finding.message}`;
    setText(this.#sentence, words ?? "");
    this.#sentence.className = found?.finding.severity ?? "";
    if (!found) return;
    const { element } = found;
    if (element.getAttribute("tabindex") !== "0") element.setAttribute("tabindex", "0");
    element.setAttribute("aria-describedby", "sentence");
    element.setAttribute("aria-current", "true");
  }

  #open({ finding, line }: Found, takesFocus: boolean): void {
    this.#goTo(line, finding.character, takesFocus);
  }
}

/** What the element of the current finding has, and others have not. */
const roving = ["tabindex", "aria-describedby", "aria-current"];

function foundIn({ block, element }: Placed): Found[] {
  return block.findings
    .map((finding, index): Found => {
      const mark = element.matches(`[data-finding="${index}"]`)
        ? element
        : (element.querySelector(`[data-finding="${index}"]`) ?? element);
      return { blockId: block.id, index, finding, line: block.startLine + finding.line, element: mark };
    })
    .sort((a, b) => a.line - b.line || a.finding.character - b.finding.character);
}

function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element “${id}”.`);
  return found;
}
