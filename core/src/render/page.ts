// A paper as one web page that needs nothing else: for readers, screen readers, phones and printers.

import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import type { Report } from "../lint/check.js";
import type { Settings } from "../lint/settings.js";
import { fieldOf } from "../paper/front-matter.js";
import { outlineOf } from "../paper/outline.js";
import { frontMatterOf, type Paper } from "../paper/paper.js";
import { contentsOf } from "./contents.js";
import { textsIn } from "./details.js";
import { generator } from "./page-mark.js";
import { pageHashes, pageScript, pageStyles } from "./page-parts.js";
import { renderPaper } from "./render.js";
import type { Container, RenderedBlock } from "./rendering.js";

/** What a page is made with. */
export interface PageOptions {
  /** The paper's pictures as `data:` addresses, by their address in the paper. Others are named in words. */
  readonly images?: ReadonlyMap<string, string>;
}

/**
 * The paper as one HTML file, without findings, comments and what else is not for readers. `report` is what was found in
 * this version of the paper; it shows nowhere.
 */
export function renderPage(
  paper: Paper,
  report: Report,
  settings: Settings,
  options: PageOptions = {},
): string {
  const imageUrl = (src: string): string | undefined => options.images?.get(src);
  const { blocks } = renderPaper(paper, report, settings, { findings: false, imageUrl });
  const { outline } = report.paper === paper ? report.memory.outline : outlineOf(paper);
  const title = titleOf(paper, outline.headings[0]?.heading.text);
  const contents = contentsOf(outline);
  const details = blocks.filter((it) => it.kind === "details");
  const hasTitle = blocks.some((it) => it.html.includes("<h1"));
  const body = [
    '<a class="skip" href="#main">Skip to the paper</a>\n<main id="main" tabindex="-1">\n',
    hasTitle ? "" : toHtml(h("h1", { className: ["visually-hidden"] }, title)),
    joinBlocks(details),
    contents ? toHtml(contents) : "",
    joinBlocks(blocks.filter((it) => it.kind !== "details")),
    '</main>\n<p id="status" role="status"></p>\n',
    `<script>${pageScript}</script>`,
  ];
  const head = `<head>${toHtml(headOf(title))}<style>${pageStyles}</style></head>`;
  return `<!doctype html>\n<html lang="${languageOf(paper)}">\n${head}\n<body class="paper">\n${body.join("\n")}\n</body>\n</html>\n`;
}

/** Nothing is loaded from anywhere, and only this page's own script runs. */
const policy = `default-src 'none'; img-src data:; style-src '${pageHashes.style}'; script-src '${pageHashes.script}'; base-uri 'none'; form-action 'none'`;

function headOf(title: string): Element[] {
  return [
    h("meta", { charSet: "utf-8" }),
    h("meta", { httpEquiv: "Content-Security-Policy", content: policy }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    h("meta", { name: "color-scheme", content: "light dark" }),
    // Alone among the details of its making: an export may replace a page that says so.
    h("meta", { name: "generator", content: generator }),
    h("title", title),
  ];
}

/** The blocks within the elements that gather them. */
export function joinBlocks(blocks: readonly RenderedBlock[]): string {
  const parts: string[] = [];
  let open: readonly Container[] = [];
  for (const { html, within } of blocks) {
    if (html === "") continue;
    let shared = 0;
    while (shared < open.length && open[shared]?.id === within[shared]?.id) shared++;
    for (const it of open.slice(shared).toReversed()) parts.push(`</${it.tag}>`);
    for (const it of within.slice(shared)) parts.push(openingTag(it));
    open = within;
    parts.push(html);
  }
  for (const it of open.toReversed()) parts.push(`</${it.tag}>`);
  return parts.join("\n");
}

function openingTag({ tag, attributes }: Container): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<${tag}${written.join("")}>`;
}

function titleOf(paper: Paper, heading: string | undefined): string {
  const details = frontMatterOf(paper);
  const texts = (key: string): string => {
    const field = fieldOf(details, key);
    return field ? textsIn(field.value).join(", ").replace(/\s+/g, " ") : "";
  };
  const named = texts("title") || texts("priorities") || (heading ?? "").trim();
  const board = texts("board");
  return [named, board].filter((it) => it !== "").join(" – ") || "Board paper";
}

/** The language that the details name, or British English. */
function languageOf(paper: Paper): string {
  for (const key of ["language", "lang"]) {
    const value = fieldOf(frontMatterOf(paper), key)?.value;
    if (value?.kind === "text" && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(value.text))
      return value.text;
  }
  return "en-GB";
}
