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
import type { BlockInput, TypedNumber } from "./input.js";
import { cutStart, startOf } from "./numbers.js";
import {
  decodeEntities,
  joinElements,
  partingElements,
  type RawElement,
  readHtml,
  shownElements,
} from "./raw-html.js";
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
  readonly #called = new Set<string>();

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
      if (item && !this.#numberAt(item)) this.#list = this.#kindOf(only, item);
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
      html: withState((node: Html) => this.#html(node)),
      rawElement: withState((node: RawElement) => this.#raw(node)),
      link: withState((node: Link) => this.#link(node, node.url)),
      linkReference: withState((node: LinkReference) =>
        this.#link(node, this.#address(node.label ?? node.identifier)),
      ),
      image: withState((node: Image) => this.#picture(node, node.url, node.alt)),
      imageReference: withState((node: ImageReference) =>
        this.#picture(node, this.#address(node.label ?? node.identifier) ?? "", node.alt),
      ),
      inlineCode: withState((node: InlineCode) =>
        this.annotator.whole(this.spanOf(node), [h("code", node.value)]),
      ),
      code: withState((node: Code) =>
        this.annotator.whole(this.spanOf(node), [h("pre", h("code", node.value))]),
      ),
      footnoteReference: withState((node: FootnoteReference) => this.#call(node)),
      footnoteDefinition: withState((node: FootnoteDefinition) => this.#note(node)),
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
      if (items.length > 0 && kind) groups.push(...(this.#list ? items : [listElement(kind, items)]));
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
    const content = this.#flow(item.children, item);
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
      withNumber([this.#number(number)], this.#flow(children, item)),
    );
  }

  #number(number: TypedNumber): ElementContent {
    const link = h("a", { className: ["number"], href: `#${number.id}` }, number.text);
    const [marked] = this.annotator.whole(number, [link]);
    return marked ?? link;
  }

  #flow(children: readonly RootContent[], parent: Parents): ElementContent[] {
    return children.flatMap((child) => asList(this.#state?.one(child, parent)));
  }

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

  #picture(node: Nodes | RawElement, url: string, written: string | null | undefined): ElementContent[] {
    const alt = written?.trim() ?? "";
    const src = own(this.input.pictures, url);
    const shown =
      src !== undefined
        ? h("img", { src, alt })
        : h("span", { className: ["missing-picture"] }, alt === "" ? "Picture" : `Picture: ${alt}`);
    return node.type === "rawElement" ? [shown] : this.annotator.whole(this.spanOf(node), [shown]);
  }

  #call(node: FootnoteReference): ElementContent[] {
    const label = node.label ?? node.identifier;
    const key = normalizeLabel(`^${label}`);
    const isFirst = own(this.input.calls, key);
    if (isFirst === undefined) return [{ type: "text", value: `[^${label}]` }];
    const id = noteId(label);
    const takesId = isFirst && !this.#called.has(key);
    this.#called.add(key);
    const link = h(
      "a",
      {
        href: `#note-${id}`,
        role: "doc-noteref",
        ariaLabel: `Note ${label}`,
        ...(takesId && { id: `call-${id}` }),
      },
      label,
    );
    return this.annotator.whole(this.spanOf(node), [h("sup", link)]);
  }

  #note(node: FootnoteDefinition): ElementContent {
    const label = node.label ?? node.identifier;
    const id = noteId(label);
    const content = this.#flow(node.children, node);
    const back = h(
      "a",
      {
        className: ["back"],
        href: `#call-${id}`,
        role: "doc-backlink",
        ariaLabel: `Back to note ${label} in the text`,
      },
      "↩",
    );
    const number = h("span", { className: ["number"] }, label);
    const last = content.at(-1);
    if (last && isParagraph(last)) last.children.push({ type: "text", value: " " }, back);
    else content.push(h("p", back));
    return h("div", { className: ["note"], id: `note-${id}` }, withNumber([number], content));
  }

  /** A tag of its own among words is left out; a block of HTML shows its words. */
  #html(node: Html): ElementContent[] {
    const span = this.spanOf(node);
    const isAsTyped = this.block.text.slice(span.start, span.end) === node.value;
    const parts: ElementContent[][] = [[]];
    for (const token of readHtml(node.value)) {
      if (token.kind !== "words") {
        if (partingElements.has(token.name)) parts.push([]);
        else if (token.name === "img")
          parts
            .at(-1)
            ?.push(
              ...this.#picture(
                asElement(token.name, token.attributes),
                token.attributes.get("src") ?? "",
                token.attributes.get("alt"),
              ),
            );
        continue;
      }
      const text = decodeEntities(token.text);
      if (text.trim() === "") {
        if (text !== "") parts.at(-1)?.push({ type: "text", value: " " });
        continue;
      }
      const place = { start: span.start + token.span.start, end: span.start + token.span.end };
      parts
        .at(-1)
        ?.push(
          ...(isAsTyped
            ? this.annotator.words(text, place, false)
            : [{ type: "text" as const, value: text }]),
        );
    }
    return parts
      .filter((it) => it.some((part) => part.type !== "text" || part.value.trim() !== ""))
      .map((it) => h("p", it));
  }

  #raw(node: RawElement): ElementContent[] {
    if (node.name === "br" || node.name === "hr") return [h("br")];
    if (node.name === "img")
      return this.#picture(node, node.attributes.get("src") ?? "", node.attributes.get("alt"));
    if (node.name === "a") return this.#link(node as unknown as Link, node.attributes.get("href"));
    const content = this.#phrases(node.children, node as unknown as Parents);
    return shownElements.has(node.name) ? [h(node.name, content)] : content;
  }
}

/** The list element that holds items; their numbers are words, as typed. */
export function listElement({ ordered }: ListKind, items: readonly ElementContent[]): Element {
  return ordered ? h("ol", { className: ["typed"], role: "list" }, [...items]) : h("ul", [...items]);
}

/** What is known of a key, which may be any word. */
export function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function asElement(name: string, attributes: ReadonlyMap<string, string>): RawElement {
  return { type: "rawElement", name, attributes, children: [] };
}

function isSilent(node: RootContent): boolean {
  return node.type === "definition" || (node.type === "html" && readHtml(node.value).length === 0);
}

function isParagraph(node: ElementContent | undefined): node is Element {
  return node?.type === "element" && node.tagName === "p";
}

/** The content with its number at the start of its first paragraph, or in a line of its own. */
function withNumber(number: readonly ElementContent[], content: readonly ElementContent[]): ElementContent[] {
  const [first, ...rest] = content;
  const space = { type: "text", value: " " } as const;
  if (isParagraph(first)) return [{ ...first, children: [...number, space, ...first.children] }, ...rest];
  if (first && isPhrasing(first)) return [...number, space, ...content];
  return [h("p", { className: ["alone"] }, [...number]), ...content];
}

function isPhrasing(node: ElementContent): boolean {
  return node.type === "text" || (node.type === "element" && phrasingTags.has(node.tagName));
}

const phrasingTags: ReadonlySet<string> = new Set(
  "a abbr b cite code del em i img ins kbd mark q s small span strong sub sup u br".split(" "),
);

function asList(rendered: ElementContent | readonly ElementContent[] | undefined): ElementContent[] {
  if (rendered === undefined) return [];
  return "type" in rendered ? [rendered] : [...rendered];
}

/** A footnote's label as part of an id. */
function noteId(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, (char) => `_${char.charCodeAt(0).toString(16)}`)
    .slice(0, 80);
}
