// What may stand in rendered HTML: just what this folder makes. Everything passes through here last.

import type { Schema } from "hast-util-sanitize";

const ids = /^(?:paragraph|subparagraph|section|table|figure|appendix|note|call|column)-[\w.-]{1,100}$/;
const fragments = /^#(?:paragraph|subparagraph|section|table|figure|appendix|note|call)-[\w.-]{1,100}$/;

/** The narrow schema. */
export const schema: Schema = {
  strip: ["script", "style"],
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
  tagNames: (
    "a abbr b blockquote br caption cite code dd del div dl dt em h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p pre q s " +
    "small span strong sub sup table tbody td th thead tr u ul"
  ).split(" "),
  attributes: {
    a: [
      "href",
      "title",
      ["className", "reference", "number", "back"],
      ["role", "doc-noteref", "doc-backlink"],
      "ariaLabel",
    ],
    abbr: ["title"],
    img: ["src", "alt", "title"],
    mark: [["className", "finding", "error", "warning", "info"], ["dataFinding", /^\d{1,6}$/], "title"],
    div: [
      ["className", "block", "paragraph", "table", "unread", "note", "source"],
      ["role", "group"],
      ["tabIndex", 0],
      "ariaLabel",
      ["ariaLabelledBy", ids],
    ],
    header: [["className", "details"]],
    p: [["className", "board", "sentence", "error", "warning", "info", "alone"]],
    span: [
      [
        "className",
        "visually-hidden",
        "missing-picture",
        "number",
        "finding-note",
        "error",
        "warning",
        "info",
      ],
      ["dataFinding", /^\d{1,6}$/],
      "title",
    ],
    ol: [
      ["className", "typed"],
      ["role", "list"],
    ],
    li: [],
    tr: [["className", "total"]],
    td: [["className", "left", "right", "center"], "headers", ["colSpan", /^\d{1,4}$/]],
    th: [
      ["className", "left", "right", "center"],
      "headers",
      ["scope", "col", "row", "colgroup"],
      ["colSpan", /^\d{1,4}$/],
      ["rowSpan", /^\d{1,4}$/],
    ],
    "*": [["id", ids]],
  },
  protocols: {
    href: ["http", "https", "mailto", "tel"],
    src: ["https", "http", "data", "blob", "vscode-resource", "vscode-webview-resource"],
  },
  ancestors: {
    caption: ["table"],
    tbody: ["table"],
    td: ["table"],
    th: ["table"],
    thead: ["table"],
    tr: ["table"],
  },
  required: {},
};

/** Whether an address points to a place in the page itself, by an id that this folder makes. */
export function isFragment(address: string): boolean {
  return fragments.test(address);
}
