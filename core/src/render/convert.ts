// From the tree of a block to elements: what Markdown has, in the house style.

import type { Element, ElementContent, Root as HastRoot } from "hast";
import { h } from "hastscript";
import type {
  Code,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Html,
  Image,
  ImageReference,
  InlineCode,
  Link,
  LinkReference,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  RootContent,
  Table,
  Text,
} from "mdast";
import { type State, toHast } from "mdast-util-to-hast";
import { normalizeLabel } from "../markdown/labels.js";
import type { Tree } from "../markdown/parse.js";
import type { Block } from "../paper/block.js";
import { linkAddress } from "./addresses.js";
import { Annotator } from "./annotate.js";
import { renderHtml } from "./html-block.js";
import type { BlockInput, TypedNumber } from "./input.js";
import { renderCall, renderNote } from "./notes.js";
import { cutStart, startOf } from "./numbers.js";
import { asList, isParagraph, listElement, own, withNumber } from "./pieces.js";
import { joinElements, type RawElement, readHtml, shownElements } from "./raw-html.js";
import type { ListKind } from "./rendering.js";
import { renderTable } from "./table.js";

/** The elements of a block, and which findings they mark not. */
export interface Converted {
  readonly elements: readonly ElementContent[];
  readonly unmarked: readonly number[];
  /** Of a block that is a single list item and no numbered paragraph, how its list counts. */
  readonly list: ListKind | undefined;
}

/** The elements of a block's tree. */
export function convert(block: Block, tree: Tree, input: BlockInput): Converted {
  const converter = new Converter(block, tree, input);
  return converter.convert();
}

/** What renders the parts of a block, for the files beside this one. */
export interface Rendered {
  readonly block: Block;
  readonly input: BlockInput;
  readonly annotator: Annotator;
  readonly spanOf: Tree["spanOf"];
  readonly phrasing: (node: Parents) => ElementContent[];
  readonly flow: (children: readonly RootContent[], parent: Parents) => ElementContent[];
  readonly picture: (
    node: Nodes | RawElement,
    url: string,
    alt: string | null | undefined,
  ) => ElementContent[];
  /** Labels of the footnotes that the block has called so far. */
  readonly called: Set<string>;
}

class Converter implements Rendered {
  readonly block: Block;
  readonly input: BlockInput;
  readonly annotator: Annotator;
  readonly spanOf: Tree["spanOf"];
  readonly #tree: Tree;
  #state: State | undefined;
  #headings = 0;
  #tables = 0;
  #linkDepth = 0;
  #list: ListKind | undefined;
  /** The list of that item: the element around it is not the block's own. */
  #sole: List | undefined;
  readonly called = new Set<string>();

  constructor(block: Block, tree: Tree, input: BlockInput) {
    this.block = block;
    this.input = input;
    this.#tree = tree;
    this.spanOf = tree.spanOf;
    this.annotator = new Annotator(input, block.text);
  }

  convert(): Converted {
    const { root } = this.#tree;
    const [only, ...others] = root.children.filter((it) => !isSilent(it));
    if (only?.type === "list" && only.children.length === 1 && others.length === 0) {
      const item = only.children[0];
      if (item && !this.#numberAt(item)) {
        this.#list = this.#kindOf(only, item);
        this.#sole = only;
      }
    }
    const hast = toHast(root, { handlers: this.#handlers() }) as HastRoot | Element;
    const elements = hast.type === "root" ? hast.children.filter((it) => it.type !== "doctype") : [hast];
    return {
      elements: elements.filter((it) => it.type !== "text" || it.value.trim() !== ""),
      unmarked: this.annotator.unmarked(),
      list: this.#list,
    };
  }

  /** The rendered phrasing of a paragraph, heading or cell. */
  phrasing = (node: Parents): ElementContent[] => this.#phrases(node.children as PhrasingContent[], node);

  #handlers(): NonNullable<Parameters<typeof toHast>[1]>["handlers"] {
    const withState =
      <Node>(render: (node: Node) => ElementContent | ElementContent[] | undefined) =>
      (state: State, node: Node): ElementContent | ElementContent[] | undefined => {
        this.#state = state;
        return render(node);
      };
    return {
      text: withState((node: Text) => this.#text(node)),
      paragraph: withState((node: Paragraph) => this.#paragraph(node)),
      emphasis: withState((node: Parents) => h("em", this.phrasing(node))),
      strong: withState((node: Parents) => h("strong", this.phrasing(node))),
      delete: withState((node: Parents) => h("del", this.phrasing(node))),
      heading: withState((node: Heading) => this.#heading(node)),
      list: withState((node: List) => this.#renderList(node)),
      table: withState((node: Table) => renderTable(node, this.#tables++, this)),
      html: withState((node: Html) => renderHtml(node, this)),
      rawElement: withState((node: RawElement) => this.#raw(node)),
      link: withState((node: Link) => this.#link(node, node.url)),
      linkReference: withState((node: LinkReference) =>
        this.#link(node, this.#address(node.label ?? node.identifier)),
      ),
      image: withState((node: Image) => this.picture(node, node.url, node.alt)),
      imageReference: withState((node: ImageReference) =>
        this.picture(node, this.#address(node.label ?? node.identifier) ?? "", node.alt),
      ),
      inlineCode: withState((node: InlineCode) =>
        this.annotator.whole(this.spanOf(node), [h("code", node.value)]),
      ),
      code: withState((node: Code) =>
        this.annotator.whole(this.spanOf(node), [h("pre", h("code", node.value))]),
      ),
      footnoteReference: withState((node: FootnoteReference) => renderCall(node, this)),
      footnoteDefinition: withState((node: FootnoteDefinition) => renderNote(node, this)),
      yaml: () => undefined,
    } as NonNullable<Parameters<typeof toHast>[1]>["handlers"];
  }

  #text(node: Text): ElementContent[] {
    return this.annotator.words(node.value, this.spanOf(node), this.#linkDepth > 0);
  }

  #paragraph(node: Paragraph): ElementContent {
    const number = this.#numberAt(node);
    if (!number) return h("p", this.phrasing(node));
    const rest = cutStart(node, number.end, this);
    return h(
      "div",
      { className: ["paragraph"], id: number.id },
      h("p", this.#number(number), " ", ...this.phrasing(rest)),
    );
  }

  #heading(node: Heading): ElementContent {
    const { id, level = node.depth } = this.input.headings[this.#headings++] ?? {};
    return h(`h${level}`, id === undefined ? {} : { id }, this.phrasing(node));
  }

  /** Phrasing, with the tags in it joined to elements. */
  #phrases(children: readonly PhrasingContent[], parent: Parents): ElementContent[] {
    const result: ElementContent[] = [];
    for (const child of joinElements(children))
      result.push(...asList(this.#state?.one(child as Nodes, parent)));
    return result;
  }

  #renderList(node: List): ElementContent[] {
    const groups: ElementContent[] = [];
    let items: ElementContent[] = [];
    const kind = node.children[0] && this.#kindOf(node, node.children[0]);
    const flush = (): void => {
      if (items.length > 0 && kind)
        groups.push(...(node === this.#sole ? items : [listElement(kind, items)]));
      items = [];
    };
    for (const item of node.children) {
      const number = this.#numberAt(item);
      if (!number) {
        items.push(this.#item(item, kind?.ordered ?? false));
        continue;
      }
      flush();
      groups.push(this.#numbered(item, number));
    }
    flush();
    return groups;
  }

  #kindOf(node: List, item: ListItem): ListKind {
    const typed = /^(?:\d{1,9})?([.)*+-])/.exec(this.block.text.slice(this.spanOf(item).start))?.[1] ?? "-";
    return { ordered: node.ordered ?? false, sign: typed };
  }

  #item(item: ListItem, ordered: boolean): Element {
    const typed = ordered
      ? /^\d{1,9}[.)]/.exec(this.block.text.slice(this.spanOf(item).start))?.[0]
      : undefined;
    const content = this.flow(item.children, item);
    const loose = item.spread ?? false;
    const inner = loose ? content : content.flatMap((it) => (isParagraph(it) ? it.children : [it]));
    const { start } = this.spanOf(item);
    const number =
      typed === undefined
        ? []
        : this.annotator.whole({ start, end: start + typed.length }, [
            h("span", { className: ["number"] }, typed),
          ]);
    return h("li", typed === undefined ? inner : withNumber(number, inner));
  }

  #numbered(item: ListItem, number: TypedNumber): Element {
    const children = startOf(item, number.end, this);
    return h(
      "div",
      { className: ["paragraph"], id: number.id },
      withNumber([this.#number(number)], this.flow(children, item)),
    );
  }

  #number(number: TypedNumber): ElementContent {
    const link = h("a", { className: ["number"], href: `#${number.id}` }, number.text);
    const [marked] = this.annotator.whole(number, [link]);
    return marked ?? link;
  }

  /** The rendered parts of a list item or note. */
  flow = (children: readonly RootContent[], parent: Parents): ElementContent[] =>
    children.flatMap((child) => asList(this.#state?.one(child, parent)));

  /** The number that a list item or paragraph opens with. */
  #numberAt(node: Nodes): TypedNumber | undefined {
    const { start, end } = this.spanOf(node);
    return this.input.numbers.find((it) => it.start === start && it.end <= end);
  }

  #address(label: string): string | undefined {
    return own(this.input.addresses, normalizeLabel(label));
  }

  #link(node: Link | LinkReference, url: string | undefined): ElementContent[] {
    const href = url === undefined ? undefined : linkAddress(url);
    if (href === undefined || this.#linkDepth > 0) return this.phrasing(node);
    this.#linkDepth++;
    const content = this.phrasing(node);
    this.#linkDepth--;
    return [h("a", { href }, content)];
  }

  /** A picture that can be shown, or the words that stand for it. */
  picture = (node: Nodes | RawElement, url: string, written: string | null | undefined): ElementContent[] => {
    const alt = written?.trim() ?? "";
    const src = own(this.input.pictures, url);
    const shown =
      src !== undefined
        ? h("img", { src, alt })
        : h("span", { className: ["missing-picture"] }, alt === "" ? "Picture" : `Picture: ${alt}`);
    return node.type === "rawElement" ? [shown] : this.annotator.whole(this.spanOf(node), [shown]);
  };

  #raw(node: RawElement): ElementContent[] {
    if (node.name === "br" || node.name === "hr") return [h("br")];
    if (node.name === "img")
      return this.picture(node, node.attributes.get("src") ?? "", node.attributes.get("alt"));
    if (node.name === "a") return this.#link(node as unknown as Link, node.attributes.get("href"));
    const content = this.#phrases(node.children, node as unknown as Parents);
    return shownElements.has(node.name) ? [h(node.name, content)] : content;
  }
}

function isSilent(node: RootContent): boolean {
  return node.type === "definition" || (node.type === "html" && readHtml(node.value).length === 0);
}
