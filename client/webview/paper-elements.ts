// The elements of the paper in the page, kept as the blocks say with as few changes as will do.

import type { PreviewBlock } from "@board-papers/server/protocol";
import { matchAttributes, morph } from "./morph.js";
import { type Gathering, keysIn, type Plan, planOf } from "./plan.js";
import { blocksOf, nothing, type Shown } from "./shown.js";

/** A block with its element. */
export interface Placed {
  readonly block: PreviewBlock;
  readonly element: Element;
}

/** The paper in an element of the page. */
export class PaperElements {
  readonly #root: Element;
  readonly #elements = new Map<string, Element>();
  readonly #gatherings = new Map<string, Element>();
  /** The ids of blocks by their elements. */
  readonly #ids = new WeakMap<Element, string>();
  #shown: Shown = nothing;

  constructor(root: Element) {
    this.#root = root;
  }

  /** The blocks that have an element, in the order in which they stand. */
  get placed(): Placed[] {
    return blocksOf(this.#shown).flatMap((block) => {
      const element = this.#elements.get(block.id);
      return element ? [{ block, element }] : [];
    });
  }

  /** The block whose element this is. */
  blockOf(element: Element): PreviewBlock | undefined {
    return this.#shown.blocks.get(this.#ids.get(element) ?? "");
  }

  /** The block that an element stands in. */
  blockAround(element: Element | null): Placed | undefined {
    for (let at = element; at && at !== this.#root; at = at.parentElement) {
      const block = this.blockOf(at);
      if (block) return { block, element: at };
    }
    return undefined;
  }

  /** Shows what is to be shown. */
  show(shown: Shown): void {
    const before = this.#shown;
    this.#shown = shown;
    let isArranged = shown.order === before.order;
    for (const block of shown.blocks.values()) {
      const old = before.blocks.get(block.id);
      if (old === block) continue;
      if (old?.html !== block.html) this.#patch(block);
      isArranged &&= old !== undefined && isSamePlace(old, block);
    }
    if (isArranged) return;
    const plan = planOf(blocksOf(shown));
    const keys = new Set(keysIn(plan));
    this.#arrange(this.#root, plan, keys);
    for (const id of this.#elements.keys()) if (!shown.blocks.has(id)) this.#elements.delete(id);
    for (const key of this.#gatherings.keys()) if (!keys.has(key)) this.#gatherings.delete(key);
  }

  /** Makes a block's element as its HTML is; where there is none yet, it is still to be put into the page. */
  #patch({ id, html }: PreviewBlock): void {
    const old = this.#elements.get(id);
    const template = document.createElement("template");
    template.innerHTML = html;
    const wanted = template.content.firstElementChild;
    if (!wanted) {
      old?.remove();
      this.#elements.delete(id);
      return;
    }
    const element = old ? morph(old, document.importNode(wanted, true)) : document.importNode(wanted, true);
    this.#elements.set(id, element);
    this.#ids.set(element, id);
  }

  /** Has just these elements stand in one, in their order. Those that stay where they are, are not touched. */
  #arrange(parent: Element, plans: readonly Plan[], keys: ReadonlySet<string>): void {
    const wanted = plans.flatMap((plan) => {
      if (plan.kind === "gathering") return [this.#gather(plan, parent, keys)];
      return this.#elements.get(plan.block.id) ?? [];
    });
    const stays = new Set(wanted);
    for (const child of [...parent.children]) if (!stays.has(child)) child.remove();
    let at = parent.firstElementChild;
    for (const element of wanted) {
      if (element === at) at = at.nextElementSibling;
      else parent.insertBefore(element, at);
    }
  }

  #gather(plan: Extract<Plan, { kind: "gathering" }>, parent: Element, keys: ReadonlySet<string>): Element {
    const element =
      this.#gatherings.get(plan.key) ?? this.#unused(plan, parent, keys) ?? make(plan.gathering);
    matchAttributes(element, make(plan.gathering));
    this.#gatherings.set(plan.key, element);
    this.#arrange(element, plan.children, keys);
    return element;
  }

  /** An element that gathered the same blocks under a name that is gone: another block is the first of them now. */
  #unused(
    { gathering, children }: Extract<Plan, { kind: "gathering" }>,
    parent: Element,
    keys: ReadonlySet<string>,
  ): Element | undefined {
    const parents = children.flatMap((child) => {
      const element =
        child.kind === "block" ? this.#elements.get(child.block.id) : this.#gatherings.get(child.key);
      return element?.parentElement ?? [];
    });
    if (parents.length === 0) return undefined;
    for (const [key, element] of this.#gatherings) {
      if (keys.has(key) || element.parentElement !== parent || !parents.includes(element as HTMLElement))
        continue;
      if (element.tagName.toLowerCase() !== gathering.tag) continue;
      this.#gatherings.delete(key);
      return element;
    }
    return undefined;
  }
}

function make({ tag, attributes }: Gathering): Element {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function isSamePlace(a: PreviewBlock, b: PreviewBlock): boolean {
  return (
    (a.html === "") === (b.html === "") &&
    (a.within === b.within || JSON.stringify(a.within) === JSON.stringify(b.within))
  );
}
