// The list of a page's sections, and of its numbered paragraphs.

import type { Element } from "hast";
import { h } from "hastscript";
import type { Outline } from "../paper/outline.js";
import { anchorsOf } from "./world.js";

/** A heading or numbered paragraph to go to. */
interface Goal {
  readonly id: string;
  readonly words: string;
}

/** Sections deeper than this are not listed. */
const deepest = 3;

/** The contents of a page: its sections, a form for the script, and all numbers; nothing for a paper without any. */
export function contentsOf(outline: Outline): Element | undefined {
  const sections = sectionList(outline);
  const numbers = numberedGoals(outline);
  if (!sections && numbers.length === 0) return undefined;
  return h(
    "nav",
    { className: ["contents"], ariaLabelledBy: "contents" },
    h("h2", { id: "contents" }, "Contents"),
    sections ? [sections] : [],
    numbers.length > 0 ? goTo(numbers) : [],
  );
}

function goTo(numbers: readonly Goal[]): Element[] {
  const form = h(
    "form",
    { id: "go", hidden: true },
    h("label", { htmlFor: "number" }, "Go to paragraph "),
    h("input", { id: "number", name: "number", autoComplete: "off", size: 6, required: true }),
    " ",
    h("button", { type: "submit" }, "Go"),
  );
  const list = numbers.map(({ id, words }) => h("li", h("a", { href: `#${id}` }, words)));
  return [
    form,
    h("details", h("summary", "Paragraph numbers"), h("ul", { className: ["numbers"], role: "list" }, list)),
  ];
}

function numberedGoals(outline: Outline): Goal[] {
  const goals: (Goal & { readonly block: number })[] = [];
  for (const [block, { marks, sectionNumbers }] of anchorsOf(outline).byBlock) {
    for (const { mark, id } of marks) goals.push({ block, id, words: String(mark.ordinal) });
    for (const { number, id } of sectionNumbers) goals.push({ block, id, words: number.name });
  }
  return goals.sort((a, b) => a.block - b.block);
}

/** The sections as lists in lists, by their level. */
function sectionList(outline: Outline): Element | undefined {
  const { byBlock } = anchorsOf(outline);
  const seen = new Map<number, number>();
  const open: { readonly depth: number; readonly list: Element }[] = [];
  for (const { block, heading } of outline.headings) {
    const index = seen.get(block) ?? 0;
    seen.set(block, index + 1);
    const id = byBlock.get(block)?.headings[index]?.id;
    const words = heading.text.replace(/\s+/g, " ").trim();
    if (id === undefined || heading.depth > deepest || words === "") continue;
    while (open.length > 1 && heading.depth < (open.at(-1)?.depth ?? 0)) open.pop();
    const last = open.at(-1);
    if (!last || heading.depth > last.depth) {
      const list = h("ul");
      const parent = last?.list.children.at(-1);
      if (parent?.type === "element") parent.children.push(list);
      open.push({ depth: heading.depth, list });
    }
    open.at(-1)?.list.children.push(h("li", h("a", { href: `#${id}` }, words)));
  }
  return open[0]?.list;
}
